"""Tables in Markdown's own form: rows of equal length whose cells hold one line each."""

from __future__ import annotations

from vivavoce.forms.markdown.inlines import write_inlines
from vivavoce.interview import Group, Node, Text
from vivavoce.model import Run


def pipe_table(table: Group) -> list[str] | None:
    """Return *table* as lines with bars, or None where it is not regular enough.

    The first row may consist of header cells. A table without gets an empty header, which pandoc
    and `read` take for none.
    """
    rows = [row for row in table.blocks if isinstance(row, Group)]
    width = len(rows[0].blocks) if rows else 0
    header, body = (rows[:1], rows[1:]) if rows and _is_header(rows[0]) else ([], rows)
    if not width or any(len(row.blocks) != width for row in rows):
        return None
    lines = [_line(row) for row in rows]
    has_words = not header or any(_words(cell) for cell in header[0].blocks)
    if any(_is_header_cell(cell) for row in body for cell in row.blocks) or not has_words:
        return None
    whole = [line for line in lines if line is not None]
    if len(whole) < len(lines):
        return None
    if not header:
        whole.insert(0, "|" + "   |" * width)
    whole.insert(1, "|" + "---|" * width)
    return whole


def _line(row: Group) -> str | None:
    cells = [_words(cell) for cell in row.blocks]
    if any(cell is None for cell in cells):
        return None
    return "".join(f"| {cell} " for cell in cells) + "|"


def _words(cell: Node) -> str | None:
    """Return what *cell* says, or None where that does not fit on one line between bars."""
    if not isinstance(cell, Group) or len(cell.blocks) > 1:
        return None
    if not cell.blocks:
        return ""
    leaf = cell.blocks[0]
    if not isinstance(leaf, Text) or leaf != Text("paragraph", leaf.runs) or not leaf.runs:
        return None
    if "\n" in leaf.text or any(map(_has_hidden_bar, leaf.runs)):
        return None
    return write_inlines(leaf.runs, one_line=True).replace("|", "\\|")


def _has_hidden_bar(run: Run) -> bool:
    """Is there a bar that cannot be escaped, in code or in an address?"""
    is_code = any(mark.kind == "code" for mark in run.marks)
    hidden = [run.text] if is_code else []
    hidden += [text for mark in run.marks for text in (mark.value, mark.title)]
    if run.image is not None:
        hidden += [run.image.src, run.image.alt, run.image.title]
    return any("|" in text for text in hidden)


def _is_header(row: Group) -> bool:
    return all(map(_is_header_cell, row.blocks))


def _is_header_cell(cell: Node) -> bool:
    return cell.kind == "header-cell"
