"""Asks for known vulnerabilities of what is pinned, and tells apart what the answer was.

``python audit.py PIP-AUDIT``, the program to ask with. Exit status: 0 nothing is known of anything
that is pinned; 1 a vulnerability is known; 3 none is known, but for some or all packages nobody
could be asked, as without a network or behind a mirror that keeps no such lists.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

PINNED = Path(__file__).with_name("ci.txt")
CLEAN, VULNERABLE, UNASKED = 0, 1, 3
_SHOWN = 5
"""So many packages that could not be asked about are named."""


class Answer(NamedTuple):
    """What came of asking."""

    status: int
    lines: tuple[str, ...]
    """What to tell people."""


def ask(program: str) -> Answer:
    """Ask about `PINNED` with the program pip-audit."""
    options = ("--disable-pip", "--require-hashes", "--progress-spinner", "off", "--desc", "off")
    command = [program, *options, "--format", "json", "--requirement", str(PINNED)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return judged(done.stdout, done.stderr)


def judged(printed: str, told: str) -> Answer:
    """Return what pip-audit's JSON says that was *printed*; *told* says why there is none."""
    try:
        packages: list[dict[str, Any]] = json.loads(printed)["dependencies"]
    except (ValueError, KeyError, TypeError):
        last = (told.strip().splitlines() or ["pip-audit said nothing"])[-1]
        return Answer(UNASKED, (f"The lists of vulnerabilities could not be asked: {last}",))
    known = [line for package in packages for line in _vulnerabilities(package)]
    unasked = [str(package["name"]) for package in packages if "skip_reason" in package]
    lines = (*known, *_of_unasked(unasked, len(packages)))
    if known:
        return Answer(VULNERABLE, lines)
    asked = len(packages) - len(unasked)
    if asked:
        lines = (*lines, f"No vulnerability is known of the {asked} packages asked about")
    return Answer(UNASKED if unasked or not asked else CLEAN, lines)


def _vulnerabilities(package: dict[str, Any]) -> list[str]:
    name = f"{package['name']} {package.get('version', '')}".strip()
    return [
        f"A vulnerability is known of {name}: {item['id']}"
        + (f", mended in {', '.join(item['fix_versions'])}" if item.get("fix_versions") else "")
        for item in package.get("vulns", ())
    ]


def _of_unasked(names: list[str], total: int) -> tuple[str, ...]:
    if not names:
        return ()
    shown = ", ".join(names[:_SHOWN]) + (", …" if len(names) > _SHOWN else "")
    return (f"Of {len(names)} of {total} packages the lists could not be asked: {shown}",)


if __name__ == "__main__":
    answer = ask(sys.argv[1])
    print("\n".join(answer.lines), file=sys.stderr if answer.status else sys.stdout)
    sys.exit(answer.status)
