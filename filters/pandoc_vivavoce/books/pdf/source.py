"""A book as one Typst document: our page, our fonts and front matter, pandoc's body."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from pandoc_vivavoce import ast
from pandoc_vivavoce.books.book import Book, by_lines, names_on_title, publication
from pandoc_vivavoce.books.bounds import bounds_of
from pandoc_vivavoce.books.chapters import book_blocks
from pandoc_vivavoce.books.front_matter import CONTENTS
from pandoc_vivavoce.books.look import layout_head
from pandoc_vivavoce.books.paper import paper_size
from pandoc_vivavoce.books.pdf.fonts import Fonts, language_and_region
from pandoc_vivavoce.books.pdf.marks import quoted, with_typst_marks
from pandoc_vivavoce.books.themes import THEMES, Theme, theme_file
from pandoc_vivavoce.command.wishes import Wishes
from pandoc_vivavoce.dress.dressing import dress
from pandoc_vivavoce.dress.heads import definitions_of
from pandoc_vivavoce.pandoc import run_pandoc
from pandoc_vivavoce.writing.pictures import Pictures

_PLAIN = "run-in"
_STYLES = Path(__file__).parents[2] / "styles"


def make_typst(
    book: Book, pictures: Sequence[Pictures], wishes: Wishes, installed: Sequence[str]
) -> str:
    """Return *book* as a Typst document that uses fonts out of the families *installed*."""
    fonts = Fonts(installed, wishes.fonts)
    theme = THEMES[wishes.theme]
    document = ast.document(book_blocks(book, "typst", pictures))
    document, _ = dress(document, "typst", wishes.look, book.lang)
    document = with_typst_marks(document, lambda lang: _language(lang, fonts, theme))
    arguments = ["-f", "json", "-t", "typst", "-o", "-", "--wrap=preserve"]
    bounds = bounds_of(book, pictures)
    body = run_pandoc(arguments, json.dumps(document).encode(), book.title, bounds).decode()
    parts = [_faces(book, fonts, theme), theme_file(wishes.theme, ".typ"), _style("book.typ")]
    parts += [_turns(book, wishes), _opening(book, wishes, fonts), body]
    return "\n".join(parts)


def _faces(book: Book, fonts: Fonts, theme: Theme) -> str:
    """Return the dictionaries of faces by language, and the functions that look into them."""
    langs = [book.lang, *(chapter.lang for chapter in book.chapters if chapter.lang)]
    display = fonts.display_faces(langs if theme.has_sans_headings else ())
    questions = "(:)" if theme.has_sans_text else fonts.question_faces()
    head = f"#let display-faces = {display}\n#let interview-faces = {questions}\n"
    return head + _style("faces.typ")


def _style(name: str) -> str:
    return (_STYLES / name).read_text("utf-8")


def _turns(book: Book, wishes: Wishes) -> str:
    """Return the functions for turns: those of the theme, and after them those of the layout."""
    look = wishes.look
    layout = definitions_of("typst", () if look.layout == _PLAIN else (look.layout,))
    return layout_head("typst", book, look._replace(layout=_PLAIN)) + _style("turns.typ") + layout


def _opening(book: Book, wishes: Wishes, fonts: Fonts) -> str:
    lang, region = language_and_region(book.lang)
    theme = THEMES[wishes.theme]
    width, height = paper_size(wishes.paper or theme.paper)
    arguments = {
        "title": quoted(book.title),
        "subtitle": quoted(book.subtitle),
        "authors": _array(book.authors),
        "by-lines": _array(by_lines(book)),
        "names": _array(names_on_title(book)),
        "published": _array(publication(book)),
        "lang": quoted(lang),
        "region": quoted(region) if region else "none",
        "fonts": fonts.stack(book.lang, has_sans=theme.has_sans_text),
        "size": f"({width}mm, {height}mm)",
        "single": "true" if book.is_single else "false",
    }
    said = ",\n  ".join(f"{name}: {value}" for name, value in arguments.items())
    contents = f"{quoted(book.words['contents'])}, {max(wishes.toc_depth - 1, 1)}"
    listing = f"#let {CONTENTS}() = contents-page({contents})\n"
    return f"#show: book.with(\n  {said},\n)\n{listing}"


def _array(values: Sequence[str]) -> str:
    return f"({', '.join(map(quoted, values))},)" if values else "()"


def _language(lang: str, fonts: Fonts, theme: Theme) -> str:
    name, region = language_and_region(lang)
    families = fonts.stack(lang, has_sans=theme.has_sans_text)
    return f"{quoted(name)}, {quoted(region) if region else 'none'}, {families}"
