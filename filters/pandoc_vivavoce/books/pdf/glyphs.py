"""Characters that no font at hand can show: all of them named, and where the first one stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pandoc_vivavoce.books.book import Book
from pandoc_vivavoce.books.pdf.marks import quoted
from pandoc_vivavoce.errors import WorkError
from vivavoce.interview import Text

_MISSING = re.compile(r'the text `"(.*?)"` could not be displayed', re.DOTALL)
_CODE_POINT = re.compile(r"\\u\{([0-9a-fA-F]+)\}")
_EMOJI = range(0x1F000, 0x1FB00)
"""The blocks of Unicode that hold pictographs."""
_MOST_NAMED = 12
_CONTEXT = 14
"""So many characters are shown on either side of one that cannot be set."""


def missing_in(message: str) -> str:
    """Return the characters that Typst's *message* says no font can show; empty for any other."""
    found = _MISSING.search(message)
    return _CODE_POINT.sub(lambda code: chr(int(code[1], 16)), found[1]) if found else ""


def probe(characters: str) -> bytes:
    """Return a Typst document that shows *characters* and nothing else."""
    return f'#set document(title: "Probe")\n#{quoted(characters)}\n'.encode()


def characters_of(book: Book) -> str:
    """Return every character in *book* once, those of ASCII aside."""
    found = {character for text in _texts(book) for character in text if character > "\x7f"}
    return "".join(sorted(found))


def glyph_error(first: str, missing: str, book: Book) -> WorkError:
    """Return what to tell: all *missing* characters, and the place of the *first* one found."""
    characters = list(dict.fromkeys(first + missing))
    named = ", ".join(f"{item} (U+{ord(item):04X})" for item in characters[:_MOST_NAMED])
    more = len(characters) - _MOST_NAMED
    named += f" and {more} more" if more > 0 else ""
    is_emoji = all(ord(item) in _EMOJI for item in characters)
    font = "a font with emoji, such as Noto Color Emoji" if is_emoji else "a font that has them"
    remedy = f"Install {font}, or name one with --font"
    return WorkError(book.title, f"no font has a glyph for {named}{_place_of(first, book)}", remedy)


def _place_of(text: str, book: Book) -> str:
    for chapter in book.chapters:
        leaves = (node.text for node in chapter.interview.walk() if isinstance(node, Text))
        found = next((leaf for leaf in leaves if text in leaf), "")
        if found:
            at = found.index(text)
            around = found[max(at - _CONTEXT, 0) : at + len(text) + _CONTEXT]
            return f", in “{chapter.title}”: …{' '.join(around.split())}…"
    return ""


def _texts(book: Book) -> Iterator[str]:
    for chapter in book.chapters:
        yield chapter.title
        for participant in chapter.interview.participants:
            yield participant.name or participant.label
        for node in chapter.interview.walk():
            if isinstance(node, Text):
                yield node.text
