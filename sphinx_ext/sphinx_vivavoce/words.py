"""The extension's own words, in Sphinx's language.

`_` marks and translates; the catalogues are in ``locale/``. They are apart from the words of the
core (`vivavoce.words`), which follow the language of each interview, not that of the project.
"""

from __future__ import annotations

from pathlib import Path

from sphinx.application import Sphinx
from sphinx.locale import get_translation

from vivavoce.languagetags import primary
from vivavoce.words import Words, words_for

CATALOGUE = "sphinx_vivavoce"
LOCALE = Path(__file__).parent / "locale"

_ = get_translation(CATALOGUE)


def project_words(lang: str) -> Words:
    """Return the words in Sphinx's language, with the colon of *lang*, the interview's own."""
    return words_for(lang)._replace(
        question=str(_("Question")),
        answer=str(_("Answer")),
        moderator=str(_("Moderator")),
        narrator=str(_("Narrator")),
        speaker=str(_("Speaker")),
        interview=str(_("Interview")),
    )


def foreign(lang: str | None, project: str) -> str:
    """Return *lang* where it is another language than the project's; else nothing."""
    return lang or "" if primary(lang) != primary(project) else ""


def setup(app: Sphinx) -> None:
    """Make Sphinx load the catalogue of its language."""
    app.add_message_catalog(CATALOGUE, LOCALE)
