"""Runs as inline HTML: marks that neighbours share become one element around both."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape
from typing import Final

from vivavoce.forms.targets import link_target, picture_source, remote_picture
from vivavoce.languagetags import direction
from vivavoce.model import Image, Mark, Run
from vivavoce.words import words_for

_TAG_OF: Final = {
    "strong": "strong",
    "emphasis": "em",
    "underline": "u",
    "strikeout": "s",
    "superscript": "sup",
    "subscript": "sub",
    "code": "code",
}


def attributes(**values: str) -> str:
    """Return *values* that are not empty as HTML attributes; ``_`` in a name stands for ``-``."""
    pairs = ((name.strip("_").replace("_", "-"), value) for name, value in values.items())
    return "".join(f' {name}="{escape(value)}"' for name, value in pairs if value)


def language(lang: str, around: str) -> str:
    """Return the attributes of an element in *lang*, where text around it runs *around*.

    None where *lang* is empty; a direction, ``ltr`` or ``rtl``, only where it changes.
    """
    if not lang:
        return ""
    own = direction(lang)
    return attributes(lang=lang, dir="" if own == around else own)


class InlineWriter:
    """Writes the inline content of one interview."""

    def __init__(self, anchors: Mapping[str, str], lang: str | None) -> None:
        """Take the places to link to and the language of the interview."""
        self._anchors = anchors
        self._picture = words_for(lang).picture
        self._direction = direction(lang)

    def write(self, runs: tuple[Run, ...]) -> str:
        """Return *runs* as HTML."""
        pieces: list[str] = []
        opened: list[tuple[Mark, str]] = []
        for run in runs:
            shared = _shared(opened, run.marks)
            while len(opened) > shared:
                pieces.append(opened.pop()[1])
            for mark in run.marks[shared:]:
                is_inner_link = mark.kind == "link" and any(m.kind == "link" for m, _ in opened)
                start, end = ("", "") if is_inner_link else self._tags(mark)
                pieces.append(start)
                opened.append((mark, end))
            pieces.append(self._content(run))
        pieces.extend(end for _, end in reversed(opened))
        return "".join(pieces)

    def picture(self, image: Image, *, in_link: bool = False) -> str:
        """Return *image* if it is at hand, else a link to it, or its description inside a link."""
        if source := picture_source(image.src):
            return f'<img src="{escape(source)}" alt="{escape(image.alt)}"' + (
                attributes(title=image.title) + ">"
            )
        name = escape(image.alt or image.title or self._picture)
        if in_link or not (address := remote_picture(image.src)):
            return f'<span class="picture">{name}</span>'
        return f'<a class="picture" href="{escape(address)}">{name}</a>'

    def _content(self, run: Run) -> str:
        if run.image is not None:
            return self.picture(run.image, in_link=any(mark.kind == "link" for mark in run.marks))
        return escape(run.text, quote=False).replace("\n", "<br>\n")

    def _tags(self, mark: Mark) -> tuple[str, str]:
        if mark.kind in _TAG_OF:
            tag = _TAG_OF[mark.kind]
            return f"<{tag}>", f"</{tag}>"
        return _TAGS[mark.kind](self, mark)

    def _link(self, mark: Mark) -> tuple[str, str]:
        address = link_target(mark.value, self._anchors)
        if not address:
            return "", ""
        return f'<a href="{escape(address)}"{attributes(title=mark.title)}>', "</a>"

    def _ruby(self, mark: Mark) -> tuple[str, str]:
        return "<ruby>", f"<rp>(</rp><rt>{escape(mark.value, quote=False)}</rt><rp>)</rp></ruby>"

    def _lang(self, mark: Mark) -> tuple[str, str]:
        return f"<span{language(mark.value, self._direction)}>", "</span>"

    def _small_caps(self, mark: Mark) -> tuple[str, str]:
        return '<span class="small-caps">', "</span>"


_TAGS: Final[dict[str, Callable[[InlineWriter, Mark], tuple[str, str]]]] = {
    "link": InlineWriter._link,
    "ruby": InlineWriter._ruby,
    "lang": InlineWriter._lang,
    "small-caps": InlineWriter._small_caps,
}


def _shared(opened: list[tuple[Mark, str]], marks: tuple[Mark, ...]) -> int:
    """Return how many of the open marks, from the outermost on, go on in *marks*."""
    count = 0
    for (mark, _), wanted in zip(opened, marks, strict=False):
        if mark != wanted or mark.kind == "ruby":
            break
        count += 1
    return count
