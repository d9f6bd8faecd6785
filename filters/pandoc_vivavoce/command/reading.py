"""A document read: its bytes checked, its format told, its interview found.

Formats that only pandoc reads come through pandoc as HTML. What vivavoce wrote as JSON is taken
back as it is.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from pandoc_vivavoce.command.archives import check_archive
from pandoc_vivavoce.command.inputs import PANDOC_READERS, Input
from pandoc_vivavoce.command.timelimit import within
from pandoc_vivavoce.errors import WorkError
from vivavoce.interview import Interview
from vivavoce.limits import check_bytes, check_json
from vivavoce.options import Options
from vivavoce.problems import InputError, Problem
from vivavoce.recognition.sidecar import NOTHING, SUFFIX, Beside, written_beside

_OWN_JSON = '"vivavoce"'
_LOOK_AHEAD = 200


@dataclass(frozen=True, slots=True)
class Document:
    """An interview and where it came from."""

    interview: Interview
    source: Input


@dataclass(frozen=True, slots=True)
class Loaded:
    """A document's text and what reading it needs besides."""

    text: str
    name: str
    """A file name whose suffix tells the format."""
    beside: Beside = NOTHING
    """The corrections in a file beside it, and the people of a series."""
    problems: tuple[Problem, ...] = ()

    @property
    def is_interview(self) -> bool:
        """True for JSON that vivavoce wrote."""
        return self.name.endswith(".json") and _OWN_JSON in self.text[:_LOOK_AHEAD]


def read_document(source: Input, options: Options) -> Document:
    """Read the interview in *source*; WorkError tells why it cannot be read."""
    said = {"lang": source.said.lang} if source.said.lang else {}
    options = options._replace(**{**source.said.options, **said})
    try:
        with within(options.max_seconds):
            interview = _interview(load(source, options), options)
        return Document(_as_said(interview, source), source)
    except InputError as error:
        raise WorkError(source.name, str(error).rstrip(".")) from error


def _interview(loaded: Loaded, options: Options) -> Interview:
    from vivavoce.forms.json.document import from_json  # noqa: PLC0415 - a call for help needs no parser
    from vivavoce.pipeline import parse  # noqa: PLC0415

    if loaded.is_interview:
        check_json(loaded.text, options)
        return from_json(loaded.text)
    return parse(
        loaded.text,
        options,
        name=loaded.name,
        beside=loaded.beside,
        problems=loaded.problems,
    )


def _as_said(interview: Interview, source: Input) -> Interview:
    """Return *interview* with what the book's file says of it, before what it says itself."""
    names = ("title", "subtitle", "date", "lang")
    said = {name: value for name in names if (value := getattr(source.said, name))}
    if not said:
        return interview
    return interview._replace(metadata=interview.metadata._replace(**said))


def load(source: Input, options: Options) -> Loaded:
    """Return the text of *source*; WorkError or InputError tell why there is none."""
    from vivavoce.reading.decode import decode  # noqa: PLC0415

    data = read_data(source, options)
    suffix, encoding = source.form or sniff(data), options.encoding
    if suffix in PANDOC_READERS:
        check_archive(data, options)
        data = html_through_pandoc(data, PANDOC_READERS[suffix], source.name, options)
        suffix, encoding = ".html", "utf-8"
    text, problems = decode(data, encoding)
    stem = source.path.stem if source.path else "interview"
    return Loaded(text, stem + suffix, _beside(source), problems)


def _beside(source: Input) -> Beside:
    if source.path is None:
        return Beside(people=source.people)
    corrections = source.path.with_name(source.path.stem + SUFFIX)
    if not corrections.is_file():
        return Beside(people=source.people)
    return Beside(written_beside(corrections), source.people)


def read_data(source: Input, options: Options) -> bytes:
    """Return the bytes of *source*; WorkError where there are none, too many, or no text."""
    limit = options.max_bytes
    if source.content is not None:
        data = source.content
    elif source.path is None:
        data = sys.stdin.buffer.read(limit + 1)
    else:
        with source.path.open("rb") as file:
            data = file.read(limit + 1)
    if not data.removeprefix(b"\xef\xbb\xbf").strip():
        raise WorkError(source.name, "the file is empty")
    check_bytes(len(data), options)
    if source.form not in PANDOC_READERS and is_binary(data):
        remedy = "Save the interview as a web page, text, Markdown, .docx, .odt or .epub"
        raise WorkError(source.name, "this is no text but binary data", remedy)
    return data


def is_binary(data: bytes) -> bool:
    """True where *data* holds NUL bytes and is not UTF-16 or UTF-32 text."""
    head = data[:4096]
    return b"\0" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff"))


def sniff(data: bytes) -> str:
    """Return the suffix for what *data* begins like; Markdown where nothing speaks."""
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"WEBVTT"):
        return ".vtt"
    if head.startswith(b"<"):
        return ".html"
    return ".json" if head.startswith((b'{"', b"{\n", b"{\r\n", b"{ ")) else ".md"


def html_through_pandoc(data: bytes, reader: str, name: str, options: Options) -> bytes:
    """Return the web page that pandoc's *reader* makes of *data*, pictures within it."""
    from pandoc_vivavoce.pandoc import MEGABYTES, Bounds, run_pandoc  # noqa: PLC0415

    template = Path(__file__).parents[1] / "styles" / "reader.html"
    arguments = ["-f", reader, "-t", "html5", "--embed-resources", f"--template={template}"]
    remedy = "Save the interview as a web page or as text"
    return run_pandoc(arguments, data, name, Bounds(options.max_seconds, MEGABYTES, remedy))
