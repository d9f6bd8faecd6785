"""Dates as people write them, to ISO 8601.

Only what has one meaning is read: ``10/01/2022`` may be January or October and stays unread,
``25/01/2022`` does not.
"""

from __future__ import annotations

from typing import Final

from vivavoce.patterns import lazy_pattern

_MONTHS: Final = (
    "january jan janvier janv januar jän jänner enero ene janeiro gennaio gen января январь янв "
    "januari styczeń stycznia ocak",
    "february feb février févr fév februar febr febrero fevereiro fev febbraio февраля февраль фев "
    "februari luty lutego şubat",
    "march mar mars märz mär mrz marzo março марта март maart mrt marzec marca mart",
    "april apr avril avr abril abr aprile апреля апрель апр kwiecień kwietnia nisan",
    "may mai mayo maio maggio mag мая май mei maj maja mayıs",
    "june jun juin juni junio junho giugno giu июня июнь июн czerwiec czerwca haziran",
    "july jul juillet juil juli julio julho luglio lug июля июль июл lipiec lipca temmuz",
    "august aug août agosto ago августа август авг augustus augusti sierpień sierpnia ağustos",
    "september sep sept septembre septiembre setiembre setembro set settembre сентября сентябрь "
    "сен сент wrzesień września eylül",
    "october oct octobre oktober okt octubre outubro out ottobre ott октября октябрь окт "
    "październik października ekim",
    "november nov novembre noviembre novembro ноября ноябрь ноя нояб listopad listopada kasım",
    "december dec décembre déc dezember dez diciembre dic dezembro dicembre декабря декабрь дек "
    "grudzień grudnia aralık",
)
_MONTH_OF: Final = {
    name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()
}
_CJK_DIGITS: Final = str.maketrans(
    "〇零一二三四五六七八九０１２３４５６７８９", "00123456789" + "0123456789"
)
_ISO: Final = lazy_pattern(r"(\d{4})[-–](\d{1,2})(?:[-–](\d{1,2}))?(?!\d)")
_CJK: Final = lazy_pattern(
    r"(\d{4})\s*[年년]\s*(?:(\d{1,2})\s*[月월](?:\s*(\d{1,2})\s*[日号號일])?)?"
)
_YEAR_FIRST: Final = lazy_pattern(r"(\d{4})\s*[./]\s*(\d{1,2})(?:\s*[./]\s*(\d{1,2}))?(?![\d.]*\d)")
_WORD: Final = r"([^\W\d_]{3,12})\.?"
_OF: Final = r"(?:\s+(?:de|del|of)\s+|[\s,.-]+)"
_DAY_FIRST: Final = lazy_pattern(
    rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th|er|º|°)?\.?{_OF}{_WORD}{_OF}(\d{{4}})(?!\d)"
)
_MONTH_FIRST: Final = lazy_pattern(rf"{_WORD}\s*(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})(?!\d)")
_MONTH_YEAR: Final = lazy_pattern(rf"{_WORD}{_OF}(\d{{4}})(?!\d)")
_DOTTED: Final = lazy_pattern(r"(?<!\d)(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})(?!\d)")
_SLASHED: Final = lazy_pattern(r"(?<!\d)(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?!\d)")
_COMPACT: Final = lazy_pattern(r"(\d{4})(\d{2})(\d{2})(?:t\d+z?)?")
_YEAR: Final = lazy_pattern(r"\d{4}")
_LONGEST: Final = 200


def to_iso(text: str) -> str | None:
    """Return the date in *text* as ``YYYY-MM-DD``, ``YYYY-MM`` or ``YYYY``; None if there is none.

    A time and its zone are left out, the day is the one that is written. Read are ISO 8601,
    RFC 2822, year-month-day with dots, slashes or 年月日, and day and month by name in the usual
    European languages.
    """
    text = text[:_LONGEST].strip().lower().translate(_CJK_DIGITS)
    return _numeric(text) or _named(text) or _ambiguous(text) or _short(text)


def _numeric(text: str) -> str | None:
    for pattern in (_ISO, _CJK, _YEAR_FIRST):
        if match := pattern.search(text):
            return _checked(*match.groups())
    if match := _DOTTED.search(text):
        day, month, year = match.groups()
        return _checked(year, month, day)
    return None


def _named(text: str) -> str | None:
    for match in _DAY_FIRST.finditer(text):
        if month := _MONTH_OF.get(match.group(2)):
            return _checked(match.group(3), month, match.group(1))
    for match in _MONTH_FIRST.finditer(text):
        if month := _MONTH_OF.get(match.group(1)):
            return _checked(match.group(3), month, match.group(2))
    for match in _MONTH_YEAR.finditer(text):
        if month := _MONTH_OF.get(match.group(1)):
            return _checked(match.group(2), month)
    return None


def _ambiguous(text: str) -> str | None:
    """``25/01/2022`` and ``01/25/2022``; where both numbers could be the month, nothing."""
    match = _SLASHED.search(text)
    if match is None:
        return None
    first, second, year = (int(part) for part in match.groups())
    if first == second or first > 12:
        return _checked(year, second, first)
    return _checked(year, first, second) if second > 12 else None


def _short(text: str) -> str | None:
    if match := _COMPACT.fullmatch(text):
        return _checked(*match.groups())
    return _checked(text) if _YEAR.fullmatch(text) else None


def _checked(
    year: str | int, month: str | int | None = None, day: str | int | None = None
) -> str | None:
    from datetime import date  # noqa: PLC0415 - many documents state no date

    try:
        checked = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    return checked.isoformat()[: 4 + 3 * bool(month) + 3 * bool(day)]
