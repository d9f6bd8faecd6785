"""The TEI form: the samples, sound XML with pointers that lead somewhere, every word kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from lxml import etree
from samples import compare, each_sample, sample
from strategies import interviews
from test_html_form import without_pictures, words_of

from vivavoce.conservation import letters
from vivavoce.forms.tei.document import to_tei
from vivavoce.interview import Interview, Text, Turn
from vivavoce.model import Image, Mark, Metadata, Participant, Run

NAMESPACES = {"t": "http://www.tei-c.org/ns/1.0"}
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
IN_UTTERANCE = {"seg", "figure", "milestone"}


def read(interview: Interview) -> etree._Element:
    """Return the document that *interview* becomes, read by an XML parser."""
    return etree.fromstring(to_tei(interview).encode())


def found(root: etree._Element, path: str) -> list[etree._Element]:
    """Return the elements at *path* below *root*."""
    return root.findall(path, NAMESPACES)


@each_sample
def test_a_sample_is_written_as_the_tei_kept_for_it(name: str, regenerate: bool) -> None:
    compare(name, ".xml", to_tei(sample(name)), regenerate=regenerate)


@given(interviews())
def test_ids_are_unique_and_pointers_lead_to_them(interview: Interview) -> None:
    root = read(interview)
    ids = [element.get(XML_ID) for element in root.iter() if element.get(XML_ID)]
    assert len(ids) == len(set(ids))
    pointers = [
        value
        for element in root.iter()
        for name in ("who", "start", "end", "since", "origin", "target")
        if (value := element.get(name, "")).startswith("#")
    ]
    assert {pointer[1:] for pointer in pointers} <= set(ids)


@given(interviews())
def test_utterances_hold_phrases_and_divisions_end_with_divisions(interview: Interview) -> None:
    root = read(interview)
    utterances = found(root, ".//t:u")
    assert len(utterances) == len(interview.turns)
    for utterance in utterances:
        assert {etree.QName(child).localname for child in utterance} <= IN_UTTERANCE
    for division in found(root, ".//t:div"):
        kinds = [etree.QName(child).localname for child in division]
        assert kinds == sorted(kinds, key=lambda kind: kind == "div")


@given(interviews())
def test_every_word_is_there_in_order(interview: Interview) -> None:
    interview = without_pictures(interview)
    root = read(interview)
    for unsaid in [*found(root, ".//t:rt"), *found(root, ".//t:graphic/t:desc")]:
        unsaid.text = ""
    (body,) = found(root, "./t:text/t:body")
    assert letters("".join(body.itertext())) == letters(xml_words(words_of(interview)))


def xml_words(text: str) -> str:
    """Return *text* without what XML cannot hold."""
    return "".join(char for char in text if char not in "\ufffe\uffff")


def test_participants_and_turns_point_to_each_other() -> None:
    root = read(sample("english"))
    people = {person.get(XML_ID): person for person in found(root, ".//t:person")}
    assert {person.get("role") for person in people.values()} == {"interviewer", "interviewee"}
    spoken = [utterance.get("who", "")[1:] for utterance in found(root, ".//t:u")]
    assert spoken == [turn.speaker for turn in sample("english").turns]
    assert set(spoken) == set(people)


def test_headings_open_nested_divisions() -> None:
    levels = (2, 3, 3, 2, 6)
    headings = tuple(Text("heading", (Run(f"h{n}"),), n) for n in levels)
    root = read(Interview(blocks=headings))
    depths = [len(list(head.iterancestors())) - 4 for head in found(root, ".//t:head")]
    assert depths == [0, 1, 1, 0, 1]


@pytest.mark.parametrize("address", ["javascript:x", "data:text/html,x", "#nowhere"])
def test_addresses_that_are_not_safe_are_left_out(address: str) -> None:
    runs = (Run("words", (Mark("link", address),)), Run("", (), Image(address, "picture")))
    root = read(Interview(blocks=(Text("paragraph", runs),)))
    assert not found(root, ".//t:ref") + found(root, ".//t:graphic")
    assert "wordspicture" in "".join(root.itertext())


def test_addresses_are_escaped_as_uris_are() -> None:
    link = Run("words", (Mark("link", "https://a.example/b c?d[0]=<e>&f#g#h"),))
    (ref,) = found(read(Interview(blocks=(Text("paragraph", (link,)),))), ".//t:ref")
    assert ref.get("target") == "https://a.example/b%20c?d%5B0%5D=%3Ce%3E&f#g%23h"


@pytest.mark.parametrize(
    ("runs", "children"),
    [
        ((Run("", (), Image("a.png")),), ["graphic"]),
        ((Run("", (Mark("link", "https://a.example/"),), Image("a.png")),), ["p"]),
        ((Run("", (), Image("javascript:x", "words")),), ["p"]),
    ],
)
def test_only_a_picture_stands_in_a_figure_without_a_paragraph(
    runs: tuple[Run, ...], children: list[str]
) -> None:
    (figure,) = found(read(Interview(blocks=(Text("figure", runs),))), ".//t:figure")
    assert [etree.QName(child).localname for child in figure] == children


def test_ids_and_languages_that_xml_cannot_have_are_replaced() -> None:
    odd = 'a"><b&\x00'
    person = Participant(odd, odd, odd)
    turn = Turn(odd, (Text("paragraph", (Run(odd),), id=odd, lang=odd),), odd)
    root = read(Interview(Metadata(odd, lang=odd), (person,), (turn,)))
    (utterance,) = found(root, ".//t:u")
    assert utterance.get("who") == "#vv-p-1"
    assert "".join(utterance.itertext()).strip() == 'a"><b&'
