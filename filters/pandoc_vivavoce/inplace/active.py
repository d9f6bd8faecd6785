"""Whether anything in a document could act in a browser or break an e-book; then it is walked.

It is told from the bytes of the document, so that the walk, and what it needs, costs most nothing.
"""

from __future__ import annotations

import re
from typing import Final

from pandoc_vivavoce.ast import Blocks
from vivavoce.problems import Problem

_MAY_ACT: Final = re.compile(
    rb'\[\s*"(?:(?!https?:|mailto:|#)[^"]*:'  # an address, or another text before a colon
    rb"|(?:on[a-z]+|style|srcdoc|[a-z:-]*(?:href|src|srcset|action|data|iframe|link|poster|background|"
    rb'ping|manifest|cite|http-equiv))"\s*,'
    rb'|(?!https?:|mailto:|#|[a-z_][\w.-]*")(?:[^"\\]|\\.)++"\s*,\s*")',  # no name of an attribute
    re.IGNORECASE,
)
_MAY_FRAME: Final = (
    rb'\[\s*"[^"?#]*\.(?!(?:png|jpe?g|gif|webp|svg|avif)["?#])[a-z0-9+-]+(?:[?#][^"]*)?"\s*,\s*"'
)
"""An address with the ending of no picture: pandoc may frame what is there."""
_BREAKS_XML: Final = (
    (b"\\", (rb"\u000", rb"\u001")),
    (b"\xef\xbf", (b"\xef\xbf\xbe", b"\xef\xbf\xbf")),
)
"""Control characters, which JSON has as escapes, and U+FFFE and U+FFFF in UTF-8; before each what
both begin with, which is looked for first and as a rule in vain."""


def may_act(data: bytes) -> bool:
    """Tell whether anything in the document *data*, in pandoc's JSON, could act or break XML.

    Raw HTML is looked for by others.
    """
    return (
        any(start in data and (a in data or b in data) for start, (a, b) in _BREAKS_XML)
        or _MAY_ACT.search(data) is not None
        or (b'"Image"' in data and re.search(_MAY_FRAME, data, re.IGNORECASE) is not None)
    )


def disarm(blocks: Blocks, *, keeps_raw: bool = False) -> list[Problem]:
    """Take what acts out of *blocks* as `pandoc_vivavoce.disarm` has it."""
    from pandoc_vivavoce.disarm.disarming import disarm  # noqa: PLC0415 - few documents need it

    return disarm(blocks, keeps_raw=keeps_raw)
