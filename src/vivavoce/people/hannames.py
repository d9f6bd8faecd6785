"""Looking up the full name behind a label in Chinese characters, which have no capitals.

What tells a name is what stands around it: where it ends differently from place to place, a dot
within, a space between family and given name, a title after it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from vivavoce.patterns import lazy_pattern
from vivavoce.recognition.names import role_of_word
from vivavoce.scripts import HAN, is_han

_KANA: Final = lazy_pattern("[ぁ-ゖァ-ヺ]")
_OFTEN: Final = ("の", "い", "ン")
"""Kana of which one stands in any Japanese text of some length."""
_DOTS: Final = "·・‧•"
_BEFORE_DOT: Final = lazy_pattern(rf"{HAN}{{1,8}}(?:[{_DOTS}]{HAN}{{1,10}}?)*$")
_LONGEST_NAME: Final = 40
_AFTER_POST: Final = lazy_pattern(rf"^.*[人家员員长長者师師授理席官任监監总總](?={HAN}+[{_DOTS}])")
_NAMES: Final = ("本名", "原名", "真名", "实名", "實名")
_REAL: Final = lazy_pattern(
    rf"\s*[，,（(]\s*(?:{'|'.join(_NAMES)})[是为為：:]?\s*({HAN}{{2,4}}?)(?!{HAN})"
)
CALLING: Final = "[人家員長者師士生手屋工]"
"""What many Japanese callings end in, and some given names."""
_CALLED: Final = lazy_pattern(rf".*{CALLING}$|..?$")
_NAMED_SO: Final = lazy_pattern("氏|[ 　]?[（(][ 　]?[ぁ-ゖァ-ヺ]")
"""What follows names and no callings: 氏, or how the name is read."""
_WIDE: Final = (" ", "\u3000")
_SPACED_OUT: Final = lazy_pattern(rf"{HAN}[ \u3000]{HAN}")
"""A short name set as wide as a longer one."""
_VERBS: Final = ("提问", "提問", "回答", "问", "問", "答")
_HONORIFICS: Final = ("さん", "氏", "様", "先生", "女士", "씨", "님")
_SHORTEST: Final = 2
_HEAD: Final = 5_000
_REPEATED: Final = 3
_SAMPLE: Final = 400_000


def plain_label(label: str, text: str) -> str:
    """Return *label* without what is not of the name: ``何 涛``, ``记者问``, ``马兰答``.

    A verb is one only where *text* has the name without it more often than with it.
    """
    if label[1:-1] in _WIDE and _SPACED_OUT.fullmatch(label):
        return label[0] + label[-1]
    verb = next((verb for verb in _VERBS if label.endswith(verb)), "")
    name = label.removesuffix(verb)
    if not verb or len(name) < _SHORTEST or not is_han(name):
        return label
    return name if role_of_word(name) or text.count(name) > text.count(label) else label


def may_be_calling(name: str, text: str) -> bool:
    """True where Japanese *name*, as 職人, may be a calling, and nothing in *text* says otherwise.

    さん says nothing: one speaks so of callings too.
    """
    if not _CALLED.match(name):
        return False
    return not any(_NAMED_SO.match(text, at + len(name)) for at in _places(name, text[:_SAMPLE]))


def without_honorific(label: str) -> str:
    """Return the name in ``林さん``, ``马先生`` and their like."""
    title = next((title for title in _HONORIFICS if label.endswith(title)), "")
    return label.removesuffix(title) or label


def clear_winner(found: Counter[str]) -> str | None:
    """Return what was found most often; of two found as often, one that holds the other."""
    ranked = found.most_common(2)
    if not ranked:
        return None
    if len(ranked) == 1 or ranked[0][1] > ranked[1][1]:
        return ranked[0][0]
    one, other = ranked[0][0], ranked[1][0]
    return max(one, other, key=len) if one in other or other in one else None


def han_name(label: str, text: str, prose: str) -> str | None:
    """Return the one full name that *label* begins, or ends after a dot, in *text*.

    A dot joins the parts of a transcribed name in Chinese; in Japanese it parts two names, so that
    there *prose*, the part of the text outside the talk, must have the name.
    """
    sample = text[:_SAMPLE]
    if len(label) > 1:
        is_japanese = _is_japanese(sample[:_HEAD])
        return _spaced_name(label, prose[:_SAMPLE]) if is_japanese else _dotted_name(label, sample)
    return clear_winner(Counter(_apart(label, sample))) or _repeated(label, sample)


def _is_japanese(text: str) -> bool:
    """True where one character in twenty is kana."""
    if not any(sign in text for sign in _OFTEN):
        return False
    return len(_KANA.findall(text)) * 20 >= len(text)


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
    places = [at for dot in _DOTS if dot in sample for at in _places(dot + label, sample)]
    heads = [_BEFORE_DOT.search(sample[max(0, at - _LONGEST_NAME) : at]) for at in places]
    found = [
        head.group() + sample[at] + label for head, at in zip(heads, places, strict=True) if head
    ]
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
    return clear_winner(found)


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
    if "名" not in sample:
        return None
    found = (_REAL.match(sample, at + len(label)) for at in _places(label, sample))
    return next((match.group(1) for match in found if match), None)
