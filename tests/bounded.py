"""A program of ours run so that it tells at its end what it has used up.

``python bounded.py PROGRAM ARGUMENTS``; the last line of its standard error is JSON: the greatest
memory in megabytes, of itself and of what it started, and seconds of work.
"""

from __future__ import annotations

import atexit
import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path


def tell() -> None:
    """Write what was used up."""
    own, started = (
        resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    status = Path("/proc/self/status").read_text("ascii").splitlines()
    peak = next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))
    seconds = sum(used.ru_utime + used.ru_stime for used in (own, started))
    used = {"megabytes": max(peak, started.ru_maxrss) // 1024, "seconds": round(seconds, 1)}
    print(json.dumps(used), file=sys.stderr)


def _vivavoce() -> None:
    from pandoc_vivavoce.command.commands import main  # noqa: PLC0415 - one of them is run

    main()


def _filter() -> None:
    """Run it here; it would end this process at once, before anything is told."""
    from pandoc_vivavoce.filter import main  # noqa: PLC0415

    os._exit = sys.exit  # type: ignore[assignment]
    main()


def _pandoc() -> None:
    from pandoc_vivavoce.pandoc import find_pandoc  # noqa: PLC0415

    sys.exit(subprocess.run([find_pandoc(), *sys.argv[1:]], check=False).returncode)


def _sphinx() -> None:
    from sphinx.cmd.build import main  # noqa: PLC0415

    sys.exit(main(sys.argv[1:]))


PROGRAMS: dict[str, Callable[[], None]] = {
    "vivavoce": _vivavoce,
    "filter": _filter,
    "pandoc": _pandoc,
    "sphinx": _sphinx,
}


if __name__ == "__main__":
    atexit.register(tell)
    program = PROGRAMS[sys.argv.pop(1)]
    program()
