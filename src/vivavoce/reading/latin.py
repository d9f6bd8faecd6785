"""The language of a text in Latin letters: by its commonest words, and by its letters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cache
from typing import Final

from vivavoce.patterns import lazy_pattern

_STOP_WORDS: Final = {
    "en": "the and of to in is that it was for on are with as i they be have this from you a not",
    "de": "der die und das ist ich nicht ein zu es sie mit sich auf den dem von auch wir haben wie",
    "fr": "le la les et des est que je dans un une pour pas qui sur vous avec ce il au nous plus",
    "es": "el la los que y en un una es por con para como pero lo se del las su yo más muy está",
    "pt": "o a os que e em um uma é por com para como mas não se do da as no na eu mais isso você",
    "it": "il la che e di un una è per con non si del della sono le i ho come ma anche più nel gli",
    "nl": "de het een en van ik dat is in niet te zijn op met voor die maar ook je we wat hebben",
    "ca": "el la que i de a els les un una per no és amb del jo què més com però va hi són molt",
    "pl": "i w na z że się nie to jest do jak o co ale tak po za jego był są od przez który dla",
    "sv": "och att det i en jag som på är av för inte med har den till om ett vi var men så från",
    "tr": "ve bir bu da de için ne çok ben ile gibi olarak daha var ama o mi kadar değil sonra",
    "cs": "a se na je to že v s z do o i ale jak jsem by tak za co když jste byl pro není už jako",
    "sk": "a sa na je to že v s z do o i ale ako som by tak za čo keď ste bol pre nie už aj",
    "hr": "i je u se na da su za ne od što ali kao bi ja to sam kako nije ste tako jer samo više",
    "sl": "in je na da se v za so ne ki pa bi ali kot tudi sem po če to ste bil kako zelo",
    "hu": "a az és hogy nem is ez egy van de meg volt én ha csak már mint vagy még mi azt ki mert",
    "ro": "și în de la a nu că cu o un am este pe mai ce din să care pentru dar eu era sunt cum",
    "fi": "ja on ei se että oli hän minä ovat mutta kun niin kuin mitä myös joka sen tai olen jos",
    "et": "ja on ei see et ta oli ma mis kui ning siis aga ka mu oma nii kes või olen te",
    "da": "og i det at er en til på jeg af den med for ikke der de har var men vi så hvad blev",
    "no": "og i det er en til på jeg av den med for ikke som har de var men vi så hva å ble",
    "vi": "và là của có không tôi một những được cho trong đã với này người các khi thì ở cũng",
    "id": "yang dan di itu dengan untuk tidak ini dari saya dalam akan pada ada juga ke karena",
}
_LETTERS: Final = {
    "en": "",
    "de": "äöüß",
    "fr": "àâæçèéêëîïôœùûüÿ",
    "es": "áéíñóúü",
    "pt": "àáâãçéêíóôõú",
    "it": "àèéìíîòóùú",
    "ca": "àçèéíïòóúü",
    "nl": "èéëïóöü",
    "pl": "óąćęłńśźż",
    "sv": "äåéö",
    "tr": "âçîöûüğış",
    "cs": "áéíóúýčďěňřšťůž",
    "sk": "áäéíóôúýčďĺľňŕšťž",
    "hr": "ćčđšž",
    "sl": "čšž",
    "hu": "áéíóöúüőű",
    "ro": "âîăşţșț",
    "fi": "äåöšž",
    "et": "äõöüšž",
    "da": "åæéø",
    "no": "åæéòôø",
    "vi": "àáâãèéêìíòóôõùúýăđĩũơư" + "".join(map(chr, range(0x1EA0, 0x1EFA))),
    "id": "é",
}
"""What each writes besides a to z."""
_ACCENTED: Final = frozenset({"cs", "sk", "hr", "sl", "hu", "ro", "et", "vi"})
"""Languages of which no few sentences are written without such letters."""
_LATIN_WORD: Final = lazy_pattern(r"[A-Za-zÀ-ÖØ-öø-ɏḀ-ỹ]+")
_SURE_WORDS: Final = 0.06
_FEW_WORDS: Final = 8
_NEVER: Final = 10_000
"""More than the words of any sample."""


def latin_language(sample: str) -> str | None:
    """Return the language of *sample* as a BCP 47 tag, or None if it cannot be told."""
    words = Counter(_LATIN_WORD.findall(sample.lower()))
    total = words.total()
    if total < _FEW_WORDS:
        return None
    counts = dict.fromkeys(_STOP_WORDS, 0)
    shown = dict.fromkeys(_STOP_WORDS, 0)
    known = _langs_of()
    for word in known.keys() & words.keys():
        for lang in known[word]:
            counts[lang] += words[word]
            shown[lang] += 1
    spelt = {} if sample.isascii() else _spelt(sample)
    for lang in counts:
        counts[lang] += _spelling(lang, spelt)
    best = max(counts, key=lambda lang: counts[lang])
    # A name that comes back (Ben, Ola) may be a word of some language.
    return best if shown[best] > 1 and counts[best] >= _SURE_WORDS * total else None


@cache
def _langs_of() -> dict[str, list[str]]:
    """Return the languages of each common word."""
    found: dict[str, list[str]] = {}
    for lang, common in _STOP_WORDS.items():
        for word in common.split():
            found.setdefault(word, []).append(lang)
    return found


def _spelt(sample: str) -> dict[str, int]:
    """Count the words in small letters that have a special one.

    Names, told by their capitals, say nothing: they go from language to language.
    """
    printed = Counter(_LATIN_WORD.findall(sample))
    return {word: n for word, n in printed.items() if not word.isascii() and word.islower()}


def _spelling(lang: str, spelt: Mapping[str, int]) -> int:
    """Return what the words *spelt* with special letters count for *lang*, at most nothing.

    Each that has a letter which *lang* does not write counts against it.
    """
    own = _LETTERS[lang]
    fit = [word for word in spelt if all(letter.isascii() or letter in own for letter in word)]
    if not fit and lang in _ACCENTED:
        return -_NEVER
    return sum([spelt[word] for word in fit]) - sum(spelt.values())
