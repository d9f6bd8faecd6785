"""Names cut short: what stands for whom, and who keeps the whole name."""

from __future__ import annotations

import pytest

from vivavoce.initials import initials, short_names


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Ann Lee", "AL"),
        ("Jean-Luc Picard", "JP"),
        ("Dr. Anna Weber", "AW"),
        ("Prof. Dr. Hans Müller", "HM"),
        ("Mr Reed", "MR"),
        ("Don DeLillo", "DD"),
        ("李明", "李"),
        ("سالم الحداد", "س.ح."),
        ("תום הייל", "ת.ה."),
        ("Question", "Q"),
        ("سؤال", "س"),
        ("", ""),
    ],
)
def test_a_name_is_shortened_to_its_initials(name: str, short: str) -> None:
    assert initials(name) == short


def test_those_who_share_initials_keep_their_names() -> None:
    assert short_names(["Ann Lee", "Abe Lund", "Ben Ray"]) == {"Ben Ray": "BR"}
