"""Work that takes longer than it may is stopped where it is, and nothing comes of it."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest
from bombs import BOMBS
from click.testing import CliRunner

from pandoc_vivavoce.command.commands import main
from pandoc_vivavoce.command.timelimit import within
from vivavoce.problems import Code, LimitError


def test_work_without_end_is_stopped() -> None:
    with pytest.raises(LimitError, match=r"longer than 0\.05 seconds") as caught, within(0.05):
        while True:
            pass
    assert caught.value.code is Code.TOO_SLOW
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


@pytest.mark.parametrize("seconds", [0.0, float("inf"), 60.0])
def test_work_in_time_is_left_alone(seconds: float) -> None:
    with within(seconds):
        assert sum(range(9)) == 36
    assert signal.getsignal(signal.SIGALRM) in {signal.SIG_DFL, signal.SIG_IGN}


def test_a_bomb_is_stopped_in_the_middle_and_leaves_nothing(tmp_path: Path) -> None:
    source, made = tmp_path / "bomb.html", tmp_path / "made.json"
    source.write_bytes(BOMBS["90,000 paragraphs, within the limits"][1]())
    call = ["convert", str(source), "-o", str(made), "--max-seconds", "0.2"]
    result = CliRunner().invoke(main, call)
    assert result.exit_code == 1
    assert result.output.splitlines()[-1].endswith(
        "bomb.html: it takes longer than 0.2 seconds; raise the limit with max-seconds."
    )
    assert list(tmp_path.iterdir()) == [source]
