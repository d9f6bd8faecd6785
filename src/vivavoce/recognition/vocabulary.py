"""Which of the printed labels are speakers: decided once for the whole document.

Any line may open with something like a label. A speaker's label comes back, looks like a name or a
word for a role, and stands before sentences; a field of data (``Price:``, ``作者：``) stands before
scraps. A label printed once is taken only in the company of others that are certain.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import partial
from typing import Final

from vivavoce.model import Cue
from vivavoce.patterns import lazy_pattern
from vivavoce.people.identity import Printed, groups
from vivavoce.recognition.brief import exchange, persons
from vivavoce.recognition.company import Company, company_of
from vivavoce.recognition.document import Document
from vivavoce.recognition.entries import Entry
from vivavoce.recognition.names import fold, is_cased, is_collective, is_field, role_of_word

_LIST: Final = 3
_LIKE: Final = 0.7
_LESS: Final = 0.6
_STRAY: Final = 6
_MOSTLY: Final = 0.6
_BORN: Final = lazy_pattern(
    r"\d{4}\s*年|[生出]于|生まれ|\bborn\b|\bgeboren\b|\bn[ée]e?\b|\bnaci[óo]\b|\bnato\b|родил|출생|\d{4}\)"
)


def speakers(document: Document, entries: Mapping[str, Entry], known: frozenset[str]) -> set[str]:
    """Return the keys of *entries* that are speakers' labels.

    *known* are folded names and short forms that the document states elsewhere (front matter, a
    legend, an introduction).
    """
    forced = {fold(label) for label in document.options.speakers}
    barred = {fold(label) for label in document.options.not_speakers}
    certain = {
        key
        for key, entry in entries.items()
        if key in forced or (key not in barred and _is_certain(entry, known))
    }
    if _total(entries, certain) < 2:
        free = {key: entry for key, entry in entries.items() if key not in barred}
        together = persons(free, partial(_is_certain, known=known)) or exchange(document, free)
        if not together:
            return certain & forced
        certain |= together
    company = company_of(entries[key] for key in sorted(certain))
    likely = {
        key
        for key, entry in entries.items()
        if key not in barred and key not in certain and _is_likely(entry, company, known)
    }
    found = certain | (likely - _listed(entries, certain, likely, known))
    return found | _fuller(entries, found, barred) if len(found) > len(certain) else found


def _fuller(entries: Mapping[str, Entry], found: set[str], barred: set[str]) -> set[str]:
    """Return further labels of those *found*: the full name, once a surname is known for M.'s."""
    company = company_of(entries[key] for key in sorted(found))
    none: frozenset[str] = frozenset()
    return {
        key
        for key in entries.keys() - found - barred
        if company.has_alias(entries[key].said[0].cue.label)
        and _is_likely(entries[key], company, none)
    }


def _listed(
    entries: Mapping[str, Entry], certain: set[str], likely: set[str], known: frozenset[str]
) -> set[str]:
    """Return the likely labels that follow each other like the heads of a list.

    Three different labels in a row, none of which comes back, are points of one answer, unless
    one of them is another label of somebody who speaks.
    """
    places = sorted(
        (said.cue.block, said.cue.start, key)
        for key in certain | likely
        for said in entries[key].said
    )
    listed: set[str] = set()
    row: list[str] = []
    several = _of_several_labels(entries, certain | likely) if len(likely) >= _LIST else set()
    unknown = likely - known - several
    for _, _, key in [*places, (0, 0, "")]:
        if key in unknown and not _is_alone(entries[key]):
            row.append(key)
            continue
        if len(set(row)) >= _LIST:
            listed.update(row)
        row = []
    return listed


def _of_several_labels(entries: Mapping[str, Entry], keys: set[str]) -> set[str]:
    """Return those of *keys* that are labels of one person, as a full name and a surname are."""
    labels = {key: Printed(entries[key].said[0].cue.label) for key in sorted(keys)}
    leaders = groups(labels, {})
    shared = Counter(leaders.values())
    return {key for key, leader in leaders.items() if shared[leader] > 1}


def _is_certain(entry: Entry, known: frozenset[str]) -> bool:
    """Printed several times, like a name, before sentences."""
    label = entry.said[0].cue.label
    if all(said.cue.role for said in entry.said):
        return True
    if role_of_word(label) or is_collective(label):
        return len(entry.said) > 1 and entry.sentences >= 0.3
    if is_field(label) or not entry.key:
        return False
    if entry.key in known:
        return entry.sentences >= 0.3 or len(entry.said) > 2
    if len(entry.said) == 1:
        return False
    least = 0.3 if len(entry.said) > 3 else 0.5
    return entry.likeness >= least and (entry.sentences >= 0.5 or entry.questions >= 0.2)


def _asks(entry: Entry) -> bool:
    """A paper's name may be the word for a field, such as ``Zeit``: what it says are questions."""
    return len(entry.said) > 1 and entry.questions >= _MOSTLY


def _is_likely(entry: Entry, company: Company, known: frozenset[str]) -> bool:
    """Printed once or twice among certain speakers, and like them; or a paper that asks them."""
    label = entry.said[0].cue.label
    if not entry.key:
        return False
    if is_field(label):
        return _asks(entry) and company.has_style_of(entry, by_place=False)
    alias = entry.key in known or company.has_alias(label)
    if not (company.has_style_of(entry, by_place=alias) or (alias and _heads_speech(entry))):
        return False
    if alias:
        return entry.sentences > 0
    like_others = is_cased(label) and entry.likeness >= company.least
    least = _LESS if _is_alone(entry) or like_others else _LIKE
    return entry.likeness >= least and entry.says_something and company.is_around(entry)


def _heads_speech(entry: Entry) -> bool:
    """A label with its colon in a line of its own, as only a first one may stand."""
    return all(said.opens_alone for said in entry.said)


def _is_alone(entry: Entry) -> bool:
    return all(said.style.startswith("alone") for said in entry.said)


def without_strays(
    entries: Mapping[str, Entry], names: set[str], cues: tuple[Cue, ...]
) -> tuple[Cue, ...]:
    """Keep the *cues* of the speakers in *names*, but for those set as hardly any other is.

    A caption, an author's box or a headline may hold a speaker's name where no turn begins; with
    its colon a label may stand above the speech though the others run in.
    """
    said = [said for key in names for said in entries[key].said]
    styles = Counter([one.style for one in said])
    places: Counter[tuple[str, bool]] = Counter()
    for style, count in styles.items():
        places[_place(style)] += count
    common = {style for style in styles if places[_place(style)] * _STRAY >= len(said)}
    usual = {style for style in styles if styles[style] * _STRAY * 2 >= len(said)}
    kept = {
        (one.cue.block, one.cue.start)
        for one in said
        if (one.style in common or one.opens_alone)
        and (one.style in usual or not _is_biography(one.text))
    }
    return tuple(cue for cue in cues if (cue.block, cue.start) in kept)


def _place(style: str) -> tuple[str, bool]:
    """Alone or run in, and whether a mark parts the label from what follows."""
    place, _, mark = style.split()
    return place, mark != "none"


def _is_biography(text: str) -> bool:
    return _BORN.search(text[:80]) is not None


def _total(entries: Mapping[str, Entry], keys: set[str]) -> int:
    return sum(len(entries[key].said) for key in keys)
