"""Builds one of the mini projects in ``roots/`` and hands back what came out."""

from __future__ import annotations

import re
import shutil
import zlib
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

import sphinx
from docutils import nodes
from sphinx.testing.util import SphinxTestApp

ROOTS = Path(__file__).parent / "roots"
_INVENTORY_LINE = re.compile(r"(.+?) (\S+:\S+) -?\d+ (\S+) (.+)")
_SUFFIXES = {".rst": "restructuredtext"}
"""Each build gets a copy: what an extension adds to Sphinx's own stays for the whole process."""
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")


@dataclass(frozen=True, slots=True)
class Project:
    """A mini project in a place of its own, where it can be built again and again."""

    srcdir: Path

    def build(
        self, builder: str = "html", *, parallel: int = 0, fresh: bool = False, **config: Any
    ) -> Built:
        """Build what is out of date with *builder*; *config* goes before ``conf.py``.

        With *fresh* everything is read and written anew, whatever was built before.
        """
        status, warnings = StringIO(), StringIO()
        app = SphinxTestApp(
            builder,
            self.srcdir,
            confoverrides={"nitpicky": True, "source_suffix": dict(_SUFFIXES), **config},
            status=status,
            warning=warnings,
            parallel=parallel,
            freshenv=fresh,
        )
        try:
            app.build()
        finally:
            app.cleanup()
        return Built(app, _COLOUR.sub("", warnings.getvalue()), _COLOUR.sub("", status.getvalue()))


@dataclass(frozen=True, slots=True)
class Built:
    """What a build left behind."""

    app: SphinxTestApp
    warnings: str
    status: str
    """What Sphinx said of its progress."""

    @property
    def outdir(self) -> Path:
        """The directory of the builder's files."""
        return Path(self.app.outdir)

    def text(self, name: str) -> str:
        """Return the text of the file *name* that the builder wrote."""
        return (self.outdir / name).read_text("utf-8")

    def inventory(self) -> dict[tuple[str, str], tuple[str, str]]:
        """Return address and title of each object that other projects can refer to.

        As Sphinx writes them: ``$`` stands for the name, ``-`` for a title that is the name.
        """
        packed = (self.outdir / "objects.inv").read_bytes().split(b"\n", 4)[4]
        lines = (
            _INVENTORY_LINE.fullmatch(line)
            for line in zlib.decompress(packed).decode().splitlines()
        )
        return {
            (kind, name): (address, title)
            for name, kind, address, title in (line.groups() for line in lines if line)
        }

    def doctree(self, docname: str = "index") -> nodes.document:
        """Return the page *docname* as it was read."""
        return self.app.env.get_doctree(docname)

    def resolved(self, docname: str = "index") -> nodes.document:
        """Return the page *docname* as the builder wrote it."""
        app = self.app
        tags = {"tags": app.tags} if sphinx.version_info >= (9,) else {}
        return app.env.get_and_resolve_doctree(docname, app.builder, **tags)


def project(name: str, place: Path) -> Project:
    """Copy the mini project ``roots/test-NAME`` to *place*."""
    srcdir = place / name
    shutil.copytree(ROOTS / f"test-{name}", srcdir)
    return Project(srcdir)


def who_says_what(document: nodes.Node) -> list[tuple[str, str]]:
    """Return speaker and words of every turn in *document*, the words in one line."""
    return [
        (node["speaker"], " ".join(node.astext().split()))
        for node in document.findall(nodes.container)
        if "turn" in node["classes"]
    ]
