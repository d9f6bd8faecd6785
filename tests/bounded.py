"""The command line run as a program that tells at its end what it has used up.

``python bounded.py ARGUMENTS`` is ``vivavoce ARGUMENTS``; the last line of its standard error is
JSON: the greatest memory in megabytes, of itself and of what it started, and seconds of work.
"""

from __future__ import annotations

import atexit
import json
import resource
import sys
from pathlib import Path

from pandoc_vivavoce.command.commands import main


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


if __name__ == "__main__":
    atexit.register(tell)
    main()
