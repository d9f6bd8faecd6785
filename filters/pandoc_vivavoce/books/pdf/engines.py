"""A PDF by one of pandoc's engines, for those who have a TeX or a print style sheet of their own.

What Typst refuses, an engine may only warn of: a character without a glyph is an error here too.
"""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from pandoc_vivavoce.ast import Element, meta_map
from pandoc_vivavoce.books.book import Book
from pandoc_vivavoce.books.bounds import bounds_of
from pandoc_vivavoce.books.chapters import book_document
from pandoc_vivavoce.books.directions import isolate
from pandoc_vivavoce.books.paper import paper_size
from pandoc_vivavoce.books.pdf.fonts import best_family, script_key
from pandoc_vivavoce.books.pdf.glyphs import glyph_error
from pandoc_vivavoce.books.pdf.pdf import installed_families
from pandoc_vivavoce.books.themes import THEMES, theme_file, users_sheets
from pandoc_vivavoce.command.wishes import Wishes
from pandoc_vivavoce.dress.dressing import dress
from pandoc_vivavoce.dress.head import with_head
from pandoc_vivavoce.errors import CallError, WorkError
from pandoc_vivavoce.pandoc import Bounds, run_with_warnings
from pandoc_vivavoce.writing.pictures import Pictures

ENGINES = {
    "xelatex": "latex",
    "lualatex": "latex",
    "pdflatex": "latex",
    "latexmk": "latex",
    "tectonic": "latex",
    "weasyprint": "html",
    "wkhtmltopdf": "html",
    "pagedjs-cli": "html",
    "prince": "html",
    "context": "context",
}
"""The engines and the format that pandoc hands to each."""
_MISSING = re.compile(r"Missing character: There is no (\S)")
_STYLES = [Path(__file__).parents[2] / "styles" / name for name in ("epub.css", "print.css")]
_BABEL = {"ar": "arabic", "he": "hebrew", "hi": "hindi", "th": "thai"}
"""What babel calls the languages that need a font of their own."""
_CJK = ("zh-Hans", "zh-Hant", "ja", "ko")


def make_pdf_by_engine(book: Book, pictures: Sequence[Pictures], wishes: Wishes) -> bytes:
    """Return *book* as a PDF by the engine that *wishes* name; WorkError where it cannot be made.

    Raises CallError for an engine that pandoc does not know.
    """
    engine = wishes.pdf_engine
    form = _form_for(engine)
    document = book_document(book, form, pictures)
    document, _ = dress(document, form, wishes.look, book.lang)
    if form == "latex":
        document = {
            **document,
            "meta": document["meta"] | _authors(book) | _other_faces(book, wishes),
        }
    if form == "html":
        document = {**document, "meta": with_head(document["meta"], form, _sheets(wishes))}
    with tempfile.TemporaryDirectory(prefix="vivavoce-") as folder:
        path = Path(folder) / "book.pdf"
        arguments = ["-f", "json", "-t", form, f"--pdf-engine={engine}", "-o", str(path)]
        arguments += _variables(book, wishes, form)
        data, bounds = json.dumps(document).encode(), bounds_of(book, pictures)
        warnings = _run(arguments, data, book.title, bounds)
        missing = "".join(dict.fromkeys(_MISSING.findall(warnings)))
        if missing:
            raise glyph_error(missing[0], missing, book)
        return path.read_bytes()


def _run(arguments: list[str], data: bytes, title: str, bounds: Bounds) -> str:
    """Return the warnings of pandoc and its engine; the WorkError of either knows a way out."""
    try:
        return run_with_warnings(arguments, data, title, bounds)[1]
    except WorkError as error:
        remedy = error.remedy or "Try another engine, or leave --pdf-engine out for Typst"
        raise WorkError(error.subject, error.cause, remedy) from error


def _form_for(engine: str) -> str:
    name = Path(engine).stem
    if name not in ENGINES:
        raise CallError(
            engine, "pandoc knows no such PDF engine", f"Known are {', '.join(ENGINES)}"
        )
    if shutil.which(engine) is None:
        remedy = "Install it, or leave --pdf-engine out: Typst needs nothing installed"
        raise WorkError(engine, "this PDF engine is not installed", remedy)
    return ENGINES[name]


def _sheets(wishes: Wishes) -> str:
    """Return the styles of an e-book on a page of the size wished for, and the user's own."""
    width, height = _paper(wishes)
    page = f"@page {{ size: {width}mm {height}mm; margin: {width // 8}mm }}\n"
    own = "".join(path.read_text("utf-8") for path in _STYLES) + theme_file(wishes.theme, ".css")
    return f"<style>\n{page}{own}{''.join(users_sheets(wishes.css))}</style>"


def _paper(wishes: Wishes) -> tuple[int, int]:
    return paper_size(wishes.paper or THEMES[wishes.theme].paper)


def _variables(book: Book, wishes: Wishes, form: str) -> list[str]:
    """Return pandoc's options for contents, page and fonts."""
    width, height = _paper(wishes)
    options = [] if book.is_single else ["--toc", f"--toc-depth={max(wishes.toc_depth - 1, 1)}"]
    if form != "latex":
        return options
    page = f"geometry:paperwidth={width}mm,paperheight={height}mm,margin={width // 8}mm"
    options += ["-V", page, "-V", "documentclass=article"]
    return options + [item for name, face in _faces(book, wishes) for item in ("-V", name + face)]


def _faces(book: Book, wishes: Wishes) -> list[tuple[str, str]]:
    """Return the fonts of LaTeX's template for the scripts of *book*, out of those installed."""
    installed = [*wishes.fonts, *installed_families()]
    scripts = dict.fromkeys(script_key(lang) for lang in (book.lang, *_langs(book)))
    wanted = [("CJKmainfont=", script) for script in scripts if script in _CJK]
    if (own := script_key(book.lang)) not in {*_CJK, "latin"}:
        wanted.append(("mainfont=", own))
    found = [("mainfont=", face) for face in wishes.fonts[:1]]
    for name, script in wanted:
        face = best_family(script, installed)
        if face and name not in dict(found):
            found.append((name, face))
    return found


def _authors(book: Book) -> dict[str, Element]:
    """Return the authors for pandoc's template, each in the language of the interview."""
    langs = {
        name: chapter.lang
        for chapter in book.chapters
        for name in chapter.interview.metadata.authors
    }
    names = [isolate(name, book.lang, langs.get(name, "")) for name in book.authors]
    shown = [{"t": "MetaInlines", "c": inlines} for inlines in names]
    return {"author": {"t": "MetaList", "c": shown}} if shown else {}


def _other_faces(book: Book, wishes: Wishes) -> dict[str, Element]:
    """Return metadata for pandoc's template: fonts of languages other than the book's, by babel."""
    installed = [*wishes.fonts, *installed_families()]
    faces = {
        _BABEL[script]: best_family(script, installed)
        for script in map(script_key, _langs(book))
        if script in _BABEL and script != script_key(book.lang)
    }
    return meta_map({"babelfonts": {name: face for name, face in faces.items() if face} or None})


def _langs(book: Book) -> list[str]:
    return [chapter.lang for chapter in book.chapters if chapter.lang]
