"""Who says what, read back from a product as its users have it: by pandoc, or by its own markup."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from html import unescape
from xml.etree import ElementTree

from pandoc_tools import pandoc

_BULLET = re.compile(r"^\s*(?:[-*•–]|\\item|\\bu)\s*")


def who_says(product: bytes, writer: str, labels: Iterable[str], ends: Iterable[str]) -> list[str]:
    """Return ``label | words`` for each turn in *product*, which *writer* has written.

    A turn begins with one of *labels* and a colon; it ends before the next, and before a line that
    is one of *ends*.
    """
    lines = _LINES.get(writer, _by_pandoc(_READER_OF.get(writer, writer)))(product)
    turns: list[list[str]] = []
    is_open = False
    for line in (" ".join(_BULLET.sub("", each).split()) for each in lines):
        label = next((name for name in labels if line.startswith(name)), None)
        if label is not None:
            turns.append([label, line[len(label) :].lstrip(" :：")])
            is_open = True
        elif line in ends:
            is_open = False
        elif line and is_open:
            turns[-1].append(line)
    return [f"{label} | {' '.join(each for each in said if each)}" for label, *said in turns]


def _by_pandoc(reader: str) -> Callable[[bytes], Iterator[str]]:
    def lines(product: bytes) -> Iterator[str]:
        made = pandoc("-f", reader, "-t", "plain", "--wrap=none", data=product)
        yield from made.decode().splitlines()

    return lines


def _text(product: bytes) -> Iterator[str]:
    yield from product.decode().splitlines()


def _speech(*names: str) -> Callable[[bytes], Iterator[str]]:
    """Read ``speech`` and ``sp``: the speaker, then the paragraphs, in any namespace."""

    def lines(product: bytes) -> Iterator[str]:
        named = b'<all xmlns:xlink="http://www.w3.org/1999/xlink">'
        root = ElementTree.fromstring(named + product + b"</all>")
        for element in root.iter():
            if element.tag in {"title", "head"}:
                yield "".join(element.itertext())
            elif element.tag in names:
                speaker, *said = element
                yield f"{''.join(speaker.itertext())}: {_joined(said)}"

    return lines


def _joined(elements: Iterable[ElementTree.Element]) -> str:
    return " ".join(" ".join("".join(each.itertext()).split()) for each in elements)


def _icml(product: bytes) -> Iterator[str]:
    for part in re.split(r"<Br />|</ParagraphStyleRange>", product.decode()):
        yield unescape("".join(re.findall(r"<Content>(.*?)</Content>", part, re.DOTALL)))


def _rewritten(*rules: tuple[str, str]) -> Callable[[bytes], Iterator[str]]:
    """Read a text format by rules: each a pattern and what takes its place."""

    def lines(product: bytes) -> Iterator[str]:
        text = product.decode()
        for pattern, replacement in rules:
            text = re.sub(pattern, replacement, text, flags=re.MULTILINE)
        yield from text.splitlines()

    return lines


_latex = _rewritten(
    (r"\\(?:sub)*section\{([^}]*)\}|\\begin\{frame\}\{([^}]*)\}", r"\n\1\2\n"),
    (r"\\leavevmode|(?:\\protect)?\\phantomsection|\\label\{[^}]*\}|\\(?:begin|end)\{\w+\}", ""),
    (r"\\href\{[^}]*\}|\\(?:emph|textbf|interviewspeaker(?:\[\d\])?|tightlist|item)(?![a-z])", ""),
    (r"\\(?=[&%#_])|[{}]", ""),
)
_context = _rewritten(
    (r"\\startsectionlevel\[title=\{([^}]*)\}.*", r"\1"),
    (r"\\reference\[[^\]]*\]\{\}%|\\(?:start|stop)\w+(?:\[\w*\])?", ""),
    (r"\[url\([^)]*\)\]|\\(?:goto|em|bf|interviewspeaker|item)\b ?|[{}]", ""),
)
_typst = _rewritten(
    (r"^=+ (.*)\n<.*>$", r"\1"),
    (r"^#block\[$|^#interview-turn\(.*\)\[$|^\](?: <[^>]*>)?$", ""),
    (r"#link\([^)]*\)|#(?:emph|strong|interview-speaker)\b|;(?=\S)|[\[\]]", ""),
)
_roff = _rewritten(
    (r"^\.(?:SS|SH \d\n|SH) ?(.*)$", r"\1"),
    (r"^\.(?:UR|UE).*$|^\.(?:LP|PP|IP.*)$|\\f\[\w\]|\\c$", ""),
    (r"\s+\\&(?=\.)", ""),
)
_texinfo = _rewritten(
    (r"^@(?:node|top) .*$", ""),
    (r"^@(?:sub)*(?:section|chapter) (.*)$", r"\n\1\n"),
    (r"@(?:itemize|item|end itemize)\b.*$", ""),
    (r"@uref\{[^},]*,([^}]*)\}|@(?:strong|emph)\{([^}]*)\}", r"\1\2"),
)
_markua = _rewritten(
    (r"^\{.*\}$|^#+ ", ""),
    (r"\[([^]]*)\]\([^)]*\)", r"\1"),
    (r"\*+([^*]*)\*+", r"\1"),
)
_READER_OF = {
    "html4": "html",
    "html5": "html",
    **dict.fromkeys(("revealjs", "slidy", "dzslides", "s5"), "html"),
    "epub2": "epub",
    "epub3": "epub",
    "docbook5": "docbook",
    "markdown_strict": "markdown",
    "asciidoc": "asciidoc",
}
_LINES: dict[str, Callable[[bytes], Iterator[str]]] = {
    "plain": _text,
    "markua": _markua,
    "texinfo": _texinfo,
    "jats": _speech("speech"),
    "jats_publishing": _speech("speech"),
    "tei": _speech("sp"),
    "icml": _icml,
    "latex": _latex,
    "beamer": _latex,
    "context": _context,
    "typst": _typst,
    "ms": _roff,
    "man": _roff,
}
