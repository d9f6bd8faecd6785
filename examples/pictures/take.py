"""Take the README's pictures: pages of a book of the examples, in headless Chromium.

Usage: ``python take.py BOOK.epub FOLDER``. A page is as wide and high as an e-reader's; what does
not fit on it is cut off, as a reader sees it before turning the page.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

PAGES = {
    "chinese.png": "<h1>修钟人季望川",
    "english.png": "<h1>Maps of Places",
    "contents.png": 'epub:type="toc"',
}
"""A picture's name, and words that only its page has."""
WIDTH, HEIGHT, SCALE = 560, 760, 2
SETTINGS = """<style>
html { background: white; padding: 12px 36px; font-family: "Noto Serif", serif }
</style>"""
"""An e-reader's own margins and typeface, which the book leaves to it."""
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")


def main(book: Path, folder: Path) -> None:
    """Write a picture into *folder* for each of `PAGES`."""
    with tempfile.TemporaryDirectory() as name:
        opened = Path(name)
        zipfile.ZipFile(book).extractall(opened)
        for picture, words in PAGES.items():
            take(page_with(words, opened), folder / picture, opened)


def page_with(words: str, opened: Path) -> Path:
    """Return the page of the opened book that holds *words*; LookupError if there is none."""
    for path in sorted(opened.rglob("*.xhtml")):
        if words in path.read_text("utf-8"):
            return path
    raise LookupError(words)


def take(page: Path, picture: Path, scratch: Path) -> None:
    """Open *page* in Chromium and keep what can be seen of it."""
    page.write_text(page.read_text("utf-8").replace("</head>", SETTINGS + "</head>"), "utf-8")
    program = next(filter(None, map(shutil.which, CHROMIUM)))
    switches = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars",
        f"--user-data-dir={scratch / 'profile'}",
        f"--window-size={WIDTH},{HEIGHT}",
        f"--force-device-scale-factor={SCALE}",
        f"--screenshot={picture.resolve()}",
    ]
    subprocess.run([program, *switches, page.as_uri()], check=True, capture_output=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
