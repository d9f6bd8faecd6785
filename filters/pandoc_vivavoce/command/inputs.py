"""What the arguments name: files, folders and ``-``.

A folder stands for the files in it whose suffix says that they may hold an interview, in the order
of their names.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path

from pandoc_vivavoce.books.said import NOTHING_OF_CHAPTER, ChapterSaid
from pandoc_vivavoce.errors import CallError, WorkError

CORE_SUFFIXES = frozenset(
    {".html", ".htm", ".xhtml", ".md", ".markdown", ".txt", ".vtt", ".srt", ".json", ".csv", ".tsv"}
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
    is_from_folder: bool = False
    """True for one of many in a folder: it is left out, and named, where it cannot be read."""
    people: str = ""
    """The people file of the series it belongs to, as YAML."""
    content: bytes | None = None
    """The document itself, where it lies in no file; one byte more than the limit is enough."""
    said: ChapterSaid = NOTHING_OF_CHAPTER
    """What the book's file says of it."""

    @property
    def file_name(self) -> str:
        """The file's name; empty for standard input."""
        return self.path.name if self.path else ""

    @property
    def folder(self) -> Path:
        """The folder that the document's pictures are looked for in."""
        return (self.path.parent if self.path else Path()).absolute()


def find_inputs(arguments: Iterable[str], form: str = "") -> tuple[Input, ...]:
    """Return the documents that *arguments* name, in order; *form* overrides their suffixes.

    Raises WorkError for what does not exist and for a folder that holds no document, and CallError
    for a format that is not known and for an empty name.
    """
    form = stated_form(form) if form else ""
    found: list[Input] = []
    for argument in arguments:
        path = Path(argument)
        if not argument:
            raise CallError("INPUT", "the name is empty", "Name a file, a folder, or - for a pipe")
        if argument == STDIN:
            found.append(Input("standard input", None, form))
        elif path.is_dir():
            found.extend(_documents_in(path, form))
        elif path.exists():
            found.append(Input(shown_name(argument), path, form or form_of(path)))
        else:
            raise WorkError(argument, "there is no such file or folder", "Check the spelling")
    return tuple(found)


def shown_name(name: str) -> str:
    """Return the *name* of a file so that it can be written: bytes that are no UTF-8 as U+FFFD."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def with_people(sources: Iterable[Input], people: str) -> tuple[Input, ...]:
    """Return *sources* with the text of the file *people*, shared by all; empty for none.

    Raises what `people_text` raises.
    """
    text = people_text(Path(people)) if people else ""
    return tuple(replace(source, people=text) for source in sources)


def people_text(path: Path) -> str:
    """Return what the people file *path* says.

    Raises OSError if it cannot be read, and WorkError if it is no text in UTF-8.
    """
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        what = "this people file is no text in UTF-8"
        raise WorkError(str(path), what, "Save it as UTF-8") from error


def _documents_in(folder: Path, form: str) -> list[Input]:
    paths = sorted(
        path
        for path in folder.iterdir()
        if path.is_file() and not path.name.startswith(".") and is_known(path.suffix.lower())
    )
    if not paths:
        remedy = f"Put files with one of the suffixes {known_suffixes()} into it"
        raise WorkError(str(folder), "the folder holds no document that could be read", remedy)
    return [Input(shown_name(str(path)), path, form or path.suffix.lower(), True) for path in paths]


_REMEDIES = {
    ".pdf": "Save the page it was made from, or take its text with pdftotext",
    ".doc": "Save it as .docx",
    ".pages": "Export it as .docx or .epub",
    ".mhtml": "Save the page as HTML",
    ".webarchive": "Save the page as HTML",
}
"""What to do about kinds of files that people have and that nothing here reads."""


def form_of(path: Path) -> str:
    """Return the suffix of *path*, which may have none; CallError for one that is not known."""
    suffix = path.suffix.lower()
    if is_known(suffix) or not suffix:
        return suffix
    if suffix in _REMEDIES:
        raise CallError(str(path), f"files of the kind {suffix} are not read", _REMEDIES[suffix])
    remedy = f"Known suffixes are {known_suffixes()}; or say what it is with --from"
    raise CallError(str(path), f"the suffix {suffix} is not known", remedy)


def stated_form(form: str) -> str:
    """Return the suffix for *form*, which may be a suffix or pandoc's name of a format."""
    names = {"html": ".html", "markdown": ".md", "text": ".txt", "plain": ".txt"}
    names |= {name: suffix for suffix, name in PANDOC_READERS.items()}
    suffix = names.get(form.lower(), "." + form.lower().lstrip("."))
    if is_known(suffix):
        return suffix
    near = get_close_matches(form.lower(), names, n=1)
    hint = f"Did you mean {near[0]}?" if near else f"Known are {known_suffixes()}"
    raise CallError(form, "this format cannot be read", hint)


def is_known(suffix: str) -> bool:
    """True where files with *suffix*, in lower case and with its dot, can be read."""
    return suffix in CORE_SUFFIXES or suffix in PANDOC_READERS


def known_suffixes() -> str:
    """Return the suffixes of all that can be read, for messages."""
    return " ".join(sorted([*CORE_SUFFIXES, *PANDOC_READERS]))
