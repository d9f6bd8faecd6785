"""Interviews made up by a generator that knows who says what.

A conversation is a list of (speaker, paragraphs) in which the first speaker asks and the second
answers; `printers` has the ways in which it can be printed.
"""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st
from printers import Printer

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


def print_page(conversation: Conversation, printer: Printer) -> str:
    """Return the HTML of *conversation* with a title and an introduction."""
    body = "\n".join(
        printer(name, texts, name == conversation.asker) for name, texts in conversation.turns
    )
    opening = "<h1>Interview: on the river</h1>\n<p>The talk took place on a wet Monday.</p>"
    return f"{opening}\n{body}"
