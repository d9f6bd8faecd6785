"""vivavoce recovers the conversation from a published interview.

The public names: `read` a file, `parse` a string, and the records they return. They are imported
when first used, so that ``import vivavoce`` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from vivavoce.interview import Interview, Turn
    from vivavoce.model import Metadata, Participant
    from vivavoce.options import Options
    from vivavoce.pipeline import parse, read
    from vivavoce.problems import Problem

__version__ = "0.1.0"
__all__ = [
    "Interview",
    "Metadata",
    "Options",
    "Participant",
    "Problem",
    "Turn",
    "__version__",
    "parse",
    "read",
]

_HOME_OF: Final = {
    "Interview": "vivavoce.interview",
    "Metadata": "vivavoce.model",
    "Options": "vivavoce.options",
    "Participant": "vivavoce.model",
    "Problem": "vivavoce.problems",
    "Turn": "vivavoce.interview",
    "parse": "vivavoce.pipeline",
    "read": "vivavoce.pipeline",
}


def __getattr__(name: str) -> Any:
    if name in _HOME_OF:
        return getattr(import_module(_HOME_OF[name]), name)
    raise AttributeError(f"module 'vivavoce' has no attribute {name!r}")
