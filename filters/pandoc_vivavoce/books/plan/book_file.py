"""Reading ``book.yaml``: from its text to a `BookPlan`, every mistake with file and line.

What would make another book (a chapter that is not there, a path that leads out of the folder)
stops the work; what only changes its look (an unknown key, a value that cannot be) is left out and
told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from pandoc_vivavoce.books.plan.book_plan import (
    FILE_KEYS,
    PRODUCT_KEYS,
    BookPlan,
    chapter_keys,
    plan_keys,
)
from pandoc_vivavoce.books.plan.located import Located, YamlError, load_located
from pandoc_vivavoce.books.plan.values import Values
from pandoc_vivavoce.books.said import BookSaid, ChapterSaid
from pandoc_vivavoce.command.inputs import Input, find_inputs, people_text, with_people
from pandoc_vivavoce.command.wishes import DEFAULTS, Wishes
from pandoc_vivavoce.errors import CallError, WorkError
from vivavoce.problems import Code

NAMES = ("book.yaml", "book.yml")
"""The names by which the file is found in a folder."""
_SUFFIXES = frozenset({".yaml", ".yml"})
_WISHES = {item.name: item for item in fields(Wishes)}


def find_plan(arguments: Sequence[str], form: str = "", people: str = "") -> BookPlan:
    """Return the plan in the book's file that *arguments* name, else one of the inputs they name.

    *form* overrides the suffixes of inputs, and the file *people* tells who stands behind labels
    where the book's file names none. Raises what `find_inputs` and `read_book_file` raise.
    """
    path = find_book_file(arguments)
    if path is None:
        return BookPlan(inputs=with_people(find_inputs(arguments, form), people))
    plan = read_book_file(path)
    known = tuple(
        source if source.people else with_people([source], people)[0] for source in plan.inputs
    )
    return replace(plan, inputs=known)


def find_book_file(arguments: Sequence[str]) -> Path | None:
    """Return the book's file that *arguments* name, itself or by its folder; None for none.

    Raises CallError where it is not the only argument: it names its chapters itself.
    """
    found = [path for argument in arguments if (path := _book_file(Path(argument)))]
    if found and len(arguments) > 1:
        remedy = f"Give {found[0]} alone, and name all interviews in it"
        raise CallError(str(found[0]), "a book's file goes with no other input", remedy)
    return found[0] if found else None


def _book_file(path: Path) -> Path | None:
    if path.is_dir():
        return next((path / name for name in NAMES if (path / name).is_file()), None)
    return path if is_book_file(path) else None


def is_book_file(path: Path) -> bool:
    """Is *path*, by its name, the description of a book?"""
    return path.suffix.lower() in _SUFFIXES


def read_book_file(path: Path) -> BookPlan:
    """Return the plan in the file *path*; WorkError tells file, line and cause where it has none.

    Raises OSError if the file cannot be read.
    """
    try:
        root = load_located(path.read_text("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise WorkError(str(path), "this is no text in UTF-8") from error
    except YamlError as fault:
        raise WorkError(f"{path}:{fault.line}", fault.cause, "Put the YAML right") from fault
    if not isinstance(root.value, Mapping):
        remedy = "Write keys and values, such as: title: Ten talks"
        raise WorkError(f"{path}:{root.line}", "this is no description of a book", remedy)
    return _Reader(path).plan(root)


class _Reader:
    """Reads one file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._values = Values(path)

    def plan(self, root: Located) -> BookPlan:
        """Return what *root*, the whole file, says."""
        self._values.refuse_unknown(root, plan_keys())
        pairs = root.pairs
        book = BookSaid(**self._values.fields(pairs, BookSaid))
        wishes = dict(self._wishes(pairs))
        people = self._values.file(pairs["people"]) if "people" in pairs else None
        shared = self._values.options(pairs.get("options"))
        inputs = tuple(
            self._input(replace(said, options={**shared, **said.options}), item, people)
            for said, item in self._chapters(pairs)
        )
        if not inputs:
            remedy = "Name files as its chapters, or leave the key out for all in the folder"
            raise WorkError(str(self._path), "the book has no chapters", remedy)
        return BookPlan(self._path, book, wishes, inputs, self._values.problems)

    def _chapters(self, pairs: Mapping[str, Located]) -> Iterator[tuple[ChapterSaid, Located]]:
        """Yield what is said of each chapter, in order; nothing named means the whole folder."""
        for key in pairs:
            if key == "chapters":
                yield from self._listed(pairs, "")
            elif key == "parts":
                for part in _items(pairs, "parts"):
                    self._values.refuse_unknown(part, ("title", "chapters"))
                    title = self._values.text(part.pairs.get("title"), "title")
                    yield from self._listed(part.pairs, title)
        if not {"chapters", "parts"} & set(pairs):
            for found in find_inputs([str(self._path.parent)]):
                yield ChapterSaid(found.file_name), Located(found.file_name, 1)

    def _listed(
        self, pairs: Mapping[str, Located], part: str
    ) -> Iterator[tuple[ChapterSaid, Located]]:
        for item in _items(pairs, "chapters"):
            yield self._chapter(item, part), item

    def _chapter(self, item: Located, part: str) -> ChapterSaid:
        if isinstance(item.value, str):
            return ChapterSaid(item.value, part=part)
        self._values.refuse_unknown(item, chapter_keys())
        options = self._values.options(item.pairs.get("options"))
        stated = self._values.fields(item.pairs, ChapterSaid)
        return ChapterSaid(**{**stated, "options": options, "part": part})

    def _input(self, said: ChapterSaid, item: Located, people: Path | None) -> Input:
        """Return the input of one chapter with its people file."""
        if not said.file:
            raise self._values.fault(item, "a chapter names no file", "Add: file: NAME.html")
        path = self._values.file(replace(item, value=said.file))
        if said.people:
            people = self._values.file(replace(item, value=said.people))
        (found,) = find_inputs([str(path)])
        return replace(found, people=people_text(people) if people else "", said=said)

    def _wishes(self, pairs: Mapping[str, Located]) -> Iterator[tuple[str, Any]]:
        for name in PRODUCT_KEYS:
            node = pairs.get(name.replace("_", "-"))
            value = self._wish(name, node) if node is not None else None
            if value is not None:
                yield name, value

    def _wish(self, name: str, node: Located) -> Any:
        """Return the value of the wish *name*; None, and a problem, where it cannot be."""
        default, choices = getattr(DEFAULTS, name), _WISHES[name].metadata["choices"]
        if isinstance(default, tuple):
            is_file = name in FILE_KEYS
            files = (str(self._values.file(item)) for item in node.items)
            return tuple(files) if is_file else self._values.texts(node, name)
        text = self._values.text(node, name)
        if name in FILE_KEYS and text not in {"", "none"}:
            return str(self._values.file(node))
        is_number = isinstance(default, int)
        is_wrong_number = is_number and (not text.isdecimal() or int(text) < 1)
        if (choices and text not in choices) or is_wrong_number:
            hint = f"; it is one of {', '.join(choices)}" if choices else ""
            hint = "; it is a number from 1" if is_number else hint
            key = name.replace("_", "-")
            self._values.tell(Code.BAD_OPTION, node, f"{key} cannot be {text!r}{hint}")
            return None
        return int(text) if is_number else text


def _items(pairs: Mapping[str, Located], key: str) -> tuple[Located, ...]:
    return pairs[key].items if key in pairs else ()
