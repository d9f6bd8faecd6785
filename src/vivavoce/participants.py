"""From labels to people: one participant for each person, with name and role."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from vivavoce.document import Document
from vivavoce.model import Part, Participant


def identify(
    document: Document, parts: tuple[Part, ...]
) -> tuple[tuple[Participant, ...], Mapping[str, str]]:
    """Return the participants and, for every speaker's key in *parts*, the participant's id."""
    printed: dict[str, Counter[str]] = {}
    for part in parts:
        if part.speaker:
            printed.setdefault(part.speaker, Counter())[part.label] += bool(part.label)
    people: list[Participant] = []
    ids: dict[str, str] = {}
    for key, labels in printed.items():
        ids[key] = f"s{len(people) + 1}"
        label = labels.most_common(1)[0][0] or key
        people.append(Participant(ids[key], label, labels=tuple(name for name in labels if name)))
    return tuple(people), ids
