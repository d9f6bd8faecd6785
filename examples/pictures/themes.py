"""Take pictures of interviews in popular themes of Sphinx, to look at before a release.

Usage: ``python themes.py FOLDER MANUAL``. One page shows a talk in every layout, another one talks
in other scripts. Each is taken from a wide screen and from one as narrow as a telephone's, for
readers who prefer light pages and for those who prefer dark ones, and printed as PDF. A page with
one talk is what the manual shows; its pictures go into the folder MANUAL.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from itertools import product
from pathlib import Path

from take import CHROMIUM

THEMES = ("alabaster", "furo", "pydata_sphinx_theme", "sphinx_book_theme", "sphinx_rtd_theme")
SIZES = {"wide": (1100, 4800), "narrow": (500, 5400)}
"""Width and height in pixels. Headless Chromium makes no window narrower than 500."""
SCHEMES = {"light": (), "dark": ("--blink-settings=preferredColorScheme=0",)}
"""What a browser says its reader prefers; themes that have a dark form follow it."""
LAYOUTS = ("run-in", "hanging", "side", "question-heading", "script", "bubble")
SHOWN = {"light": ("furo", "820,548"), "dark": ("pydata_sphinx_theme", "820,660")}
"""The manual's pictures: which scheme, in which theme, how large."""
EXAMPLES = Path(__file__).parent.parent
TALK = EXAMPLES / "docs" / "talks" / "bells.html"
FOREIGN = {"arabic.html": "ar-labels/interview.html", "chinese.md": "zh-feed/interview.md"}


def main(folder: Path, manual: Path) -> None:
    """Write the pictures of every theme into *folder*, and those for the *manual* into its own."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        source = Path(name)
        write_project(source)
        for theme in THEMES:
            output = build(source, theme)
            for page in ("layouts", "scripts"):
                take(output / f"{page}.html", folder.resolve() / f"{theme}-{page}")
        for scheme, (theme, size) in SHOWN.items():
            page = source / "_build" / theme / "talk.html"
            picture = f"--screenshot={manual.resolve() / scheme}.png"
            chromium(page, f"--window-size={size}", picture, *SCHEMES[scheme])


def take(page: Path, start: Path) -> None:
    """Take the pictures of *page*, each a file whose name begins as *start* does."""
    for (size, (width, height)), (scheme, switches) in product(SIZES.items(), SCHEMES.items()):
        picture = f"--screenshot={start}-{size}-{scheme}.png"
        chromium(page, f"--window-size={width},{height}", picture, *switches)
    chromium(page, f"--print-to-pdf={start}.pdf")


def write_project(source: Path) -> None:
    """Write a project with a page of layouts, a page of scripts, and one with a talk alone."""
    shutil.copy(TALK, source)
    for name, example in FOREIGN.items():
        shutil.copy(EXAMPLES / example, source / name)
    settings = 'project = "Talks"\nextensions = ["sphinx_vivavoce"]\n'
    (source / "conf.py").write_text(settings, "utf-8")
    contents = "Talks\n=====\n\n.. toctree::\n\n   layouts\n   scripts\n   talk\n"
    (source / "index.rst").write_text(contents, "utf-8")
    layouts = "\n".join(map(_section, LAYOUTS))
    (source / "layouts.rst").write_text(f"Layouts\n=======\n\n{layouts}", "utf-8")
    scripts = "\n\n".join(f".. interview:: {name}" for name in FOREIGN)
    (source / "scripts.rst").write_text(f"Scripts\n=======\n\n{scripts}\n", "utf-8")
    title = "The silence after the note"
    talk = f"{title}\n{'=' * len(title)}\n\n.. interview:: {TALK.name}\n   :layout: side\n"
    (source / "talk.rst").write_text(talk, "utf-8")


def _section(layout: str) -> str:
    options = f"   :name: {layout}\n   :layout: {layout}\n   :sections: 0"
    return f"{layout}\n{'-' * len(layout)}\n\n.. interview:: {TALK.name}\n{options}\n"


def build(source: Path, theme: str) -> Path:
    """Build the project with *theme* and return the folder of its pages."""
    output = source / "_build" / theme
    sphinx = [sys.executable, "-m", "sphinx", "-q", "-b", "html", "-D", f"html_theme={theme}"]
    subprocess.run([*sphinx, str(source), str(output)], check=True)
    return output


def chromium(page: Path, *switches: str) -> None:
    """Open *page* in headless Chromium with *switches*."""
    program = next(filter(None, map(shutil.which, CHROMIUM)))
    with tempfile.TemporaryDirectory() as profile:
        quiet = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync")
        fixed = (*quiet, "--hide-scrollbars", f"--user-data-dir={profile}")
        subprocess.run([program, *fixed, *switches, page.as_uri()], check=True, capture_output=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
