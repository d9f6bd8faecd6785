"""The extension's own words, in Sphinx's language.

`_` marks and translates; the catalogues are in ``locale/``, made by ``python -m
sphinx_vivavoce.catalogues``.
"""

from __future__ import annotations

from pathlib import Path

from sphinx.application import Sphinx
from sphinx.locale import get_translation

CATALOGUE = "sphinx_vivavoce"
LOCALE = Path(__file__).parent / "locale"

_ = get_translation(CATALOGUE)


def role_words() -> dict[str, str]:
    """Return the word for each role of a person whose name is not known, and for ``speaker``."""
    return {
        "interviewer": str(_("Question")),
        "interviewee": str(_("Answer")),
        "moderator": str(_("Moderator")),
        "narrator": str(_("Narrator")),
        "speaker": str(_("Speaker")),
    }


def setup(app: Sphinx) -> None:
    """Make Sphinx load the catalogue of its language."""
    app.add_message_catalog(CATALOGUE, LOCALE)
