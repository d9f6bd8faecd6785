"""Take pictures of the manual's page of layouts in popular themes, to look at before a release.

Usage: ``python themes.py FOLDER``. Each theme is shown on a wide screen and on one as narrow as a
telephone's, and printed as PDF.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from take import CHROMIUM

THEMES = ("alabaster", "furo", "pydata_sphinx_theme", "sphinx_book_theme", "sphinx_rtd_theme")
SIZES = {"wide": (1100, 2400), "narrow": (500, 2400)}
"""Width and height in pixels. Headless Chromium makes no window narrower than 500."""
LAYOUTS = ("run-in", "hanging", "side", "question-heading", "script", "bubble")
TALK = Path(__file__).parent.parent / "docs" / "talks" / "bells.html"


def main(folder: Path) -> None:
    """Write the pictures of every theme into *folder*."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        source = Path(name)
        write_project(source)
        for theme in THEMES:
            page = build(source, theme)
            for size, (width, height) in SIZES.items():
                picture = folder.resolve() / f"{theme}-{size}.png"
                chromium(page, f"--window-size={width},{height}", f"--screenshot={picture}")
            chromium(page, f"--print-to-pdf={folder.resolve() / theme}.pdf")


def write_project(source: Path) -> None:
    """Write a project of one page that shows one interview in every layout."""
    shutil.copy(TALK, source)
    (source / "conf.py").write_text('extensions = ["sphinx_vivavoce"]\n', "utf-8")
    parts = ["Layouts\n======="]
    for layout in LAYOUTS:
        options = f"   :name: {layout}\n   :layout: {layout}\n   :sections: 0"
        rule = "-" * len(layout)
        parts.append(f"{layout}\n{rule}\n\n.. interview:: {TALK.name}\n{options}")
    (source / "index.rst").write_text("\n\n".join(parts) + "\n", "utf-8")


def build(source: Path, theme: str) -> Path:
    """Build the project with *theme* and return its page."""
    output = source / "_build" / theme
    sphinx = [sys.executable, "-m", "sphinx", "-q", "-b", "html", "-D", f"html_theme={theme}"]
    subprocess.run([*sphinx, str(source), str(output)], check=True)
    return output / "index.html"


def chromium(page: Path, *switches: str) -> None:
    """Open *page* in headless Chromium with *switches*."""
    program = next(filter(None, map(shutil.which, CHROMIUM)))
    with tempfile.TemporaryDirectory() as profile:
        quiet = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync")
        fixed = (*quiet, "--hide-scrollbars", f"--user-data-dir={profile}")
        subprocess.run([program, *fixed, *switches, page.as_uri()], check=True, capture_output=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
