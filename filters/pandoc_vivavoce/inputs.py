"""What the arguments name: files, folders and ``-``, each read into an `Interview`.

A folder stands for the files in it whose suffix says that they may hold an interview, in the order
of their names. Formats that only pandoc reads come through pandoc as HTML.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from pandoc_vivavoce.errors import CallError, WorkError
from vivavoce.model import Interview
from vivavoce.options import Options
from vivavoce.problems import InputError

CORE_SUFFIXES = frozenset(
    {".html", ".htm", ".xhtml", ".md", ".markdown", ".txt", ".vtt", ".srt", ".json"}
)
"""What the core reads by itself."""
PANDOC_READERS = {
    ".docx": "docx",
    ".odt": "odt",
    ".epub": "epub",
    ".rst": "rst",
    ".org": "org",
    ".tex": "latex",
    ".rtf": "rtf",
    ".ipynb": "ipynb",
    ".fb2": "fb2",
    ".textile": "textile",
    ".wiki": "mediawiki",
    ".adoc": "asciidoc",
    ".typ": "typst",
}
"""What pandoc reads for us: suffix and pandoc's name of the format."""
STDIN = "-"


@dataclass(frozen=True, slots=True)
class Input:
    """One document to read."""

    name: str
    """As people wrote it, for messages."""
    path: Path | None
    """None for standard input."""
    form: str
    """The suffix that tells its format, with the dot."""

    @property
    def file_name(self) -> str:
        """The file's name; empty for standard input."""
        return self.path.name if self.path else ""

    @property
    def folder(self) -> Path:
        """The folder that the document's pictures are looked for in."""
        return (self.path.parent if self.path else Path()).absolute()


@dataclass(frozen=True, slots=True)
class Document:
    """An interview and where it came from."""

    interview: Interview
    source: Input


def find_inputs(arguments: Iterable[str], form: str = "") -> tuple[Input, ...]:
    """Return the documents that *arguments* name, in order; *form* overrides their suffixes.

    Raises WorkError for what does not exist and for a folder that holds no document, and CallError
    for a format that is not known.
    """
    form = _stated_form(form) if form else ""
    found: list[Input] = []
    for argument in arguments:
        path = Path(argument)
        if argument == STDIN:
            found.append(Input("standard input", None, form))
        elif path.is_dir():
            found.extend(_documents_in(path, form))
        elif path.exists():
            found.append(Input(argument, path, form or _form_of(path)))
        else:
            raise WorkError(argument, "there is no such file or folder", "Check the spelling")
    return tuple(found)


def _documents_in(folder: Path, form: str) -> list[Input]:
    paths = sorted(
        path
        for path in folder.iterdir()
        if path.is_file() and not path.name.startswith(".") and _is_known(path.suffix.lower())
    )
    if not paths:
        remedy = f"Put files with one of the suffixes {_known_suffixes()} into it"
        raise WorkError(str(folder), "the folder holds no document that could be read", remedy)
    return [Input(str(path), path, form or path.suffix.lower()) for path in paths]


def _form_of(path: Path) -> str:
    suffix = path.suffix.lower()
    if _is_known(suffix) or not suffix:
        return suffix
    remedy = f"Known suffixes are {_known_suffixes()}; or say what it is with --from"
    raise CallError(str(path), f"the suffix {suffix} is not known", remedy)


def _stated_form(form: str) -> str:
    """Return the suffix for *form*, which may be a suffix or pandoc's name of a format."""
    names = {"html": ".html", "markdown": ".md", "text": ".txt", "plain": ".txt"}
    names |= {name: suffix for suffix, name in PANDOC_READERS.items()}
    suffix = names.get(form.lower(), "." + form.lower().lstrip("."))
    if _is_known(suffix):
        return suffix
    near = get_close_matches(form.lower(), names, n=1)
    hint = f"Did you mean {near[0]}" if near else f"Known are {_known_suffixes()}"
    raise CallError(form, "this format cannot be read", hint)


def _is_known(suffix: str) -> bool:
    return suffix in CORE_SUFFIXES or suffix in PANDOC_READERS


def _known_suffixes() -> str:
    return " ".join(sorted([*CORE_SUFFIXES, *PANDOC_READERS]))


def read_document(source: Input, options: Options) -> Document:
    """Read the interview in *source*; WorkError tells why it cannot be read."""
    data = read_data(source, options)
    name = source.path.name if source.path else "interview"
    try:
        return Document(read_form(data, name, source.form, options), source)
    except InputError as error:
        raise WorkError(source.name, str(error).rstrip(".")) from error


def read_data(source: Input, options: Options) -> bytes:
    """Return the bytes of *source*; WorkError where there are none, too many, or no text."""
    data = sys.stdin.buffer.read() if source.path is None else source.path.read_bytes()
    if not data.removeprefix(b"\xef\xbb\xbf").strip():
        raise WorkError(source.name, "the file is empty", "Nothing was written")
    if len(data) > options.max_bytes:
        cause = f"it has {len(data)} bytes and the limit is {options.max_bytes}"
        raise WorkError(source.name, cause, "Raise the limit with --max-bytes")
    if source.form not in PANDOC_READERS and is_binary(data):
        remedy = "Save the interview as a web page, text, Markdown, .docx, .odt or .epub"
        raise WorkError(source.name, "this is no text but binary data", remedy)
    return data


def is_binary(data: bytes) -> bool:
    """True where *data* holds NUL bytes and is not UTF-16 or UTF-32 text."""
    head = data[:4096]
    return b"\0" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff"))


def read_form(data: bytes, name: str, form: str, options: Options) -> Interview:
    """Read *data* as the format that the suffix *form* names, or that its beginning shows."""
    from vivavoce.pipeline import read_bytes  # noqa: PLC0415 - a call for help needs no parser

    suffix = form or sniff(data)
    if suffix in PANDOC_READERS:
        data, suffix = html_through_pandoc(data, PANDOC_READERS[suffix], name), ".html"
    if suffix == ".json" and b'"vivavoce"' in data[:200]:
        from vivavoce.jsonform import from_json  # noqa: PLC0415

        return from_json(data.decode("utf-8-sig", "replace"))
    return read_bytes(data, Path(name).stem + suffix, options)


def sniff(data: bytes) -> str:
    """Return the suffix for what *data* begins like; Markdown where nothing speaks."""
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"WEBVTT"):
        return ".vtt"
    if head.startswith(b"<"):
        return ".html"
    return ".json" if head.startswith((b'{"', b"{\n", b"{\r\n", b"{ ")) else ".md"


def html_through_pandoc(data: bytes, reader: str, name: str) -> bytes:
    """Return the web page that pandoc's *reader* makes of *data*, pictures within it."""
    from pandoc_vivavoce.pandoc import run_pandoc  # noqa: PLC0415

    template = Path(__file__).parent / "styles" / "reader.html"
    arguments = ["-f", reader, "-t", "html5", "--embed-resources", f"--template={template}"]
    return run_pandoc(arguments, data, name)
