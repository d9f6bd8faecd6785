"""The grammar of one printed label: who is said to speak at the start of a line.

Pure functions from the first characters of a line to a `Label`. Nothing here knows whether the
label is a person's; that takes the whole document (see `vocabulary`). What there is one of for each
line is a class and no named tuple: compiled, it is made many times as fast.
"""

from __future__ import annotations

from typing import Final

from vivavoce.patterns import lazy_pattern
from vivavoce.recognition.labelparts import without_parentheses
from vivavoce.recognition.lettered import lettered
from vivavoce.scripts import has_cjk

COLONS: Final = ":：︰﹕∶"
BARS: Final = "|｜丨│"
WIDE_SPACE: Final = "　"
_PLAIN: Final = lazy_pattern(
    rf"([^\W\d_]{{1,19}}+(?: [^\W\d_]{{1,19}}+){{0,2}})([{COLONS}]) ?(?=[^\W\d_])"
)
"""A few words of nothing but letters, a colon, and a letter: what all rules agree on at once."""
_LONGEST_PLAIN: Final = 19
_SEPARATORS: Final = lazy_pattern(
    rf"[{COLONS}{BARS}{WIDE_SPACE}\t>]|——|―― ?|[.．]?\s?[—–]\s|\s-\s| {{3,}}"
)
_SEPARATOR_SIGN: Final = lazy_pattern(rf"[{COLONS}{BARS}{WIDE_SPACE}\t>—―–-]")
"""One of them, or three spaces, stands in whatever `_SEPARATORS` matches; far quicker to find."""
_COLON: Final = lazy_pattern(f"[{COLONS}]")
_LEAD: Final = lazy_pattern(r"(?:>>+|::+|[-–—•·●○◆◇■□▲△▼▶▷►▹◀◁★☆※◎*]+|\d{1,3}[.)])?\s*")
_TIME: Final = lazy_pattern(
    r"[\[(（【]?((?:\d{1,2}:)?\d{1,3}:\d{2})(?:[.,]\d{1,3})?[\])）】]?(?:\s*[-–—|]\s*(?=\D))?"
)
_TIME_AFTER: Final = lazy_pattern(r"[\[(（]((?:\d{1,2}:)?\d{1,3}:\d{2})(?:[.,]\d{1,3})?[\])）]\s*")
_TIME_LAST: Final = lazy_pattern(
    r"\s*[\[(（]?((?:\d{1,2}:)?\d{1,3}:\d{2})(?:[.,]\d{1,3})?( ?[AaPp]\.?[Mm]\.?)?[\])）]?$"
)
"""With AM or PM it is a time of day, and not one in the recording."""
_ENDS_OF_TIME: Final = ("]", ")", "）", "】", "AM", "PM", "am", "pm", ".m.", ".M.")
_BRACKETS: Final = {
    "【": "】",
    "[": "]",
    "［": "］",
    "〔": "〕",
    "(": ")",
    "（": "）",
    "〈": "〉",
    "＜": "＞",
    "<": ">",
}
_OPENING_QUOTES: Final = tuple("“„«「『")
_LONGEST: Final = 64
_LONGEST_WORDS: Final = 10
_NAME_WORDS: Final = 3
_LONGEST_CJK: Final = 20
_NICKNAME: Final = lazy_pattern(r"[\"“][^\"“”]{1,20}[\"”]")
_SENTENCE_SIGN: Final = lazy_pattern(r"[。！？!?;；“”\"«»„…<>=]")
_SENTENCE: Final = lazy_pattern(r"\.{2,}|\w{6,}\.\s|,\s.*,\s.*,\s|，.*，|https?$|www\.|\w@")
_SENTENCE_HINT: Final = lazy_pattern("[.,，@]|http")
"""One of them stands in whatever `_SENTENCE` matches; far quicker to find."""
_NAME_AND_TIME: Final = lazy_pattern(
    r"([^\W\d_][^:：\[\](){}<>!?。\n]{0,40}?)\s*"
    r"[\[(（]((?:\d{1,2}:)?\d{1,3}:\d{2})(?:[.,]\d{1,3})?([\])）])\s*(?=[^\s:：])"
)
_TITLED: Final = lazy_pattern(r"[«“„\"「『]([^«»“”„\"「」『』:：\n]{2,40})[»”“\"」』]\s?(?=[:：])")
"""The name of a paper in quotation marks."""


class Label:
    """A printed label and where the speech after it begins."""

    def __init__(
        self, printed: str, start: int, speech: int, separator: str, time: float | None = None
    ) -> None:
        self.printed: Final = printed
        """The label without separator, brackets or time, as it stands."""
        self.start: Final = start
        """The offset in the line at which the label begins."""
        self.speech: Final = speech
        """The offset in the line at which speech begins."""
        self.separator: Final = separator
        """What parts label and speech: ``:``, ``|``, ``]``, ``.``, ``/``, a wide space, a dash."""
        self.time: Final = time
        """The time printed beside the label, in seconds."""


def parse_label(text: str) -> Label | None:
    """Return the label that opens the line *text*, or None.

    A label is at most 64 characters before a colon, a bar, a wide space or a dash, or it is
    enclosed in brackets. Before it may stand a time, a bullet or a dash; inside it a note in
    parentheses (initials, affiliation, a time). It holds no sentence mark and no quotation mark,
    a nickname aside; but it may stand inside the quotation mark that opens the speech.
    """
    plain = _PLAIN.match(text)
    if plain and len(plain[1]) <= _LONGEST_PLAIN and "http" not in plain[1]:
        return Label(plain[1], 0, plain.end(), plain[2])
    if text[:1] in _OPENING_QUOTES:
        return _quoted(text)
    at, time = _skip_lead(text)
    if at >= len(text):
        return None
    separated = _bracketed(text, at, time) or _stamped(text, at) or _separated(text, at, time)
    if separated and len(separated.printed.split()) <= _NAME_WORDS:
        return separated
    letters = lettered(text, at)
    return Label(letters[0], at, letters[1], letters[2], time) if letters else separated


def _quoted(text: str) -> Label | None:
    """``“Name: speech”``: the label has slipped into the quotation; ``«Paper»: speech``."""
    titled = _TITLED.match(text)
    if titled and _fits(titled.group(1)):
        return _past_separator(
            text, Label(titled.group(1), 1, titled.end() + 1, text[titled.end()])
        )
    is_single = text[1:2] not in _OPENING_QUOTES
    label = parse_label(text[1:]) if is_single else None
    if label is None or label.separator not in COLONS or len(label.printed.split()) > _NAME_WORDS:
        return None
    return Label(label.printed, label.start + 1, label.speech + 1, label.separator, label.time)


def seconds(stamp: str) -> float:
    """Turn ``1:02:03`` or ``02:03`` into seconds."""
    total = 0
    for part in stamp.split(":"):
        total = total * 60 + int(part)
    return float(total)


def split_time(printed: str) -> tuple[str, float | None]:
    """Split ``Name (00:12)`` or ``Name 00:12`` into the name and seconds, None if none are told."""
    ends_so = printed[-1:].isdigit() or printed.endswith(_ENDS_OF_TIME)
    match = _TIME_LAST.search(printed) if ends_so else None
    if match is None:
        return printed, None
    name = printed[: match.start()].strip()
    return name, None if match.group(2) else seconds(match.group(1))


def _skip_lead(text: str) -> tuple[int, float | None]:
    """Return where the label may begin and the time before it."""
    if text[:1].isalpha():
        return 0, None
    at = 0
    time: float | None = None
    for _ in range(2):
        stamp = _TIME.match(text, at)
        if stamp and not stamp.group(0).endswith(tuple(COLONS)):
            time = seconds(stamp.group(1))
            at = stamp.end()
        lead = _LEAD.match(text, at)
        at = lead.end() if lead else at
    return at, time


def _bracketed(text: str, at: int, time: float | None) -> Label | None:
    """``【name】speech``, ``[name] speech``, ``(name) speech``, with or without a colon after."""
    closer = _BRACKETS.get(text[at])
    if closer is None:
        return None
    end = text.find(closer, at, at + _LONGEST)
    inside = text[at + 1 : end].strip() if end > 0 else ""
    if not inside or not _fits(inside):
        return None
    return _past_separator(text, Label(inside, at + 1, end + 1, closer, time))


def _stamped(text: str, at: int) -> Label | None:
    """``name (0:12) speech``: nothing but a time in brackets parts the two."""
    near = text[at : at + _LONGEST]
    if ":" not in near or not ("(" in near or "[" in near or "（" in near):
        return None
    match = _NAME_AND_TIME.match(text, at)
    if match is None or not _fits(match.group(1)):
        return None
    printed, stamp, closer = match.groups()
    return Label(printed, at, match.end(), closer, seconds(stamp))


def _separated(text: str, at: int, time: float | None) -> Label | None:
    """``name: speech`` with a colon of any script, a bar, a dash or a wide space."""
    end = at + _LONGEST + 2
    if not (_SEPARATOR_SIGN.search(text, at, end) or text.find("   ", at, end) >= 0):
        return None
    for match in _SEPARATORS.finditer(text, at, end):
        mark = match.group(0).strip(" .．") or " "
        if mark in COLONS and _is_inside_time(text, match.start()):
            continue
        if mark in COLONS and text[match.end() : match.end() + 1] == "/":
            return None
        if mark in (WIDE_SPACE, "-", "–", "—") and _colon_follows(text, match.end()):
            continue
        printed, beside = split_time(text[at : match.start()].strip(" \u00a0*_"))
        if not printed or not _fits(printed):
            return None
        return _past_separator(text, Label(printed, at, match.end(), mark[0], beside or time))
    return None


def _past_separator(text: str, label: Label) -> Label:
    """Move the speech of *label* past white space, further separators and a time."""
    at, time = label.speech, label.time
    while at < len(text) and (text[at].isspace() or text[at] in COLONS + BARS):
        at += 1
    stamp = _TIME_AFTER.match(text, at) if time is None else None
    if stamp:
        at, time = stamp.end(), seconds(stamp.group(1))
    return Label(label.printed, label.start, at, label.separator, time)


def _is_inside_time(text: str, at: int) -> bool:
    """Tell a colon inside a time or a ratio from one after a label."""
    return text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit()


def _colon_follows(text: str, at: int) -> bool:
    """A wide space or dash inside a name: the colon that parts label and speech is near."""
    match = _COLON.search(text, at, at + 12)
    return match is not None and not _is_sentence(text[at : match.start()])


def _is_sentence(text: str) -> bool:
    """Does *text* hold what stands in a sentence, an address or a list, and in no label?"""
    if _SENTENCE_SIGN.search(text):
        return True
    return _SENTENCE_HINT.search(text) is not None and _SENTENCE.search(text) is not None


def _fits(label: str) -> bool:
    """Can these characters be a label at all?"""
    bare = without_parentheses(label)
    if '"' in bare or "“" in bare:
        bare = _NICKNAME.sub("", bare)
    if len(label) > _LONGEST or _is_sentence(bare):
        return False
    if not any(char.isalpha() for char in label) or label[0] in _BRACKETS:
        return False
    if len(bare) > _LONGEST_CJK and has_cjk(bare):
        return False
    return len(label.split()) <= _LONGEST_WORDS
