"""Markdown to HTML text, as people write Markdown for interviews.

CommonMark with tables and strikethrough (see `commonmark`), with these differences:

- Indented text is never code; pretty-printed HTML would else be.
- Bold that CommonMark refuses (``**秦朔：**2021``, ``**Name:**Well``, ``**Name: **Yes``, a label's
  bold that is never closed) is bold: the writer meant it.
- A line break inside a paragraph is a space, but stays where a turn seems to begin: the line before
  ends a sentence and the next starts with a short label (see `linestarts`); or the line before is
  wholly bold or italic.
- A body that is HTML, even with empty lines inside, is handed on as it is, and so is a part of it.
"""

from __future__ import annotations

from typing import Any, cast

from vivavoce.limits import check_lines, check_signs
from vivavoce.options import DEFAULTS, Options
from vivavoce.problems import Code, LimitError
from vivavoce.reading.emphasis import repair_emphasis
from vivavoce.reading.htmlparts import is_html, join_html_parts


def markdown_to_html(text: str, options: Options = DEFAULTS) -> str:
    """Return the HTML of the Markdown *text*; HTML comes back as it is.

    Raises LimitError where there are more lines than `Options.max_elements`, and where quotations
    and lists are nested so deeply that the parser would leave out what is in them.
    """
    if is_html(text):
        return text
    check_lines(text, options)
    check_signs(text, options)
    from vivavoce.reading.commonmark import DEEPEST, parser  # noqa: PLC0415 - heavy

    reader, environment = parser(), cast("dict[str, Any]", {})
    tokens = reader.parse(repair_emphasis(join_html_parts(text)), environment)
    if any(token.level >= DEEPEST - 1 for token in tokens):
        raise LimitError(Code.TOO_DEEP, f"the Markdown is nested deeper than {DEEPEST} levels")
    return str(reader.renderer.render(tokens, reader.options, environment))
