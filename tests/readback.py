"""What a reader sees of a product, as one text: read back by pandoc, or by the format's own rules.

pandoc's readers of LaTeX, RTF, ODT and JATS leave out tables in tables and the like, which programs
that show such files do not; these formats are read here by their own rules.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from html import unescape
from typing import Any

from docutils import nodes
from docutils.core import publish_doctree
from lxml import etree, html
from pandoc_tools import pandoc

_CHARACTERS_IN = {"Str": 0, "Code": 1, "CodeBlock": 1, "Math": 1}
"""Elements of pandoc's that hold characters, and where in their content (0: they are it)."""
_CUE_SIGNS = re.compile(r"^(?:WEBVTT|[\d:.]+ --> [\d:.]+)$|<v [^>]*>", re.MULTILINE)
_VERBATIM = re.compile(r"\\begin\{verbatim\}(.*?)\\end\{verbatim\}", re.DOTALL)
_LATEX_COMMAND = re.compile(r"\\kern0pt|\\[A-Za-z]+|\\(.)|[~{}]", re.DOTALL)
_LATEX_SIGNS = {
    r"\textbackslash": "\\",
    r"\textasciitilde": "~",
    r"\textasciicircum": "^",
    r"\textasciigrave": "`",
    r"\textquotesingle": "'",
    r"\textquotedbl": '"',
    r"\textless": "<",
    r"\textgreater": ">",
    r"\textbar": "|",
    r"\ldots": "…",
    r"\\": "",
    r"\,": "",
    r"\/": "",
    r"\-": "",
    r"\sphinxhyphen": "-",
    r"\PYGZam": "&",
    r"\PYGZat": "@",
    r"\PYGZbs": "\\",
    r"\PYGZca": "^",
    r"\PYGZcb": "}",
    r"\PYGZdl": "$",
    r"\PYGZdq": '"',
    r"\PYGZgt": ">",
    r"\PYGZhy": "-",
    r"\PYGZlb": "[",
    r"\PYGZlt": "<",
    r"\PYGZob": "{",
    r"\PYGZpc": "%",
    r"\PYGZrb": "]",
    r"\PYGZsh": "#",
    r"\PYGZsq": "'",
    r"\PYGZti": "~",
    r"\PYGZus": "_",
}
"""What is set for commands of LaTeX; the other signs stand for themselves behind a backslash."""
_RTF_SIGN = re.compile(r"\\u(-?\d+) ?[^\\{}]?|\\[a-z]+-?\d* ?|\\(.)", re.DOTALL)


def by_pandoc(reader: str) -> Callable[[bytes], str]:
    """Return what reads the characters of a product as pandoc's *reader* does."""

    def read(product: bytes) -> str:
        tree = json.loads(pandoc("-f", reader, "-t", "json", data=product))
        return " ".join(_characters(tree["blocks"]))

    return read


def _characters(blocks: Any) -> Iterator[str]:
    stack = [blocks]
    while stack:
        node = stack.pop()
        if isinstance(node, list):
            stack.extend(reversed(node))
        elif isinstance(node, dict) and node.get("t") in _CHARACTERS_IN:
            place = _CHARACTERS_IN[node["t"]]
            yield node["c"][place] if place else node["c"]
        elif isinstance(node, dict):
            stack.append(node.get("c"))


def _json(product: bytes) -> str:
    texts: list[str] = []
    stack: list[Any] = [json.loads(product)["blocks"]]
    while stack:
        node = stack.pop()
        if isinstance(node, list):
            stack.extend(reversed(node))
        elif "blocks" in node:
            stack.append(node["blocks"])
        else:
            texts.append(node["text"])
    return "\n".join(texts)


def html_text(page: str) -> str:
    """Return the text of *page*."""
    parser = html.HTMLParser(encoding="utf-8")
    return str(html.fromstring(page.encode(), parser=parser).text_content())


def _html(product: bytes) -> str:
    return str(html.fromstring(product.decode()).text_content())


def _xml(product: bytes) -> str:
    return "".join(map(str, etree.fromstring(product).itertext()))


def _zipped(*names: str) -> Callable[[bytes], str]:
    def read(product: bytes) -> str:
        with zipfile.ZipFile(io.BytesIO(product)) as archive:
            return "\n".join(_xml(archive.read(name)) for name in names)

    return read


def _vtt(product: bytes) -> str:
    """Read cues, and comments: these are not escaped."""
    blocks = product.decode().split("\n\n")
    return "\n".join(
        block if block.startswith("NOTE\n") else unescape(_CUE_SIGNS.sub("", block))
        for block in blocks
    )


def rst_text(text: str) -> str:
    """Return what docutils reads in *text*, without what it quotes because it made no sense."""
    settings = {"report_level": 5, "_disable_config": True}
    tree = publish_doctree(text, settings_overrides=settings)
    for message in list(tree.findall(nodes.system_message)):
        message.parent.remove(message)
    return tree.astext()


def latex_text(latex: str) -> str:
    """Return *latex* with the signs for which commands stand; what is verbatim stays."""
    parts = _VERBATIM.split(latex.partition(r"\begin{document}")[2])
    return "".join(
        part if place % 2 else _LATEX_COMMAND.sub(_latex_sign, part)
        for place, part in enumerate(parts)
    )


def _latex_sign(command: re.Match[str]) -> str:
    return _LATEX_SIGNS.get(command[0], command[1] or "")


def _rtf(product: bytes) -> str:
    units = _RTF_SIGN.sub(_rtf_sign, product.decode("ascii"))
    return units.encode("utf-16", "surrogatepass").decode("utf-16")


def _rtf_sign(sign: re.Match[str]) -> str:
    number, other = sign.groups()
    return chr(int(number) % 0x10000) if number else other or ""


READERS: dict[str, Callable[[bytes], str]] = {
    "json": _json,
    "markdown": by_pandoc("markdown"),
    "html": _html,
    "tei": _xml,
    "vtt": _vtt,
    "pandoc": by_pandoc("json"),
    "epub": by_pandoc("epub"),
    "docx": by_pandoc("docx"),
    "odt": _zipped("content.xml"),
    "latex": lambda product: latex_text(product.decode()),
    "rst": lambda product: rst_text(product.decode()),
    "html5": _html,
    "rtf": _rtf,
    "docbook5": _xml,
    "jats": _xml,
}
"""Formats that are written, and how the text of each is read."""
