"""`gapcheck review` before its screen opens."""

from __future__ import annotations

from pathlib import Path

import pytest

from gapcheck.review.app import ReviewApp

from .calls import Call

WAITING = """\
source: talk
kind: minutes
date: 2004-06-01
author: council
excerpts:
  - {id: t1, text: The papers were sent a week ahead.}
"""


@pytest.fixture
def waiting(root: Path) -> Path:
    (root / "evidence/northtown/talk.yaml").write_text(WAITING, "utf-8")
    return root


def test_nothing_waits(call: Call, root: Path) -> None:
    done = call("review")
    assert (done.code, done.out, done.err) == (0, "", "No excerpt waits to be reviewed.\n")


def test_off_a_terminal_it_names_what_scripts_use(call: Call, waiting: Path) -> None:
    done = call("review")
    assert (done.code, done.out) == (2, "")
    assert done.err == "review needs a terminal. In scripts: gapcheck match, and gapcheck code.\n"


def test_an_unknown_partnership(call: Call, waiting: Path) -> None:
    done = call("review", "nrothtown")
    assert (done.code, done.out) == (2, "")
    assert "Did you mean northtown?" in done.err


def test_no_study(call: Call, nowhere: Path) -> None:
    assert call("review").code == 2


def test_a_sitting(call: Call, waiting: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def sit(self: ReviewApp) -> None:
        self.turns.none()
        self.turns.finish()

    monkeypatch.setattr(ReviewApp, "run", sit)
    monkeypatch.setattr("gapcheck.cli.review._on_a_terminal", lambda: True)
    done = call("review", "northtown", "--top", "0")
    assert done.code == 0
    assert done.err == "1 written, nothing is left.\n"
    assert (waiting / "evidence/northtown/talk.yaml").read_text("utf-8").count("codes: []") == 1


def test_gapcheck_alone_leads_to_it(call: Call, waiting: Path) -> None:
    said = call()
    assert "\n       gapcheck review              what nobody has reviewed" in said.out
    for place in waiting.glob("evidence/*/*.yaml"):
        if place.stem not in ("lsp", "talk"):
            place.unlink()
    assert "\nNext:  gapcheck review  " in call().out
