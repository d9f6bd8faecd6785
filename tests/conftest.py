"""What all tests share: tools that a computer may lack, and the switch that renews expectations.

A test that needs such a tool says so with a marker of the tool's name. Where the tool is missing
the test is skipped by that name; with ``CI=true`` in the environment it fails instead, and so does
a run in which anything at all was skipped.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from ace_check import is_installed as has_ace
from hypothesis import settings
from suites_of_others import are_here as has_suites

from hatch_build import has_compiler

ROOT = Path(__file__).parent.parent
CORPUS = ROOT.parent / "shared" / "corpus"
IN_CI = os.environ.get("CI") == "true"
# In CI made-up examples are the same in each run, so that a change is judged by what it changed.
settings.register_profile("vivavoce", deadline=None, max_examples=50, derandomize=IN_CI)
settings.load_profile("vivavoce")
# EPUBCheck ends before code that is compiled at length would pay. A user's own wish comes first.
os.environ.setdefault("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1")


def has_program(*names: str) -> bool:
    """True where one of the programs *names* is on the path."""
    return any(shutil.which(name) for name in names)


def has_fonts(*families: str) -> bool:
    """True where fontconfig knows all of *families*."""
    if not has_program("fc-list"):
        return False
    listing = subprocess.run(["fc-list", ":", "family"], capture_output=True, check=True).stdout
    return all(family in listing.decode() for family in families)


def has_latex() -> bool:
    """True where TeX has what Sphinx's LaTeX, CJK and Arabic text need."""
    if not all(map(has_program, ("latexmk", "pdflatex", "xelatex", "lualatex", "kpsewhich"))):
        return False
    packages = ["xeCJK.sty", "luabidi.sty", "needspace.sty", "tabulary.sty", "tgtermes.sty"]
    return subprocess.run(["kpsewhich", *packages], capture_output=True).returncode == 0


TOOLS: dict[str, tuple[str, Callable[[], bool]]] = {
    "ace": ("DAISY Ace (`make ace`) and Chromium", has_ace),
    "compiler": ("a C compiler and the headers of Python", has_compiler),
    "java": ("Java", lambda: has_program("java")),
    "chromium": ("Chromium", lambda: has_program("chromium", "chromium-browser", "google-chrome")),
    "latex": ("latexmk, pdfTeX, XeTeX and LuaTeX", has_latex),
    "poppler": ("pdftoppm and pdftotext of poppler", lambda: has_program("pdftoppm")),
    "office": ("LibreOffice", lambda: has_program("soffice")),
    "suites": ("the test suites of others (`make suites`)", has_suites),
    "fonts": ("Noto and Amiri", lambda: has_fonts("Noto Serif", "Noto Serif CJK SC", "Amiri")),
}


LONG = {"bombs", "vectors", "vectors_of_hosts", "wheel", "writers_conserve"}
"""Files that take a minute or more: one that began last would leave the other processes idle."""


@cache
def is_here(marker: str) -> bool:
    """True where the tool behind *marker* can be used; looked up once a run."""
    return TOOLS[marker][1]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--regenerate``, for cases whose expected side the program can write, and more."""
    about = "write what comes out over what was expected; look at the difference before keeping it"
    parser.addoption("--regenerate", action="store_true", help=about)
    about = "make a book of every interview of the annotated corpus, not of some"
    parser.addoption("--whole-corpus", action="store_true", help=about)
    about = "try every attack of the collections in every product, also where that takes long"
    parser.addoption("--every-vector", action="store_true", help=about)


def pytest_configure(config: pytest.Config) -> None:
    """Refuse to write expectations from several processes: they would write over each other's."""
    if config.getoption("--regenerate") and config.getoption("numprocesses", 0):
        raise pytest.UsageError("--regenerate writes tables that tests share: leave out -n")


@pytest.fixture
def regenerate(request: pytest.FixtureRequest) -> bool:
    """True where expected results are to be written anew."""
    return bool(request.config.getoption("--regenerate"))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Begin with what takes long, and leave out the annotated corpus where it is not present."""
    items.sort(key=lambda item: item.path.stem.removeprefix("test_") not in LONG)
    if CORPUS.is_dir():
        return
    absent = [item for item in items if item.get_closest_marker("corpus")]
    config.hook.pytest_deselected(items=absent)
    items[:] = [item for item in items if item not in absent]


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test whose tool is missing, by the tool's name."""
    for marker, (name, _) in TOOLS.items():
        if item.get_closest_marker(marker) and not is_here(marker):
            pytest.skip(f"needs {name}")


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail a run in CI in which something was skipped."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if IN_CI and reporter is not None and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
        reporter.write_line("nothing may be skipped where CI=true", red=True)
