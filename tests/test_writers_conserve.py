"""What is said is in every product, in order, whatever characters it is made of.

Three kinds of interviews are written and read back as their readers have them: one in which what
looks like markup is said, made-up ones of every kind of block and mark, many in one product, and
the annotated corpus where it is present. Every character but white space is compared.
"""

from __future__ import annotations

import csv
import re
import subprocess
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from html import escape
from itertools import count
from pathlib import Path

import pytest
from conftest import CORPUS, ROOT
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from legible import legible
from readback import READERS
from sphinx_project import project
from sphinx_readback import shown_text
from strategies import TRICKY, interviews

import vivavoce
from pandoc_vivavoce.command.inputs import Input
from pandoc_vivavoce.command.products import make_product
from pandoc_vivavoce.command.reading import Document
from pandoc_vivavoce.command.wishes import Wishes
from pandoc_vivavoce.writing.footnotes import refers_to_note
from vivavoce.conservation import letters
from vivavoce.forms.html.page import to_html
from vivavoce.interview import Group, Interview, Node, Text
from vivavoce.model import Run

TABLE = ROOT / "examples" / "docs" / "safety" / "conserved.csv"
SAID = [f"No {number} {text} end." for number, text in enumerate(TRICKY)]
BEGINNINGS = (
    "B. no item at all",
    "iv) none either",
    "#. nor this",
    "-a is no option",
    "--long is none",
    "• no bullet",
    "==========",
    ":no: field",
    ".. no:: directive",
    "12. is a number",
    "% no comment",
    "' no request",
    ".no request either",
)
"""Paragraphs that begin like something else; they go on with the last answer."""
BUILDERS = (
    "html",
    "dirhtml",
    "singlehtml",
    "json",
    "pickle",
    "htmlhelp",
    "qthelp",
    "devhelp",
    "epub",
    "text",
    "xml",
    "pseudoxml",
    "gettext",
    "man",
    "texinfo",
    "latex",
)
OTHERS_ARE_LATE = "ignore:.*:sphinx.deprecation.RemovedInSphinx11Warning"
"""The builders that Sphinx brings along use what Sphinx will leave behind."""
A_SHARE = 4
"""Each format is given every fourth document of the corpus, so that all are read by several."""
A_TENTH = 10
"""The pages of a PDF are made of every tenth."""
A_PRODUCT = 15
"""So many made-up interviews are in one product."""
IS_FOUND = 12
"""A text of so many signs is not met with by chance in another."""
FEW = settings(
    max_examples=2,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=list(HealthCheck),
)
Letters = Callable[[str], str]
_UNSEEN = re.compile(r"[\s\u00ad\u200b\u200e\u200f\u2060\u2066-\u2069\ufeff]+")
_TYPOGRAPHY = str.maketrans(
    {"“": "‘‘", "”": "’’", "`": "‘", "'": "’", "—": "---", "–": "--", "…": "..."}
)
"""Signs that LaTeX writes as several, and signs that it sets alike, as one way of writing both."""


def characters(text: str) -> str:
    """Return *text* without white space and marks that nobody sees."""
    return _UNSEEN.sub("", text)


_LOOKS_ALIKE = str.maketrans({"\N{REVERSE SOLIDUS OPERATOR}": "\\", "”": '"', "´": "'"})


def typeset(text: str) -> str:
    """Return the characters of *text* with its quotes and dashes as TeX knows them."""
    return characters(text).translate(_TYPOGRAPHY)


def _of(form: str) -> Letters:
    """Return what of a text is compared in *form*."""
    return typeset if form == "latex" else characters


def _page() -> str:
    """A talk in which everything is said that looks like markup somewhere."""
    talk = [
        f"<p><b>Ada Quill:</b> What do you say, for number {number}?</p>"
        f"<p><b>Ben Roe:</b> {escape(text)}</p>"
        for number, text in enumerate(SAID)
    ]
    begins = "".join(f"<p>{escape(text)}</p>" for text in BEGINNINGS)
    return "\n".join(talk) + begins


def _product(talks: Sequence[Interview], form: str) -> bytes:
    source = Input("talk.html", Path("talk.html"), ".html")
    return make_product([Document(talk, source) for talk in talks], form, Wishes()).data


def _marked(talks: Sequence[Interview]) -> list[Interview]:
    """Return *talks* with a mark at the end of every leaf that is found nowhere else."""
    numbers = count()

    def one(node: Node) -> Node:
        if not isinstance(node, Text):
            return node._replace(blocks=tuple(map(one, node.blocks)))
        if not node.text:
            return node
        node = node._replace(runs=tuple(map(_without_sign_of_note, node.runs)))
        mark = f" x{next(numbers)}z"
        if node.kind == "code":
            return node._replace(runs=(Run(node.text + mark),))
        return node._replace(runs=(*node.runs, Run(mark)))

    return [talk._replace(blocks=tuple(map(one, talk.blocks))) for talk in talks]


def _without_sign_of_note(run: Run) -> Run:
    """Return *run* without a link if it is the sign of a note, which becomes a number."""
    if not refers_to_note(run):
        return run
    return run._replace(marks=tuple(mark for mark in run.marks if mark.kind != "link"))


def _leaves(talks: Sequence[Interview]) -> list[Text]:
    return [node for talk in talks for node in talk.walk() if isinstance(node, Text)]


def _is_caption(leaf: Text) -> bool:
    """True for what may stand before or after its picture."""
    return leaf.kind == "caption"


def _missing(
    leaves: Sequence[Text],
    text: str,
    of: Letters = characters,
    is_anywhere: Callable[[Text], bool] = _is_caption,
) -> list[str]:
    """Return what of *leaves* has a run that is not in *text* after the one before it.

    *of* says what is compared of a text, *is_anywhere* which leaves may stand elsewhere.
    """
    found, at, missing = of(text), 0, []
    for leaf in leaves:
        is_loose = is_anywhere(leaf)
        for said in filter(None, (of(run.text) for run in leaf.runs)):
            place = found.find(said, 0 if is_loose else at)
            if place < 0:
                missing.append(leaf.text)
            elif not is_loose:
                at = place + len(said)
    return missing


def _missing_in_catalogue(leaves: Sequence[Text], text: str) -> list[str]:
    """Return what of *leaves* is not in *text*, a catalogue of messages.

    It has equal messages once, so that the order is that of others which are long enough to be
    found where they are, and not what is preformatted.
    """
    times = Counter(leaf.text for leaf in leaves)
    asked = [leaf for leaf in leaves if leaf.kind != "code"]
    return _missing(
        asked,
        text,
        is_anywhere=lambda leaf: (
            _is_caption(leaf) or times[leaf.text] > 1 or len(leaf.text) < IS_FOUND
        ),
    )


def _count(leaves: Sequence[Text], of: Letters = characters) -> int:
    """Return how many characters are compared in *leaves*."""
    return sum(len(of(leaf.text)) for leaf in leaves)


@pytest.mark.parametrize("form", READERS)
def test_every_letter_is_in_every_format(form: str, regenerate: bool) -> None:
    read = READERS[form]
    tricky = [vivavoce.parse(_page())]
    assert len(tricky[0].turns) == 2 * len(SAID)
    assert _missing(_leaves(tricky), read(_product(tricky, form)), _of(form)) == []
    compared = [_count(_leaves(tricky), _of(form))]

    @FEW
    @given(st.lists(interviews(), min_size=A_PRODUCT, max_size=A_PRODUCT).map(_marked))
    def made_up(talks: list[Interview]) -> None:
        talks = [_without_tables(talk) for talk in talks] if form == "rst" else talks
        assert _missing(_leaves(talks), read(_product(talks, form)), _of(form)) == []
        compared.append(_count(_leaves(talks), _of(form)))

    made_up()
    if regenerate:
        _note(form, "made up", sum(compared))


def _without_tables(talk: Interview) -> Interview:
    """Return *talk* with quotations in the place of tables.

    Of signs that no font has, pandoc and docutils count differently how many columns they fill, so
    that docutils takes such a table of reStructuredText for none.
    """

    def one(node: Node) -> Node:
        if isinstance(node, Text):
            return node
        inside = tuple(map(one, node.blocks))
        is_part = node.kind in {"table", "row", "cell", "header-cell"}
        return Group("quote", inside) if is_part else node._replace(blocks=inside)

    return talk._replace(blocks=tuple(map(one, talk.blocks)))


@cache
def _corpus() -> tuple[Interview, ...]:
    return tuple(map(vivavoce.read, _corpus_paths()))


@cache
def _corpus_paths() -> tuple[Path, ...]:
    paths = [path for path in sorted((CORPUS / "dev").iterdir()) if path.suffix != ".json"]
    assert len(paths) > 50
    return tuple(paths)


@pytest.mark.corpus
@pytest.mark.parametrize("form", READERS)
def test_every_letter_of_the_corpus_is_in_every_format(form: str, regenerate: bool) -> None:
    first = list(READERS).index(form) % A_SHARE
    talks = _marked(_corpus()[first::A_SHARE])
    assert _missing(_leaves(talks), READERS[form](_product(talks, form)), _of(form)) == []
    if regenerate:
        _note(form, "corpus", _count(_leaves(talks), _of(form)))


@pytest.mark.poppler
@pytest.mark.fonts
def test_every_letter_is_on_the_pages_of_a_pdf(tmp_path: Path, regenerate: bool) -> None:
    talk = [vivavoce.parse(_page())]
    assert _missing(_leaves(talk), _on_pages(talk, tmp_path)) == []
    compared = [_count(_leaves(talk))]

    @FEW
    @given(st.lists(interviews().map(legible), min_size=A_PRODUCT, max_size=A_PRODUCT).map(_marked))
    def made_up(talks: list[Interview]) -> None:
        assert _missing(_leaves(talks), _on_pages(talks, tmp_path)) == []
        compared.append(_count(_leaves(talks)))

    made_up()
    if regenerate:
        _note("pdf", "made up", sum(compared))


@pytest.mark.corpus
@pytest.mark.poppler
@pytest.mark.fonts
def test_every_letter_of_the_corpus_is_on_the_pages_of_a_pdf(
    tmp_path: Path, regenerate: bool
) -> None:
    talks = _marked(_corpus()[::A_TENTH])
    assert _missing(_leaves(talks), _on_pages(talks, tmp_path)) == []
    if regenerate:
        _note("pdf", "corpus", _count(_leaves(talks)))


def _on_pages(talks: Sequence[Interview], folder: Path) -> str:
    """Return what pdftotext reads on the pages of a PDF of *talks*, without heads and numbers."""
    path = folder / "talk.pdf"
    path.write_bytes(_product(talks, "pdf"))
    done = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True)
    pages = [page.splitlines() for page in done.stdout.decode().split("\f")]
    heads = Counter(page[0] for page in pages if page)
    running = {letters(head) for head, times in heads.items() if times > 1}
    running |= {letters(talk.metadata.title or "") for talk in talks}
    return "\n".join(line for page in pages for line in _without_furniture(page, running))


def _without_furniture(page: list[str], running: set[str]) -> list[str]:
    """Return the lines of *page* without its number and its head, which is one of *running*."""
    lines = page[:-1] if page and page[-1].isdigit() else page
    head = ""
    for number, line in enumerate(lines):
        head += letters(line)
        if not any(title.startswith(head) for title in running):
            return lines[number:]
    return lines


@pytest.mark.filterwarnings(OTHERS_ARE_LATE)
@pytest.mark.parametrize("builder", BUILDERS)
def test_every_letter_is_in_what_every_builder_makes(
    builder: str, tmp_path_factory: pytest.TempPathFactory, regenerate: bool
) -> None:
    compared: list[int] = []

    def is_whole(pages: list[str]) -> None:
        leaves = _leaves([vivavoce.parse(page) for page in pages])
        text = _built(_named(pages), builder, tmp_path_factory.mktemp("pages"))
        assert _missing_in(builder, leaves, text) == []
        compared.append(_count(leaves, _of_builder(builder)))

    @FEW
    @given(st.lists(interviews(), min_size=A_PRODUCT, max_size=A_PRODUCT).map(_marked))
    def made_up(talks: list[Interview]) -> None:
        # Plain text parts the lines of a cell by those of its neighbours.
        talks = list(map(_without_tables, talks)) if builder == "text" else talks
        is_whole(list(map(to_html, talks)))

    is_whole([_page()])
    made_up()
    if regenerate:
        _note(f"Sphinx: {builder}", "made up", sum(compared))


def _missing_in(builder: str, leaves: Sequence[Text], text: str) -> list[str]:
    """Return what of *leaves* is not in the *text* of what *builder* has made."""
    if builder == "gettext":
        return _missing_in_catalogue(leaves, text)
    return _missing(leaves, text, _of_builder(builder))


def _of_builder(builder: str) -> Letters:
    """Return what of a text is compared in what *builder* makes."""
    return {"latex": typeset, "man": _in_small}.get(builder, characters)


@pytest.mark.corpus
@pytest.mark.filterwarnings(OTHERS_ARE_LATE)
@pytest.mark.parametrize("builder", BUILDERS)
def test_every_letter_of_the_corpus_is_in_what_every_builder_makes(
    builder: str, tmp_path: Path, regenerate: bool
) -> None:
    place = BUILDERS.index(builder)
    paths = _corpus_paths()[place :: len(BUILDERS)]
    leaves = _leaves(_corpus()[place :: len(BUILDERS)])
    pages = {f"made-{number}{path.suffix}": path for number, path in enumerate(paths)}
    text = _built({name: path.read_bytes() for name, path in pages.items()}, builder, tmp_path)
    assert _missing_in(builder, leaves, text) == []
    if regenerate:
        _note(f"Sphinx: {builder}", "corpus", _count(leaves, _of_builder(builder)))


def _built(pages: Mapping[str, bytes], builder: str, folder: Path) -> str:
    """Return what a reader sees of what *builder* has made of the interviews in *pages*."""
    mini = project("interview", folder)
    index = "Index\n=====\n\n"
    for name, page in pages.items():
        (mini.srcdir / "talks" / name).write_bytes(page)
        index += f".. interview:: talks/{name}\n\n"
    (mini.srcdir / "index.rst").write_text(index, "utf-8")
    return shown_text(mini.build(builder, smartquotes=False).outdir, builder)


def _named(pages: Sequence[str]) -> dict[str, bytes]:
    return {f"made-{number}.html": page.encode() for number, page in enumerate(pages)}


def _note(form: str, source: str, compared: int) -> None:
    rows = _rows() | {(form, source): [form, source, str(compared), "0"]}
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(
            rows[key] for key in _wanted() if key in rows
        )


def _rows() -> dict[tuple[str, str], list[str]]:
    if not TABLE.exists():
        return {}
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {(row[0], row[1]): row for row in csv.reader(file)}


def _wanted() -> list[tuple[str, str]]:
    forms = [*READERS, "pdf", *(f"Sphinx: {builder}" for builder in BUILDERS)]
    return [(form, source) for source in ("made up", "corpus") for form in forms]


def test_the_table_of_the_manual_has_every_product() -> None:
    assert list(_rows()) == _wanted()


def _in_small(text: str) -> str:
    """Return the characters of *text* as a manual page has them.

    Its headings are in capitals, and signs in them look like others, which are no commands.
    """
    return characters(text).casefold().translate(_LOOKS_ALIKE)
