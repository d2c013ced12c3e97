"""`gapcheck review` before its screen opens."""

from __future__ import annotations

from pathlib import Path

import pytest

from gapcheck.review.app import ReviewApp
from gapcheck.review.settling.app import SettleApp

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


SECOND = "source: int-vcs-01\ncoder: cd\ncodes:\n  x1: {sectors-together: happens}\n"
OWN = "evidence/northtown/int-vcs-01.yaml"


@pytest.fixture
def disputed(root: Path) -> Path:
    """A study in which a second coder disagrees over two codes."""
    (root / "evidence/northtown/int-vcs-01.cd.yaml").write_text(SECOND, "utf-8")
    return root


def settling(monkeypatch: pytest.MonkeyPatch) -> None:
    def sit(self: SettleApp) -> None:
        self.rounds.take(2)
        self.rounds.finish()

    monkeypatch.setattr(SettleApp, "run", sit)
    monkeypatch.setattr("gapcheck.cli.review._on_a_terminal", lambda: True)


def test_disagreements_are_settled(
    call: Call, disputed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settling(monkeypatch)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795500000")
    done = call("review", "northtown", "--disagreements", "--by", " rs  and pq ")
    assert (done.code, done.out, done.err) == (0, "", "1 settled, 1 left open.\n")
    mark = "agreed: {by: rs and pq, on: 2026-11-24}"
    assert f"stance: happens, {mark}" in (disputed / OWN).read_text("utf-8")
    assert call("check").code == 0
    found = call("agreement", "-f", "json").json
    assert [each["agreed"] for each in found["settled"]] == [
        {"by": "rs and pq", "on": "2026-11-24"}
    ]


def test_who_settles_is_asked_for_once(
    call: Call, disputed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settling(monkeypatch)
    asked = []

    def answer(text: str, **_: object) -> str:
        asked.append(text)
        return "rs"

    monkeypatch.setattr("typer.prompt", answer)
    assert call("review", "--disagreements").code == 0
    assert asked == ["Who settles them"]
    assert "agreed: {by: rs, on: " in (disputed / OWN).read_text("utf-8")


@pytest.mark.parametrize("name", ["", "  "])
def test_nobody_settles(
    call: Call, disputed: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    settling(monkeypatch)
    before = (disputed / OWN).read_bytes()
    done = call("review", "--disagreements", "--by", name)
    assert (done.code, done.err) == (2, "Say who settles what coders disagree on: --by NAME.\n")
    assert (disputed / OWN).read_bytes() == before


def test_settling_off_a_terminal(call: Call, disputed: Path) -> None:
    done = call("review", "--disagreements", "--by", "rs")
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "review needs a terminal. In scripts: gapcheck agreement, and gapcheck code"
        " --agreed-by NAME.\n"
    )


def test_nothing_is_open(call: Call, root: Path) -> None:
    done = call("review", "--disagreements", "--by", "rs")
    assert (done.code, done.out) == (0, "")
    assert done.err.startswith("One coder only: ")
    alike = SECOND.replace("happens}", "absent, pay-in-advance: absent}")
    (root / "evidence/northtown/int-vcs-01.cd.yaml").write_text(alike, "utf-8")
    assert call("review", "--disagreements").err == "No disagreement is open.\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--by", "rs"), "--by goes with --disagreements."),
        (("--disagreements", "--coder", "cd"), "who settles is named with --by."),
    ],
)
def test_options_that_do_not_go_together(
    call: Call, disputed: Path, words: tuple[str, ...], said: str
) -> None:
    done = call("review", *words)
    assert (done.code, done.out) == (2, "")
    assert said in done.said
