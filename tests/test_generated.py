"""What a generator prints in every convention is read back as it was said, and nothing is lost."""

from __future__ import annotations

import pytest
from generated import Conversation, conversations, print_page
from hypothesis import HealthCheck, assume, given, settings
from printers import IN_CAPITALS, LEAST_QUESTIONS, PRINTERS

import vivavoce
from vivavoce.conventions.registry import CONVENTIONS
from vivavoce.interview import Interview, Node, Text
from vivavoce.problems import Code


def _said(interview: Interview) -> list[tuple[str, str]]:
    """Return (role, text) for every paragraph somebody says, in order."""
    role = {person.id: person.role or "" for person in interview.participants}
    return [(role[turn.speaker], text) for turn in interview.turns for text in _texts(turn.blocks)]


def _texts(nodes: tuple[Node, ...]) -> list[str]:
    return [
        text
        for node in nodes
        for text in ([node.text] if isinstance(node, Text) else _texts(node.blocks))
    ]


def test_every_convention_is_printed() -> None:
    assert {name for name, _ in CONVENTIONS} <= set(PRINTERS)


@pytest.mark.parametrize("convention", PRINTERS)
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(conversation=conversations())
def test_what_a_convention_prints_is_read_back(convention: str, conversation: Conversation) -> None:
    """Every paragraph has its speaker, by role, and every character is there."""
    assume(len(conversation.turns) >= 2 * LEAST_QUESTIONS.get(convention, 0))
    assume(convention not in IN_CAPITALS or conversation.asker.upper() != conversation.asker)
    page = print_page(conversation, PRINTERS[convention])

    interview = vivavoce.parse(page)

    expected = [
        ("interviewer" if name == conversation.asker else "interviewee", text)
        for name, texts in conversation.turns
        for text in texts
    ]
    assert _said(interview) == expected
    assert not [p for p in interview.problems if p.code is Code.LOST_TEXT]
