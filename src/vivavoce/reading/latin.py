"""The language of a text in Latin letters: by its commonest words, and by its letters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cache
from typing import Final

from vivavoce.patterns import lazy_pattern

_SOUTH_SLAVIC: Final = (
    "i je u se na da su za ne od ali kao bi ja to sam kako nije ste tako jer samo više"
)
_WITH_JE: Final = (
    "gdje ovdje uvijek prije poslije vrijeme mjesto dijete djeca čovjek riječ lijepo dvije svijet "
    "htio želio sjećam vidjeti vidjeli"
)
_WITH_E: Final = (
    "gde ovde uvek pre posle vreme mesto dete deca čovek reč lepo dve svet "
    "hteo želeo sećam videti videli"
)
"""The same words, as Croatian and Bosnian write them, and as Serbian does."""
_STOP_WORDS: Final = {
    "en": "the and of to in is that it was for on are with as i they be have this from you a not "
    "do did what we my your who why when how there had an about so me he she his her at by but if "
    "or all can would were one no",
    "de": "der die und das ist ich nicht ein zu es sie mit sich auf den dem von auch wir haben wie "
    "in so an war wenn für im noch aber oder man hat was",
    "fr": "le la les et des est que je dans un une pour pas qui sur vous avec ce il au nous plus "
    "de à se ne mais ou on elle ont tout comme son du en",
    "es": "el la los que y en un una es por con para como pero lo se del las su yo más muy está "
    "de a no me mi al o ya cuando qué porque era fue eso hay todo le",
    "pt": "o a os que e em um uma é por com para como mas não se do da as no na eu mais isso você "
    "de me foi era dos das ao meu quando porque muito ele",
    "it": "il la che e di un una è per con non si del della sono le i ho come ma anche più nel gli "
    "a da in mi lo ha al io era cosa questo quando",
    "nl": "de het een en van ik dat is in niet te zijn op met voor die maar ook je we wat hebben "
    "er hij als was aan naar dan heb heeft",
    "af": "die en van ek dat is in nie te op met vir maar ook jy ons wat het hulle was so toe sy",
    "ca": "el la que i de a els les un una per no és amb del jo què més com però va hi són molt",
    "gl": "o a os as que e de do da en un unha é por con para como non se no na eu "
    "máis pero iso moi",
    "pl": "i w na z że się nie to jest do jak o co ale tak po za jego był są od przez który dla",
    "sv": "och att det i en jag som på är av för inte med har den till om ett vi var men så från",
    "tr": "ve bir bu da de için ne çok ben ile gibi olarak daha var ama o mi kadar değil sonra",
    "az": "və bir bu da də üçün nə çox mən ilə kimi olaraq daha var amma o mi qədər deyil sonra",
    "cs": "a se na je to že v s z do o i ale jak jsem by tak za co když jste byl pro není už jako",
    "sk": "a sa na je to že v s z do o i ale ako som by tak za čo keď ste bol pre nie už aj",
    "hr": f"{_SOUTH_SLAVIC} {_WITH_JE} što tko netko točno također uopće tjedan uvjet",
    "bs": f"{_SOUTH_SLAVIC} {_WITH_JE} šta ko neko tačno također uopšte sedmica uslov",
    "sr": f"{_SOUTH_SLAVIC} {_WITH_E} šta ko neko tačno takođe uopšte nedelja uslov",
    "sl": "in je na da se v za so ne ki pa bi ali kot tudi sem po če to ste bil kako zelo",
    "hu": "a az és hogy nem is ez egy van de meg volt én ha csak már mint vagy még mi azt ki mert",
    "ro": "și în de la a nu că cu o un am este pe mai ce din să care pentru dar eu era sunt cum",
    "fi": "ja on ei se että oli hän minä ovat mutta kun niin kuin mitä myös joka sen tai olen jos "
    "et ole minulle nyt vain sitten",
    "et": "ja on ei see et ta oli ma mis kui ning siis aga ka mu oma nii kes või olen te ole",
    "da": "og i det at er en til på jeg af den med for ikke som der de har var men vi så hvad blev "
    "mig dig bliver hvornår noget nu",
    "no": "og i det er en til på jeg av den med for ikke som har de var men vi så hva ble å "
    "meg deg blir når noe nå",
    "vi": "và là của có không tôi một những được cho trong đã với này người các khi thì ở cũng",
    "id": "yang dan di itu dengan untuk tidak ini dari saya dalam akan pada ada juga ke karena",
    "cy": "y yr a yn i o ac mae ar am wedi oedd dw chi ei eu nid ond fel beth",
    "tl": "ang ng sa na at ay mga ko ako niya hindi ito para kung pero ba po mo siya lang",
}
_LETTERS: Final = {
    "en": "",
    "de": "äöüß",
    "fr": "àâæçèéêëîïôœùûüÿ",
    "es": "áéíñóúü",
    "pt": "àáâãçéêíóôõú",
    "gl": "áéíïñóúü",
    "it": "àèéìíîòóùú",
    "ca": "àçèéíïòóúü",
    "nl": "èéëïóöü",
    "af": "áèéêëîïôöûü",
    "pl": "óąćęłńśźż",
    "sv": "åäéö",
    "tr": "âçîöûüğış",
    "az": "çöüğışə",
    "cs": "áéíóúýčďěňřšťůž",
    "sk": "áäéíóôúýčďĺľňŕšťž",
    "hr": "ćčđšž",
    "bs": "ćčđšž",
    "sr": "ćčđšž",
    "sl": "čšž",
    "hu": "áéíóöúüőű",
    "ro": "âîăşţșț",
    "fi": "äåöšž",
    "et": "äõöüšž",
    "da": "åæéø",
    "no": "åæéòôø",
    "vi": "àáâãèéêìíòóôõùúýăđĩũơư" + "".join(map(chr, range(0x1EA0, 0x1EFA))),
    "id": "é",
    "cy": "âêîïôûŵŷ",
    "tl": "",
}
"""What each writes besides a to z."""
_ACCENTED: Final = frozenset({"az", "bs", "cs", "sk", "hr", "sr", "sl", "hu", "ro", "et", "vi"})
"""Languages of which no few sentences are written without such letters."""
_TAGS: Final = {"sr": "sr-Latn"}
"""Languages that are mostly written in another script."""
_LATIN_WORD: Final = lazy_pattern(r"[A-Za-zÀ-ÖØ-öø-ɏḀ-ỹ]+")
_SURE_WORDS: Final = 0.06
_FEW_WORDS: Final = 8
_LEAD: Final = 2
"""So many words of one language more than of any other."""
_NEVER: Final = 10_000
"""More than the words of any sample."""


def latin_language(sample: str) -> str | None:
    """Return the language of *sample* as a BCP 47 tag, or None if it cannot be told."""
    printed = Counter(_LATIN_WORD.findall(sample))
    total = printed.total()
    if total < _FEW_WORDS:
        return None
    counts = dict.fromkeys(_STOP_WORDS, 0)
    shown = dict.fromkeys(_STOP_WORDS, 0)
    known = _langs_of()
    for word, count in printed.items():
        for lang in known.get(word.lower(), ()):
            counts[lang] += count
            shown[lang] += word.islower()
    spelt = {} if sample.isascii() else _spelt(printed)
    for lang in counts:
        counts[lang] += _spelling(lang, spelt)
    second, best = sorted(counts, key=lambda lang: counts[lang])[-2:]
    if counts[best] < max(_SURE_WORDS * total, counts[second] + _LEAD):
        return None
    # A name that comes back (Ben, Ola) may be a word of some language, and so may its parts (La).
    return _TAGS.get(best, best) if shown[best] > 1 else None


@cache
def _langs_of() -> dict[str, list[str]]:
    """Return the languages of each common word."""
    found: dict[str, list[str]] = {}
    for lang, common in _STOP_WORDS.items():
        for word in common.split():
            found.setdefault(word, []).append(lang)
    return found


def _spelt(printed: Mapping[str, int]) -> dict[str, int]:
    """Return of the words *printed* those in small letters that have a special one.

    Names, told by their capitals, say nothing: they go from language to language.
    """
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
