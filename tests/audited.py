"""A program of ours run so that it tells at its end what it has opened and whom it has asked.

``python audited.py PROGRAM ARGUMENTS``, with the programs of `bounded`; the last line of its
standard error is a JSON object of lists: what was ``read``, ``written``, ``asked`` (addresses) and
``run``.
"""

from __future__ import annotations

import atexit
import json
import sys
from typing import Any

from bounded import PROGRAMS

SEEN: dict[str, list[str]] = {"read": [], "written": [], "asked": [], "run": []}
_CHANGES = {
    "os.mkdir",
    "os.remove",
    "os.rename",
    "os.rmdir",
    "os.link",
    "os.symlink",
    "os.truncate",
}
_WRITES = set("wax+")


def see(event: str, arguments: tuple[Any, ...]) -> None:
    """Keep what the interpreter tells of (PEP 578)."""
    if event == "open":
        path, mode, flags = arguments
        is_written = bool(_WRITES & set(mode or "")) or bool((flags or 0) & 3)
        SEEN["written" if is_written else "read"].append(_shown(path))
    elif event in _CHANGES:
        SEEN["written"].extend(_shown(path) for path in arguments if isinstance(path, str | bytes))
    elif event in {"socket.connect", "socket.getaddrinfo", "socket.sendto"}:
        SEEN["asked"].append(str(arguments[1 if event != "socket.getaddrinfo" else 0]))
    elif event == "subprocess.Popen":
        SEEN["run"].append(" ".join(map(_shown, arguments[1])))


def _shown(path: object) -> str:
    return path.decode("utf-8", "replace") if isinstance(path, bytes) else str(path)


def tell() -> None:
    """Write what was seen."""
    print(json.dumps(SEEN), file=sys.stderr)


if __name__ == "__main__":
    sys.addaudithook(see)
    atexit.register(tell)
    program = PROGRAMS[sys.argv.pop(1)]
    program()
