"""Who asks and who answers: told by words, by statements, or by who puts the questions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from vivavoce.model import Role
from vivavoce.recognition.names import letter_role, role_of_word

_ASKS: Final = 0.4
_CLEARLY: Final = 1.6
_FEW: Final = 3
_MOSTLY: Final = 0.75
_HEARD: Final = 3


class Manner(NamedTuple):
    """How one person talks, in figures."""

    turns: int
    asking: int
    """Turns in which a question is put."""
    length: int
    """Characters said in all."""

    @property
    def share(self) -> float:
        """The share of turns in which a question is put."""
        return self.asking / self.turns if self.turns else 0.0


def role_of_labels(labels: tuple[str, ...], company: frozenset[str]) -> Role | None:
    """Return the role that one of a person's folded *labels* is a word for."""
    for label in labels:
        role = role_of_word(label) or (letter_role(label, company) if len(label) == 1 else None)
        if role is not None:
            return role
    return None


def roles_by_manner(manners: Mapping[str, Manner], told: Mapping[str, Role]) -> Mapping[str, Role]:
    """Give roles to people of whom nothing says who they are, where it is plain who asks.

    *manners* are all speakers, *told* those whose role is known already. Nobody gets a role where
    no single person asks clearly more than the others do. Among four or more the one who asks leads
    the talk; those who mostly ask beside a leader are interviewers too.
    """
    roles: dict[str, Role] = dict(told)
    if not {"interviewer", "moderator"} & set(told.values()):
        asker = _asker({key: manner for key, manner in manners.items() if key not in told})
        if asker is None:
            return roles
        roles[asker] = "interviewer" if len(manners) <= _FEW else "moderator"
    led = "interviewer" not in roles.values()
    for key, manner in manners.items():
        if key not in roles:
            roles[key] = "interviewer" if led and manner.share >= _MOSTLY else "interviewee"
    return roles


def _asker(manners: Mapping[str, Manner]) -> str | None:
    """Return the one who asks: clearly more often than any other, or as often in fewer words.

    Among three or more a single question makes nobody the one who asks.
    """
    heard = {key: manner for key, manner in manners.items() if manner.turns >= _HEARD}
    ranked = sorted(heard or manners, key=lambda key: -manners[key].share)
    if not ranked or manners[ranked[0]].share < _ASKS / 2:
        return None
    if len(ranked) == 1:
        return ranked[0] if manners[ranked[0]].share >= _ASKS else None
    first, second = manners[ranked[0]], manners[ranked[1]]
    if len(ranked) > 2 and first.asking < 2:
        return None
    if first.share >= _CLEARLY * second.share:
        return ranked[0]
    if len(ranked) == 2 and first.share > second.share and first.length < second.length:
        return ranked[0]
    return None
