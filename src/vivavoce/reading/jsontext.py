"""JSON as any page or program may have written it, to values that every form can carry."""

from __future__ import annotations

import json
import re
from typing import Any, Final

_SURROGATE: Final = re.compile(r"\\u[dD][89a-fA-F]")


def load_json(text: str) -> Any:
    """Return the value of JSON *text*; half a pair of surrogates becomes U+FFFD.

    JSON lets halves stand in escapes (RFC 8259, 8.2); no encoding of Unicode can write them. Raises
    ValueError, or RecursionError where it is nested too deeply.
    """
    value = json.loads(text)
    if not _SURROGATE.search(text):
        return value
    written = json.dumps(value, ensure_ascii=False)
    return json.loads(written.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
