"""Who asks and who answers: told by words, by statements, or by who puts the questions."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final, NamedTuple

from vivavoce.model import Role
from vivavoce.recognition.names import letter_pairs, letter_role, role_of_word

QA: Final = "qa"
"""The pair of letters that stand for nothing but question and answer."""
_ASKS: Final = 0.4
_CLEARLY: Final = 1.6
_CLEARLY_OPENING: Final = 1.3
"""Less is enough for whoever opens the talk, as a host does."""
_FEW: Final = 3
_MOSTLY: Final = 0.75
_MOST: Final = 0.6
_HEARD: Final = 3
_SEVERAL: Final = 2


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


def letters_that_ask(manners: Mapping[str, Manner]) -> frozenset[str]:
    """Return the pairs of letters for question and answer among folded labels with their *manners*.

    But for ``Q`` and ``A`` the letters may be initials of two people: the first must ask more.
    """
    return frozenset(
        pair
        for pair in letter_pairs(manners)
        if pair == QA or manners[pair[0]].share > manners[pair[1]].share
    )


def role_of_labels(labels: tuple[str, ...], pairs: Collection[str]) -> Role | None:
    """Return the role for which one of a person's folded *labels* stands, as a word or in *pairs*
    of letters."""
    for label in labels:
        role = role_of_word(label) or letter_role(label, pairs)
        if role is not None:
            return role
    return None


def roles_by_manner(manners: Mapping[str, Manner], told: Mapping[str, Role]) -> Mapping[str, Role]:
    """Give roles to people of whom nothing says who they are, where it is plain who asks.

    *manners* are all speakers in the order in which they first speak, *told* those whose role is
    known already. Nobody gets a role where no single person asks clearly more than the others do.
    Among four or more the one who asks leads the talk; those who mostly ask beside a leader are
    interviewers too.
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
    heard = {key: manner for key, manner in manners.items() if manner.turns >= _HEARD} or manners
    ranked = sorted(heard, key=lambda key: -manners[key].share)
    if not ranked or manners[ranked[0]].share < _ASKS / 2:
        return None
    if len(ranked) == 1:
        return ranked[0] if manners[ranked[0]].share >= _ASKS else None
    least = _CLEARLY_OPENING if ranked[0] == next(iter(manners)) else _CLEARLY
    first, second = manners[ranked[0]], manners[ranked[1]]
    is_clear = first.share >= least * second.share
    if len(ranked) > 2:
        return _asker_of_several(ranked, manners, is_clear)
    is_shorter = first.share > second.share and first.length < second.length
    return ranked[0] if is_clear or is_shorter else None


def _asker_of_several(
    ranked: list[str], manners: Mapping[str, Manner], is_clear: bool
) -> str | None:
    """Return the first of those *ranked*, where that *is_clear*, or who puts most questions."""
    if manners[ranked[0]].asking < _SEVERAL:
        return None
    if is_clear:
        return ranked[0]
    most = max(ranked, key=lambda key: manners[key].asking)
    return most if _puts_most(manners[most], manners) else None


def _puts_most(one: Manner, manners: Mapping[str, Manner]) -> bool:
    """Does *one* put most of all questions, and in many turns?"""
    every = sum(manner.asking for manner in manners.values())
    return one.share >= _ASKS and one.asking >= _MOST * every
