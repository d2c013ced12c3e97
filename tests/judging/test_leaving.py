"""What leaves a study partnership by partnership is what leaves it as a whole."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from load.studies import LSP, SOUND, write
from sweep.test_agreement import broken, copied, shipped_texts

from gapcheck.analysis import analyse
from gapcheck.bringing.outgoing import outgoing
from gapcheck.interchange.ledger import Ledger
from gapcheck.judging import leaving
from gapcheck.judging.leaving import LeavingStudy, Selecting, leaving_study
from gapcheck.load.walk import Folder
from gapcheck.sweep.crews import Crew, Processes

from .test_run import OTHERS

TODAY = date(2026, 1, 1)
ALONE, TWO = Processes(1), Processes(2)


def begun(root: Path, crew: Crew = ALONE, as_at: date | None = None) -> LeavingStudy:
    return leaving_study(root, today=TODAY, as_at=as_at, crew=crew, counted=Ledger())


def same(root: Path, crew: Crew = ALONE, as_at: date | None = None) -> None:
    """Compare both ways of having a study leave: words, verdicts and what is told of the rest."""
    study = begun(root, crew, as_at)
    gone = sorted(study.partnerships(), key=lambda one: one.judged.part.partnership.id)
    sources = [each for one in gone for each in one.sources]
    report, counted = analyse(root, today=TODAY, as_at=as_at), Ledger()
    assert [*sources, *study.background()] == [*outgoing(root, (), TODAY, counted).selected.sources]
    assert study.counted.tallies() == counted.tallies()
    assert tuple(one.judged.part for one in gone) == report.partnerships
    assert tuple(each for one in gone for each in one.judged.findings) == report.findings
    head = study.head
    assert (head.settings, head.policies) == (report.settings, report.policies)
    assert (head.left_out, head.as_at_given) == (report.left_out, report.as_at_given)
    assert (head.diagnostics, head.edition) == (report.diagnostics, None)


@pytest.mark.parametrize("as_at", [None, date(2005, 1, 1)])
def test_the_shipped_study(tmp_path: Path, as_at: date | None) -> None:
    same(copied(tmp_path, {}), TWO, as_at)


@pytest.mark.parametrize("seed", range(2))
def test_studies_with_much_wrong_in_them(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    text_of = {
        path: broken(text, chance) for path, text in shipped_texts() if chance.random() < 0.4
    }
    same(copied(tmp_path, text_of))


@pytest.mark.parametrize("changed", OTHERS.values(), ids=OTHERS)
def test_odd_studies(changed: Mapping[str, str | bytes | None], tmp_path: Path) -> None:
    files = {path: text for path, text in {**SOUND, **changed}.items() if text is not None}
    same(write(tmp_path, files))


def test_one_is_opened_when_the_one_before_has_gone_by(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    of = Selecting.of

    def noted(selecting: Selecting, folder: Folder) -> leaving.Leaving | None:
        opened.append(folder.name)
        return of(selecting, folder)

    monkeypatch.setattr(Selecting, "of", noted)
    for number, one in enumerate(begun(copied(tmp_path, {})).partnerships(), 1):
        assert opened[number - 1 :] == [one.judged.part.partnership.id]
    assert len(opened) == 13


def test_what_one_ledger_counted_is_added_as_if_it_had_been_counted_here() -> None:
    whole, first, second = Ledger(), Ledger(), Ledger()
    for number in range(9):
        for one in (whole, first if number < 4 else second):
            one.left("excerpts", "They are under embargo.", f"x{number % 7}")
            one.taken("sources", 2)
    first.add(second)
    assert first.tallies() == whole.tallies()
    assert first.tallies()[-1].count == 9


def test_of_somebody_whom_nobody_asked_the_day_is_the_newest_of_any(tmp_path: Path) -> None:
    place = str(SOUND[LSP]).replace("north", "a-place")
    write(tmp_path, {**SOUND, "evidence/a-place/lsp.yaml": place})
    first, last = begun(tmp_path).partnerships()
    assert (first.judged.newest is None, last.judged.newest) == (False, None)
    assert last.judged.part.as_at == first.judged.part.as_at
