"""The line that says how far a long step has come."""

from __future__ import annotations

import io
import sys
import time

import pytest

from gapcheck.cli.progress import counted

from .calls import Terminal


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """A clock that shows the last of some times."""
    times = [0.0]
    monkeypatch.setattr(time, "monotonic", lambda: times[-1])
    return times


def test_a_long_step_is_counted_and_its_line_is_taken_away(
    clock: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = Terminal()
    monkeypatch.setattr(sys, "stderr", shown)
    with counted() as steps:
        progress = steps("Reading")
        for at, done in ((0.9, 1), (1.0, 1200), (1.05, 1300), (1.2, 2000)):
            clock.append(at)
            progress(done, 2000)
    first, second = "Reading: 1,200 of 2,000", "Reading: 2,000 of 2,000"
    assert shown.getvalue() == f"\r{first}\r{second}\r{' ' * len(second)}\r"


def test_its_line_is_taken_away_when_the_step_fails(
    clock: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = Terminal()
    monkeypatch.setattr(sys, "stderr", shown)

    def fails() -> None:
        with counted() as steps:
            progress = steps("Reading")
            clock.append(2)
            progress(1, 2)
            raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        fails()
    assert shown.getvalue().endswith(f"{' ' * len('Reading: 1 of 2')}\r")


def test_a_short_step_and_a_pipe_are_told_nothing(
    clock: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    for stream, at in ((Terminal(), 0.5), (io.StringIO(), 9.0)):
        monkeypatch.setattr(sys, "stderr", stream)
        clock.append(0)
        with counted() as steps:
            progress = steps("Reading")
            clock.append(at)
            progress(1, 2)
        assert stream.getvalue() == ""


def test_a_quiet_run_is_told_nothing(clock: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    shown = Terminal()
    monkeypatch.setattr(sys, "stderr", shown)
    with counted(quiet=True) as steps:
        progress = steps("Reading")
        clock.append(9)
        progress(1, 2)
    assert shown.getvalue() == ""


@pytest.mark.parametrize(
    ("spent", "of", "left"),
    [
        (2, (10, 1000), ""),
        (4, (0, 1000), ""),
        (4, (999, 1000), ""),
        (4, (100, 200), ", about 5 seconds left"),
        (10, (100, 532), ", about 45 seconds left"),
        (10, (100, 700), ", about a minute left"),
        (10, (100, 1300), ", about 2 minutes left"),
        (10, (100, 50_000), ", about 83 minutes left"),
        (10, (100, 75_000), ", about 2 hours left"),
    ],
)
def test_of_a_long_step_it_is_told_how_long_the_rest_takes(
    clock: list[float],
    monkeypatch: pytest.MonkeyPatch,
    spent: float,
    of: tuple[int, int],
    left: str,
) -> None:
    shown = Terminal()
    monkeypatch.setattr(sys, "stderr", shown)
    clock.append(5)
    with counted() as steps:
        # A step before it took its time, which says nothing of this one.
        clock.append(50)
        progress = steps("Judging")
        clock.append(50 + spent)
        progress(*of)
        assert shown.getvalue() == f"\rJudging: {of[0]:,} of {of[1]:,}{left}"
