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
    with counted("Reading") as progress:
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
        with counted("Reading") as progress:
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
        with counted("Reading") as progress:
            clock.append(at)
            progress(1, 2)
        assert stream.getvalue() == ""
