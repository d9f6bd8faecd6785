"""What a file ``book.yaml`` holds, once it is read: the book, its chapters in order, its look."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from pandoc_vivavoce.books.said import NOTHING_OF_BOOK, BookSaid, ChapterSaid
from pandoc_vivavoce.command.inputs import Input
from pandoc_vivavoce.command.wishes import DEFAULTS, Wishes
from vivavoce.problems import Problem

PRODUCT_KEYS = ("cover", "order", "toc_depth", "theme", "writing", "css", "paper", "fonts")
"""The wishes for the product that the file may hold, as fields of `Wishes`."""
FILE_KEYS = ("cover", "css")
"""Those among them that name files."""
OWN_KEYS: Mapping[str, str] = {
    "people": "A people file for all chapters: who stands behind labels.",
    "options": "Options of reading for all chapters.",
    "parts": "Parts of the book, each with a title and its chapters.",
    "chapters": "The interviews in order: files, or what is said of each. Without chapters and "
    "parts: every interview in the folder.",
}
"""What the file may hold besides, with what it does."""


@dataclass(frozen=True, slots=True)
class BookPlan:
    """A book as its file describes it."""

    path: Path | None = None
    """The file itself; None where the command line names the interviews."""
    book: BookSaid = NOTHING_OF_BOOK
    wishes: Mapping[str, Any] = field(default_factory=dict)
    """Fields of `Wishes` with their values; files as paths that can be opened."""
    inputs: tuple[Input, ...] = ()
    """The chapters in order, each with what is said of it."""
    problems: tuple[Problem, ...] = ()


def planned(wishes: Wishes, plan: BookPlan) -> Wishes:
    """Return *wishes* with what *plan* says where the command line said nothing."""
    silent = {
        item.name
        for item in fields(Wishes)
        if getattr(wishes, item.name) == getattr(DEFAULTS, item.name)
    }
    said = {name: value for name, value in plan.wishes.items() if name in silent}
    return replace(wishes, **said, book=plan.book)


def plan_keys() -> Mapping[str, str]:
    """Return every key of the file with what it does, as it is written there."""
    of_book = {item.name: item.metadata["about"] for item in fields(BookSaid)}
    described = {item.name: item.metadata.get("about", "") for item in fields(Wishes)}
    of_product = {name.replace("_", "-"): described[name] for name in PRODUCT_KEYS}
    return {**of_book, **of_product, **OWN_KEYS}


def chapter_keys() -> Mapping[str, str]:
    """Return every key of a chapter with what it does."""
    return {
        item.name: item.metadata["about"]
        for item in fields(ChapterSaid)
        if "about" in item.metadata
    }
