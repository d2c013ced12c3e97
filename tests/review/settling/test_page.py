"""The page, whole, and what else may stand on it."""

from __future__ import annotations

from pathlib import Path

import pytest
from reports.golden import assert_kept

from gapcheck.model.choices import Stance
from gapcheck.reports.terminal.sheet import Sheet
from gapcheck.review.settling.page import page
from gapcheck.review.settling.rounds import Rounds

from .studies import DISPUTED, SECOND, TALK, sat_down
from .test_rounds import at


def shown(rounds: Rounds, width: int = 90, *, ascii_only: bool = False) -> str:
    lines = page(rounds.moment(), Sheet(width, ascii_only))
    assert max(sum(len(text) for text, _ in line) for line in lines) <= width
    return "".join(f"{''.join(text for text, _ in line).rstrip()}\n" for line in lines)


@pytest.mark.parametrize("width", [50, 90])
def test_a_disagreement(tmp_path: Path, width: int) -> None:
    rounds = at(sat_down(tmp_path), "t1")
    rounds.take(2)
    rounds.memo("Read again, both of us.")
    assert_kept(f"review-disagreements-{width}.txt", shown(rounds, width))


def test_words_that_may_not_be_quoted_are_for_those_at_work(tmp_path: Path) -> None:
    files = {
        **DISPUTED,
        TALK: str(DISPUTED[TALK]).replace("consent: v2", "consent: v2\n        words: notes"),
    }
    found = shown(at(sat_down(tmp_path, files), "t2"))
    assert "These words may not be quoted. They are shown to you alone." in found
    assert "Notes, not the speaker’s own words." in found
    assert "Qquiet seats, all of them." in found
    assert "In translation" in found


def test_what_is_missing_stands_below(tmp_path: Path) -> None:
    rounds = at(sat_down(tmp_path), "t2")
    rounds.take(1)
    found = shown(rounds)
    assert found.count("That it is no code cannot be written") == 1
    rounds.finish()
    assert shown(rounds).count("That it is no code cannot be written") == 1


def test_another_stance(tmp_path: Path) -> None:
    rounds = at(sat_down(tmp_path), "t1")
    rounds.say(Stance.OPPOSITE)
    assert ">o\N{NO-BREAK SPACE}opposite" in shown(rounds)


def test_a_long_passage(tmp_path: Path) -> None:
    long = "word " * 900
    files = {**DISPUTED, TALK: str(DISPUTED[TALK]).replace("We have a seat, and", long)}
    rounds = at(sat_down(tmp_path, files), "t1")
    assert "more lines: v shows them" in shown(rounds)
    rounds.show_whole()
    assert "more lines" not in shown(rounds)


def test_the_end(tmp_path: Path) -> None:
    rounds = sat_down(tmp_path)
    for _ in range(3):
        rounds.skip()
    assert "3 skipped. Nothing else waits." in shown(rounds)
    rounds.finish()
    for _ in range(3):
        rounds.say(Stance.PARTLY)
        rounds.finish()
    assert "Nothing is left to settle." in shown(rounds)
    assert "z takes it back" in shown(rounds)


def test_what_cannot_be_read(tmp_path: Path) -> None:
    rounds = at(sat_down(tmp_path), "t1")
    (tmp_path / SECOND).write_text("source: [", "utf-8")
    rounds.renew()
    assert "THIS CANNOT BE READ" in shown(rounds)


def test_what_is_invented_is_said(tmp_path: Path) -> None:
    lsp = str(DISPUTED["evidence/north/lsp.yaml"]).replace(
        "kind: lsp", "kind: lsp\n        illustrative: true"
    )
    rounds = sat_down(tmp_path, {**DISPUTED, "evidence/north/lsp.yaml": lsp})
    assert "ILLUSTRATIVE" in shown(rounds, ascii_only=True)
