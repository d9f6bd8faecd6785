"""Libraries that only some corpora need, imported when they are."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from pandoc_vivavoce.errors import WorkError

EXTRA = "corpus"


def need(module: str, purpose: str) -> Any:
    """Return *module*; WorkError that says what it is for and how to get it where it is missing."""
    try:
        return import_module(module)
    except ImportError as error:
        library = module.partition(".")[0]
        remedy = f"Install it: pip install 'vivavoce[{EXTRA}]'"
        raise WorkError(purpose, f"this needs the library {library}", remedy) from error
