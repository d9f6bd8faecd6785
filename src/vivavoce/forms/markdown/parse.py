"""Inline Markdown to runs: what `inlines` writes, and what people write by hand.

One pass over the text with a stack of what is open; a sign that is never closed means itself.
Emphasis opens before and closes after a character that is no white space (as pandoc has it; the
further conditions of CommonMark fail between Chinese characters and punctuation). Linear.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Final, NamedTuple

from vivavoce.forms.markdown.attributes import Attributes, character_of, parse_attributes, unescaped
from vivavoce.forms.markdown.inlines import CLASSES, SCRIPTS, SIGNS
from vivavoce.forms.markdown.pieces import Piece, runs_of
from vivavoce.marks import is_safe_address
from vivavoce.model import Image, Mark, MarkKind, Run
from vivavoce.spaces import is_cjk

_TOKEN: Final = re.compile(
    r"\\(?P<escaped>[^\w\s]|_)|(?P<hard>\\\n *)|(?P<soft>\n *)|(?P<ticks>`+)|(?P<sign>\*+|~+|\^|_+)"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,39});)"
    r"|(?P<bracket>!?\[)|(?P<close>\])"
)
_TARGET: Final = re.compile(
    r'\(\s*(?:<((?:[^<>\\\n]|\\.)*)>|((?:[^\s()<>\\]|\\.)*))(?:\s+"((?:[^"\\]|\\.)*)")?\s*\)'
)
_ATTRIBUTES: Final = re.compile(r'\{((?:[^"{}\\\n]|"(?:[^"\\]|\\.)*")*)\}')
_KIND_OF_SIGN: Final[dict[str, MarkKind]] = {
    sign: kind for kind, sign in [*SIGNS.items(), *SCRIPTS.items()]
}
_KIND_OF_CLASS: Final[dict[str, MarkKind]] = {name: kind for kind, name in CLASSES.items()}
_LONGEST_SIGN: Final = {"*": 2, "_": 2, "~": 2, "^": 1}


def parse_inlines(text: str) -> tuple[Run, ...]:
    """Return the runs that inline Markdown *text* stands for."""
    return _Parser(text).parse()


class _Opener(NamedTuple):
    """A sign or bracket that waits for its end."""

    sign: str
    piece: int
    """The place of its piece in the list."""


class _Parser:
    """Reads one leaf."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._pieces: list[Piece] = []
        self._stack: list[_Opener] = []
        self._is_open: defaultdict[str, int] = defaultdict(int)
        self._ticks = _places_of_ticks(text)

    def parse(self) -> tuple[Run, ...]:
        while match := _TOKEN.search(self._text, self._at):
            self._say(self._text[self._at : match.start()])
            self._at = match.end()
            kind = match.lastgroup or ""
            _TOKENS[kind](self, match.group(kind), match)
        self._say(self._text[self._at :])
        return runs_of(self._pieces)

    def _say(self, text: str) -> None:
        if text:
            self._pieces.append(Piece(text))

    def _escaped(self, char: str, match: re.Match[str]) -> None:
        self._say(char)

    def _hard(self, found: str, match: re.Match[str]) -> None:
        self._say("\n")

    def _soft(self, found: str, match: re.Match[str]) -> None:
        """A line's end in the source is a space, but none between Chinese characters."""
        before, after = self._text[match.start() - 1], self._text[match.end() : match.end() + 1]
        if not (is_cjk(before) and after and is_cjk(after)):
            self._say(" ")

    def _entity(self, found: str, match: re.Match[str]) -> None:
        self._say(character_of(found))

    def _code(self, ticks: str, match: re.Match[str]) -> None:
        places = self._ticks[len(ticks)]
        while places and places[-1] < match.end():
            places.pop()
        if not places:
            self._say(ticks)
            return
        code = self._text[match.end() : places[-1]].replace("\n", " ")
        if len(code) > 2 and code[0] == code[-1] == " ":
            code = code[1:-1]
        self._pieces += [Piece(opens=Mark("code")), Piece(code), Piece(closes=True)]
        self._at = places[-1] + len(ticks)

    def _sign(self, found: str, match: re.Match[str]) -> None:
        before = self._text[max(0, match.start() - 2) : match.start()]
        after = self._text[match.end() : match.end() + 1]
        if found[0] == "_" and before[-1:].isalnum() and after.isalnum():
            self._say(found)
            return
        closes = before == "\\\n" or (before != "" and not before[-1].isspace())
        left = found
        while left:
            sign = self._take(left, closes=closes)
            if closes and self._is_open[sign]:
                self._close(sign)
            elif after and not after.isspace():
                self._open(sign)
            else:
                self._say(sign)
            left = left[len(sign) :]

    def _take(self, left: str, *, closes: bool) -> str:
        """Return the sign to read next from a row of equal characters."""
        double, single = left[0] * 2, left[0]
        if len(left) == 1 or _LONGEST_SIGN[single] == 1:
            return single
        top = self._stack[-1].sign if self._stack else ""
        if closes and top == single and (len(left) > 2 or self._is_open[double]):
            return single
        return double

    def _open(self, sign: str) -> None:
        self._stack.append(_Opener(sign, len(self._pieces)))
        self._is_open[sign] += 1
        self._say(sign)

    def _close(self, sign: str) -> None:
        """End the mark that *sign* began; what was opened inside it and not closed is text."""
        opener = self._pop_to(sign)
        kind = _KIND_OF_SIGN[sign.replace("_", "*")]
        self._pieces[opener.piece] = Piece(opens=Mark(kind))
        self._pieces.append(Piece(closes=True))

    def _pop_to(self, sign: str) -> _Opener:
        while True:
            opener = self._stack.pop()
            self._is_open[opener.sign] -= 1
            if opener.sign == sign:
                return opener

    def _bracket(self, found: str, match: re.Match[str]) -> None:
        self._stack.append(_Opener("[", len(self._pieces)))
        self._is_open["["] += 1
        self._say(found)

    def _bracket_end(self, found: str, match: re.Match[str]) -> None:
        if not self._is_open["["]:
            self._say(found)
            return
        opener = self._pop_to("[")
        is_picture = self._pieces[opener.piece].text == "!["
        if target := _TARGET.match(self._text, self._at):
            self._at = target.end()
            self._link(opener, target, is_picture=is_picture)
        elif not is_picture and (attributes := _ATTRIBUTES.match(self._text, self._at)):
            self._at = attributes.end()
            self._span(opener, parse_attributes(attributes.group(1)))
        else:
            self._say(found)

    def _link(self, opener: _Opener, target: re.Match[str], *, is_picture: bool) -> None:
        address = unescaped(target[1] if target[1] is not None else target[2])
        title = unescaped(target[3] or "")
        if is_picture:
            alt = "".join(piece.text for piece in self._pieces[opener.piece + 1 :])
            self._pieces[opener.piece :] = [Piece(image=Image(address, alt, title))]
        else:
            is_safe = bool(address) and is_safe_address(address)
            self._mark(opener, Mark("link", address, title) if is_safe else None)

    def _span(self, opener: _Opener, attributes: Attributes) -> None:
        self._mark(opener, _mark_of(attributes))

    def _mark(self, opener: _Opener, mark: Mark | None) -> None:
        """Put *mark* around what stands since *opener*; with None only the brackets go."""
        self._pieces[opener.piece] = Piece(opens=mark)
        if mark is not None:
            self._pieces.append(Piece(closes=True))


_TOKENS: Final = {
    "escaped": _Parser._escaped,
    "hard": _Parser._hard,
    "soft": _Parser._soft,
    "ticks": _Parser._code,
    "sign": _Parser._sign,
    "entity": _Parser._entity,
    "bracket": _Parser._bracket,
    "close": _Parser._bracket_end,
}


def _places_of_ticks(text: str) -> defaultdict[int, list[int]]:
    """Return where rows of backticks stand, the last first, by how long the rows are."""
    places: defaultdict[int, list[int]] = defaultdict(list)
    for match in re.finditer("`+", text):
        places[len(match.group())].append(match.start())
    for found in places.values():
        found.reverse()
    return places


def _mark_of(attributes: Attributes) -> Mark | None:
    for name in attributes.classes:
        if name in _KIND_OF_CLASS:
            return Mark(_KIND_OF_CLASS[name])
    if "ruby" in attributes.classes:
        return Mark("ruby", attributes.get("rt"))
    lang = attributes.get("lang")
    return Mark("lang", lang) if lang else None
