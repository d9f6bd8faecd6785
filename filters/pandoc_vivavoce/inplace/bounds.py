"""How large a document of pandoc's is taken on: counted in its bytes, before anything is parsed.

The caps are the core's (`vivavoce.limits`), and may be raised in the map ``interview:`` as all
options may. That map is looked for only in a document beyond the defaults.
"""

from __future__ import annotations

import json
from typing import Final

from pandoc_vivavoce.inplace.docmeta import take_settings
from pandoc_vivavoce.settings import settings_from
from vivavoce.limits import check_bytes, check_elements
from vivavoce.options import DEFAULTS, Options
from vivavoce.problems import Code, LimitError

_META: Final = b'"meta":'
_LONGEST_META: Final = 2**20
"""Bytes of metadata in which the options are looked for."""
_PARTS: Final = 5
"""Objects and lists of JSON that cost about as much as one element of HTML: a word is two."""
_TURNS: Final = 0.4
"""So many turns for each block of `Options.max_blocks`: a turn comes out several times as large."""


def check_size(data: bytes) -> None:
    """Raise LimitError where *data*, a document in JSON, is larger than its options allow."""
    try:
        _check(data, DEFAULTS)
    except LimitError:
        _check(data, _options_in(data))


def check_turns(count: int, options: Options) -> None:
    """Raise LimitError where *count* turns are more than the filter writes."""
    most = int(_TURNS * options.max_blocks)
    if count > most:
        message = f"the conversation has more than {most:,} turns; raise the limit with max-blocks"
        raise LimitError(Code.TOO_LARGE, message)


def _check(data: bytes, options: Options) -> None:
    check_bytes(len(data), options)
    if len(data) > _PARTS * options.max_elements:  # else it has no room for so many
        count = data.count(b"{") + data.count(b"[")
        check_elements(count // _PARTS, options, "elements of pandoc's")


def _options_in(data: bytes) -> Options:
    """Return the options that the metadata of *data* state; the defaults where none are found."""
    begin = data.find(_META)
    text = data[begin + len(_META) :][:_LONGEST_META].decode("utf-8", "replace")
    try:
        meta, _ = json.JSONDecoder().raw_decode(text.lstrip())
        settings, _ = settings_from(take_settings(meta)[1])
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return DEFAULTS
    return settings.core
