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
from gapcheck.exporters.parquet.data_set import Packed
from gapcheck.exporters.selected import Kept
from gapcheck.interchange.ledger import Ledger
from gapcheck.judging import packing
from gapcheck.judging.leaving import Leaver, LeavingStudy, Left, leaving_study
from gapcheck.judging.part import Judged
from gapcheck.load.walk import Folder
from gapcheck.sweep.crews import Processes

from .test_run import OTHERS

TODAY = date(2026, 1, 1)
Gone = tuple[Judged, tuple[Kept, ...]]


def begun(root: Path, as_at: date | None = None) -> LeavingStudy:
    return leaving_study(root, today=TODAY, as_at=as_at, crew=Processes(1), counted=Ledger())


@pytest.fixture
def gone(monkeypatch: pytest.MonkeyPatch) -> list[Gone]:
    """What went by, before files were made of it."""
    found: list[Gone] = []

    def pack(judged: Judged, sources: tuple[Kept, ...]) -> Packed:
        found.append((judged, sources))
        return Packed({}, {})

    monkeypatch.setattr(packing.Packing, "ready", lambda _: pack)
    return found


def same(root: Path, gone: list[Gone], as_at: date | None = None) -> None:
    """Compare both ways of having a study leave: words, verdicts and what is told of the rest."""
    study = begun(root, as_at)
    parts = [part for part, _ in study.partnerships("parquet", "")]
    assert parts == [judged.part for judged, _ in gone]
    gone.sort(key=lambda one: one[0].part.partnership.id)
    sources = [each for _, own in gone for each in own]
    report, counted = analyse(root, today=TODAY, as_at=as_at), Ledger()
    assert [*sources, *study.background()] == [*outgoing(root, (), TODAY, counted).selected.sources]
    assert study.counted.tallies() == counted.tallies()
    assert tuple(judged.part for judged, _ in gone) == report.partnerships
    assert tuple(each for judged, _ in gone for each in judged.findings) == report.findings
    head = study.head
    assert (head.settings, head.policies) == (report.settings, report.policies)
    assert (head.left_out, head.as_at_given) == (report.left_out, report.as_at_given)
    assert (head.diagnostics, head.edition) == (report.diagnostics, None)


@pytest.mark.parametrize("as_at", [None, date(2005, 1, 1)])
def test_the_shipped_study(tmp_path: Path, gone: list[Gone], as_at: date | None) -> None:
    same(copied(tmp_path, {}), gone, as_at)


@pytest.mark.parametrize("seed", range(2))
def test_studies_with_much_wrong_in_them(seed: int, tmp_path: Path, gone: list[Gone]) -> None:
    chance = random.Random(seed)
    text_of = {
        path: broken(text, chance) for path, text in shipped_texts() if chance.random() < 0.4
    }
    same(copied(tmp_path, text_of), gone)


@pytest.mark.parametrize("changed", OTHERS.values(), ids=OTHERS)
def test_odd_studies(
    changed: Mapping[str, str | bytes | None], tmp_path: Path, gone: list[Gone]
) -> None:
    files = {path: text for path, text in {**SOUND, **changed}.items() if text is not None}
    same(write(tmp_path, files), gone)


def test_one_is_opened_when_the_one_before_has_gone_by(
    tmp_path: Path, gone: list[Gone], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    of = Leaver.of

    def noted(leaver: Leaver, folder: Folder) -> Left | None:
        opened.append(folder.name)
        return of(leaver, folder)

    monkeypatch.setattr(Leaver, "of", noted)
    study = begun(copied(tmp_path, {}))
    for number, (part, _) in enumerate(study.partnerships("parquet", ""), 1):
        assert opened[number - 1 :] == [part.partnership.id]
        assert gone[-1][0].part == part
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


def test_of_somebody_whom_nobody_asked_the_day_is_the_newest_of_any(
    tmp_path: Path, gone: list[Gone]
) -> None:
    place = str(SOUND[LSP]).replace("north", "a-place")
    write(tmp_path, {**SOUND, "evidence/a-place/lsp.yaml": place})
    parts = [part for part, _ in begun(tmp_path).partnerships("parquet", "")]
    (first, _), (last, _) = gone
    assert (first.newest is None, last.newest) == (False, None)
    assert last.part.as_at == first.part.as_at
    assert parts == [first.part, last.part]
