"""Page furniture."""

from __future__ import annotations

from vivavoce.problems import Problem
from vivavoce.soup import Element


def drop_chrome(root: Element) -> tuple[Element, tuple[Problem, ...]]:
    """Return the tree without page furniture."""
    return root, ()
