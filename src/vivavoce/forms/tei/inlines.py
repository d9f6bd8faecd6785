"""Runs as TEI's phrase-level elements."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from vivavoce.forms.targets import link_target, picture_source, remote_picture
from vivavoce.forms.xmltext import xml_attributes, xml_lang, xml_text, xml_uri
from vivavoce.model import Image, Mark, Run

_REND_OF: Final = {
    "strong": "bold",
    "emphasis": "italic",
    "underline": "underline",
    "strikeout": "strikethrough",
    "superscript": "superscript",
    "subscript": "subscript",
    "small-caps": "smallcaps",
    "code": "code",
}


def write_inlines(runs: tuple[Run, ...], anchors: Mapping[str, str]) -> str:
    """Return *runs* as TEI; *anchors* are `vivavoce.interview_ids.Ids.anchors`."""
    pieces: list[str] = []
    opened: list[tuple[Mark, str]] = []
    for run in runs:
        shared = 0
        while shared < min(len(opened), len(run.marks)) and opened[shared][0] == run.marks[shared]:
            shared += 1
        pieces.extend(end for _, end in reversed(opened[shared:]))
        del opened[shared:]
        for mark in run.marks[shared:]:
            start, end = _tags(mark, anchors)
            pieces.append(start)
            opened.append((mark, end))
        pieces.append(_content(run))
    pieces.extend(end for _, end in reversed(opened))
    return "".join(pieces)


def write_picture(image: Image) -> str:
    """Return *image* as a ``graphic``; where its address is not safe, its description."""
    address = picture_source(image.src) or remote_picture(image.src)
    if not address:
        return xml_text(image.alt)
    described = f"<desc>{xml_text(image.alt)}</desc>" if image.alt else ""
    return f"<graphic{xml_attributes(url=xml_uri(address))}>{described}</graphic>"


def _content(run: Run) -> str:
    if run.image is not None:
        return write_picture(run.image)
    return xml_text(run.text).replace("\n", "<lb/>\n")


def _tags(mark: Mark, anchors: Mapping[str, str]) -> tuple[str, str]:
    if mark.kind in _REND_OF:
        return f'<hi rend="{_REND_OF[mark.kind]}">', "</hi>"
    if mark.kind == "link":
        address = link_target(mark.value, anchors)
        return (
            (f"<ref{xml_attributes(target=xml_uri(address))}>", "</ref>") if address else ("", "")
        )
    if mark.kind == "lang":
        return f"<foreign{xml_attributes(xml_lang=xml_lang(mark.value))}>", "</foreign>"
    return "<ruby><rb>", f"</rb><rt>{xml_text(mark.value)}</rt></ruby>"
