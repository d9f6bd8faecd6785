"""One document read: text of any format this package knows, to blocks and metadata.

`READERS` is the table of formats. Where the suffix is unknown, or plain text holds HTML, the text
itself decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePath
from typing import Final, NamedTuple

from vivavoce.limits import check_blocks, check_json, check_lines
from vivavoce.marks import unsafe_links
from vivavoce.model import Block, Metadata
from vivavoce.options import DEFAULTS, Options
from vivavoce.page.blocks import read_page
from vivavoce.page.chrome import drop_chrome
from vivavoce.page.endmatter import drop_end_furniture
from vivavoce.page.soup import parse_html
from vivavoce.page.unread import unread_text
from vivavoce.problems import Code, InputError, Problem
from vivavoce.reading.frontmatter import FrontMatter, split_front_matter
from vivavoce.reading.metadata import address_of, read_metadata
from vivavoce.reading.pagehead import PageHead, read_head
from vivavoce.reading.template_tags import without_template_tags


class SourceDocument(NamedTuple):
    """A document as the readers hand it to recognition."""

    blocks: tuple[Block, ...] = ()
    metadata: Metadata = Metadata()
    problems: tuple[Problem, ...] = ()


def read_source(text: str, name: str, options: Options = DEFAULTS) -> SourceDocument:
    """Read *text*; the suffix of *name* tells the format, or the text itself if that is unknown.

    Raises InputError for formats that only pandoc reads, and LimitError for what is too much.
    """
    if not text.strip("\ufeff \t\r\n"):
        problem = Problem(Code.EMPTY_INPUT, f"{name} holds no text")
        return SourceDocument(problems=(problem,))
    suffix = PurePath(name).suffix.lower()
    for suffixes, reader in READERS:
        if suffix in suffixes:
            return reader(text, options)
    if suffix in _BY_PANDOC:
        raise InputError(f"{name}: {suffix} is read through pandoc; use the vivavoce command")
    return _read_unknown(text, options)


def read_html(text: str, options: Options = DEFAULTS) -> SourceDocument:
    """Read a page or a fragment of HTML, with or without front matter."""
    front = split_front_matter(text)
    body, problems = without_template_tags(front.body)
    return _from_html(body, front, options, problems)


def read_markdown(text: str, options: Options = DEFAULTS) -> SourceDocument:
    """Read Markdown, with or without front matter; its body may be HTML."""
    from vivavoce.reading.markdown import markdown_to_html  # noqa: PLC0415 - few documents need it

    front = split_front_matter(text)
    body, problems = without_template_tags(front.body)
    return _from_html(markdown_to_html(body, options), front, options, problems)


def read_text(text: str, options: Options = DEFAULTS) -> SourceDocument:
    """Read plain text, unless it is HTML or Markdown under another name."""
    if _LOOKS_LIKE_HTML.match(text):
        return read_html(text, options)
    if len(_MARKDOWN_LABEL.findall(text, 0, _SNIFFED)) >= _ENOUGH_LABELS:
        return read_markdown(text.replace("\n", "\n\n"), options)
    from vivavoce.reading.transcripts.plain import read_plain  # noqa: PLC0415
    from vivavoce.reading.transcripts.separated import is_separated  # noqa: PLC0415

    if is_separated(text):
        return read_table(text, options)
    check_lines(text, options)
    return _from_blocks(read_plain(text), options)


def _read_segments(suffix: str) -> Callable[[str, Options], SourceDocument]:
    def read(text: str, options: Options) -> SourceDocument:
        from vivavoce.reading.transcripts import SEGMENT_READERS, blocks_of  # noqa: PLC0415

        (check_json if suffix == ".json" else check_lines)(text, options)
        blocks = blocks_of(dict(SEGMENT_READERS)[suffix](text))
        header = _WEBVTT_HEADER.match(text)
        title = {"title": header.group(1)} if header else {}
        return _from_blocks(blocks, options, FrontMatter(title))

    return read


def read_table(text: str, options: Options = DEFAULTS) -> SourceDocument:
    """Read a transcript that is a table of text; the columns that are left out are problems."""
    from vivavoce.reading.transcripts.segments import blocks_of  # noqa: PLC0415
    from vivavoce.reading.transcripts.separated import read_separated  # noqa: PLC0415

    check_lines(text, options)
    table = read_separated(text)
    document = _from_blocks(blocks_of(table.segments), options)
    return document._replace(problems=(*document.problems, *table.problems))


READERS: Final[tuple[tuple[tuple[str, ...], Callable[[str, Options], SourceDocument]], ...]] = (
    ((".html", ".htm", ".xhtml", ".xht"), read_html),
    ((".md", ".markdown", ".mkd", ".mdown", ".qmd"), read_markdown),
    ((".txt", ".text"), read_text),
    ((".vtt",), _read_segments(".vtt")),
    ((".srt",), _read_segments(".srt")),
    ((".json",), _read_segments(".json")),
    ((".csv", ".tsv"), read_table),
)
"""Suffixes and who reads them."""
_BY_PANDOC: Final = frozenset({".docx", ".odt", ".epub", ".rst", ".org", ".tex", ".fb2", ".rtf"})
_LOOKS_LIKE_HTML: Final = re.compile(
    r"\s*(?:<!doctype|<html|<head|<body|<div|<p[ >]|<article)", re.I
)
_MARKDOWN_LABEL: Final = re.compile(r"^[^*\n]{0,20}\*\*[^*\n]{1,60}\*\*", re.MULTILINE)
_WEBVTT_HEADER: Final = re.compile(r"\s*\ufeff?WEBVTT[ \t]+(?:-[ \t]*)?(\S[^\n]*?)[ \t\r]*(?:\n|$)")
"""The rest of the first line of WebVTT is a text for people; in practice it is the title."""
_SNIFFED: Final = 20_000
_NO_FRONT_MATTER: Final = FrontMatter()
_NO_HEAD: Final = PageHead()
_ENOUGH_LABELS: Final = 3


def _read_unknown(text: str, options: Options) -> SourceDocument:
    start = text.lstrip("\ufeff \t\r\n")
    if start.startswith("WEBVTT"):
        return _read_segments(".vtt")(text, options)
    if _LOOKS_LIKE_HTML.match(start):
        return read_html(text, options)
    return read_markdown(text, options)


def _from_html(
    body: str, front: FrontMatter, options: Options, problems: tuple[Problem, ...] = ()
) -> SourceDocument:
    blocks, head, found = _blocks_in(body, options)
    document = _from_blocks(blocks, options, front, head)
    return document._replace(
        problems=(*front.problems, *problems, *found, *document.problems),
    )


def _blocks_in(
    body: str, options: Options
) -> tuple[tuple[Block, ...], PageHead, tuple[Problem, ...]]:
    """Return the blocks of a page, what its head states, and what was left out.

    The tree, which is larger than everything made of it, does not outlive this call.
    """
    root = parse_html(body, options)
    head = read_head(root)
    dropped: tuple[Problem, ...] = ()
    if not options.keep_chrome:
        root, dropped = drop_chrome(root)
    content = read_page(root)
    problems = (*unsafe_links(content.unsafe), *dropped, *unread_text(content.unread))
    return content.blocks, head, problems


def _from_blocks(
    blocks: tuple[Block, ...],
    options: Options,
    front: FrontMatter = _NO_FRONT_MATTER,
    head: PageHead = _NO_HEAD,
) -> SourceDocument:
    check_blocks(len(blocks), options)
    problems: tuple[Problem, ...] = ()
    if not options.keep_chrome:
        blocks, problems = drop_end_furniture(blocks, address_of(front.values, head))
    metadata, faults = read_metadata(front.values, head, blocks, options.lang)
    if not any(block.runs for block in blocks):
        faults += (Problem(Code.EMPTY_INPUT, "the input holds no text"),)
    return SourceDocument(blocks, metadata, problems + faults)
