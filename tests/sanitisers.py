"""Attacks with which cleaners of HTML are tested, taken from their own tests as data.

`make suites` fetches the packages. Read in them are the inputs of DOMPurify's and JustHTML's cases,
the vectors of bleach, a file each, and whatever looks like markup or an address among the strings
in the tests of those written in Python: what a cleaner should make of an attack is tried as well.
"""

from __future__ import annotations

import ast
import json
import re
import tarfile
import warnings
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from suites_of_others import FOLDER

_PAYLOAD = re.compile(r'"payload"\s*:\s*("(?:[^"\\]|\\.)*")')
_DATA = re.compile(r"^#data\n(.*?)\n#(?:errors|document)", re.MULTILINE | re.DOTALL)
_MARKUP = re.compile(r"<|(?:script|data):|&#", re.IGNORECASE)


class Suite(NamedTuple):
    """The tests of one cleaner."""

    archive: str
    """Its source in `FOLDER`, packed or not."""
    files: dict[str, Callable[[str], Iterator[str]]]
    """By a pattern of the files' paths, what finds the vectors in the text of one."""


def _payloads(text: str) -> Iterator[str]:
    """Yield the payloads in a module of JavaScript that is all but JSON."""
    return (json.loads(found) for found in _PAYLOAD.findall(text))


def _inputs(text: str) -> Iterator[str]:
    return (case["input_html"] for case in json.loads(text))


def _data(text: str) -> Iterator[str]:
    """Yield the inputs of tests of tree construction, in html5lib's form."""
    return iter(_DATA.findall(text))


def _first_part(text: str) -> Iterator[str]:
    """Yield what stands above the line of two hyphens."""
    yield text.split("\n--\n", maxsplit=1)[0]


def _strings(text: str) -> Iterator[str]:
    """Yield the strings of a module of Python that look like markup or an address."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SyntaxWarning)
        tree = ast.parse(text)
    for node in ast.walk(tree):
        value = node.value if isinstance(node, ast.Constant) else None
        if isinstance(value, str) and _MARKUP.search(value):
            yield value


SUITES = {
    "DOMPurify": Suite("node_modules/dompurify", {r"test/fixtures/expect\.js": _payloads}),
    "bleach": Suite(
        "sdists/bleach-6.4.0.tar.gz",
        {r"/tests/data/\d+\.test": _first_part, r"/tests/test_\w+\.py": _strings},
    ),
    "Genshi": Suite("sdists/genshi-0.7.12.tar.gz", {r"/filters/tests/test_html\.py": _strings}),
    "JustHTML": Suite(
        "sdists/justhtml-3.16.0.tar.gz",
        {
            r"/justhtml-sanitize-tests/cases\.json": _inputs,
            r"/justhtml-tests/\w+\.dat": _data,
            r"/tests/test_\w*sanitize\w*\.py": _strings,
        },
    ),
    "lxml_html_clean": Suite(
        "sdists/lxml_html_clean-0.4.6.tar.gz", {r"/tests/test_clean\.py": _strings}
    ),
}


@cache
def vectors_of(name: str) -> tuple[str, ...]:
    """Return the vectors in the tests of the cleaner *name*, each once."""
    suite = SUITES[name]
    texts = list(_texts(suite.archive))
    found = dict.fromkeys(
        vector
        for pattern, read in suite.files.items()
        for path, text in texts
        if re.search(f"{pattern}$", path)
        for vector in read(text)
    )
    return tuple(found)


def _texts(archive: str) -> Iterator[tuple[str, str]]:
    """Yield path and text of the files of tests in *archive*."""
    place = FOLDER / archive
    if place.is_dir():
        for path in sorted(place.glob("test/**/*.js")):
            yield path.as_posix(), path.read_text("utf-8")
        return
    with tarfile.open(place) as packed:
        for member in packed:
            if "/tests/" in member.name and (file := packed.extractfile(member)):
                yield member.name, file.read().decode("utf-8", "replace")
