"""Who says what, read back from the EPUB, the PDF and the DOCX of an interview, and from itself.

White space is left out on all sides, and from a PDF the hyphens: it may break words. Pictures,
notes and the numbers that refer to notes are no speech.
"""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any
from unicodedata import category, normalize

import pikepdf
from lxml import etree

from vivavoce.interview import Interview, Node, Text

_XHTML = "{http://www.w3.org/1999/xhtml}"
_ASIDE = re.compile(r"(?:Figure|Note|Lbl|Artifact)\b")
_NO_SPEECH = frozenset({"figure", "img", "rt", "rp"})
_BULLET = re.compile(r"^\s*(?:[•◦▪–·-]|\d+\.|[a-z][.)])\s+")
_ACCENTED = re.compile(r"(\w)\1([\u0300-\u036f])")
_OPENING = frozenset({"BDC", "BMC"})
_TEXT = re.compile(r'^( *)"(.*)"$', re.DOTALL)


def squeezed(text: str) -> str:
    """Return *text* without white space."""
    return "".join(text.split())


def said(interview: Interview) -> list[tuple[str, str]]:
    """Return the label printed for each turn of *interview* and the words."""
    return [(squeezed(turn.label), _words(turn.blocks)) for turn in interview.turns]


def _words(nodes: Iterable[Node]) -> str:
    return squeezed("".join(_leaves(nodes)))


def _leaves(nodes: Iterable[Node]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, Text):
            yield "" if node.kind == "footnote" else node.text
        else:
            yield from _leaves(node.blocks)


def said_in_epub(data: bytes) -> list[tuple[str, str]]:
    """Return the label and the words of each turn in the EPUB *data*, in the order of its spine."""
    return [_of_division(turn) for page in _pages(data) for turn in _turns(page)]


def _pages(data: bytes) -> Iterator[etree._Element]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [name for name in archive.namelist() if re.search(r"/ch\d+\.xhtml$", name)]
        for name in sorted(names):
            yield etree.fromstring(archive.read(name))


def _turns(page: etree._Element) -> Iterator[etree._Element]:
    for division in page.iter(f"{_XHTML}div"):
        if "turn" in division.get("class", "").split():
            yield division


def _of_division(turn: etree._Element) -> tuple[str, str]:
    label = next((each for each in turn.iter() if "speaker" in each.get("class", "").split()), None)
    text = squeezed("".join(_spoken(turn)))
    name = squeezed("".join(label.itertext())) if label is not None else ""
    return name, text.removeprefix(name).lstrip(":：") if name else text


def _spoken(element: etree._Element) -> Iterator[str]:
    """Yield the text of *element*, without pictures and references to notes."""
    yield element.text or ""
    for child in element:
        is_aside = etree.QName(child).localname in _NO_SPEECH or "noteref" in str(child.attrib)
        yield from () if is_aside else _spoken(child)
        yield child.tail or ""


def text_of_pdf(data: bytes, folder: Path) -> str:
    """Return the text of the PDF *data* by its structure, which holds no running head or folio."""
    path = folder / "read-back.pdf"
    path.write_bytes(_with_flat_marks(data))
    done = subprocess.run(["pdfinfo", "-struct-text", path], capture_output=True, check=True)
    return unbroken("".join(_structured(done.stdout.decode(errors="replace").splitlines())))


def _with_flat_marks(data: bytes) -> bytes:
    """Return the PDF *data* with no marked content inside marked content, which poppler misreads.

    Typst gives hyphens and ligatures a text of their own there (ISO 32000-1, 14.9.4).
    """
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            flat = list(_flattened(pikepdf.parse_content_stream(page)))
            page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(flat))
        pdf.save(written)
    return written.getvalue()


def _flattened(instructions: Iterable[Any]) -> Iterator[Any]:
    """Yield *instructions* with each part inside another closed into a part of its own.

    What stands in an artifact, such as a running head, has no place in the structure and stays.
    """
    open_parts: list[Any] = []
    for instruction in instructions:
        name = str(instruction.operator)
        number = _number_of(open_parts[-1]) if open_parts else None
        if name in _OPENING:
            yield from _opened_apart(instruction, number)
            open_parts.append(instruction)
        elif name == "EMC":
            open_parts.pop()
            yield instruction
            yield from (part for part in open_parts[-1:] if _number_of(part) is not None)
        else:
            yield instruction


def _number_of(opening: Any) -> int | None:
    """Return the number by which the structure knows the part that *opening* begins."""
    properties = opening.operands[1] if len(opening.operands) > 1 else {}
    number = properties.get("/MCID") if isinstance(properties, pikepdf.Dictionary) else None
    return None if number is None else int(number)


def _opened_apart(opening: Any, number: int | None) -> Iterator[Any]:
    """Yield *opening* as a part beside the one around it, of which it has the *number*."""
    if number is None:
        yield opening
        return
    tag, *more = opening.operands
    yield pikepdf.ContentStreamInstruction([], pikepdf.Operator("EMC"))
    numbered = pikepdf.Dictionary({**(more[0] if more else {}), "/MCID": number})
    yield pikepdf.ContentStreamInstruction([tag, numbered], pikepdf.Operator("BDC"))


def text_of_lines(text: str) -> str:
    """Return `unbroken` *text*, a file of plain text, without what marks the items of its lists."""
    return unbroken("\n".join(_BULLET.sub("", line) for line in text.splitlines()))


def unbroken(text: str) -> str:
    """Return *text* in small letters without white space, hyphens and colons.

    Poppler repeats a letter below an accent.
    """
    return _ACCENTED.sub(r"\1\2", re.sub(r"[-\u00ad\s:：]", "", text.casefold()))


def missing_turns(interview: Interview, text: str, same: Callable[[str], str]) -> list[str]:
    """Return the turns of *interview* that *text* does not hold in order, label and words together.

    What is looked for goes through *same*, as *text* has.
    """
    missing: list[str] = []
    place = 0
    for turn in interview.turns:
        leaves = "\n".join(_leaves(turn.blocks))
        wanted = same(f"{turn.label}: {leaves}" if turn.label else leaves)
        found = text.find(wanted, place)
        if found < 0:
            missing.append(f"{turn.label}: {leaves[:60]}")
        else:
            place = found + len(wanted)
    return missing


def missing_letters(interview: Interview, data: bytes, folder: Path) -> Counter[str]:
    """Return the letters of the turns of *interview*, with how many of each the PDF *data* lacks.

    For lines from right to left, whose letters poppler gives in the order of the page and not in
    that of reading: their order is not looked at.
    """
    path = folder / "letters.pdf"
    path.write_bytes(data)
    done = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True)
    spoken = "".join(f"{turn.label}{_words(turn.blocks)}" for turn in interview.turns)
    return _letters(spoken) - _letters(done.stdout.decode())


def _letters(text: str) -> Counter[str]:
    return Counter(char for char in normalize("NFKC", text) if category(char)[0] == "L")


def _structured(lines: Iterable[str]) -> Iterator[str]:
    """Yield the texts in poppler's listing of structure: indented, text in quotation marks."""
    aside: int | None = None
    for line in lines:
        depth = len(line) - len(line.lstrip())
        if aside is not None and depth > aside:
            continue
        aside = depth if _ASIDE.match(line.lstrip()) else None
        if text := _TEXT.match(line):
            yield text[2]
