"""An interview as a transcript that a person reads at a glance: one line for each leaf.

``Label | words`` begins a turn, an indented line goes on with it, ``- (kind) | words`` is what
nobody says, ``= label: name, role`` says who a speaker is. In what a case expects, words may break
off with ``…``, ``- |`` stands for any kind, and people count only where they are listed.
"""

from __future__ import annotations

from collections.abc import Iterator

from vivavoce.interview import Group, Interview, Node, Text, Turn


def transcript(interview: Interview) -> list[str]:
    """Return *interview* as lines."""
    labels = {person.id: person.label for person in interview.participants}
    lines: list[str] = []
    for node in interview.blocks:
        if isinstance(node, Turn):
            said = list(_words(node.blocks)) or [("", "")]
            lines.append(f"{labels[node.speaker]} | {said[0][1]}")
            lines.extend(f"  {words}" for _, words in said[1:])
        else:
            lines.extend(f"- ({kind}) | {words}" for kind, words in _words((node,)))
    return [line.rstrip() for line in lines]


def people(interview: Interview) -> list[str]:
    """Return who takes part in *interview* as lines; a question mark is what is not known."""
    return [
        f"= {person.label}: {person.name or '?'}, {person.role or '?'}"
        for person in interview.participants
    ]


def compared(interview: Interview, expected: str) -> tuple[list[str], list[str]]:
    """Return what is expected and what *interview* is as lines that are equal where it agrees."""
    wanted = [line.rstrip() for line in expected.splitlines() if line.strip()]
    shown = transcript(interview)
    if any(line.startswith("= ") for line in wanted):
        shown += people(interview)
    agreed = [
        wanted[place] if place < len(wanted) and _agree(wanted[place], line) else line
        for place, line in enumerate(shown)
    ]
    return wanted, agreed


def _agree(wanted: str, shown: str) -> bool:
    if wanted.startswith("- |") and shown.startswith("- ("):
        shown = "- " + shown[shown.index("|") :]
    if wanted.endswith("…"):
        return shown.startswith(wanted[:-1].rstrip())
    return wanted == shown


def _words(nodes: tuple[Node, ...]) -> Iterator[tuple[str, str]]:
    """Yield kind and words of every leaf under *nodes* that holds words."""
    stack = list(reversed(nodes))
    while stack:
        node = stack.pop()
        if isinstance(node, Text):
            words = " ".join(node.text.split())
            if words:
                yield node.kind, words
        elif isinstance(node, Group | Turn):
            stack.extend(reversed(node.blocks))
