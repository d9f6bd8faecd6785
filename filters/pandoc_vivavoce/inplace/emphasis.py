"""Bold at the beginning of a line that CommonMark refuses, made bold: the writer meant it.

``**秦朔：**你好`` is no bold by the specification (section 6.2, flanking), since the second pair of
asterisks stands between punctuation and a letter. Text without spaces between words has such labels
as a rule; the core mends them in the source (`vivavoce.reading.emphasis`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from pandoc_vivavoce.ast import Inlines, strong
from pandoc_vivavoce.cutting import InlineText, trim
from pandoc_vivavoce.inlines import text_of
from vivavoce.patterns import lazy_pattern

_SIGN: Final = "**"
_REFUSED: Final = lazy_pattern(r"^[ \t]*(\*\*)[^*\n]{1,300}(\*\*)(?!\*)", re.MULTILINE)


def mend_bold(inlines: Inlines, breaks: Sequence[int]) -> None:
    """Make bold, in place, what stands between two pairs of asterisks where a line begins.

    *breaks* are the places of the line breaks among *inlines*.
    """
    if not any(_begins_with_sign(inlines, at + 1) for at in (-1, *breaks)):
        return
    text, done, at = InlineText(inlines), [], 0
    for match in _REFUSED.finditer(text_of(inlines)):
        (start, opened), (closed, end) = match.span(1), match.span(2)
        if not (text.silent(start, opened) or text.silent(closed, end)):
            done += [*text.cut(at, start), strong(trim(text.cut(opened, closed)))]
            at = end
    inlines[:] = [*done, *text.cut_from(at)]


def _begins_with_sign(inlines: Inlines, at: int) -> bool:
    item = inlines[at] if at < len(inlines) else None
    return item is not None and item["t"] == "Str" and item["c"].startswith(_SIGN)
