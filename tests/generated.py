"""Interviews made up by a generator that knows who says what, printed as each convention prints.

`CONVENTIONS` maps a convention's name to the function that prints a conversation in it. A
conversation is a list of (speaker, text) in which the first speaker asks and the second answers.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from hypothesis import strategies as st

NAMES = (
    ("Mara Quill", "Tomas Reed"),
    ("Ines Vidal", "Jonas Ekberg"),
    ("Ada Brook", "Samuel Okoye"),
    ("顾南", "沈嘉禾"),
    ("Ирина Котова", "Павел Лес"),
)
QUESTIONS = (
    "How did you come to the river",
    "What do you hear when the tide turns",
    "Why did you leave the harbour, and when did you come back",
    "Do you still row at night",
    "Who taught you that knot",
)
ANSWERS = (
    "I came by boat & stayed for the winter.",
    "My father kept a ferry, and I kept the books <badly>.",
    "I never asked; 5*3 oars were enough for us.",
    "Yes. I row when I cannot sleep, which is often.",
    "We had a bell: it rang twice, then nobody spoke.",
)


@dataclass(frozen=True, slots=True)
class Conversation:
    """Who says what, in order."""

    asker: str
    guest: str
    turns: tuple[tuple[str, tuple[str, ...]], ...]
    """Speaker and the paragraphs of the turn."""


@st.composite
def conversations(draw: st.DrawFn) -> Conversation:
    """Draw a conversation of three to ten questions with answers of one to three paragraphs."""
    asker, guest = draw(st.sampled_from(NAMES))
    count = draw(st.integers(min_value=3, max_value=10))
    turns: list[tuple[str, tuple[str, ...]]] = []
    for number in range(count):
        question = draw(st.sampled_from(QUESTIONS))
        turns.append((asker, (f"{question}, in year {number}?",)))
        answer = draw(st.lists(st.sampled_from(ANSWERS), min_size=1, max_size=3))
        turns.append((guest, tuple(f"{text} {number}.{at}." for at, text in enumerate(answer))))
    return Conversation(asker, guest, tuple(turns))


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


def table_row(name: str, texts: tuple[str, ...], asks: bool) -> str:
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


CONVENTIONS: dict[str, Printer] = {
    function.__name__.replace("_", "-"): function
    for function in (
        bold_label,
        bold_label_colon_outside,
        plain_label,
        full_width_label,
        label_own_line,
        bracketed_label,
        barred_label,
        definition_list,
        table_row,
        bold_question,
        italic_question,
        heading_question,
        css_class,
        qa_letters,
    )
}


def print_page(conversation: Conversation, printer: Printer) -> str:
    """Return the HTML of *conversation* with a title and an introduction."""
    body = "\n".join(
        printer(name, texts, name == conversation.asker) for name, texts in conversation.turns
    )
    return (
        f"<h1>A conversation on the river</h1>\n<p>The talk took place on a wet Monday.</p>\n{body}"
    )
