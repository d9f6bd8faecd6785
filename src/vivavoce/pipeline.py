"""The program on one screen: a document goes in, an `Interview` comes out.

Nothing is decided here. `read` and `parse` are for those who have a file or a string;
`interview_from_blocks` is for hosts that bring blocks of their own, such as the pandoc filter.
"""

from __future__ import annotations

from pathlib import Path

from vivavoce.assemble import assemble
from vivavoce.conservation import lost_text
from vivavoce.decode import decode
from vivavoce.model import Block, Interview, Metadata
from vivavoce.options import DEFAULTS, Options
from vivavoce.problems import InputError, Problem
from vivavoce.recognise import recognise
from vivavoce.source import read_source


def read(path: str | Path, options: Options = DEFAULTS) -> Interview:
    """Read the interview in the file *path*; its suffix tells the format.

    Raises OSError if the file cannot be read and InputError if it is too large or not text.
    """
    path = Path(path)
    data = path.read_bytes()
    if len(data) > options.max_bytes:
        raise InputError(f"{path} has {len(data)} bytes; the limit is {options.max_bytes}")
    return read_bytes(data, path.name, options)


def read_bytes(data: bytes, name: str, options: Options = DEFAULTS) -> Interview:
    """Read the interview in *data*; the suffix of *name* tells the format."""
    text, problems = decode(data, options.encoding)
    return parse(text, options, name=name, problems=problems)


def parse(
    text: str,
    options: Options = DEFAULTS,
    *,
    name: str = "interview.html",
    problems: tuple[Problem, ...] = (),
) -> Interview:
    """Read the interview in *text*; the suffix of *name* tells the format (HTML by default)."""
    source = read_source(text, name, options)
    return interview_from_blocks(
        source.blocks, source.metadata, options, problems + source.problems
    )


def interview_from_blocks(
    blocks: tuple[Block, ...],
    metadata: Metadata,
    options: Options = DEFAULTS,
    problems: tuple[Problem, ...] = (),
) -> Interview:
    """Make the interview of *blocks* that a reader has filled."""
    reading = recognise(blocks, metadata, options)
    interview = assemble(blocks, reading, metadata, problems + reading.problems)
    return check(blocks, interview)


def check(blocks: tuple[Block, ...], interview: Interview) -> Interview:
    """Add a problem for every stretch of *blocks* that is not in *interview*."""
    lost = lost_text(blocks, interview)
    if not lost:
        return interview
    return Interview(
        interview.metadata,
        interview.participants,
        interview.blocks,
        interview.problems + lost,
    )
