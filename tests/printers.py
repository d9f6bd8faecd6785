"""One turn, printed as each convention prints it.

A printer takes the speaker's name, the paragraphs of the turn, and whether the turn asks.
"""

from __future__ import annotations

from collections.abc import Callable
from html import escape

Printer = Callable[[str, tuple[str, ...], bool], str]


def _paragraphs(texts: tuple[str, ...]) -> str:
    return "\n".join(f"<p>{escape(text)}</p>" for text in texts)


def bold_label(name: str, texts: tuple[str, ...], asks: bool) -> str:
    """``<b>Name:</b> text``"""
    return f"<p><b>{name}:</b> {escape(texts[0])}</p>\n{_paragraphs(texts[1:])}"


def bold_label_colon_outside(name: str, texts: tuple[str, ...], asks: bool) -> str:
    """``<b>Name</b>: text``"""
    return f"<p><b>{name}</b>: {escape(texts[0])}</p>\n{_paragraphs(texts[1:])}"


def plain_label(name: str, texts: tuple[str, ...], asks: bool) -> str:
    """``Name: text``"""
    return f"<p>{name}: {escape(texts[0])}</p>\n{_paragraphs(texts[1:])}"


def full_width_label(name: str, texts: tuple[str, ...], asks: bool) -> str:
    """``Name：text`` with a full-width colon."""
    return f"<p>{name}：{escape(texts[0])}</p>\n{_paragraphs(texts[1:])}"


def label_own_line(name: str, texts: tuple[str, ...], asks: bool) -> str:
    """The label is a heading of its own."""
    return f"<h3>{name}:</h3>\n{_paragraphs(texts)}"


def bracketed_label(name: str, texts: tuple[str, ...], asks: bool) -> str:
    """``【Name】text``"""
    return f"<p>【{name}】{escape(texts[0])}</p>\n{_paragraphs(texts[1:])}"


def barred_label(name: str, texts: tuple[str, ...], asks: bool) -> str:
    """``Name | text``"""
    return f"<p><b>{name} |</b> {escape(texts[0])}</p>\n{_paragraphs(texts[1:])}"


def definition_list(name: str, texts: tuple[str, ...], asks: bool) -> str:
    """``<dt>Name</dt><dd>text</dd>``"""
    return f"<dl><dt>{name}</dt><dd>{_paragraphs(texts)}</dd></dl>"


def table(name: str, texts: tuple[str, ...], asks: bool) -> str:
    """A row of two cells."""
    return f"<table><tr><td>{name}:</td><td>{'<br><br>'.join(map(escape, texts))}</td></tr></table>"


def bold_question(name: str, texts: tuple[str, ...], asks: bool) -> str:
    """Bold asks, plain answers."""
    return f"<p><b>{escape(texts[0])}</b></p>" if asks else _paragraphs(texts)


def italic_question(name: str, texts: tuple[str, ...], asks: bool) -> str:
    """Italics ask, upright type answers."""
    return f"<p><i>{escape(texts[0])}</i></p>" if asks else _paragraphs(texts)


def heading_question(name: str, texts: tuple[str, ...], asks: bool) -> str:
    """Headings ask, paragraphs answer."""
    return f"<h3>{escape(texts[0])}</h3>" if asks else _paragraphs(texts)


def css_class(name: str, texts: tuple[str, ...], asks: bool) -> str:
    """Only the class name tells."""
    kind = "question" if asks else "answer"
    return "\n".join(f'<p class="{kind}">{escape(text)}</p>' for text in texts)


def qa_letters(name: str, texts: tuple[str, ...], asks: bool) -> str:
    """``Q.`` and ``A.``"""
    return f"<p>{'Q' if asks else 'A'}. {escape(texts[0])}</p>\n{_paragraphs(texts[1:])}"


def italic_label(name: str, texts: tuple[str, ...], asks: bool) -> str:
    """``<i>Name:</i> text``"""
    return f"<p><i>{name}:</i> {escape(texts[0])}</p>\n{_paragraphs(texts[1:])}"


def bold_name(name: str, texts: tuple[str, ...], asks: bool) -> str:
    """``<b>Name</b> text`` with no colon."""
    return f"<p><b>{name}</b> {escape(texts[0])}</p>\n{_paragraphs(texts[1:])}"


def dashed_label(name: str, texts: tuple[str, ...], asks: bool) -> str:
    """``Name — text``"""
    return f"<p>{name} — {escape(texts[0])}</p>\n{_paragraphs(texts[1:])}"


def capitals_label(name: str, texts: tuple[str, ...], asks: bool) -> str:
    """``NAME. text``"""
    return f"<p>{name.upper()}. {escape(texts[0])}</p>\n{_paragraphs(texts[1:])}"


def affiliated_label(name: str, texts: tuple[str, ...], asks: bool) -> str:
    """``Name, Post: text``"""
    post = "River Review" if asks else "guide"
    return f"<p>{name}, {post}: {escape(texts[0])}</p>\n{_paragraphs(texts[1:])}"


def initials(name: str, texts: tuple[str, ...], asks: bool) -> str:
    """``NN: text``"""
    short = "".join(word[0] for word in name.split())
    return f"<p><b>{short}:</b> {escape(texts[0])}</p>\n{_paragraphs(texts[1:])}"


def timestamped(name: str, texts: tuple[str, ...], asks: bool) -> str:
    """``[00:43] Name: text``"""
    return f"<p>[00:43] {name}: {escape(texts[0])}</p>\n{_paragraphs(texts[1:])}"


def voices(name: str, texts: tuple[str, ...], asks: bool) -> str:
    """``data-speaker`` on each paragraph."""
    return "\n".join(f'<p data-speaker="{name}">{escape(text)}</p>' for text in texts)


def asking_class(name: str, texts: tuple[str, ...], asks: bool) -> str:
    """A class without a meaning marks what asks."""
    kind = "p7" if asks else "p2"
    return "\n".join(f'<p class="{kind}">{escape(text)}</p>' for text in texts)


def term_question(name: str, texts: tuple[str, ...], asks: bool) -> str:
    """The term asks, the definition answers."""
    return f"<dl><dt>{escape(texts[0])}</dt>" if asks else f"<dd>{_paragraphs(texts)}</dd></dl>"


def summary_question(name: str, texts: tuple[str, ...], asks: bool) -> str:
    """The summary asks, the details answer."""
    if asks:
        return f"<details><summary>{escape(texts[0])}</summary>"
    return f"{_paragraphs(texts)}</details>"


def cell_question(name: str, texts: tuple[str, ...], asks: bool) -> str:
    """The left cell asks, the right one answers."""
    if asks:
        return f"<table><tr><td>{escape(texts[0])}</td>"
    return f"<td>{'<br><br>'.join(map(escape, texts))}</td></tr></table>"


def blockquote_question(name: str, texts: tuple[str, ...], asks: bool) -> str:
    """Quotations ask, paragraphs answer."""
    said = _paragraphs(texts)
    return f"<blockquote>{said}</blockquote>" if asks else said


def item_question(name: str, texts: tuple[str, ...], asks: bool) -> str:
    """Items of a list ask, paragraphs answer."""
    return f"<ol><li>{escape(texts[0])}</li></ol>" if asks else _paragraphs(texts)


def plain_question(name: str, texts: tuple[str, ...], asks: bool) -> str:
    """Nothing but the words tells."""
    return _paragraphs(texts)


def dashed_speech(name: str, texts: tuple[str, ...], asks: bool) -> str:
    """A dash opens each turn."""
    return f"<p>– {escape(texts[0])}</p>\n{_paragraphs(texts[1:])}"


def break_lines(name: str, texts: tuple[str, ...], asks: bool) -> str:
    """A line asks, the next one answers."""
    if asks:
        return f"<p>{escape(texts[0])}<br>"
    return f"{escape(texts[0])}</p>\n{_paragraphs(texts[1:])}"


PRINTERS: dict[str, Printer] = {
    function.__name__.replace("_", "-"): function
    for function in (
        voices,
        definition_list,
        table,
        label_own_line,
        timestamped,
        bold_label,
        italic_label,
        plain_label,
        qa_letters,
        initials,
        affiliated_label,
        bracketed_label,
        barred_label,
        dashed_label,
        capitals_label,
        bold_name,
        css_class,
        asking_class,
        term_question,
        summary_question,
        cell_question,
        bold_question,
        italic_question,
        heading_question,
        blockquote_question,
        dashed_speech,
        break_lines,
        item_question,
        plain_question,
        bold_label_colon_outside,
        full_width_label,
    )
}
"""By the name of the convention; the last two are other ways to print one."""
LEAST_QUESTIONS = {"plain-question": 4}
"""Where only words tell, fewer questions than this are left alone."""
IN_CAPITALS = frozenset({"capitals-label"})
"""Conventions of scripts that have capitals."""
