"""Sphinx's LaTeX: the package that comes along, and the PDFs that TeX makes of it."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from sphinx_project import Built, Project, project

DOCS = Path(__file__).parent.parent / "examples" / "docs"
NOTO = r"""
\setmainfont{Noto Serif}
\setsansfont{Noto Sans}
\setCJKmainfont{Noto Serif CJK SC}
\setCJKsansfont{Noto Sans CJK SC}
\setCJKmonofont{Noto Sans Mono CJK SC}
"""
_BETWEEN = re.compile("[ \u202a-\u202c]")
"""Spaces, which pdftotext sets at random in Arabic, and its signs for which way words run."""


@pytest.fixture
def mini(tmp_path: Path) -> Project:
    """A project with pictures, lists, a table, references, and a page in Japanese."""
    return project("epub", tmp_path)


def without_japanese(mini: Project) -> Project:
    """Leave the page out for which not every TeX has fonts."""
    (mini.srcdir / "soup.rst").unlink()
    index = mini.srcdir / "index.rst"
    index.write_text(index.read_text("utf-8").replace("   soup\n", ""), "utf-8")
    return mini


def pdf_text(built: Built, name: str, engine: str) -> str:
    """Typeset *name* and return the words of the PDF; TeX's log has to be free of complaints."""
    done = subprocess.run(
        ["latexmk", f"-{engine}", "-interaction=nonstopmode", "-halt-on-error", f"{name}.tex"],
        cwd=built.outdir,
        capture_output=True,
    )
    assert done.returncode == 0, done.stdout.decode("utf-8", "replace")[-2000:]
    log = (built.outdir / f"{name}.log").read_text("utf-8", "replace")
    for complaint in ("undefined references", "multiply defined", "Missing character"):
        assert complaint not in log
    words = subprocess.run(
        ["pdftotext", "-layout", f"{name}.pdf", "-"],
        cwd=built.outdir,
        capture_output=True,
        check=True,
    )
    return re.sub(r"\s+", " ", words.stdout.decode())


def test_the_package_for_turns_comes_along(mini: Project) -> None:
    built = mini.build("latex")
    assert built.warnings == ""
    assert "\\usepackage{sphinxvivavoce}" in built.text("conversations.tex")
    assert "sphinxclassturn" in built.text("sphinxvivavoce.sty")


@pytest.mark.parametrize(
    ("language", "title"), [("en", "People and what they said"), ("ja", "人物と発言")]
)
def test_the_index_of_people_is_known_to_the_package(
    mini: Project, language: str, title: str
) -> None:
    text = mini.build("latex", language=language).text("conversations.tex")
    assert f"\\newcommand\\vivavoceindexname{{{title}}}" in text
    assert f"\\renewcommand{{\\indexname}}{{{title}}}" in text


@pytest.mark.latex
@pytest.mark.poppler
@pytest.mark.parametrize("engine", ["pdf", "xelatex"])
def test_the_pdf_tells_who_speaks(mini: Project, engine: str) -> None:
    settings = {"latex_engine": engine.replace("pdf", "pdflatex"), "latex_use_xindy": False}
    built = without_japanese(mini).build("latex", latex_elements={"fontpkg": ""}, **settings)
    assert "Ben Marsh: And now? Ann Lee: Now the clocks leave" in pdf_text(
        built, "conversations", engine
    )


@pytest.mark.latex
@pytest.mark.poppler
@pytest.mark.fonts
def test_the_pdf_of_a_chinese_project_with_a_japanese_page(mini: Project) -> None:
    built = mini.build(
        "latex", language="zh_CN", latex_engine="xelatex", latex_elements={"fontpkg": NOTO}
    )
    assert built.warnings == ""
    text = pdf_text(built, "conversations", "xelatex").replace(" ", "")
    assert "記者：スープとは何ですか。" in text
    assert "人物与发言" in text


@pytest.mark.latex
@pytest.mark.poppler
@pytest.mark.fonts
def test_the_pdf_of_an_arabic_project(tmp_path: Path) -> None:
    built = project("arabic", tmp_path).build("latex")
    assert built.warnings == ""
    text = _BETWEEN.sub("", pdf_text(built, "talks", "lualatex"))
    assert "سالمراشد:تبدأبالسؤال" in text
    assert "هدىسليم:ومتىتتوقف؟سالمراشد:هذاأصعبلوح" in text


@pytest.mark.latex
@pytest.mark.poppler
@pytest.mark.fonts
def test_the_pdf_of_the_manual(tmp_path: Path) -> None:
    place = tmp_path / "docs"
    shutil.copytree(DOCS, place, ignore=shutil.ignore_patterns("_build", "__pycache__"))
    built = Project(place).build("latex")
    assert built.warnings == ""
    assert "vivavoce recovers the conversation" in pdf_text(built, "vivavoce", "xelatex")
