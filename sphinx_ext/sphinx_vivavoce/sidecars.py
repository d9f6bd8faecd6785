"""What editors have written beside an interview: corrections, and the people file of a series.

The page that shows the interview depends on these files too.
"""

from __future__ import annotations

from pathlib import Path

from sphinx.environment import BuildEnvironment

from sphinx_vivavoce.config import own_value
from sphinx_vivavoce.paths import resolve
from vivavoce.interview import Interview
from vivavoce.limits import check_bytes
from vivavoce.options import Options
from vivavoce.pipeline import parse
from vivavoce.reading.decode import decode
from vivavoce.recognition.sidecar import SUFFIX, Beside, written_beside
from vivavoce.size import check_amount


def read_with_sidecars(
    path: Path, options: Options, env: BuildEnvironment
) -> tuple[Interview, str]:
    """Return the interview in the file *path*, read with what is written beside it, and its text.

    Raises PathError, OSError or InputError if one of the files cannot be read.
    """
    beside = note_sidecars(path, env)
    check_bytes(path.stat().st_size, options)
    text, problems = decode(path.read_bytes(), options.encoding)
    interview = parse(text, options, name=path.name, beside=beside, problems=problems)
    check_amount([interview], "Sphinx", options)
    return interview, text


def note_sidecars(path: Path, env: BuildEnvironment) -> Beside:
    """Make the page that is being read depend on what is written beside *path*; return it."""
    corrections = path.with_name(path.stem + SUFFIX)
    people = own_value(env.config, "people")
    return Beside(
        _noted(corrections, env) if corrections.is_file() else "",
        _noted(resolve(people, Path(env.srcdir), Path(env.srcdir)), env) if people else "",
    )


def _noted(path: Path, env: BuildEnvironment) -> str:
    env.note_dependency(str(path))
    return written_beside(path)
