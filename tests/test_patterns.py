"""Patterns that are compiled late work as those that are compiled at once."""

from __future__ import annotations

import re

import pytest

from vivavoce.patterns import lazy_pattern


def test_it_is_a_pattern_like_any_other() -> None:
    lazy, eager = lazy_pattern("a(b+)", re.IGNORECASE), re.compile("a(b+)", re.IGNORECASE)
    assert lazy.findall("ab ABB") == eager.findall("ab ABB") == ["b", "BB"]
    assert lazy.sub("x", "ab c") == eager.sub("x", "ab c") == "x c"
    assert (lazy.pattern, lazy.flags, lazy.groups) == (eager.pattern, eager.flags, eager.groups)


def test_what_is_wrong_is_told_at_the_first_use() -> None:
    wrong = lazy_pattern("(")
    with pytest.raises(re.error):
        wrong.match("")
