"""The text of a page, made ready for the parser, which takes some things unlike browsers.

What only looks like a tag, such as ``<v Ann>`` and ``<inaudible 00:07:10>`` in transcripts, is
escaped and stays text; PHP goes; formatting that is open before a paragraph goes on in it.
"""

from __future__ import annotations

import re
from typing import Final

from vivavoce.page.html_names import KNOWN_NAMES

_TAG_NAME: Final = re.compile(r"<([A-Za-z][^\s/>]*)")
_ANY_TAG: Final = re.compile(r"</?([A-Za-z][^\s/>]*)(?=[\s/>])")
_CUSTOM: Final = re.compile(r"[a-z][a-z0-9._]*[-:][a-z0-9._:-]*[a-z0-9]")
_WITH_VALUES: Final = re.compile(r"<([A-Za-z][^\s/>]*)\s[^<>]*=")
_FORMATTING_NAMES: Final = frozenset({"b", "big", "i", "s", "small", "strike", "tt", "u"})
_FORMATTING: Final = "|".join(sorted(_FORMATTING_NAMES))
_OPEN_BEFORE_PARAGRAPH: Final = re.compile(
    rf"<(?=[bistu])(?:{_FORMATTING})(?:\s[^<>]*)?>\s*(?:<(?!/)[^<>]*>\s*){{0,4}}<p[\s>]",
    re.IGNORECASE,
)
_FORMATTING_TAG: Final = re.compile(rf"<(/?)(?=(?:{_FORMATTING})[\s/>])", re.IGNORECASE)
KEPT_OPEN: Final = "open-"
"""What an element's name begins with that the parser must not end."""


def prepared(text: str) -> str:
    """Return *text*, HTML of any kind, as the parser reads it rightly."""
    text = _without_php(text)
    names = set(_TAG_NAME.findall(text))
    return _keep_open(_escape_pseudo_tags(text, names), names)


def _escape_pseudo_tags(text: str, names: set[str]) -> str:
    """Escape ``<`` before names that no HTML element, custom element or namespace has.

    An unknown name that somewhere carries an attribute with a value is an element all the same,
    since sites have markup of their own.
    """
    strange = {name for name in names if not _is_element_name(name.lower())}
    if not strange:
        return text
    strange -= set(_WITH_VALUES.findall(text))
    return _ANY_TAG.sub(
        lambda tag: f"&lt;{tag.group()[1:]}" if tag.group(1) in strange else tag.group(), text
    )


def _keep_open(text: str, names: set[str]) -> str:
    """Rename ``b`` and the like where one is opened before a paragraph.

    HTML goes on with it inside the paragraph (section 13.2.4.3, the list of active formatting
    elements); the parser would end it, but leaves elements that it does not know alone.
    """
    if not any(name.lower() in _FORMATTING_NAMES for name in names):
        return text
    if not _OPEN_BEFORE_PARAGRAPH.search(text):
        return text
    return _FORMATTING_TAG.sub(rf"<\1{KEPT_OPEN}", text)


def _is_element_name(name: str) -> bool:
    return name in KNOWN_NAMES or _CUSTOM.fullmatch(name) is not None


def _without_php(text: str) -> str:
    """Cut out ``<?php … ?>``, which the parser would end at the first ``>``."""
    if "<?" not in text:
        return text
    kept: list[str] = []
    at = 0
    while (start := text.find("<?", at)) >= 0:
        end = text.find("?>", start)
        if end < 0:
            break
        kept.append(text[at:start])
        at = end + 2
    kept.append(text[at:])
    return "".join(kept)
