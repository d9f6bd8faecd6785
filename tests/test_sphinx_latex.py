"""Sphinx's LaTeX: the package that comes along, and the PDF itself where TeX is installed.

TeX is no need of this project: where it is missing, the test of the PDF is not collected.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from sphinx_project import Project, project

ENGINES = [engine for engine in ("pdflatex", "xelatex") if shutil.which(engine)]


@pytest.fixture
def mini(tmp_path: Path) -> Project:
    """A project with pictures, lists, a table and references, in fonts that every TeX has."""
    mini = project("epub", tmp_path)
    (mini.srcdir / "soup.rst").unlink()
    index = mini.srcdir / "index.rst"
    index.write_text(index.read_text("utf-8").replace("   soup\n", ""), "utf-8")
    return mini


def test_the_package_for_turns_comes_along(mini: Project) -> None:
    built = mini.build("latex")
    assert built.warnings == ""
    assert "\\usepackage{sphinxvivavoce}" in built.text("conversations.tex")
    assert "sphinxclassturn" in built.text("sphinxvivavoce.sty")


if ENGINES:

    @pytest.mark.parametrize("engine", ENGINES)
    def test_the_pdf_is_made(mini: Project, engine: str) -> None:
        built = mini.build("latex", latex_engine=engine, latex_elements={"fontpkg": ""})
        for _ in range(2):
            done = subprocess.run(
                [engine, "-interaction=nonstopmode", "-halt-on-error", "conversations.tex"],
                cwd=built.outdir,
                capture_output=True,
                check=False,
            )
            assert done.returncode == 0, done.stdout.decode("utf-8", "replace")[-2000:]
        log = (built.outdir / "conversations.log").read_text("utf-8", "replace")
        assert "undefined references" not in log
        assert "multiply defined" not in log
        assert (built.outdir / "conversations.pdf").stat().st_size > 10_000
