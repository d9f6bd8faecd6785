"""Whether anything in a document could act in a browser or break an e-book; then it is walked.

It is told from the bytes of the document, so that the walk, and what it needs, costs most nothing.
"""

from __future__ import annotations

import re

from pandoc_vivavoce.ast import Blocks
from vivavoce.problems import Problem

_MAY_ACT = re.compile(
    rb'\[\s*"(?:(?!https?:|mailto:|#)[^"]*:'  # an address, or another text before a colon
    rb"|(?:on[a-z]+|style|srcdoc|[a-z:-]*(?:href|src|srcset|action|data|iframe|link|poster|background|"
    rb'ping|manifest|cite|http-equiv))"\s*,'
    rb'|(?!https?:|mailto:|#|[a-z_][\w.-]*")(?:[^"\\]|\\.)++"\s*,\s*")'  # no name of an attribute
    rb"|\\u00[01]|\xef\xbf[\xbe\xbf]",  # what XML cannot hold
    re.IGNORECASE,
)


def may_act(data: bytes) -> bool:
    """Tell whether anything in the document *data*, in pandoc's JSON, could act or break XML.

    Raw HTML is looked for by others.
    """
    return _MAY_ACT.search(data) is not None


def disarm(blocks: Blocks, *, keeps_raw: bool = False) -> list[Problem]:
    """Take what acts out of *blocks* as `pandoc_vivavoce.disarm` does."""
    from pandoc_vivavoce.disarm import disarm  # noqa: PLC0415 - few documents need it

    return disarm(blocks, keeps_raw=keeps_raw)
