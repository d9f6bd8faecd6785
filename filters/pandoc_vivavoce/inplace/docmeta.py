"""A document's metadata: from pandoc's elements to plain values and to the core's `Metadata`.

Also what the filter puts into the metadata itself: a language and a date that EPUB can take where
the document states none or one in another form, and the front matter that a reader took for text.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pandoc_vivavoce.ast import Element
from pandoc_vivavoce.inlines import text_of
from pandoc_vivavoce.inplace.astread import read_blocks
from pandoc_vivavoce.settings import KEY

Meta = dict[str, Element]


def plain_value(element: Element) -> Any:
    """Return a metadata *element* as text, truth, list or mapping."""
    kind, content = element["t"], element.get("c")
    if kind == "MetaMap":
        return plain_values(content or {})
    if kind == "MetaList":
        return [plain_value(item) for item in content or []]
    if kind == "MetaInlines":
        return text_of(content or [])
    if kind == "MetaBlocks":
        return "\n\n".join(block.text for block in read_blocks(content or []).blocks)
    return content


def plain_values(meta: Mapping[str, Element]) -> dict[str, Any]:
    """Return all of *meta* as plain values."""
    return {key: plain_value(value) for key, value in meta.items()}


def take_settings(meta: Meta) -> tuple[Meta, dict[str, Any]]:
    """Return *meta* without the filter's own keys, and the settings in them.

    They are the map ``interview`` and keys like ``interview.layout``, which is how one of them is
    given with ``-M``. A truth value in place of the map switches the filter on or off.
    """
    dotted = f"{KEY}."
    kept = {key: value for key, value in meta.items() if key != KEY and not key.startswith(dotted)}
    value = plain_value(meta[KEY]) if KEY in meta else {}
    found = dict(value) if isinstance(value, dict) else {"active": value}
    for key, element in meta.items():
        if key.startswith(dotted):
            found[key.removeprefix(dotted)] = plain_value(element)
    return kept, found


def complete(meta: Meta, text: str) -> Meta:
    """Return *meta* with a language and an ISO date where the writers would do harm without.

    An EPUB without language is written as one in the language ``C``, which no reader knows. Of
    dates only those with a time of day are put right: one without was written by a person for
    people. *text* is the document's, to tell the language from.
    """
    done = dict(meta)
    if "lang" not in done:
        from vivavoce.reading.languages import language_of  # noqa: PLC0415 - most documents state it

        lang = language_of(text)
        if lang:
            done["lang"] = _inlines(lang)
    date = plain_value(done["date"]) if "date" in done else ""
    if isinstance(date, str) and ":" in date:
        from vivavoce.dates import to_iso  # noqa: PLC0415 - documents without date need it not

        iso = to_iso(date)
        if iso:
            done["date"] = _inlines(iso)
    return done


def language_in(meta: Mapping[str, Element]) -> str:
    """Return the document's language as its *meta* states it; empty where it does not."""
    value = plain_value(meta["lang"]) if "lang" in meta else ""
    return value if isinstance(value, str) else ""


def _inlines(text: str) -> Element:
    return {"t": "MetaInlines", "c": [{"t": "Str", "c": text}]}
