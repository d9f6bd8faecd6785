"""Tags of site generators that were left in a text: Liquid, Hugo and WordPress shortcodes.

They are instructions to a program that is not here. Those of Liquid and Hugo are left out where
they fill a line or begin an address; WordPress's by their names or their attributes, so that
``[laughs]`` stays.
"""

from __future__ import annotations

import re
from typing import Final

from vivavoce.problems import Code, Problem

_LINE: Final = re.compile(
    r"^[ \t]*(?:<p>)?(?:\{%[^\n{}]*%\}|\{\{[<%][^\n]*?[>%]\}\}|\{:[^\n{}]*\})[ \t]*(?:</p>)?"
    r"[ \t]*$",
    re.MULTILINE,
)
_SHORTCODE: Final = re.compile(
    r"\[(?:/?(?:caption|gallery|embed|audio|video|playlist|youtube|vimeo|soundcloud|contact-form)"
    r"(?:\s[^\[\]\n]{0,300})?/?"
    r"|[a-z][a-z_-]{2,30}(?:\s+[a-z_-]+=(?:\"[^\"\]\n]*\"|'[^'\]\n]*'))+\s*/?)\]"
)
_TAG: Final = re.compile(r"\{(?:\{[^\n{}]*\}\}|%[^\n{}]*%\})")
_BEFORE_ADDRESS: Final = re.compile(r"(?:\]\(|(?:src|href)=[\"']?)\s*\Z")
_WRITTEN_PATH: Final = re.compile(r"\{\{[<%]?\s*(?:\"([^\"\n{}]*)\"|'([^'\n{}]*)')")


def without_template_tags(text: str) -> tuple[str, tuple[Problem, ...]]:
    """Return *text* without such tags, and a problem for each."""
    problems: list[Problem] = []

    def left_out(match: re.Match[str]) -> str:
        tag = match.group().strip()
        problems.append(Problem(Code.DROPPED_CHROME, "left out a template tag", text=tag[:160]))
        return ""

    if "{" in text and ("{{" in text or "{%" in text or "{:" in text):
        text = _LINE.sub(left_out, text)
        text = _TAG.sub(_path_in, text)
    if "[" in text:
        text = _SHORTCODE.sub(left_out, text)
    return text, tuple(problems)


def _path_in(match: re.Match[str]) -> str:
    """Of a tag that begins an address keep the path, if it is written out in it; others stay."""
    if not _BEFORE_ADDRESS.search(match.string[max(0, match.start() - 8) : match.start()]):
        return match.group()
    written = _WRITTEN_PATH.match(match.group())
    path = (written.group(1) or written.group(2) or "") if written else ""
    return path if "/" in path or "." in path else ""
