"""Runs a program of ours by ``bounded.py`` in a process of its own, within memory and time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

MOST_MEGABYTES = 500
HANGS = 120
"""Seconds after which a program is taken to hang, however busy the computer is."""
BOUNDED = Path(__file__).with_name("bounded.py")


class Ran(NamedTuple):
    """How a program ended that was given a bomb."""

    code: int
    written: bytes
    """On standard output."""
    told: list[str]
    """On standard error."""
    megabytes: int
    seconds: float


def run(arguments: list[str], given: Path | None = None) -> Ran:
    """Run a program of `bounded`, which must end well within the bounds and without a traceback."""
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    done = subprocess.run(
        [sys.executable, str(BOUNDED), *arguments],
        input=given.read_bytes() if given else None,
        capture_output=True,
        timeout=HANGS,
        env={**os.environ, "PATH": path},
    )
    *told, last = done.stderr.decode().splitlines()
    used = json.loads(last)
    assert not [line for line in told if "Traceback" in line or "fault of vivavoce" in line]
    assert used["megabytes"] <= MOST_MEGABYTES
    return Ran(done.returncode, done.stdout, told, used["megabytes"], used["seconds"])
