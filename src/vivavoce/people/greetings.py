"""Names said at the beginning of a talk: the host's own, and the guest's who is welcomed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice
from typing import Final, NamedTuple

from vivavoce.patterns import lazy_pattern
from vivavoce.people.introduction import NAME
from vivavoce.scripts import HAN

_I_AM: Final = (
    *("I am", "I'm", "I’m", "y name is", "ch bin", "ein Name ist", "e suis", "e m'appelle"),
    *("e m’appelle", "oy", "e llamo", "u sou", "i chiamo", "k ben", "ag heter", "еня зовут"),
)
"""What stands, without a first letter that may be a capital, in whatever `_OWN` matches."""
_OWN: Final = lazy_pattern(
    r"\b(?:I am|I['’]m|[Mm]y name is|[Ii]ch bin|[Mm]ein Name ist|[Jj]e suis|[Jj]e m['’]appelle|"
    r"[Ss]oy|[Mm]e llamo|[Ee]u sou|[Mm]i chiamo|[Ii]k ben|[Jj]ag heter|[Мм]еня зовут)"
    rf" {NAME}"
)
_OWN_HAN: Final = lazy_pattern(
    rf"(?:大家|各位|你们|您|你)好[，,。！!][^。！!]{{0,20}}?我(?:是|叫)(?:主持人|记者|記者)?({HAN}{{2,4}})"
    r"(?=[，,。！!])"
)
_WELCOMES: Final = ("y guest", "ith me", "Gast", "nvit", "onvida", "ospite", "gast")
"""One of them stands in whatever `_GUEST` matches."""
_GUEST: Final = lazy_pattern(
    r"\b(?:[Mm]y guest(?: today| tonight)? is|[Ww]ith me(?: today| tonight)? is|"
    r"[Mm]ein Gast(?: heute)? ist|[Zz]u Gast(?: heute)? ist|[Mm]on invitée? (?:est|du jour est)|"
    r"[Mm]i invitad[oa](?: de hoy)? es|[Mm]eu convidado(?: de hoje)? é|[Mm]inha convidada é|"
    r"[Ii]l mio ospite è|[Mm]ijn gast is)"
    rf" {NAME}"
)
_GUEST_HAN: Final = lazy_pattern(rf"[嘉来來][宾賓]就?是({HAN}{{2,4}})(?=[，,。！!])")
_FIRST: Final = 3
"""Turns at the beginning in which a guest is welcomed."""


class Greetings(NamedTuple):
    """What the first turns say of names."""

    host: str = ""
    """The key of the one who speaks first."""
    own: str = ""
    """The name that this speaker gives."""
    guests: tuple[str, ...] = ()
    """Names of those who are welcomed."""


NO_GREETINGS: Final = Greetings()


def greetings(turns: Iterable[tuple[str, str]]) -> Greetings:
    """Read the names in the first of *turns*, pairs of a speaker's key and the words."""
    first = list(islice(turns, _FIRST))
    if not first:
        return NO_GREETINGS
    host, said = first[0]
    mine = _own(said)
    welcomed = [_guest(words) for _, words in first]
    return Greetings(
        host,
        mine.group(1) if mine else "",
        tuple(match.group(1) for match in welcomed if match),
    )


def _own(said: str) -> re.Match[str] | None:
    found = _OWN.search(said) if any(sign in said for sign in _I_AM) else None
    return found or (_OWN_HAN.search(said) if "好" in said else None)


def _guest(said: str) -> re.Match[str] | None:
    found = _GUEST.search(said) if any(sign in said for sign in _WELCOMES) else None
    return found or (_GUEST_HAN.search(said) if "宾" in said or "賓" in said else None)
