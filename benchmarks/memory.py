"""How much memory a program takes at its peak."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import psutil

OFTEN = 0.02
"""Seconds between two looks at a family of processes."""
PEAKS = {
    "bs4 (lxml) parse": ("import bs4, lxml.etree\n", "tree = bs4.BeautifulSoup(read(), 'lxml')\n"),
    "vivavoce": (
        "import vivavoce; vivavoce.parse('<p>Warm.</p>')\n",
        "interview = vivavoce.parse(read())\n",
    ),
}
"""A program's name, what it imports, and what it does with the page."""
PROGRAM = """\
import re, resource, sys
from pathlib import Path
def read():
    return open(sys.argv[1], encoding="utf-8").read()
{program}
status = Path("/proc/self/status")
if status.exists():
    print(int(re.search(r"VmHWM:\\s*(\\d+)", status.read_text())[1]) / 1024)
else:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""
"""Linux counts into ``ru_maxrss`` what the parent held when it started the program."""


def peak_for_page(name: str, page: Path) -> float:
    """Return how many MiB the program *name* of `PEAKS` takes for *page*, above its imports."""
    setup, work = PEAKS[name]
    return _peak(setup + work, page) - _peak(setup, page)


def _peak(program: str, page: Path) -> float:
    command = [sys.executable, "-c", PROGRAM.format(program=program), str(page)]
    return float(subprocess.run(command, check=True, capture_output=True).stdout)


def peak_of_family(command: list[str]) -> float:
    """Return how many MiB *command* and all its children take together at their peak."""
    peak = 0
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as child:
        family = psutil.Process(child.pid)
        while child.poll() is None:
            peak = max(peak, _resident(family))
            try:
                child.wait(OFTEN)
            except subprocess.TimeoutExpired:
                continue
    if child.returncode:
        raise subprocess.CalledProcessError(child.returncode, command)
    return peak / 2**20


def _resident(process: psutil.Process) -> int:
    """Return the resident bytes of *process* and its children, as far as they are still there."""
    total = 0
    try:
        for member in (process, *process.children(recursive=True)):
            total += member.memory_info().rss
    except psutil.NoSuchProcess:
        pass
    return total
