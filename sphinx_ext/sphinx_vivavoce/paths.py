"""Where a file named in a document is, and whether it may be read.

A name may lead anywhere below the source directory and nowhere else, whatever way it takes there:
dots, an absolute path, percent signs, or a symbolic link.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path, PurePosixPath
from urllib.parse import unquote


class PathError(ValueError):
    """A name that leads out of the source directory or to nothing; the message says which."""


def resolve(name: str, beside: Path, srcdir: Path) -> Path:
    """Return the file *name*, relative to the directory *beside* or, with a slash, to *srcdir*.

    Raises PathError if it is outside of *srcdir* or is no file.
    """
    if unquote(name) != name and not (beside / name).exists():
        name = unquote(name)
    if "\\" in name or "\0" in name or name.startswith("//"):
        raise PathError(f"{name!r} is not a path with forward slashes")
    inside = PurePosixPath(name.lstrip("/"))
    path = (srcdir if name.startswith("/") else beside) / inside
    try:
        found = path.resolve(strict=True)
    except (OSError, RuntimeError, ValueError):
        found = path.resolve()
        if found.is_relative_to(_real(srcdir)):
            raise PathError(f"there is no file {name!r}") from None
    if not found.is_relative_to(_real(srcdir)):
        raise PathError(f"{name!r} leads out of the source directory")
    if not found.is_file():
        raise PathError(f"{name!r} is not a file")
    return found


@cache
def _real(srcdir: Path) -> Path:
    """Return *srcdir* without symbolic links; it is the same for every page."""
    return srcdir.resolve()
