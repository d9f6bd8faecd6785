"""Directives of this manual: what can be read from the code is never written twice.

``example`` shows markup and what becomes of it; ``conventions`` shows every convention with an
interview that uses it; ``options`` makes a table of options; ``modules`` lists a package's files;
``columns`` are those of the table of turns.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.util.nodes import nested_parse_with_titles

import pandoc_vivavoce
import sphinx_vivavoce
import vivavoce
from pandoc_vivavoce import settings
from pandoc_vivavoce.books.plan.book_plan import chapter_keys, plan_keys
from pandoc_vivavoce.corpus import rows
from sphinx_vivavoce.config import OWN_VALUES, PREFIX
from vivavoce.conventions.registry import CONVENTIONS
from vivavoce.options import ABOUT, DEFAULTS, Options
from vivavoce.problems import Code

Row = tuple[str, str, str]
"""A name, its default, and what it does."""
HERE = Path(__file__).parent
PACKAGES = {package.__name__: package for package in (vivavoce, pandoc_vivavoce, sphinx_vivavoce)}


class GeneratedDirective(SphinxDirective):
    """A directive that writes reStructuredText and has it read."""

    def parse(self, lines: Iterable[str]) -> list[nodes.Node]:
        """Return the nodes of *lines*, sections among them."""
        parent = nodes.Element()
        nested_parse_with_titles(self.state, StringList(list(lines), "manual.py"), parent)
        return list(parent.children)


class ExampleDirective(GeneratedDirective):
    """Show the content as it is written, and what becomes of it."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return the written and the read content."""
        written = "\n".join(self.content)
        block = nodes.literal_block(written, written, language="rst")
        return [block, *self.parse(self.content)]


class ConventionsDirective(GeneratedDirective):
    """Show every convention: what it is, how it is written, what is read."""

    def run(self) -> list[nodes.Node]:
        """Return a section for each convention."""
        found: list[nodes.Node] = []
        for name, rule in CONVENTIONS:
            (section,) = self.parse(CONVENTION.format(name=name, line="-" * len(name)).split("\n"))
            about = first_paragraph(Path(rule.__code__.co_filename))
            section.insert(1, nodes.paragraph("", "", *prose(about)))  # type: ignore[attr-defined]
            found.append(section)
        return found


CONVENTION = """\
{name}
{line}

.. literalinclude:: conventions/{name}.html
   :language: html

.. interview:: conventions/{name}.html
   :name: {name}
   :convention: {name}
"""


def first_paragraph(path: Path) -> str:
    """Return the first paragraph of the docstring of the module *path*, in one line."""
    about = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
    return " ".join(about.split("\n\n")[0].split())


def prose(text: str) -> list[nodes.Node]:
    """Return *text* as inline nodes, with what is between backquotes as code."""
    found: list[nodes.Node] = []
    for number, piece in enumerate(re.split("`+", text)):
        found.append(nodes.literal("", piece) if number % 2 else nodes.Text(piece))
    return found


class OptionsDirective(GeneratedDirective):
    """Make a table of the options of the part that the argument names."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the table."""
        lines = [".. list-table::", "   :header-rows: 1", "   :widths: 30 20 50", ""]
        for row in [("name", "default", "what it does"), *ROWS[self.arguments[0]]()]:
            lines += [f"   * - {row[0]}", f"     - {row[1]}", f"     - {row[2]}"]
        return self.parse(lines)


def _default(value: Any) -> str:
    shown = {True: "yes", False: "no"}.get(value) if isinstance(value, bool) else value
    if shown in ("", (), []):
        return ""
    return f"``{shown}``"


def _about(text: str) -> str:
    """Return *text*, whose code is between single backquotes, as reStructuredText."""
    return re.sub(r"`([^`]+)`", r"``\1``", text)


def _core_rows(name_of: Callable[[str], str]) -> list[Row]:
    return [
        (name_of(name), _default(getattr(DEFAULTS, name)), _about(ABOUT[name]))
        for name in Options._fields
    ]


def _hyphened(name: str) -> str:
    return f"``{name.replace('_', '-')}``"


def _filter_rows() -> list[Row]:
    core = {name.replace("_", "-") for name in Options._fields}
    rows: list[Row] = []
    for name in settings.option_names():
        if name not in core:
            about, default, choices = settings.about(name)
            one_of = f" One of {', '.join(f'``{choice}``' for choice in choices)}." * bool(choices)
            rows.append((f"``{name}``", _default(default), _about(about) + one_of))
    return rows


def _sphinx_rows() -> list[Row]:
    return [
        (f"``{PREFIX}{name}``", _default(own.default), _about(own.about))
        for name, own in OWN_VALUES.items()
    ] + _core_rows(lambda name: f"``{PREFIX}{name}``")


def _key_rows(about: Mapping[str, str]) -> list[Row]:
    return [(f"``{name}``", "", _about(text)) for name, text in about.items()]


def _problem_rows() -> list[Row]:
    return [(f"``{code.code}``", code.level.value, code.meaning) for code in Code]


ROWS: dict[str, Callable[[], list[Row]]] = {
    "core": lambda: _core_rows(_hyphened),
    "filter": _filter_rows,
    "sphinx": _sphinx_rows,
    "problems": _problem_rows,
    "book": lambda: _key_rows(plan_keys()),
    "chapter": lambda: _key_rows(chapter_keys()),
}


class ColumnsDirective(GeneratedDirective):
    """Make a table of the columns of the table of turns."""

    def run(self) -> list[nodes.Node]:
        """Return the table, from the fields of `Row` and the sentences under them."""
        tree = ast.parse(Path(rows.__file__).read_text("utf-8"))
        (row,) = (
            item for item in tree.body if isinstance(item, ast.ClassDef) and item.name == "Row"
        )
        abouts: dict[str, str] = {}
        for item in row.body:
            match item:
                case ast.AnnAssign(target=ast.Name(id=name)):
                    abouts[name] = ""
                case ast.Expr(value=ast.Constant(value=str(about))) if abouts:
                    abouts[list(abouts)[-1]] = " ".join(about.split())
        listed = [[f"``{name}``", abouts[name]] for name in rows.Row._fields]
        return self.parse(list_table([["column", "what it holds"], *listed]))


def list_table(listed: list[list[str]]) -> list[str]:
    """Return *listed*, of which the first is the head, as the lines of a table."""
    lines = [".. list-table::", "   :header-rows: 1", ""]
    for row in listed:
        lines += [f"   {'*' if not place else ' '} - {cell}" for place, cell in enumerate(row)]
    return lines


class ModulesDirective(SphinxDirective):
    """List the files of the package that the argument names, with what each owns."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return a definition list in the order of the files."""
        folder = Path(PACKAGES[self.arguments[0]].__file__ or "").parent
        listed = nodes.definition_list()
        for path in sorted(folder.rglob("*.py")):
            self.env.note_dependency(str(path))
            name = nodes.literal("", path.relative_to(folder).as_posix())
            about = nodes.paragraph("", "", *prose(first_paragraph(path)))
            term, definition = nodes.term("", "", name), nodes.definition("", about)
            listed += nodes.definition_list_item("", term, definition)
        return [listed]


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the directives."""
    app.add_directive("example", ExampleDirective)
    app.add_directive("conventions", ConventionsDirective)
    app.add_directive("options", OptionsDirective)
    app.add_directive("modules", ModulesDirective)
    app.add_directive("columns", ColumnsDirective)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
