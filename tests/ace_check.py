"""What DAISY Ace says of e-books: rules of EPUB Accessibility 1.1 and WCAG that a program can tell.

Ace comes from npm (``make ace``), pinned in ``ace/package-lock.json``.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

FOLDER = Path(__file__).parent / "ace"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
LONGEST = 45
"""Seconds for one book."""


def is_installed() -> bool:
    """True where Node, Ace and a browser for it are at hand."""
    has_ace = (FOLDER / "node_modules" / "@daisy" / "ace-core").is_dir()
    return bool(has_ace and shutil.which("node") and _browser())


def _browser() -> str | None:
    return next((found for name in BROWSERS if (found := shutil.which(name))), None)


def violations(paths: Sequence[Path], folder: Path) -> dict[Path, list[str]]:
    """Return what Ace finds in each of the EPUBs *paths*; *folder* is for its reports."""
    environment = {
        **os.environ,
        "PUPPETEER_EXECUTABLE_PATH": str(_browser()),
        "ACE_TIMEOUT_INITIAL": "60000",
    }
    done = subprocess.run(
        ["node", "check.js", folder.resolve(), *(path.resolve() for path in paths)],
        cwd=FOLDER,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60 + LONGEST * len(paths),
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, list[str]] = json.loads(done.stdout.splitlines()[-1])
    return {path: found[str(path.resolve())] for path in paths}
