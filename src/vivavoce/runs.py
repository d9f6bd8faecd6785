"""Inline text: white space as HTML has it, gathered into runs, and runs cut and joined.

White space collapses to one space, also where a tag stands between; a source line break between
two Chinese or Japanese characters leaves none. Two kinds of space stay since they mean something:
a wide space (U+3000) inside a line may part a name from its speech, and a no-break space beside
French punctuation or between figures belongs to them.
"""

from __future__ import annotations

import re

from vivavoce.model import Image, Mark, Run

Marks = tuple[Mark, ...]

_ODD = re.compile(r"[\x00-\x1f\x7f-\xa0\xad\u200b\u2028\u2029\u2060\ufeff\ufffe\uffff]|  ")
_CONTROLS = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u200b\u2028\u2029\u2060\ufeff\ufffe\uffff]"
)
_BLANKS = " \t\n\r\f\v"
_BLANK_RUN = re.compile(f"[{_BLANKS}]+")
_NBSP_RUN = re.compile(rf"[{_BLANKS}]*\xa0[{_BLANKS}\xa0]*")
_CJK_CLASS = (
    "\u2e80-\u303f\u3040-\u30ff\u3100-\u312f\u31a0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"
)
_CJK = re.compile(f"[{_CJK_CLASS}]")
_CJK_OR_QUOTE = re.compile(f"[{_CJK_CLASS}‘’“”—…·]")
_CJK_BREAK = re.compile(
    rf"(?<=[{_CJK_CLASS}])[{_BLANKS}]*\n[{_BLANKS}]*(?=[{_CJK_CLASS}‘’“”—…·])"
    rf"|(?<=[‘’“”—…·])[{_BLANKS}]*\n[{_BLANKS}]*(?=[{_CJK_CLASS}])"
)
_LINE_SPACE = " \t\xa0\u3000"
_AFTER_BREAK = re.compile(rf"\n[{_LINE_SPACE}]+")


class RunBuilder:
    """Gathers the inline content of one block."""

    __slots__ = ("_pending", "_pieces")

    def __init__(self) -> None:
        self._pieces: list[tuple[str, Marks, Image | None]] = []
        self._pending: tuple[str, Marks] | None = None
        """White space seen but not yet needed, and the marks it stands in."""

    def __bool__(self) -> bool:
        return bool(self._pieces)

    def add_text(self, text: str, marks: Marks) -> None:
        """Add *text*, white space and all, set apart by *marks*."""
        if _ODD.search(text):
            text = tidy_space(text)
        body = text.strip(" \n")
        if not body:
            self._want_space(text, marks)
            return
        if text[0] in " \n":
            self._want_space(text[0], marks)
        self._settle_space(body[0])
        self._pieces.append((body, marks, None))
        if text[-1] in " \n":
            self._want_space(text[-1], marks)

    def add_break(self, marks: Marks = ()) -> None:
        """Add a line break."""
        self._pending = None
        self._pieces.append(("\n", marks, None))

    def add_image(self, image: Image, marks: Marks) -> None:
        """Add a picture."""
        self._settle_space("")
        self._pieces.append(("", marks, image))

    def finish(self) -> tuple[Run, ...]:
        """Return the runs, lines and ends trimmed, and begin anew."""
        pieces, self._pieces, self._pending = self._pieces, [], None
        return strip_runs(_merged(pieces))

    def _want_space(self, space: str, marks: Marks) -> None:
        if not space or not self._pieces or self._pieces[-1][0] == "\n":
            return
        if self._pending is None:
            self._pending = (space, marks)
            return
        before, marks_before = self._pending
        outer = marks if len(marks) < len(marks_before) else marks_before
        self._pending = ("\n" if "\n" in (space, before) else " ", outer)

    def _settle_space(self, following: str) -> None:
        """Put the space down, now that something follows it."""
        if self._pending is None:
            return
        space, marks = self._pending
        self._pending = None
        if space != "\n" or not _is_within_cjk(self._pieces[-1][0][-1:], following):
            self._pieces.append((" ", marks, None))


def tidy_space(text: str) -> str:
    """Collapse white space in *text*.

    At either end a line break comes back as ``\\n``, since whether it counts as a space depends on
    what stands beyond.
    """
    if _CONTROLS.search(text):
        text = _CONTROLS.sub(_meant_character, text)
    if "\xa0" in text:
        text = _NBSP_RUN.sub(_one_nbsp, text)
    if text.isascii():
        inner = " ".join(text.split())
    else:
        if "\n" in text and _CJK.search(text):
            text = _CJK_BREAK.sub("", text)
        inner = _BLANK_RUN.sub(" ", text.strip(_BLANKS))
    if not inner:
        return _edge(text)
    lead = text[: len(text) - len(text.lstrip(_BLANKS))]
    return _edge(lead) + inner + _edge(text[len(text.rstrip(_BLANKS)) :])


def _edge(space: str) -> str:
    return "\n" if "\n" in space else " " if space else ""


def _one_nbsp(match: re.Match[str]) -> str:
    """Keep a single no-break space that belongs to the typography around it."""
    text, space = match.string, match.group()
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    if space != "\xa0" or not before or not after:
        return "\n" if "\n" in space else " "
    is_meant = after in ":;?!»%€" or before == "«" or (before.isdigit() and after.isdigit())
    return space if is_meant else " "


def _is_within_cjk(before: str, after: str) -> bool:
    """Is a line break between these characters no space? Quotation marks count with a CJK one."""
    if _CJK.match(before):
        return _CJK_OR_QUOTE.match(after) is not None
    return _CJK.match(after) is not None and _CJK_OR_QUOTE.match(before) is not None


def _meant_character(match: re.Match[str]) -> str:
    """Character references 80 to 9F mean windows-1252, line and paragraph separators a line break;
    other control characters, soft hyphens and zero-width spaces mean nothing."""
    char = match.group()
    if char in "\u2028\u2029":
        return "\n"
    return char.encode("latin-1").decode("cp1252", "ignore") if "\x80" <= char <= "\x9f" else ""


def _merged(pieces: list[tuple[str, Marks, Image | None]]) -> tuple[Run, ...]:
    """Join neighbouring pieces that are marked alike."""
    runs: list[Run] = []
    text: list[str] = []
    current: Marks = ()
    for piece, marks, image in pieces:
        if text and (image is not None or marks != current):
            runs.append(Run("".join(text), current))
            text = []
        if image is not None:
            runs.append(Run("", marks, image))
            continue
        current = marks
        text.append(piece)
    if text:
        runs.append(Run("".join(text), current))
    return tuple(runs)


def text_of(runs: tuple[Run, ...]) -> str:
    """Return the characters of *runs*, joined."""
    if len(runs) == 1:
        return runs[0].text
    return "".join([run.text for run in runs])


def cut_runs(runs: tuple[Run, ...], start: int, end: int) -> tuple[Run, ...]:
    """Return what of *runs* lies between the offsets *start* and *end* of their text.

    A picture goes with the stretch that ends where it stands; one before all text, with the first.
    """
    kept: list[Run] = []
    at = 0
    is_first = start == 0 and (end > 0 or not text_of(runs))
    for run in runs:
        reach = at + len(run.text)
        if run.image is not None:
            if start < at <= end or (is_first and at == 0):
                kept.append(run)
        elif at < end and reach > start:
            text = run.text[max(0, start - at) : end - at]
            kept.append(run if text == run.text else Run(text, run.marks))
        at = reach
    return tuple(kept)


def strip_runs(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Return *runs* without white space at either end of the text or beside a line break."""
    text = text_of(runs)
    if text == text.strip() and "\n" not in text:
        return runs
    texts = _stripped_from_left([run.text for run in runs])
    texts = [text[::-1] for text in _stripped_from_left([text[::-1] for text in reversed(texts)])]
    return tuple(
        run if run.text == text else Run(text, run.marks, run.image)
        for run, text in zip(runs, reversed(texts), strict=True)
        if text or run.image is not None
    )


def _stripped_from_left(texts: list[str]) -> list[str]:
    """Strip the beginning of the joined *texts*, and of every line in them."""
    done: list[str] = []
    strips: str | None = None
    """What is to go at the start of the next piece; None for all white space."""
    for text in texts:
        piece = _AFTER_BREAK.sub("\n", text.lstrip(strips))
        done.append(piece)
        if piece:
            strips = _LINE_SPACE if piece.endswith("\n") else ""
    return done


def split_lines(runs: tuple[Run, ...], least: int) -> tuple[tuple[Run, ...], ...]:
    """Cut *runs* wherever *least* or more line breaks follow each other."""
    text = text_of(runs)
    cuts = [match.span() for match in re.finditer(r"\n+", text) if len(match.group()) >= least]
    if not cuts:
        return (runs,)
    starts = [0] + [end for _, end in cuts]
    ends = [start for start, _ in cuts] + [len(text)]
    return tuple(_cut_all(runs, list(zip(starts, ends, strict=True))))


def _cut_all(runs: tuple[Run, ...], spans: list[tuple[int, int]]) -> list[tuple[Run, ...]]:
    """Cut *runs* into all *spans*, which follow each other, in one go."""
    parts: list[list[Run]] = [[] for _ in spans]
    at = place = 0
    for run in runs:
        reach = at + len(run.text)
        while place + 1 < len(spans) and spans[place + 1][0] <= at:
            place += 1
        if run.image is not None:
            parts[place].append(run)
        for number in range(place, len(spans)):
            start, end = spans[number]
            if start >= reach:
                break
            if text := run.text[max(0, start - at) : max(0, end - at)]:
                parts[number].append(Run(text, run.marks))
        at = reach
    return [tuple(part) for part in parts]


def is_cjk(char: str) -> bool:
    """Is *char* of those that are written without spaces: Chinese, Japanese, their marks?"""
    return _CJK.match(char) is not None
