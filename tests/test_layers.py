"""Arrows run one way: filters → core ← sphinx_ext. Read from the syntax trees, not from a run."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
HOSTS = {"click", "docutils", "myst_parser", "panflute", "pypandoc", "rich", "sphinx", "typst"}
FORBIDDEN = {
    "src/vivavoce": HOSTS | {"pandoc_vivavoce", "sphinx_vivavoce"},
    "filters/pandoc_vivavoce": {"docutils", "myst_parser", "sphinx", "sphinx_vivavoce"},
    "sphinx_ext/sphinx_vivavoce": {"click", "panflute", "pandoc_vivavoce", "pypandoc", "typst"},
}
MAY_IMPORT = {
    "page": set(),
    "reading": {"page"},
    "forms": {"reading"},
}
"""Rooms of the core, and the other rooms that each may know."""
HEAVY = {"bs4", "click", "lxml", "markdown_it", "panflute", "rich", "yaml"}


def imported(tree: ast.Module) -> Iterator[str]:
    """Yield the name of every module that *tree* imports, at whatever depth of nesting."""
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from (alias.name for alias in names)
            case ast.ImportFrom(module=str(module), level=0):
                yield module
            case ast.Call(
                func=ast.Name(id="import_module") | ast.Attribute(attr="import_module"),
                args=[ast.Constant(value=str(name)), *_],
            ):
                yield name


def arrows(root: str) -> Iterator[tuple[str, str]]:
    """Yield each file under *root* with a top-level package it imports."""
    for path in sorted((ROOT / root).rglob("*.py")):
        for name in imported(ast.parse(path.read_text("utf-8"))):
            yield path.relative_to(ROOT).as_posix(), name.split(".")[0]


@pytest.mark.parametrize("root", FORBIDDEN)
def test_layer_imports_nothing_it_must_not_know(root: str) -> None:
    found = list(arrows(root))
    assert found, f"{root} holds no modules that import anything"
    assert [arrow for arrow in found if arrow[1] in FORBIDDEN[root]] == []


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_room_of_the_core_imports_no_later_one(room: str) -> None:
    core = ROOT / "src" / "vivavoce"
    rooms = {path.parent.name for path in core.glob("*/__init__.py")} - {"lexicon", room}
    trees = [ast.parse(path.read_text("utf-8")) for path in (core / room).rglob("*.py")]
    named = {name.split(".")[1] for tree in trees for name in imported(tree) if "vivavoce." in name}
    assert named, f"{room} imports nothing of the core"
    assert named & rooms <= MAY_IMPORT[room]


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("import sphinx.util as u, json", ["sphinx.util", "json"]),
        ("def f():\n    from docutils import nodes", ["docutils"]),
        ("from . import ast", []),
        ("importlib.import_module('panflute')", ["panflute"]),
    ],
)
def test_imports_are_found_wherever_they_stand(source: str, names: list[str]) -> None:
    assert list(imported(ast.parse(source))) == names


def test_importing_the_core_loads_nothing_heavy() -> None:
    program = "import sys, vivavoce; print(*{name.split('.')[0] for name in sys.modules})"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert HEAVY & set(done.stdout.split()) == set()
