"""Hypothesis strategies that grow interviews, of every kind of block, mark and text.

What they make is what `vivavoce.assemble` can make: text with white space as the readers leave it,
lists of items, tables of rows of cells, turns at the top. Each strategy is made once: to make one
takes longer than to draw from it.
"""

from __future__ import annotations

from functools import cache, partial
from typing import Any

from hypothesis import strategies as st

from vivavoce.interview import Group, Interview, Node, Text, Turn
from vivavoce.model import Image, Mark, Metadata, Participant, Run, Source
from vivavoce.problems import Code, Problem
from vivavoce.runs import RunBuilder

ASIDES = ("credit", "note", "stage-direction", "footnote", "pull-quote", "introduction", "caption")
_PLAIN_MARKS = (
    "strong",
    "emphasis",
    "underline",
    "strikeout",
    "superscript",
    "subscript",
    "small-caps",
    "code",
)
_SPECIALS = "*_`[](){}<>#+-=.!|\\:~^$@&;'\"%/0123456789"
_LETTERS = "abcXYZ éñß你好世界、。：「」こんにちは안녕Приветسلام \u00a0\u3000\u2009\u200b—…“”"
SIGNS = _LETTERS + _SPECIALS
"""What most text is made of, besides any signs at all."""
_ALPHABETS = (_LETTERS, _SPECIALS + "ab 你", _LETTERS + _SPECIALS)
TRICKY = (
    "# no heading",
    "no mark!` or is it?`",
    "- no item",
    "1. no item",
    "(a) no item",
    "A.  no item",
    "> no quote",
    "::: {.no-division}",
    "***",
    "---",
    "===",
    "| no | table |",
    ": no definition",
    "**no bold**",
    "*a",
    "a_b_c",
    "~~no~~ H~2~O x^2^",
    "5*3*2",
    "<b>&amp;&lt;</b><!-- -->",
    "[no link](http://example.org)",
    "![no image](a.png)",
    "[^1] ^[note] [@cite] @who",
    "$1 and $2",
    "`code` ``",
    "C:\\new\\table\\",
    'don\'t "quote" -- or --- or ...',
    "https://example.org/a_b?c=d&copy=1#e",
    "a@example.org",
    "Mr. Smith e.g. this",
    "\\begin{x} \\alpha",
    "{.class} {=html}",
    "：",
    ": :",
)


def words() -> st.SearchStrategy[str]:
    """Text of one line, white space and all, that says something."""
    return _WORDS


_WORDS = st.one_of(
    *(st.text(alphabet, min_size=1, max_size=20) for alphabet in _ALPHABETS),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8),
    st.sampled_from(TRICKY),
)


@cache
def lines() -> st.SearchStrategy[str]:
    """One line of text as front matter and labels have it: no white space but single spaces."""
    return words().map(lambda text: " ".join(_printable(text).split())).filter(bool)


def _printable(text: str) -> str:
    return "".join(char if char.isprintable() else " " for char in text)


@cache
def marks() -> st.SearchStrategy[tuple[Mark, ...]]:
    """Up to three marks of different kinds in any order."""
    valued = st.one_of(
        st.builds(Mark, st.just("link"), addresses(), st.one_of(st.just(""), lines())),
        lines().map(partial(Mark, "ruby")),
        st.sampled_from(["fr", "zh-Hant", "ar"]).map(partial(Mark, "lang")),
    )
    one = st.one_of(st.sampled_from(_PLAIN_MARKS).map(Mark), valued)
    several = st.lists(one, max_size=3, unique_by=lambda mark: mark.kind).map(tuple)
    return st.one_of(st.just(()), several)


@cache
def addresses() -> st.SearchStrategy[str]:
    """Where a link may go."""
    return st.sampled_from(
        [
            "https://example.org/",
            "https://example.org/a_b(c)*d*?x=1&copy=2#[e]",
            "mailto:a@example.org",
            "#part-1",
            "../other page.html",
            "/\\path<>\"'",
        ]
    )


@cache
def images() -> st.SearchStrategy[Image]:
    """A picture, near or far, with and without words."""
    sources = st.sampled_from(["photo.png", "https://example.org/a b.png", "d/é_(1).jpg"])
    maybe = st.one_of(st.just(""), lines())
    return st.builds(Image, sources, maybe, maybe)


@st.composite
def runs(draw: st.DrawFn, *, breaks: bool = True, pictures: bool = True) -> tuple[Run, ...]:
    """Inline content as the readers leave it; it always says something."""
    builder = RunBuilder()
    pieces = draw(st.lists(st.tuples(words(), marks()), min_size=1, max_size=4))
    builder.add_text(draw(st.sampled_from("aZ你й")), ())
    for text, around in pieces:
        builder.add_text(text, around)
        extra = draw(st.integers(0, 11))
        if extra == 0 and breaks:
            builder.add_break(around)
        elif extra == 1 and pictures:
            builder.add_image(draw(images()), around)
    return builder.finish()


@st.composite
def leaves(draw: st.DrawFn, kinds: tuple[str, ...]) -> Text:
    """A leaf of one of *kinds*."""
    kind = draw(st.sampled_from(kinds))
    if kind == "rule":
        return Text("rule")
    if kind == "code":
        return Text("code", (Run(draw(_code())),))
    if kind == "figure":
        return Text("figure", (Run("", (), draw(images())),))
    identifier = draw(st.sampled_from(["", "", "", "part-1", "a b", "1_x:é"]))
    lang = draw(st.sampled_from(["", "", "", "fr", "zh-Hant"]))
    level = draw(st.integers(1, 6)) if kind == "heading" else 0
    return Text(kind, draw(runs(breaks=kind != "heading")), level, identifier, lang)


@cache
def _code() -> st.SearchStrategy[str]:
    line = st.one_of(st.sampled_from(["```", "    x = *y*", "", ":::", "~~~~"]), lines())
    return st.lists(line, min_size=1, max_size=4).map("\n".join).filter(str.strip)


@st.composite
def groups(draw: st.DrawFn, leaf: st.SearchStrategy[Node], depth: int = 1) -> Group:
    """A list, a quotation, a table, … of *leaf*, nested up to *depth* deep."""
    inner = st.one_of(leaf, leaf, groups(leaf, depth - 1)) if depth else leaf
    some = st.lists(inner, min_size=1, max_size=2).map(tuple)
    kind = draw(st.sampled_from(["list", "quote", "table", "definition-list", "figure", "details"]))
    if kind == "list":
        ordered = draw(st.booleans())
        items = [Group("item", draw(some)) for _ in range(draw(st.integers(1, 2)))]
        return Group("list", tuple(items), ordered, draw(st.integers(0, 12)) if ordered else 1)
    if kind == "table":
        return draw(tables(st.one_of(some, st.just(()), st.tuples(leaf))))
    if kind == "definition-list":
        names = st.sampled_from(["term", "definition"])
        members = draw(st.lists(names, min_size=1, max_size=3))
        return Group(kind, tuple(Group(member, draw(some)) for member in members))
    return Group(kind, draw(some))


@st.composite
def tables(draw: st.DrawFn, content: st.SearchStrategy[tuple[Node, ...]]) -> Group:
    """A table, regular or not, whose cells hold *content*."""
    width = draw(st.integers(1, 3))
    has_header, is_ragged = draw(st.booleans()), draw(st.booleans())
    rows: list[Group] = []
    for number in range(draw(st.integers(1, 2))):
        kind = "header-cell" if has_header and number == 0 else "cell"
        count = draw(st.integers(1, 3)) if is_ragged else width
        rows.append(Group("row", tuple(Group(kind, draw(content)) for _ in range(count))))
    return Group("table", tuple(rows))


@cache
def spoken() -> st.SearchStrategy[Node]:
    """What may stand inside a turn."""
    leaf = leaves(("paragraph", "paragraph", "code", "figure", "rule"))
    return st.one_of(leaf, leaf, leaf, groups(leaf))


@cache
def unspoken() -> st.SearchStrategy[Node]:
    """What may stand outside of turns."""
    leaf = leaves(("paragraph", "heading", *ASIDES, "code", "figure", "rule"))
    return st.one_of(leaf, leaf, leaf, groups(leaf))


@cache
def times() -> st.SearchStrategy[float | None]:
    """A time in seconds, to the millisecond, or none."""
    known = st.integers(0, 4_000_000).map(lambda milliseconds: milliseconds / 1000)
    return st.one_of(st.none(), known)


@st.composite
def turns(draw: st.DrawFn, speakers: list[str]) -> Turn:
    """A turn of one of *speakers*."""
    label = draw(st.one_of(st.just(""), lines()))
    least = 0 if label else 1
    blocks = tuple(draw(st.lists(spoken(), min_size=least, max_size=2)))
    return Turn(draw(st.sampled_from(speakers)), blocks, label, draw(times()), draw(times()))


@cache
def participants() -> st.SearchStrategy[list[Participant]]:
    """Up to three people; their ids are ``s1`` to ``s3``."""
    maybe = st.one_of(st.none(), lines())
    roles = st.sampled_from(["interviewer", "interviewee", "moderator", "narrator", None])
    labels = st.one_of(st.sampled_from(["@interviewer", "@interviewee"]), lines())
    person = st.tuples(labels, maybe, roles, maybe, st.lists(lines(), max_size=2).map(tuple))
    return st.lists(person, min_size=1, max_size=3).map(
        lambda people: [Participant(f"s{n}", *rest) for n, rest in enumerate(people, 1)]
    )


@cache
def json_values() -> st.SearchStrategy[Any]:
    """Values as front matter has them."""
    plain = st.one_of(
        st.none(), st.booleans(), st.integers(-9, 2**40), st.floats(-9, 9), words(), lines()
    )
    return st.recursive(
        plain.map(lambda value: _printable(value) if isinstance(value, str) else value),
        lambda inner: st.one_of(
            st.lists(inner, max_size=2), st.dictionaries(lines(), inner, max_size=2)
        ),
        max_leaves=4,
    )


@cache
def metadata() -> st.SearchStrategy[Metadata]:
    """What is known about a document, and front matter of all kinds."""
    maybe = st.one_of(st.none(), lines())
    keys = st.one_of(
        st.sampled_from(["title", "extra", "participants", "tags", "vivavoce"]), lines()
    )
    return st.builds(
        Metadata,
        title=maybe,
        subtitle=maybe,
        authors=st.lists(lines(), max_size=2).map(tuple),
        date=st.sampled_from([None, "2022", "2022-01", "2022-01-10"]),
        lang=st.sampled_from([None, "en", "zh-Hans", "ja", "fr", "ar"]),
        description=maybe,
        cover=st.sampled_from([None, "cover.jpg"]),
        source=st.builds(Source, maybe, st.sampled_from([None, "https://example.org/a"])),
        extra=st.dictionaries(keys, json_values(), max_size=3),
    )


@cache
def problems() -> st.SearchStrategy[Problem]:
    """A problem of any code."""
    block = st.one_of(st.none(), st.integers(0, 99))
    return st.builds(
        Problem, st.sampled_from(Code), lines(), block, st.one_of(st.just(""), lines())
    )


@st.composite
def interviews(draw: st.DrawFn) -> Interview:
    """A whole interview."""
    people = draw(participants())
    turn = turns([person.id for person in people])
    blocks = draw(st.lists(st.one_of(turn, turn, unspoken()), max_size=4))
    found = draw(st.lists(problems(), max_size=2))
    return Interview(draw(metadata()), tuple(people), tuple(blocks), tuple(found))
