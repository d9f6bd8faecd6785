"""What a document says of people outside their labels, gathered once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from vivavoce.lexicon.phrases import opens_with
from vivavoce.model import Part
from vivavoce.people.capitalised import capitalised_names
from vivavoce.people.credited import credited
from vivavoce.people.fullnames import NameIndex, index_of
from vivavoce.people.greetings import NO_GREETINGS, Greetings, greetings
from vivavoce.people.introduction import Statement, statements
from vivavoce.recognition.document import Document
from vivavoce.recognition.labelparts import says_asked


class Evidence(NamedTuple):
    """What the document says of people outside their labels."""

    stated: Mapping[str, str]
    """Folded short form to full name."""
    told: tuple[Statement, ...]
    """Who asks and who answers, by name."""
    outside: Counter[str]
    """Capitalised names that stand outside the talk, and how often."""
    find_names: Callable[[], Counter[str]]
    """Finds the capitalised names that stand anywhere, and how often; only once."""
    find_outside: Callable[[], NameIndex]
    """Finds the names of `outside` by what labels show of them."""
    find_often: Callable[[], NameIndex]
    """Finds the names that stand anywhere more than once by what labels show of them."""
    text: str = ""
    """Title and text, for scripts without case."""
    prose: str = ""
    """What stands outside the talk."""
    greetings: Greetings = NO_GREETINGS
    """Names that the first turns say."""
    before: str = ""
    """What stands before the talk, titles included."""
    by_verb: bool = False
    """Labels say who asked, as in ``JS asked:``, so that the page's author answers."""

    @property
    def names(self) -> Counter[str]:
        """Capitalised names that stand anywhere, and how often; found out when first asked for."""
        return self.find_names()


def evidence_of(document: Document, parts: tuple[Part, ...]) -> Evidence:
    """Gather what *document* says of people, given whose its *parts* are."""
    metadata = document.metadata
    titles = [text for text in (metadata.title, metadata.subtitle, metadata.description) if text]
    extra = list(_strings(metadata.extra))
    blocks = [block.text for block in document.blocks]
    outside = [_text_of(document, part) for part in parts if not part.speaker]
    hello = _greetings(document, parts)
    named = capitalised_names([*titles, *metadata.authors, *extra, *outside])
    find_names = cache(lambda: named + capitalised_names([*titles, *blocks]))
    return Evidence(
        stated=document.stated,
        told=(
            *statements([*titles, *extra, *outside]),
            *(Statement(guest, "interviewee", sure=False) for guest in hello.guests),
            *_credited(document, parts, titles),
        ),
        outside=named,
        find_names=find_names,
        find_outside=cache(lambda: index_of(named)),
        find_often=cache(lambda: index_of({name: n for name, n in find_names().items() if n > 1})),
        text="\n".join([*titles, *titles, *titles, *outside, *blocks]),
        prose="\n".join([*titles, *outside]),
        greetings=hello,
        before="\n".join([*titles, *_before_talk(document, parts)]),
        by_verb=any(says_asked(part.label) for part in parts if part.opens),
    )


def _text_of(document: Document, part: Part) -> str:
    return document.blocks[part.block].text[part.start : part.end]


def _greetings(document: Document, parts: tuple[Part, ...]) -> Greetings:
    """Return the names that are said where turns open."""
    return greetings(
        (part.speaker, document.blocks[part.block].text[part.speech : part.end])
        for part in parts
        if part.speaker and part.opens
    )


def _credited(
    document: Document, parts: tuple[Part, ...], titles: list[str]
) -> Iterator[Statement]:
    """Return what the lines outside the talk credit people with, those of captions aside.

    Of headings only one that begins as a by-line does is such a line.
    """
    lines = (
        line
        for part in parts
        if not part.speaker and part.kind != "caption"
        for line in _lines_of_credit(document, part)
    )
    headings = [document.blocks[part.block].text for part in parts if part.kind == "heading"]
    spoken = [block.text for block in document.blocks if block.kind != "heading"]
    return credited(lines, [*titles, *headings], "\n".join(spoken))


def _lines_of_credit(document: Document, part: Part) -> list[str]:
    if part.kind == "heading" and not opens_with("written_by", document.blocks[part.block].text):
        return []
    return _text_of(document, part).split("\n")


def _before_talk(document: Document, parts: tuple[Part, ...]) -> Iterator[str]:
    for part in parts:
        if part.opens:
            return
        yield _text_of(document, part)


def _strings(extra: Mapping[str, object]) -> Iterator[str]:
    """Yield the strings of front matter, those in lists included."""
    for value in extra.values():
        for item in value if isinstance(value, list | tuple) else (value,):
            if isinstance(item, str):
                yield item
