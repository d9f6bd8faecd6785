"""Bytes of every encoding to text, whatever they declare."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vivavoce.problems import Code, InputError
from vivavoce.reading.decode import decode

CHINESE = (
    "林远：这个夏天一直下雨吗？周岚：是的，我们没有出门，在家里补了两个月的网。你要是来看就知道了。"
)
TAIWANESE = (
    "林遠：這個夏天一直下雨嗎？周嵐：是的，我們沒有出門，在家裡補了兩個月的網。你要是來看就知道了。"
)
JAPANESE = (
    "林：夏の間ずっと雨でしたか。周：はい、家で網を直していました。それから魚がいなくなりました。"
)
KOREAN = "기자: 여름 내내 비가 왔나요? 어부: 네, 우리는 집에서 그물을 고쳤어요. 바다를 보았습니다."
RUSSIAN = "Анна: Лето было дождливым? Борис: Да, мы сидели дома и чинили сети, а потом рыба ушла."
GERMAN = "Anna: Regnete es? Jörg: Ja, „übermäßig“ – wir saßen drinnen, für Wochen."
FRENCH = "Anne : Il a plu tout l’été ? Rémy : Oui, et ça n’a pas cessé. À Évian, où j’étais…"
POLISH = (
    "Anna: Czy padało całe lato? Józef: Tak, siedzieliśmy w domu, źle było, później ryby odeszły."
)
GREEK = "Άννα: Έβρεχε όλο το καλοκαίρι; Πέτρος: Ναι, μείναμε στο σπίτι και φτιάχναμε δίχτυα."
TURKISH = "Ayşe: Bütün yaz yağmur mu yağdı? Oğuz: Evet, göle gitmedik, ağları ördük, çok iyi şeydi."
SAMPLES = [
    (CHINESE, "gbk"),
    (CHINESE, "gb18030"),
    (TAIWANESE, "big5"),
    (JAPANESE, "shift_jis"),
    (JAPANESE, "euc_jp"),
    (JAPANESE, "iso2022_jp"),
    (KOREAN, "euc_kr"),
    (RUSSIAN, "cp1251"),
    (RUSSIAN, "koi8-r"),
    (GERMAN, "cp1252"),
    (FRENCH, "cp1252"),
    (POLISH, "cp1250"),
    (GREEK, "cp1253"),
    (CHINESE, "utf-8"),
    (CHINESE, "utf-8-sig"),
    (CHINESE, "utf-16"),
    (CHINESE, "utf-32"),
    (GERMAN, "utf-16-le"),
    (GERMAN, "utf-16-be"),
]
IDS = [f"{text[:6]} {encoding}" for text, encoding in SAMPLES]


@pytest.mark.parametrize(("text", "encoding"), SAMPLES, ids=IDS)
def test_an_encoding_that_nothing_declares_is_found(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == (text, ())


@pytest.mark.parametrize("declared", ["utf-8", "gbk", "windows-1252", "x-unknown"])
@pytest.mark.parametrize(("text", "encoding"), SAMPLES, ids=IDS)
def test_an_encoding_declared_wrongly_is_not_believed(
    text: str, encoding: str, declared: str
) -> None:
    page = f'<html><head><meta charset="{declared}"></head><body><p>{text}</p></body></html>'
    assert decode(page.encode(encoding)) == (page, ())


@pytest.mark.parametrize(
    ("text", "encoding", "declared"),
    [
        (TURKISH, "cp1254", "iso-8859-9"),
        ("Žena čeká na děti, řekla: ano, a šla k řece.", "iso8859-2", "iso-8859-2"),
        ("Ja: „Žal“", "cp1250", "windows-1250"),
        ("雨", "shift_jis", "Shift_JIS"),
        ("雨", "gbk", "gb2312"),
    ],
)
def test_the_declared_encoding_decides_where_little_else_does(
    text: str, encoding: str, declared: str
) -> None:
    page = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}"><p>{text}</p>'
    assert decode(page.encode(encoding)) == (page, ())


def test_a_broken_byte_in_utf8_is_shown_and_reported() -> None:
    data = CHINESE.encode() + b"\xff" + CHINESE.encode()
    text, problems = decode(data)
    assert text == f"{CHINESE}\ufffd{CHINESE}"
    assert [problem.code for problem in problems] == [Code.BAD_ENCODING]
    assert problems[0].message == "1 characters did not fit utf-8 and are shown as \ufffd"


def test_the_encoding_asked_for_is_taken_at_its_word() -> None:
    assert decode(GERMAN.encode("cp1252"), "latin-1") == (GERMAN, ())
    assert decode("雨".encode(), "latin-1")[0] == "雨".encode().decode("cp1252", "replace")
    assert decode(b"abc", "klingon")[1][0].message == "there is no encoding 'klingon'"


def test_line_ends_become_one() -> None:
    assert decode(b"a\r\nb\rc\n")[0] == "a\nb\nc\n"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"%PDF-1.7\n", "a PDF file, not text; save or convert it"),
        (b"PK\x03\x04rest", "the vivavoce command reads .docx"),
        (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
        (b"\x1f\x8b\x08\x00", "a gzip archive, not text; unpack it"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "save it as .docx"),
        (b"\x00\x01\x02\x03" * 100, "a binary file, not text"),
    ],
)
def test_binary_files_are_refused_with_a_remedy(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        decode(data)


@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_are_refused(data: bytes) -> None:
    try:
        text, _ = decode(data)
    except InputError:
        return
    text.encode(errors="surrogatepass")


@given(st.text(max_size=200))
def test_utf8_comes_back_as_it_was(text: str) -> None:
    data = codecs.BOM_UTF8 + text.replace("\0", "").encode(errors="ignore")
    assert decode(data)[0] == data[3:].decode().replace("\r\n", "\n").replace("\r", "\n")
