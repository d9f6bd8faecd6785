"""Which label each turn shows.

Pure. What is printed is the core's own business (`vivavoce.forms.shown`); here are the policies
that change it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from vivavoce.forms.shown import ShownTurn
from vivavoce.initials import short_names
from vivavoce.interview import Interview
from vivavoce.persons import display_name
from vivavoce.words import Words

Labels = tuple[str, ...]


def turn_labels(
    interview: Interview, policy: str, words: Words, shown: Sequence[ShownTurn]
) -> Labels:
    """Return the label of every turn of *interview*, in order; empty where none is shown.

    *policy* is one of `POLICIES`: ``printed`` shows what the document prints, as *shown* has it for
    each turn, ``every`` the name at every turn, ``initials`` the name at a person's first turn and
    the initials after it. *words* name people of whom only the part is known. Where the same person
    just goes on after a heading or a picture no label is shown.
    """
    if policy == "printed":
        return tuple(turn.label for turn in shown)
    return _POLICY[policy](interview, words)


def _every(interview: Interview, words: Words) -> Labels:
    names = {person.id: display_name(person, words) for person in interview.participants}
    labels: list[str] = []
    previous = ""
    for turn in interview.turns:
        goes_on = turn.speaker == previous and not turn.label
        labels.append("" if goes_on else names[turn.speaker])
        previous = turn.speaker
    return tuple(labels)


def _initials(interview: Interview, words: Words) -> Labels:
    """Return names, and after the first time initials; two people who share them keep names."""
    names = [display_name(person, words) for person in interview.participants]
    short = short_names(names)
    seen: set[str] = set()
    labels: list[str] = []
    for name in _every(interview, words):
        labels.append(short.get(name, name) if name in seen else name)
        seen.add(name)
    return tuple(labels)


_POLICY: dict[str, Callable[[Interview, Words], Labels]] = {
    "every": _every,
    "initials": _initials,
}
POLICIES = ("printed", *_POLICY)
