"""Every builder: no failure, no warning, and it is plain to read who speaks."""

from __future__ import annotations

from pathlib import Path

import pytest
from docutils import nodes, writers
from sphinx.application import Sphinx
from sphinx.builders.text import TextBuilder
from sphinx_project import Project, project

READABLE = {
    "html": ("index.html", '<span class="speaker">Ann Lee</span>: Now the clocks leave'),
    "dirhtml": ("index.html", '<span class="speaker">Ann Lee</span>: Now the clocks leave'),
    "singlehtml": ("index.html", '<span class="speaker">Ann Lee</span>: Now the clocks leave'),
    "epub": ("index.xhtml", '<span class="speaker">Ann Lee</span>: Now the clocks leave'),
    "text": ("index.txt", "\nAnn Lee: Now the clocks leave, and I stay.\n"),
    "man": ("talks.1", "\n\\fBAnn Lee\\fP: Now the clocks leave, and I stay.\n"),
    "texinfo": ("talks.texi", "Ann Lee: Now the clocks leave"),
    "latex": ("talks.tex", "{\\sphinxstylestrong{Ann Lee}}: Now the clocks leave"),
    "xml": ("index.xml", 'speaker="Ann Lee"'),
    "pseudoxml": ("index.pseudoxml", 'speaker="Ann Lee"'),
    "gettext": ("index.pot", "Now the clocks leave, and I stay."),
}


@pytest.fixture
def mini(tmp_path: Path) -> Project:
    """A project with an interview as it is, an excerpt of it, and one inside a note."""
    return project("interview", tmp_path)


@pytest.mark.parametrize("builder", READABLE)
def test_a_builder_fails_nothing_and_tells_who_speaks(mini: Project, builder: str) -> None:
    built = mini.build(builder)
    name, words = READABLE[builder]
    assert built.warnings == ""
    assert words in built.text(name)


@pytest.mark.filterwarnings("ignore:.*JSONHTMLBuilder.app")  # that is its own affair
def test_pages_and_the_index_of_people_are_written_as_json(mini: Project) -> None:
    built = mini.build("json")
    assert built.warnings == ""
    assert '<span class=\\"speaker\\">Ann Lee</span>: Now the clocks' in built.text("index.fjson")
    assert ">Ann Lee</h3>" in built.text("vivavoce-people.fjson")


def test_turns_are_paragraphs_of_their_own_in_manual_pages(mini: Project) -> None:
    lines = mini.build("man").text("talks.1").splitlines()
    place = lines.index("\\fBAnn Lee\\fP: Now the clocks leave, and I stay.")
    assert lines[place - 1] == ".sp"


def test_latex_has_a_label_for_every_turn_that_is_referred_to(mini: Project) -> None:
    with (mini.srcdir / "index.rst").open("a") as page:
        page.write("\n:vivavoce:turn:`ann:4`\n")
    text = mini.build("latex").text("talks.tex")
    reference = text.rindex("\\hyperref[") + len("\\hyperref[")
    label = text[reference : text.index("]", reference)]
    assert f"\\phantomsection\\label{{{label}}}\\DUrole{{speaker}}" in text


def test_line_breaks_are_kept(mini: Project) -> None:
    assert "every evening.\\\\{}I came" in mini.build("latex").text("talks.tex")
    assert "every evening.\n.br\nI came" in mini.build("man").text("talks.1")


def test_links_are_checked(mini: Project) -> None:
    built = mini.build("linkcheck", linkcheck_ignore=[r"https://example\.org/.*"])
    assert built.warnings == ""
    assert '"uri": "https://example.org/tools"' in built.text("output.json")


class _StandardVisitor(nodes.SparseNodeVisitor):
    """Knows docutils' own elements and fails on any other, as foreign writers do."""

    def __init__(self, document: nodes.document) -> None:
        super().__init__(document)
        self.words: list[str] = []

    def visit_Text(self, node: nodes.Text) -> None:  # noqa: N802 - docutils' name
        self.words.append(str(node))


class _ForeignWriter(writers.Writer):
    """A writer that has never heard of this extension, nor of Sphinx."""

    def translate(self) -> None:
        visitor = _StandardVisitor(self.document)
        self.document.walkabout(visitor)
        self.output = "".join(visitor.words)


class _ForeignBuilder(TextBuilder):
    """A third party's builder."""

    name = "foreign"
    format = "foreign"

    def prepare_writing(self, docnames: object) -> None:
        self.writer = _ForeignWriter()

    def write_doc(self, docname: str, doctree: nodes.document) -> None:
        self.writer.document = doctree
        self.writer.translate()
        Path(self.outdir, f"{docname}.txt").write_text(self.writer.output, "utf-8")


def test_an_unknown_builder_sees_elements_it_knows(
    mini: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def setup(app: Sphinx) -> dict[str, bool]:
        app.add_builder(_ForeignBuilder)
        return {"parallel_read_safe": True}

    monkeypatch.setattr("sphinx_vivavoce.assets.setup", setup)
    built = mini.build("foreign")
    assert built.warnings == ""
    assert "Ann Lee: Now the clocks leave, and I stay." in built.text("index.txt")


@pytest.mark.parametrize(
    ("builder", "extension", "name"),
    [
        ("markdown", "sphinx_markdown_builder", "index.md"),
        ("rst", "sphinxcontrib.restbuilder", "index.rst"),
    ],
)
def test_builders_of_third_parties_lose_no_words(
    mini: Project, builder: str, extension: str, name: str
) -> None:
    built = mini.build(builder, extensions=["sphinx_vivavoce", extension])
    assert built.warnings == ""
    text = built.text(name)
    assert "\nAnn Lee: Now the clocks leave, and I stay.\n" in text
    assert "\nThe bench by the window\n" in text
    assert "his tools" in text


def test_a_colon_in_a_link_within_the_manual_stays_in_texinfo(tmp_path: Path) -> None:
    mini = project("interview", tmp_path)
    said = "<p id=a><b>Ann:</b> At 12:30.</p><p><b>Ben:</b> See <a href='#a'>12:30</a>.</p>"
    (mini.srcdir / "talks" / "made.html").write_text(said * 2, "utf-8")
    (mini.srcdir / "index.rst").write_text("I\n=\n\n.. interview:: talks/made.html\n", "utf-8")
    assert "See 12:30." in mini.build("texinfo").text("talks.texi")


def test_a_title_of_signs_alone_has_its_node_in_texinfo(tmp_path: Path) -> None:
    mini = project("interview", tmp_path)
    page = "<h2>(:</h2>" + "<p><b>Ann:</b> Who?</p><p><b>Ben:</b> I.</p>" * 2
    (mini.srcdir / "talks" / "ann.html").write_text(page, "utf-8")
    (mini.srcdir / "index.rst").write_text("I\n=\n\n.. interview:: talks/ann.html\n", "utf-8")
    assert "@chapter (:" in mini.build("texinfo").text("talks.texi")
