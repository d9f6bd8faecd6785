"""The wheel in an environment of its own: every file is in it, and both programs run from it.

Two wheels are built: one for every computer, and one with the core and the filter compiled, in
which the tests that need no more than these run once more.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ["src/vivavoce", "filters/pandoc_vivavoce", "sphinx_ext/sphinx_vivavoce"]
PAGE = "<p><b>Ada:</b> Why?</p><p><b>Ben:</b> So.</p><p><b>Ada:</b> Oh?</p><p><b>Ben:</b> Yes.</p>"
LOCATE = (
    "import vivavoce, pandoc_vivavoce, sphinx_vivavoce as s; print(vivavoce.__file__, s.__file__)"
)


BEYOND_THE_CORE = re.compile("pandoc|sphinx|benchmarks|subprocess")
"""What a file of tests names that needs more than the core in its own process."""
OTHERS_LOOK = ("chromium", "corpus", "fonts", "java", "suites")
"""Marks of tests in which another program looks at what was made, or reads what others made."""
OF_THE_FILTER = ("test_pandoc_*.py", "test_disarm.py", "test_elements.py", "test_rst.py")


def run(
    *command: str | Path,
    text: str | None = None,
    folder: Path | None = None,
    with_compiler: bool = True,
) -> str:
    """Run *command* and return what it prints; fail with what it says where it fails."""
    environment = os.environ if with_compiler else {**os.environ, "CC": "no-compiler"}
    done = subprocess.run(
        command, input=text, capture_output=True, encoding="utf-8", cwd=folder, env=environment
    )
    assert done.returncode == 0, done.stderr or done.stdout
    return done.stdout


def built(folder: Path, with_compiler: bool) -> Path:
    """Build the wheel of the tree in *folder*, and return where it is."""
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "wheel", "--quiet"]
    options = ["--no-deps", "--no-build-isolation", "--wheel-dir", folder]
    run(*pip, *options, ROOT, with_compiler=with_compiler)
    return next(folder.glob("vivavoce-*.whl"))


def installed(wheel: Path, home: Path) -> Path:
    """Return the folder of the programs of a new environment in *home* that holds *wheel*.

    Dependencies come from the environment of the tests: a line in a ``.pth`` file makes them
    importable without the editable install beside them, whose own ``.pth`` is then not read.
    """
    venv.create(home, symlinks=True)
    python = home / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", python]
    run(*pip, "install", "--quiet", "--no-deps", "--no-index", wheel)
    site = next(home.glob("lib/python*/site-packages"))
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    return python.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel where there is no compiler."""
    return built(tmp_path_factory.mktemp("dist"), with_compiler=False)


@pytest.fixture(scope="module")
def programs(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of the wheel for every computer."""
    return installed(wheel, tmp_path_factory.mktemp("fresh") / "env")


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of a wheel in which the core and the filter are compiled."""
    wheel = built(tmp_path_factory.mktemp("compiled"), with_compiler=True)
    return installed(wheel, tmp_path_factory.mktemp("quick") / "env")


def shipped(package: str) -> set[str]:
    """Return the files of *package* as they are to be named in a wheel."""
    found = [path for path in (ROOT / package).rglob("*") if path.is_file()]
    kept = [path for path in found if "__pycache__" not in path.parts]
    return {path.relative_to((ROOT / package).parent).as_posix() for path in kept}


@pytest.mark.parametrize("package", PACKAGES)
def test_every_file_of_the_package_is_in_the_wheel(wheel: Path, package: str) -> None:
    held = set(zipfile.ZipFile(wheel).namelist())
    assert shipped(package) - held == set()


def test_nothing_but_the_three_packages_is_in_the_wheel(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {
        "vivavoce",
        "pandoc_vivavoce",
        "sphinx_vivavoce",
    }


def test_packages_are_imported_from_the_wheel(programs: Path, tmp_path: Path) -> None:
    where = run(programs / "python", "-c", LOCATE, folder=tmp_path)
    assert str(ROOT) not in where
    assert where.count("site-packages") == 2


def test_command_line_runs_from_the_wheel(programs: Path, tmp_path: Path) -> None:
    (tmp_path / "talk.html").write_text(PAGE, "utf-8")
    printed = run(programs / "vivavoce", "convert", "talk.html", "--to", "json", folder=tmp_path)
    assert [block["kind"] for block in json.loads(printed)["blocks"]] == ["turn"] * 4


def test_book_is_made_from_the_wheel(programs: Path, tmp_path: Path) -> None:
    (tmp_path / "talk.html").write_text(PAGE, "utf-8")
    run(programs / "vivavoce", "convert", "talk.html", "-o", "talk.epub", folder=tmp_path)
    assert zipfile.ZipFile(tmp_path / "talk.epub").testzip() is None


def test_filter_runs_from_the_wheel(programs: Path, tmp_path: Path) -> None:
    document = {"pandoc-api-version": [1, 23, 1], "meta": {}, "blocks": []}
    printed = run(programs / "pandoc-vivavoce", "html", text=json.dumps(document), folder=tmp_path)
    assert json.loads(printed) == document


def test_a_wheel_without_a_compiler_is_for_every_computer(wheel: Path) -> None:
    assert wheel.name.endswith("-py3-none-any.whl")


@pytest.mark.compiler
@pytest.mark.parametrize("module", ["vivavoce.recognise", "pandoc_vivavoce.inplace.document"])
def test_the_core_and_the_filter_are_compiled(compiled: Path, tmp_path: Path, module: str) -> None:
    where = run(
        compiled / "python", "-c", f"import {module} as m; print(m.__file__)", folder=tmp_path
    )
    assert where.strip().endswith((".so", ".pyd"))


@pytest.mark.compiler
def test_the_compiled_core_does_what_the_other_does(compiled: Path) -> None:
    """All tests of it in which no other program looks at what it makes."""
    files = [path for path in (ROOT / "tests").glob("test_*.py") if _is_of_the_core(path)]
    assert len(files) > 20
    assert _passed(compiled, files) > 1000


@pytest.mark.compiler
def test_the_compiled_filter_does_what_the_other_does(compiled: Path) -> None:
    """All tests of it, but for those that look at what pandoc's writers make of the same."""
    files = [path for name in OF_THE_FILTER for path in (ROOT / "tests").glob(name)]
    assert _passed(compiled, files) > 300


def _passed(programs: Path, files: list[Path]) -> int:
    """Run the tests in *files* by *programs* and return how many passed; all must.

    Left out are those that look at products with other programs, which cannot see more in the same
    products, and that of panflute's own program, which is not in the new environment.
    """
    chosen = ["-m", " and ".join(f"not {mark}" for mark in OTHERS_LOOK), "-k", "not autofilter"]
    options = ["-q", *chosen, "-p", "no:cacheprovider", "-p", "no:xdist"]
    printed = run(programs / "python", "-m", "pytest", *options, *sorted(files), folder=ROOT)
    found = re.search(r"(\d+) passed", printed)
    return int(found[1]) if found else 0


def _is_of_the_core(tests: Path) -> bool:
    return not BEYOND_THE_CORE.search(tests.read_text("utf-8"))
