"""A study matched in parts comes to what matching it at once comes to, to the letter."""

from __future__ import annotations

import io
import random
import zlib
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest
from cli.calls import Call
from load.studies import INT, LSP, SETTINGS, SOUND, write
from sweep.dask_cluster import MAY_LEAVE_OPEN, Dask, dask_with, meanwhile
from sweep.test_agreement import broken, copied, shipped_texts

from gapcheck.analysis import suggest
from gapcheck.judging import partnerships
from gapcheck.judging.ground import ground_of
from gapcheck.judging.partnerships import work_on
from gapcheck.load.unknown_name import UnknownName
from gapcheck.load.walk import walk
from gapcheck.matchers import learning
from gapcheck.matchers.bands import at_least
from gapcheck.matching import run
from gapcheck.matching.reading import Gleaning
from gapcheck.matching.run import match_in_parts
from gapcheck.model.suggestion import Band, Matching
from gapcheck.reports import match_json
from gapcheck.sweep.crews import Cluster, Crew, Processes
from gapcheck.sweep.hands import Portions
from gapcheck.sweep.parts import parcel

TODAY = date(2026, 1, 1)
ALONE, TWO = Processes(1), Processes(2)


def same(
    root: Path,
    names: Sequence[str] = (),
    *,
    crew: Crew = ALONE,
    top: int = 5,
    least: Band | None = None,
) -> Matching:
    """The suggestions in parts, after both ways of making them were compared."""
    whole = suggest(root, names, today=TODAY, top=top)
    whole = at_least(whole, least) if least else whole
    found = match_in_parts(root, names, today=TODAY, top=top, least=least, crew=crew)
    assert len(found.suggestions) == len(whole.suggestions)
    assert tuple(found.suggestions) == tuple(whole.suggestions)
    assert written(found) == written(whole)
    return found


def written(matching: Matching) -> str:
    stream = io.StringIO()
    match_json.write(matching, stream)
    return stream.getvalue()


def uncoded(root: Path, share: float, seed: int = 0) -> Path:
    """The study with the codes of a share of its excerpts taken out."""
    chance = random.Random(seed)
    for path in sorted(root.glob("evidence/*/*.yaml")):
        kept, skipping = [], False
        for line in path.read_text("utf-8").splitlines(keepends=True):
            deep = len(line) - len(line.lstrip())
            if line.strip().startswith("codes:") and deep == 4 and chance.random() < share:
                skipping = True
                continue
            skipping = skipping and bool(line.strip()) and deep > 4
            if not skipping:
                kept.append(line)
        path.write_text("".join(kept), encoding="utf-8")
    return root


@pytest.fixture
def every_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each partnership is handed out by itself."""
    monkeypatch.setattr(partnerships, "HANDED_OUT", Portions(1, 1))
    monkeypatch.setattr(run, "HANDED_OUT", Portions(1, 1))


@pytest.mark.parametrize("share", [0, 0.3, 1])
def test_the_shipped_study(tmp_path: Path, share: float) -> None:
    found = same(uncoded(copied(tmp_path, {}), share), crew=TWO)
    assert len(found.suggestions) == found.waiting
    assert found.waiting > 400 * share
    assert (found.learning is None) == (share == 1)


def test_some_partnerships_some_candidates_and_a_band(tmp_path: Path) -> None:
    root = uncoded(copied(tmp_path, {}), 0.3)
    found = same(root, ["northtown", "Moorvale Partnership"][:1], top=0, least=Band.FAIR)
    assert {one.lsp for one in found.suggestions} == {"northtown"}
    assert all(one.candidates for one in found.suggestions)
    assert next(iter(found.suggestions)) in found.suggestions
    with pytest.raises(UnknownName, match="Did you mean northtown"):
        match_in_parts(root, ["nothtown"], today=TODAY, crew=ALONE)


def test_more_was_reviewed_than_is_learned_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(learning, "MOST", 60)
    found = same(uncoded(copied(tmp_path, {}), 0.3))
    assert found.learning is not None
    assert found.learning.excerpts <= 60 < found.coded
    assert found.calibration is not None


@pytest.mark.parametrize("seed", range(3))
def test_studies_with_much_wrong_in_them(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    text_of = {
        path: broken(text, chance) for path, text in shipped_texts() if chance.random() < 0.4
    }
    assert same(uncoded(copied(tmp_path, text_of), 0.3)).left_out


ONE = """\
source: int
kind: interview
date: 2004-06-01
speaker: {id: A, sector: vcs, role: officer}
consent: {quote: anonymised}
excerpts:
  - {id: x1, text: We pay the grants late.}
  - {id: x2, text: And so.}
  - {id: x3, text: Nobody asked us for seats., codes: []}
"""
OTHERS: dict[str, dict[str, str | bytes | None]] = {
    "words that say nothing": {INT: ONE},
    "nobody was asked in one place": {INT: ONE, "evidence/south/lsp.yaml": SOUND[LSP]},
    "nobody was asked at all": {INT: None, "evidence/north/int.cd.yaml": None},
    "no partnership": {LSP: None},
    "settings that are wrong": {INT: ONE, SETTINGS: "title: [\n"},
    "refused, so that no day is known": {INT: ONE.replace("quote: anonymised", "analysis: false")},
    "nothing of the time of any policy": {INT: ONE.replace("2004", "1904")},
    "words that nobody may see": {INT: ONE.replace("quote: anonymised", "quote: none")},
}


@pytest.mark.parametrize("changed", OTHERS.values(), ids=OTHERS)
def test_odd_studies(
    changed: dict[str, str | bytes | None], tmp_path: Path, every_one: None
) -> None:
    files = {path: text for path, text in {**SOUND, **changed}.items() if text is not None}
    same(write(tmp_path, files))
    same(tmp_path, crew=TWO)


@pytest.fixture
def dask() -> Iterator[Dask]:
    with dask_with(2) as found:
        yield found


@MAY_LEAVE_OPEN
def test_by_a_cluster_of_which_one_and_then_all_are_lost(
    every_one: None, dask: Dask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = uncoded(copied(tmp_path, {}), 0.3)
    same(root, crew=Cluster(dask.address))
    answers = meanwhile(monkeypatch, partnerships, {2: dask.workers[0].kill, 5: dask.end})
    same(root, crew=Cluster(dask.address))
    assert 5 <= len(answers) < 13


def test_what_is_sent_of_reviewed_excerpts_holds_no_words(tmp_path: Path) -> None:
    typed = ONE.replace("asked us for seats", "asked Qsecret us for seats")
    root = write(tmp_path, {**SOUND, INT: typed, "evidence/north/int.cd.yaml": None})
    files = walk(root)
    task = parcel(Gleaning(ground_of(root, files), TODAY))
    sent = zlib.decompress(work_on(task, files.folders))
    assert b"Qsecret" not in sent
    # As a stem among all others alone: rarity is counted in stems.
    assert b"qsecret" in sent


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Call:
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    return Call(monkeypatch, capsys)


@pytest.mark.parametrize(
    "words",
    [("--no-pager",), ("-f", "json"), ("-f", "csv", "--top", "1"), ("-f", "markdown", "northtown")],
    ids=" ".join,
)
def test_every_format_is_the_same(call: Call, tmp_path: Path, words: tuple[str, ...]) -> None:
    root = uncoded(copied(tmp_path, {}), 0.2)
    whole = call("match", "--study", root, *words)
    found = call("match", "--study", root, *words, "--jobs", "1")
    assert (found.code, found.out, found.err) == (whole.code, whole.out, whole.err)
    assert found.out


def test_a_model_reads_on_this_machine(call: Call, tmp_path: Path) -> None:
    found = call("match", "--study", write(tmp_path), "--model", tmp_path, "--jobs", "2")
    assert found.code == 2
    assert "--jobs and --cluster go without --model" in " ".join(found.err.split())
