"""A study judged in parts comes to what the whole study judged at once comes to, to the letter."""

from __future__ import annotations

import random
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from load.studies import INT, LSP, SETTINGS, SOUND, write
from sweep.dask_cluster import MAY_LEAVE_OPEN, Dask, dask_with, meanwhile
from sweep.test_agreement import broken, copied, shipped_texts

from gapcheck.analysis import analyse
from gapcheck.judging import part, partnerships
from gapcheck.judging.ground import Ground
from gapcheck.judging.part import Judging
from gapcheck.judging.partnerships import work_on
from gapcheck.judging.run import report_in_parts
from gapcheck.judging.size import FEW, is_large
from gapcheck.load.reading import Formats
from gapcheck.load.study import read_before
from gapcheck.load.walk import walk
from gapcheck.model.report import Report
from gapcheck.sweep.crews import Cluster, Crew, Processes
from gapcheck.sweep.hands import Portions
from gapcheck.sweep.parts import parcel

TODAY = date(2026, 1, 1)


ALONE, TWO = Processes(1), Processes(2)


def same(root: Path, crew: Crew = ALONE, as_at: date | None = None) -> Report:
    """The report in parts, after both ways of making it were compared."""
    whole = replace(analyse(root, today=TODAY, as_at=as_at), methods=None)
    found = report_in_parts(root, today=TODAY, as_at=as_at, crew=crew)
    assert found == whole
    assert repr(found) == repr(whole)
    return found


@pytest.fixture
def every_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each partnership is handed out by itself."""
    monkeypatch.setattr(partnerships, "HANDED_OUT", Portions(1, 1))


@pytest.mark.parametrize("as_at", [None, date(2005, 1, 1)])
def test_the_shipped_study(tmp_path: Path, as_at: date | None) -> None:
    found = same(copied(tmp_path, {}), TWO, as_at)
    assert len(found.findings) == 13 * 131
    assert found.as_at_given is (as_at is not None)


@pytest.mark.parametrize("seed", range(4))
def test_studies_with_much_wrong_in_them(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    text_of = {
        path: broken(text, chance) for path, text in shipped_texts() if chance.random() < 0.4
    }
    assert same(copied(tmp_path, text_of)).left_out


OTHERS: Mapping[str, Mapping[str, str | bytes | None]] = {
    "nobody was asked in one place": {"evidence/south/lsp.yaml": SOUND[LSP]},
    "nobody was asked at all": {INT: None, "evidence/north/int.cd.yaml": None},
    "no partnership": {LSP: None},
    "settings that are wrong": {SETTINGS: "title: [\n"},
    "a file of a second coder in the place of a source": {
        "evidence/north/other.yaml": SOUND["evidence/north/int.cd.yaml"]
    },
}


@pytest.mark.parametrize("changed", OTHERS.values(), ids=OTHERS)
def test_odd_studies(
    changed: Mapping[str, str | bytes | None], every_one: None, tmp_path: Path
) -> None:
    files = {path: text for path, text in {**SOUND, **changed}.items() if text is not None}
    same(write(tmp_path, files))
    same(tmp_path, TWO)


@pytest.fixture
def dask() -> Iterator[Dask]:
    with dask_with(2) as found:
        yield found


@MAY_LEAVE_OPEN
def test_by_a_cluster_that_is_lost_in_the_middle(
    every_one: None, dask: Dask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = copied(tmp_path, {})
    same(root, Cluster(dask.address))
    answers = meanwhile(monkeypatch, partnerships, {2: dask.end})
    same(root, Cluster(dask.address))
    assert 2 <= len(answers) < 13


def test_an_overview_needs_no_working(tmp_path: Path) -> None:
    root = copied(tmp_path, {})
    found = report_in_parts(root, today=TODAY, crew=ALONE, slim=True)
    whole = analyse(root, today=TODAY)
    assert found.findings == tuple(map(part.slim, whole.findings))
    assert [one.verdict for one in found.findings] == [one.verdict for one in whole.findings]
    held = [each for one in found.findings for each in one.statements]
    assert held
    assert all(each.share and each.quote is None for each in held)


def test_what_is_sent_holds_no_words_that_may_not_be_shown(tmp_path: Path) -> None:
    typed = """\
        source: int
        kind: interview
        date: 2004-06-01
        speaker: {id: A, sector: vcs, role: officer}
        consent: {quote: none}
        memo: Qsecret, the chair.
        excerpts:
          - id: x1
            text: Qsecret words.
            question: Qsecret too?
            memo: Qsecret, she said.
            themes: [buses]
            codes: [{imperative: seats, stance: happens, memo: Qsecret of all.}]
        """
    files = walk(write(tmp_path, {**SOUND, INT: typed, "evidence/north/int.cd.yaml": None}))
    before = read_before(files, Formats(files))
    known = (before.settings, before.policies, before.imperatives, before.lock)
    ground = Ground(tmp_path, *known, ())
    sent = zlib.decompress(work_on(parcel(Judging(ground, TODAY)), files.folders))
    assert b"buses" in sent
    assert b"Qsecret" not in sent


def test_how_large_is_large(tmp_path: Path) -> None:
    folder = tmp_path / "evidence/north"
    folder.mkdir(parents=True)
    for number in range(FEW - 1):
        (folder / f"int-{number}.yaml").touch()
    assert not is_large(tmp_path)
    (folder / "more.yml").touch()
    assert is_large(tmp_path)
