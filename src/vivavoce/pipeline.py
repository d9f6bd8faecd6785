"""The program on one screen: a document goes in, an `Interview` comes out.

Nothing is decided here. `read` and `parse` are for those who have a file or a string;
`interview_from_blocks` is for those who fill blocks with a reader of their own.
"""

from __future__ import annotations

from pathlib import Path

from vivavoce.assemble import assemble
from vivavoce.collector import resting_collector
from vivavoce.conservation import lost_text
from vivavoce.forms.markdown.canonical import is_canonical
from vivavoce.interview import Interview
from vivavoce.limits import Deadline, check_bytes, check_lines, check_signs
from vivavoce.model import Block, Metadata
from vivavoce.options import DEFAULTS, Options
from vivavoce.problems import Problem
from vivavoce.reading.decode import decode
from vivavoce.reading.source import read_source
from vivavoce.recognise import recognise
from vivavoce.recognition.columns import without_column_heads
from vivavoce.recognition.corrections import NONE, Corrections
from vivavoce.recognition.credits import with_source, without_repeated_credits
from vivavoce.recognition.sidecar import (
    NOTHING,
    SUFFIX,
    Beside,
    find_corrections,
    without_corrections,
    written_beside,
)
from vivavoce.trim import trimmed


def read(path: str | Path, options: Options = DEFAULTS) -> Interview:
    """Read the interview in the file *path*; its suffix tells the format.

    Corrections in a file beside it (``talk.vivavoce.yaml`` beside ``talk.html``) are applied.

    Raises OSError if the file cannot be read, InputError if it is not text, and LimitError, which
    is an InputError, if it is beyond one of the limits of *options*.
    """
    path = Path(path)
    check_bytes(path.stat().st_size, options)
    sidecar = path.with_name(path.stem + SUFFIX)
    beside = Beside(written_beside(sidecar) if sidecar.is_file() else "")
    text, problems = decode(path.read_bytes(), options.encoding)
    return parse(text, options, name=path.name, beside=beside, problems=problems)


def parse(
    text: str,
    options: Options = DEFAULTS,
    *,
    name: str = "interview.html",
    beside: Beside = NOTHING,
    problems: tuple[Problem, ...] = (),
) -> Interview:
    """Read the interview in *text*; the suffix of *name* tells the format (HTML by default).

    *beside* holds corrections and a people file that an editor has written. Markdown that vivavoce
    wrote is read back as it stands, edits included. *problems* are those of getting the text.

    Raises InputError for a format that only pandoc reads, and LimitError, which is an InputError,
    for what is beyond one of the limits of *options*.
    """
    if is_canonical(text):
        return _read_back(text, options)
    with resting_collector():
        deadline = Deadline.from_now(options)
        source = read_source(text, name, options)
        deadline.check()
        corrections, doubts = find_corrections(source.metadata, beside)
        return interview_from_blocks(
            source.blocks,
            without_corrections(source.metadata),
            options,
            problems + source.problems + doubts,
            corrections,
        )


def _read_back(text: str, options: Options) -> Interview:
    from vivavoce.forms.markdown.read import from_markdown  # noqa: PLC0415 - heavy

    check_lines(text, options)
    check_signs(text, options)
    return trimmed(from_markdown(text), options)


def interview_from_blocks(
    blocks: tuple[Block, ...],
    metadata: Metadata,
    options: Options = DEFAULTS,
    problems: tuple[Problem, ...] = (),
    corrections: Corrections = NONE,
) -> Interview:
    """Make the interview of *blocks* that a reader has filled.

    Raises LimitError where it takes longer than *options* allow.
    """
    with resting_collector():
        deadline = Deadline.from_now(options)
        reading = recognise(blocks, metadata, options, corrections)
        deadline.check()
        metadata = with_source(metadata, blocks, reading)
        reading = without_column_heads(blocks, without_repeated_credits(blocks, reading))
        interview = assemble(blocks, reading, metadata, problems + reading.problems)
        return trimmed(check(blocks, interview), options)


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
