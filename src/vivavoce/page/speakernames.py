"""Names of classes, and a property, by which inline markup says that the words in it are a name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from vivavoce.patterns import lazy_pattern

LONGEST_NAME: Final = 40
"""Characters; what is longer is no name, whatever its class says."""
_SPEAKER: Final = lazy_pattern(
    r"(?i:(?:^|[-_])(?:speaker(?:[-_]?(?:name|label))?"
    r"|(?:interviewer|interviewee|participant|person)[-_]?(?:name|label))$|^name$)"
)


def calls_name(classes: Iterable[str], itemprop: str) -> bool:
    """Do the *classes* of an element, or its *itemprop*, call the words in it a name?

    ``<span class="speaker">``, ``class="name"`` and ``itemprop="name"`` do.
    """
    return itemprop == "name" or any(_SPEAKER.search(name) for name in classes)
