"""Bytes to text, in any encoding, whatever the document declares.

A byte order mark decides, then strict UTF-8, since other encodings almost never look like it by
chance. For all else the candidates, the declared encoding among them, are ranked by how many of
their letters are common ones, and BeautifulSoup's UnicodeDammit decodes by that ranking. Binary
files are refused; everything else gives text.
"""

from __future__ import annotations

import codecs
import re
from typing import Final

from vivavoce.problems import Code, InputError, Problem

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BY_PANDOC: Final = "the vivavoce command reads .docx, .odt and .epub, by their suffix"
_AS_TEXT: Final = "save or convert it as HTML, Markdown or text first"
_MAGIC: Final = (
    (b"%PDF-", "a PDF file", _AS_TEXT),
    (b"PK\x03\x04", "a ZIP archive, such as a word processor's document or an e-book", _BY_PANDOC),
    (b"\xd0\xcf\x11\xe0", "an old word processor's document", "save it as .docx first"),
    (b"\x1f\x8b", "a gzip archive", "unpack it first"),
    (b"\x89PNG", "a PNG picture", _AS_TEXT),
    (b"\xff\xd8\xff", "a JPEG picture", _AS_TEXT),
    (b"GIF8", "a GIF picture", _AS_TEXT),
    (b"ID3", "a sound recording", "transcribe it first"),
    (b"OggS", "a sound recording", "transcribe it first"),
)
_COMMON: Final = (
    (
        "gb18030",
        "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之，。：？",
    ),
    (
        "big5hkscs",
        "的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之，。：？",
    ),
    ("cp932", "のにはをたがでてとしれさいるなこそうあかまもよらりだっん、。「」ーン人日本一年"),
    ("euc_jp", "のにはをたがでてとしれさいるなこそうあかまもよらりだっん、。「」ーン人日本一年"),
    ("cp949", "이다는에의가을를고하기지도로한은사리시자인그나어서게있아해들만"),
    ("cp1251", "оеаинтсрвлкмдпуяыьгзбчйхжОНВПТ«»—"),
    ("koi8-r", "оеаинтсрвлкмдпуяыьгзбчйхжОНВПТ"),
    ("cp866", "оеаинтсрвлкмдпуяыьгзбчйхжОНВПТ"),
    ("cp1252", "éèàêçôîûäöüßñáíóúãõåæøÉÀÄÖÜ’‘“”–—…«»\xa0·©£€°¿¡ºª"),
    ("cp1250", "ąćęłńóśźżčďěňřšťůžýáíéúőűăâîșț„”–’\xa0"),
    ("cp1254", "ğışİçöüŞÇÖÜâ’“”–\xa0"),
    ("cp1253", "αοιετσνηυρπκμλςάόίέήύώδγΑΤΟ"),
    ("cp1255", "יוהלאתרבמשנכדחפקםעצגןטסז"),
    ("cp1256", "اليمنتربوعدسفهكحقجةىشصطخذأء،"),
    ("cp874", "านรอกเงมยลวดทสตะปบคหแจพชขใไโผซถศ่้ัีิื"),
)
"""For each encoding letters that make up much of any text in its languages."""
_COMMON_OF: Final = dict(_COMMON)
_WIDER: Final = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "cp936": "gb18030",
    "big5": "big5hkscs",
    "cp950": "big5hkscs",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "tis-620": "cp874",
}
"""Encodings that pages declare, and the supersets in which they are written."""
_SAME_LANGUAGES: Final = {
    "iso8859-2": "cp1250",
    "iso8859-5": "cp1251",
    "iso8859-6": "cp1256",
    "iso8859-7": "cp1253",
    "iso8859-8": "cp1255",
    "iso8859-15": "cp1252",
    "mac-roman": "cp1252",
    "koi8-u": "cp1251",
}
"""Encodings that count only where they are declared, and whose letters they have."""
_SAMPLE: Final = 60_000
_DECLARED_BONUS: Final = 0.15
_BONUS_OF_FEW: Final = 0.6
_FEW_BYTES: Final = 20
_TOLERATED_ERRORS: Final = 0.02
_TOO_MANY_NULS: Final = 0.001


def decode(data: bytes, encoding: str = "") -> tuple[str, tuple[Problem, ...]]:
    """Return *data* as text with ``\\n`` line ends, and what did not fit.

    *encoding*, where given, is taken at its word. Raises InputError for binary files; the message
    says what the file is and what to do with it.
    """
    _refuse_binary(data)
    if encoding:
        text, problems = _decode_as_told(data, encoding)
    else:
        text, problems = _decode_by_evidence(data)
    return text.replace("\r\n", "\n").replace("\r", "\n"), problems


def _refuse_binary(data: bytes) -> None:
    for magic, what, remedy in _MAGIC:
        if data.startswith(magic):
            raise InputError(f"the input is {what}, not text; {remedy}")
    if data.startswith(tuple(bom for bom, _ in _BOMS)) or _wide_encoding(data):
        return
    if data.count(0) > len(data) * _TOO_MANY_NULS + 1:
        raise InputError(f"the input is a binary file, not text; {_AS_TEXT}")


def _decode_as_told(data: bytes, encoding: str) -> tuple[str, tuple[Problem, ...]]:
    try:
        codec = codecs.lookup(encoding)
    except LookupError:
        text, problems = _decode_by_evidence(data)
        unknown = Problem(Code.BAD_ENCODING, f"there is no encoding {encoding!r}")
        return text, (unknown, *problems)
    return _with_replacements(data, _WIDER.get(codec.name, codec.name))


def _decode_by_evidence(data: bytes) -> tuple[str, tuple[Problem, ...]]:
    for bom, name in _BOMS:
        if data.startswith(bom):
            return _with_replacements(data[len(bom) :], name)
    if wide := _wide_encoding(data):
        return _with_replacements(data, wide)
    if b"\x1b$" in data or b"\x1b(" in data:
        return _with_replacements(data, "iso2022_jp_2")
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        pass
    text = data.decode("utf-8", "replace")
    strange = sum(1 for char in text if char > "\x7f")
    if text.count("\ufffd") <= strange * _TOLERATED_ERRORS:
        return text, (_replaced(text, "utf-8"),)
    return _decode_by_ranking(data)


def _wide_encoding(data: bytes) -> str:
    """Return the kind of UTF-16 that *data* is, if it has no mark; every other byte is then 0."""
    sample = data[:2000]
    half = len(sample) // 2
    if half < 4:
        return ""
    if sample[1::2].count(0) > half * 0.7 and sample[0::2].count(0) < half * 0.1:
        return "utf-16-le"
    if sample[0::2].count(0) > half * 0.7 and sample[1::2].count(0) < half * 0.1:
        return "utf-16-be"
    return ""


def _with_replacements(data: bytes, encoding: str) -> tuple[str, tuple[Problem, ...]]:
    text = data.decode(encoding, "replace")
    fits = "\ufffd" not in text
    return text, () if fits else (_replaced(text, encoding),)


def _replaced(text: str, encoding: str) -> Problem:
    place = text.find("\ufffd")
    count = text.count("\ufffd")
    message = f"{count} characters did not fit {encoding} and are shown as \ufffd"
    return Problem(Code.BAD_ENCODING, message, text=text[max(0, place - 30) : place + 30])


def _decode_by_ranking(data: bytes) -> tuple[str, tuple[Problem, ...]]:
    from bs4.dammit import UnicodeDammit  # noqa: PLC0415 - heavy, and few files need it

    ranking = rank_encodings(data)
    dammit = UnicodeDammit(data, known_definite_encodings=ranking, is_html=True)
    if dammit.unicode_markup is None:
        return _with_replacements(data, ranking[0])
    text = dammit.unicode_markup
    name = dammit.original_encoding or "unknown"
    return text, (_replaced(text, name),) if dammit.contains_replacement_characters else ()


def rank_encodings(data: bytes) -> list[str]:
    """Return encodings that *data* may be in, the likeliest first; never empty.

    The score of an encoding is the share of common letters of its languages among the letters
    beyond ASCII, less what speaks against it: bytes that do not fit, letters of another alphabet
    inside Latin words, long runs of accented letters. The declared one has a bonus, a great one
    where there is little else to go by.
    """
    sample = data[:_SAMPLE]
    declared = _declared_encoding(data)
    scores = {name: _score(sample, name) for name in {*_COMMON_OF, declared} - {""}}
    if declared:
        few = len(sample.translate(None, bytes(range(128)))) < _FEW_BYTES
        scores[declared] += _BONUS_OF_FEW if few else _DECLARED_BONUS
    order = {name: place for place, name in enumerate(_COMMON_OF)}
    return sorted(scores, key=lambda name: (-scores[name], order.get(name, len(order))))


def _declared_encoding(data: bytes) -> str:
    """Return the encoding the document names for itself, widened; empty if none is known."""
    from bs4.dammit import EncodingDetector  # noqa: PLC0415 - heavy

    name = EncodingDetector.find_declared_encoding(data, is_html=True)
    try:
        codec = codecs.lookup(name).name if name else ""
    except LookupError:
        return ""
    codec = _WIDER.get(codec, codec)
    return "" if codec.startswith("utf") else codec


def _score(sample: bytes, encoding: str) -> float:
    text = sample.decode(encoding, "replace")
    strange = _ASCII.sub("", text)
    if not strange:
        return 0.0
    common = set(_COMMON_OF.get(_SAME_LANGUAGES.get(encoding, encoding), ""))
    hits = sum(1 for char in strange if char in common)
    against = 2 * strange.count("\ufffd")
    if encoding in _LATIN:
        against += sum(len(run) for run in _ACCENTED_RUN.findall(text))
    elif encoding in _OTHER_ALPHABETS:
        against += len(_MIXED.findall(text))
    return (hits - against) / len(strange)


_ASCII: Final = re.compile(r"[\x00-\x7f]+")
_LATIN: Final = frozenset({"cp1252", "cp1250", "cp1254"})
_OTHER_ALPHABETS: Final = frozenset(
    {"cp1251", "koi8-r", "cp866", "cp1253", "cp1255", "cp1256", "cp874"}
)
_ACCENTED_RUN: Final = re.compile(r"[\u00c0-\u024f\xa1-\xbf]{3,}")
_MIXED: Final = re.compile(r"[A-Za-z](?=[^\x00-\x7f])|[^\x00-\x7f](?=[A-Za-z])")
