"""Looking up the full name that a document gives to a surname, a first name or initials.

The name must stand in the document. Where several names fit and none is printed more often than
the others, there is no answer.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import takewhile

from vivavoce.lexicon import words
from vivavoce.patterns import lazy_pattern
from vivavoce.recognition.names import fold, initials, is_abbreviated
from vivavoce.scripts import HAN, is_han

_CAPITAL = "[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽȘȚА-ЯЁЄІЇҐΑ-Ω]"
_CAPITALISED = lazy_pattern(
    rf"{_CAPITAL}(?<!\w{_CAPITAL})(?:[\w'’\-]*\w)?\.?"
    r"(?:\s+(?:(?:de|da|do|dos|del|della|di|van|von|der|den|la|le|el|al|bin|ibn|ten|zu)\s+){0,2}"
    rf"{_CAPITAL}(?:[\w'’\-]*\w)?){{1,4}}"
)
_ABBREVIATED = lazy_pattern(r"(?:\w\.?\s)+\w\.?$")
_WORD_BEFORE = lazy_pattern(
    r"(?<!\w)(?:the|der|die|das|des|dem|den|eine?[rnms]?|seine?[rnm]?|ihre?[rnm]?|la|le|el|il|lo|o|a|un|una|une|su|son|sa)\s$",
    re.IGNORECASE,
)
_KANA = lazy_pattern("[ぁ-ゖァ-ヺ]")
_DOTS = "·・‧•"
_AFTER_POST = lazy_pattern(rf"^.*[人家员員长長者师師授理席官任监監总總](?={HAN}+[{_DOTS}])")
_REAL = lazy_pattern(
    rf"\s*[，,（(]\s*(?:本名|原名|真名|实名|實名)[是为為：:]?\s*({HAN}{{2,4}}?)(?!{HAN})"
)
_HEAD = 5_000
_SHORT = 3
_STEM = 3
_INFLECTED = lazy_pattern("[Ͱ-Ͽἀ-῿Ѐ-ӿĄąĆćČčĎďĘęĚěŁłŃńŇňŘřŚśŠšŤťŮůŹźŻżŽžÝý]")
"""Letters of languages that decline names."""
_REPEATED = 3
_SAMPLE = 400_000


def capitalised_names(texts: Iterable[str]) -> Counter[str]:
    """Count sequences of two to five capitalised words, in scripts with case, in *texts*."""
    found: Counter[str] = Counter()
    for text in texts:
        for match in _CAPITALISED.finditer(text):
            first, _, after = match.group(0).partition(" ")
            opener = first.casefold()
            is_article = opener in words("articles")
            before = _WORD_BEFORE.search(text, max(0, match.start() - 20), match.start())
            name = _without_title(
                after if is_article or opener in words("openers") else match.group(0),
                after_article=is_article or before is not None,
            )
            name = name.removesuffix("’s").removesuffix("'s")
            if " " in name and not _ABBREVIATED.match(name):
                found[name] += 1
            rest = name.partition(" ")[2]
            if " " in rest and not is_article and _begins_sentence(text, match.start()):
                found[rest] += 1
    return found


def _begins_sentence(text: str, at: int) -> bool:
    """The first word of a sentence has a capital whether or not it belongs to a name."""
    return text[max(0, at - 4) : at].rstrip()[-1:] in {"", ".", "!", "?", ":", "”", '"'}


def _without_title(name: str, *, after_article: bool) -> str:
    """Drop ``Dr`` and ``Director`` before a name, and any noun that follows an article."""
    parts = name.split()
    while len(parts) > 2 and (after_article or fold(parts[0]).rstrip(".") in _titles()):
        parts = parts[1:]
        after_article = False
    return " ".join(parts)


@cache
def _titles() -> frozenset[str]:
    asking = {word for word in words("asked_by") | words("written_by") if len(word) > _SHORT}
    return words("honorifics") | words("posts") | asking


def full_name(label: str, names: Counter[str], text: str, prose: str) -> str | None:
    """Return the one full name in the document to which *label* belongs, or None.

    *names* are the capitalised names with their counts, *text* the document's text for scripts
    without case, *prose* the part of it outside the talk.
    """
    if is_han(label):
        return _han_name(label, text, prose)
    key = fold(label)
    fitting: Counter[str] = Counter()
    shown: dict[str, str] = {}
    for name, count in names.items():
        if _fits(key, name):
            fitting[fold(name)] += count
            if not name.isupper() or fold(name) not in shown:
                shown[fold(name)] = name
    winner = _clear_winner(fitting)
    return shown[winner] if winner else None


def _fits(key: str, name: str) -> bool:
    parts = fold(name).split()
    if fold(name) == key or len(parts) < 2 or parts[0] in words("honorifics"):
        return False
    if key in (parts[-1], parts[0]) or (len(key) <= 4 and key == initials(name)):
        return True
    return is_abbreviated(key, " ".join(parts))


def _clear_winner(found: Counter[str]) -> str | None:
    ranked = found.most_common(2)
    if not ranked:
        return None
    if len(ranked) == 1 or ranked[0][1] > ranked[1][1]:
        return ranked[0][0]
    one, other = ranked[0][0], ranked[1][0]
    return max(one, other, key=len) if one in other or other in one else None


def _han_name(label: str, text: str, prose: str) -> str | None:
    """A dot joins the parts of a transcribed name in Chinese; in Japanese it parts two names."""
    sample = text[:_SAMPLE]
    if len(label) > 1:
        is_japanese = len(_KANA.findall(sample[:_HEAD])) * 20 >= len(sample[:_HEAD])
        return _spaced_name(label, prose[:_SAMPLE]) if is_japanese else _dotted_name(label, sample)
    return _clear_winner(Counter(_apart(label, sample))) or _repeated(label, sample)


def _apart(label: str, sample: str) -> Iterator[str]:
    """Yield the names of two or three characters that begin with *label* and stand alone."""
    for at in _places(label, sample):
        run = _han_at_start(sample[at : at + 4])
        if len(run) in (2, 3) and not is_han(sample[at - 1 : at] if at else ""):
            yield run


def _han_at_start(text: str) -> str:
    return next((text[:end] for end in range(len(text), 0, -1) if is_han(text[:end])), "")


def _places(word: str, text: str) -> Iterator[int]:
    """Yield the offsets at which *word* stands in *text*."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + len(word))


def _dotted_name(label: str, sample: str) -> str | None:
    """Return the transcribed name, as in 亨利·基辛格, that ends in *label*.

    Nothing parts a name from a title before it, so the name is what all places have in common.
    """
    if not any(dot in sample and dot + label in sample for dot in _DOTS):
        return None
    pattern = rf"{HAN}{{1,8}}(?:[{_DOTS}]{HAN}{{1,10}}?)*[{_DOTS}]{re.escape(label)}"
    found = re.findall(pattern, sample)
    if not found:
        return None
    shared = _AFTER_POST.sub("", _shared_ending(found))
    return shared if len(shared) > len(label) + 1 else None


def _shared_ending(names: list[str]) -> str:
    """Return the longest ending that all *names* have."""
    length = 0
    while length < min(map(len, names)) and len({name[-length - 1] for name in names}) == 1:
        length += 1
    return names[0][len(names[0]) - length :]


def _spaced_name(label: str, sample: str) -> str | None:
    """Return the one Japanese name that fits; a space within or a title after it tells the name."""
    pattern = "[ 　]?".join(map(re.escape, label))
    found = Counter(
        match.group(1)
        for match in re.finditer(
            rf"(?<!{HAN})({pattern}[ 　]?{HAN}{{0,3}}?)(氏|さん|(?!{HAN}))", sample
        )
        if (match.group(2) or re.search("[ 　]", match.group(1).strip()))
        and len("".join(match.group(1).split())) > len(label)
    )
    return _clear_winner(found)


def _repeated(label: str, sample: str) -> str | None:
    """Return the two or three characters that most often follow each other from *label* on."""
    three = Counter(
        name
        for at in _places(label, sample)
        if is_han(name := sample[at : at + 3]) and len(name) == 3
    )
    two = Counter(name[:2] for name in three.elements())
    if not two:
        return None
    short, count = two.most_common(1)[0]
    best: tuple[str, int] = max(
        ((name, n) for name, n in three.items() if name.startswith(short)), key=lambda item: item[1]
    )
    if count < _REPEATED:
        return None
    if best[1] * 10 >= count * 6 and _has_end(best[0], sample):
        return best[0]
    return short if _has_end(short, sample) else None


def _has_end(name: str, sample: str) -> bool:
    """True where what follows *name* differs from place to place, so that it ends there."""
    ends = (at + len(name) for at in _places(name, sample))
    return len({sample[end : end + 1] for end in ends} - {"", "\n"}) > 1


def real_name(label: str, text: str) -> str | None:
    """Return the name that *text* says stands behind the pen name *label*, as in ``X，本名Y``."""
    sample = text[:_SAMPLE]
    found = (_REAL.match(sample, at + len(label)) for at in _places(label, sample))
    return next((match.group(1) for match in found if match), None)


def uninflected(name: str, names: Counter[str], prose: str) -> str:
    """Return the form of *name* that opens a sentence of *prose*, in languages that decline names.

    ``Интервью с Игнатом Соболевым`` stands above ``Игнат Соболев строит лодки``.
    """
    if not _INFLECTED.search(prose[:_HEAD]):
        return name
    forms = [other for other in names if other != name and _share_stems(name, other)]
    return next(
        (
            form
            for form in forms
            if re.search(rf"(?:^|[.!?]\s)(?:\w{{1,3}}\s)?{re.escape(form)}\s", prose, re.M)
        ),
        name,
    )


def _share_stems(one: str, other: str) -> bool:
    """Do two names differ in a few letters at the ends of their words?"""
    pairs = list(zip(one.split(), other.split(), strict=False))
    if len(one.split()) != len(other.split()):
        return False
    return all(_STEM <= _shared(a, b) >= max(len(a), len(b)) - _STEM for a, b in pairs)


def _shared(one: str, other: str) -> int:
    """Return how many letters two words share from the first on."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
