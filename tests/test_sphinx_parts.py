"""The pure parts of the extension: labels, messages for translators, blocks, line numbers."""

from __future__ import annotations

import pytest
from docutils import nodes
from docutils.core import publish_doctree
from hypothesis import given
from hypothesis import strategies as st
from myst_parser.parsers.docutils_ import Parser

from sphinx_vivavoce.blocks import Origin, Place, body_nodes
from sphinx_vivavoce.doctree import Style, interview_to_nodes
from sphinx_vivavoce.entries import excerpt
from sphinx_vivavoce.inlines import inline_nodes
from sphinx_vivavoce.labels import turn_labels
from sphinx_vivavoce.lines import set_lines
from sphinx_vivavoce.links import place_links
from sphinx_vivavoce.markup import Syntax, message
from vivavoce.forms.shown import shown_turns
from vivavoce.interview import Group, Interview, Text, Turn
from vivavoce.model import Image, Mark, Metadata, Participant, Run, Source
from vivavoce.words import words_for

ENGLISH = words_for("en")
ORIGIN = Origin("talk.html")


def said(text: str, *kinds: str) -> Run:
    return Run(text, tuple(Mark(kind, "https://example.org/") for kind in kinds))  # type: ignore[arg-type]


def paragraph(text: str) -> Text:
    return Text("paragraph", (Run(text),))


def interview(*turns: tuple[str, str], people: tuple[Participant, ...]) -> Interview:
    blocks = tuple(Turn(speaker, (paragraph("Yes."),), label) for speaker, label in turns)
    return Interview(participants=people, blocks=blocks)


ANN = Participant("s1", "Lee", "Ann Lee", "interviewee", labels=("Lee",))
BEN = Participant("s2", "@interviewer", None, "interviewer")
LI = Participant("s3", "李", "李明", None, labels=("李",))
ABE = Participant("s4", "Abe", "Abe Lund", None, labels=("Abe",))


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        ("printed", ("Lee", "", "", "Lee", "李", "Ann Lee")),
        ("every", ("Ann Lee", "", "Question", "Ann Lee", "李明", "Ann Lee")),
        ("initials", ("Ann Lee", "", "Question", "AL", "李明", "AL")),
    ],
)
def test_labels_of_turns(policy: str, expected: tuple[str, ...]) -> None:
    talk = interview(
        ("s1", "Lee"), ("s1", ""), ("s2", ""), ("s1", "Lee"), ("s3", "李"), ("s1", ""),
        people=(ANN, BEN, LI),
    )  # fmt: skip
    assert turn_labels(talk, policy, ENGLISH, shown_turns(talk)) == expected


def test_people_who_share_initials_keep_their_names() -> None:
    talk = interview(("s1", "Lee"), ("s4", "Abe"), ("s1", "Lee"), people=(ANN, ABE))
    assert turn_labels(talk, "initials", ENGLISH, ()) == ("Ann Lee", "Abe Lund", "Ann Lee")


@pytest.mark.parametrize(
    ("runs", "rst", "myst"),
    [
        ((said("plain"),), "plain", "plain"),
        ((said("a "), said("b", "strong"), said(".")), "a **b**.", "a **b**."),
        ((said("in"), said("side", "emphasis"), said("out")), "in\\ *side*\\ out", "in*side*out"),
        ((said(" b ", "strong"), said("c")), "**b** c", "**b** c"),
        ((said("x*y_z`"),), "x\\*y\\_z\\`", "x\\*y\\_z\\`"),
        ((said("2", "superscript"),), ":sup:`2`", "{sup}`2`"),
        ((said("a*b", "code"),), "``a*b``", "`a*b`"),
        (
            (said("see", "strong", "link"),),
            "`see <https://example.org/>`__",
            "**[see](<https://example.org/>)**",
        ),
        ((said("one\ntwo"),), "one two", "one two"),
        ((said("under", "underline"), said("line")), "underline", "underline"),
    ],
)
def test_messages_for_translators(runs: tuple[Run, ...], rst: str, myst: str) -> None:
    assert message(runs, "rst") == rst
    assert message(runs, "myst") == myst


@pytest.mark.parametrize(
    ("text", "rst", "myst"),
    [
        ("- no item", "\\- no item", "\\- no item"),
        ("1. no item", "1\\. no item", "1\\. no item"),
        ("(a) no item", "\\(a) no item", "(a) no item"),
        ("# no heading", "# no heading", "\\# no heading"),
        ("> no quotation", "> no quotation", "\\> no quotation"),
        (":no: field", "\\:no: field", "\\:no: field"),
        ("--no option", "\\--no option", "--no option"),
        ("====", "\\====", "===="),
        ("no code::", "no code:\\:", "no code::"),
        ("no &copy;", "no &copy;", "no \\&copy;"),
        ("no javascript:x", "no javascript\\:x", "no javascript:x"),
        ("C:\\", "C:\\\\\\", "C:\\\\\\"),  # Sphinx takes the last one off
    ],
)
def test_a_message_is_one_paragraph_of_text(text: str, rst: str, myst: str) -> None:
    assert message((said(text),), "rst") == rst
    assert message((said(text),), "myst") == myst


def test_an_address_in_a_message_ends_where_it_ends() -> None:
    link = Mark("link", "https://example.org/a b<c>`_")
    assert message((Run("see", (link,)),), "rst") == (
        "`see <https://example.org/a%20b%3Cc%3E%60\\_>`__"
    )
    assert (
        message((Run("see", (link,)),), "myst") == "[see](<https://example.org/a%20b%3Cc%3E%60_>)"
    )


SIGNS = "ab *`_|\\:.,()[]<>é中。-=+#1\"'{}&~!^$%/"
WORDS = st.text(st.sampled_from(SIGNS), min_size=1, max_size=6)
KINDS = [(), ("superscript",), ("link",), ("code",), ("strong",), ("emphasis",)]


@given(st.lists(st.tuples(WORDS, st.sampled_from(KINDS)), min_size=1, max_size=4))
def test_a_message_reads_back_as_the_same_words(parts: list[tuple[str, tuple[str, ...]]]) -> None:
    _reads_back([said(text, *kinds) for text, kinds in parts], "rst")


@given(st.lists(st.tuples(WORDS, st.sampled_from(KINDS[:4])), min_size=1, max_size=4))
def test_a_message_in_markdown_reads_back(parts: list[tuple[str, tuple[str, ...]]]) -> None:
    _reads_back([run for text, kinds in parts for run in (said(text, *kinds), said(" ! "))], "myst")


def _reads_back(runs: list[Run], syntax: Syntax) -> None:
    shown = "".join("".join(run.text for run in runs).split())
    told = message(runs, syntax)
    parser = None if syntax == "rst" else Parser()
    settings = {"report_level": 5, "_disable_config": True}
    tree = publish_doctree(told, parser=parser, settings_overrides=settings)
    read = "".join(tree.astext().split())
    assert read in {shown, f"{shown}\\"}
    assert not shown or [type(node) for node in tree] == [nodes.paragraph]


def test_neighbours_that_share_marks_share_nodes() -> None:
    found = inline_nodes((said("a", "strong"), said("b", "strong", "emphasis"), said("c")))
    assert [node.pformat() for node in found] == [
        "<strong>\n    a\n    <emphasis>\n        b\n",
        "c\n",
    ]


def test_pictures_in_a_paragraph_follow_it() -> None:
    leaf = Text("paragraph", (Run("See "), Run("", image=Image("a.png", "A")), Run("here.")))
    first, second = body_nodes((leaf,), Place(ORIGIN))
    assert first.astext() == "See here."
    assert isinstance(second, nodes.image)


@pytest.mark.parametrize("kind", ["list", "quote", "definition-list", "table", "figure", "strange"])
def test_no_depth_of_groups_loses_words_or_breaks(kind: str) -> None:
    block: Group | Text = paragraph("deep")
    for _ in range(60):
        block = Group(kind, (block,))
    top = nodes.Element()
    top.extend(body_nodes((block,), Place(ORIGIN)))
    assert top.astext().strip() == "deep"
    assert len(list(top.findall(nodes.bullet_list))) <= 4


def test_a_term_keeps_what_is_no_word() -> None:
    picture = Text("paragraph", (Run("", image=Image("a.png", "A")),))
    inside = (paragraph("one"), picture, paragraph("two"), Group("list", (paragraph("three"),)))
    pairs = (Group("term", inside), Group("definition", (paragraph("four"),)))
    (found,) = body_nodes((Group("definition-list", pairs),), Place(ORIGIN))
    assert found.next_node(nodes.term).astext().split() == ["one", "two"]
    definition = found.next_node(nodes.definition)
    assert [type(node) for node in definition] == [nodes.image, nodes.bullet_list, nodes.paragraph]
    assert definition.astext().split() == ["A", "three", "four"]


def test_a_figure_keeps_the_order_of_its_words() -> None:
    picture = Text("figure", (Run("", image=Image("a.png", "A")),))
    listed = Group("list", (paragraph("one"),))
    for blocks in ((listed, paragraph("two"), picture), (paragraph("one"), picture, listed)):
        top = nodes.Element()
        top.extend(body_nodes((Group("figure", blocks),), Place(ORIGIN)))
        words = [text.astext() for text in top.findall(nodes.Text)]
        assert words == [
            leaf.text
            for leaf in Interview(blocks=blocks).walk()
            if isinstance(leaf, Text) and leaf.text
        ]


def test_a_table_keeps_its_columns() -> None:
    def row(*cells: str, kind: str = "cell") -> Group:
        return Group("row", tuple(Group(kind, (paragraph(cell),)) for cell in cells))

    table = Group("table", (row("a", "b", kind="header-cell"), row("1", "2"), row("3")))
    (node,) = body_nodes((table,), Place(ORIGIN))
    assert node.next_node(nodes.tgroup)["cols"] == 2
    assert node.next_node(nodes.thead).astext() == "a\n\nb"
    assert [len(row) for row in node.findall(nodes.row)] == [2, 2, 2]


def test_headings_never_skip_a_level() -> None:
    def heading(level: int) -> Text:
        return Text("heading", (Run(f"h{level}"),), level)

    turn = Turn("s1", (paragraph("Yes."),), "Lee")
    blocks = (heading(2), turn, heading(5), turn, heading(3), turn, heading(2), turn)
    talk = Interview(participants=(ANN,), blocks=blocks)
    found = interview_to_nodes(talk, Style(depth=2), ORIGIN, shown_turns(talk))
    assert [node.next_node(nodes.title).astext() for node in found] == ["h2", "h2"]
    inner = [node.astext() for node in found[0].findall(nodes.title)]
    assert inner == ["h2", "h5", "h3"]
    assert all(len(node["ids"]) == 1 for node in found[0].findall(nodes.container))


def linked(text: str, address: str) -> Text:
    return Text("paragraph", (Run(text, (Mark("link", address),)),))


def test_links_lead_to_their_places_to_the_web_or_nowhere() -> None:
    links = {"up": "#part", "out": "/more", "gone": "#no", "broken": "http://[x"}
    turn = Turn("s1", tuple(linked(text, address) for text, address in links.items()), "Lee")
    heading = Text("heading", (Run("Part"),), 2, "part")
    source = Metadata(source=Source(url="https://example.org/talks/"))
    for metadata, expected in ((source, "https://example.org/more"), (Metadata(), None)):
        talk = Interview(metadata, (ANN,), (heading, turn))
        top = nodes.Element()
        shown = shown_turns(talk, "talk-")
        top.extend(interview_to_nodes(talk, Style(prefix="talk-"), ORIGIN, shown))
        place_links(top, talk, "talk-")
        found = {link.astext(): link for link in top.findall(nodes.reference)}
        assert found["up"]["refid"] in top.next_node(nodes.section)["ids"]
        assert (found["out"]["refuri"] if "out" in found else None) == expected
        assert not {"gone", "broken"} & set(found)
        assert all(text in top.astext() for text in links)


def test_lines_are_found_in_order_and_kept_where_words_are_not() -> None:
    top = nodes.Element()
    for text in ("first words", "not as it stands", "first words", "last"):
        node = nodes.paragraph(text, text)
        node.source = "talk.html"
        top.append(node)
    set_lines(top, "<p>first words</p>\n<p>x</p>\n<p>last</p>", "talk.html")
    assert [node.line for node in top] == [1, 1, 1, 3]


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Why?", "Why?"),
        ("a" * 100, "a" * 90 + "…"),
        ("What have you carried here, Ann? " + "word " * 20, "What have you carried here, Ann?"),
        ("word " * 30, "word " * 17 + "word…"),
        ("这" * 40 + "。" + "那" * 80, "这" * 40 + "。"),
    ],
)  # fmt: skip
def test_excerpts_end_with_a_sentence_or_a_word(text: str, short: str) -> None:
    assert excerpt(text) == short
