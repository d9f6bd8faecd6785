"""What a reader sees of the page that a builder of Sphinx has made, as one text."""

from __future__ import annotations

import io
import json
import pickle
import re
from collections.abc import Callable
from pathlib import Path

from babel.messages.pofile import read_po
from readback import by_pandoc, html_text, latex_text, rst_text
from sphinx.util.texescape import unicode_tex_replacements

_STEMS = {"index", "talks"}
_SHOWN = {".html", ".xhtml", ".txt", ".xml", ".pseudoxml", ".pot", ".1", ".texi", ".tex"} | {
    ".fjson",
    ".fpickle",
}


def shown_text(folder: Path, builder: str) -> str:
    """Return what *builder* shows of the index in what it has put into *folder*."""
    pages = (path for path in sorted(folder.rglob("*.*")) if path.parent.name != "_sources")
    shown = [path for path in pages if path.stem in _STEMS and path.suffix in _SHOWN]
    path = min(shown, key=lambda path: len(path.parts))
    return _READERS.get(builder, _html)(path.read_bytes())


def _html(page: bytes) -> str:
    return html_text(page.decode())


def _catalogue(catalogue: bytes) -> str:
    """Return the messages of *catalogue*, one a line, as Sphinx reads their markup."""
    messages = [str(message.id) for message in read_po(io.BytesIO(catalogue)) if message.id]
    return "\n".join(map(rst_text, messages))


def _man(page: bytes) -> str:
    """In roff no figure after the 0 belongs to the size, for pandoc it does."""
    return by_pandoc("man")(page.replace(rb"\s0", rb"\s0\&"))


def _latex(page: bytes) -> str:
    text = page.decode()
    for sign, command in unicode_tex_replacements:
        text = text.replace(command, sign)
    return latex_text(text)


def _texinfo(page: bytes) -> str:
    text = page.decode().replace("@comma{}", ",")
    return re.sub(r"@w\{(.)\}|@anchor\{[^}]*\}|@[a-z]+\{|@\*|@([@{}])", r"\1\2", text)


def _pseudoxml(page: bytes) -> str:
    return re.sub(r'(?m)^ *<inline classes="line-break">$', "", page.decode())


_READERS: dict[str, Callable[[bytes], str]] = {
    "json": lambda page: html_text(json.loads(page)["body"]),
    "pickle": lambda page: html_text(pickle.loads(page)["body"]),
    "gettext": _catalogue,
    "man": _man,
    "latex": _latex,
    "texinfo": _texinfo,
    "pseudoxml": _pseudoxml,
    "text": bytes.decode,
}
"""How the page of each builder is read, if it is not HTML or the like."""
