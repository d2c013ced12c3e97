"""The shipped study: sound, worth learning from, and in agreement with what was published."""

from __future__ import annotations

import csv
import shutil
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from gapcheck.analysis import analyse, examine
from gapcheck.model.choices import Nation, SourceKind, TierPattern, Verdict
from gapcheck.model.dates import PartialDate
from gapcheck.model.finding import Finding
from gapcheck.model.report import Report
from gapcheck.model.settings import TENSIONS

ROOT = Path(__file__).resolve().parent.parent
TODAY = date(2026, 11, 21)


@cache
def report() -> Report:
    return analyse(ROOT, today=TODAY)


def finding(lsp: str, imperative: str) -> Finding:
    short = imperative.rpartition("/")[2]
    (found,) = (
        one for one in report().findings if one.partnership.id == lsp and one.imperative.id == short
    )
    return found


def table(name: str) -> list[dict[str, str]]:
    with (ROOT / "tests" / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_nothing_is_wrong_with_it() -> None:
    assert examine(ROOT)[1] == ()


def test_it_holds_what_it_promises() -> None:
    corpus, _ = examine(ROOT)
    assert sum(len(policy.imperatives) for policy in corpus.policies) >= 70
    assert len(corpus.policies) >= 20
    assert {one.nation for one in corpus.policies} >= set(Nation) - {Nation.NORTHERN_IRELAND}
    assert {one.kind for one in corpus.sources} == set(SourceKind)
    invented = [one for one in corpus.partnerships if one.illustrative]
    assert {one.kind for one in invented} >= {"lsp", "cpp", "hwb", "psb"}
    for one in invented:
        assert sum(source.lsp == one.id for source in corpus.sources) >= 8, one.id
        assert one.pseudonym, one.id


@pytest.mark.parametrize(
    "row", table("expected_verdicts.csv"), ids=lambda row: f"{row['lsp']}-{row['imperative']}"
)
def test_verdicts_are_those_worked_out_by_hand(row: dict[str, str]) -> None:
    assert finding(row["lsp"], row["imperative"]).verdict == row["verdict"]


@pytest.mark.parametrize(
    "row",
    [row for row in table("published_findings.csv") if row["lsp"]],
    ids=lambda row: f"{row['table']}.{row['row']}",
)
def test_published_findings_are_agreed_with_or_the_difference_is_explained(
    row: dict[str, str],
) -> None:
    found = finding(row["lsp"], row["imperative"])
    if row["reason_if_different"].startswith("partly_translated:"):
        assert (found.verdict, row["reading"]) == (
            Verdict.PARTLY_TRANSLATED,
            "not_translated (mostly)",
        )
        # The declared cuts make the difference: the share lies between them.
        (statement,) = (one for one in found.statements if one.deciding)
        share = statement.share
        assert share is not None
        percent = share.percent or 100 * (share.met or 0) / (share.of or 1)
        assert 10 < percent < 90
    else:
        assert found.verdict == row["verdict"]


def test_what_is_better_in_the_neighbourhood_than_at_the_board_shows_so() -> None:
    assert finding("england-nrf-88", "network-influence").tier_pattern == TierPattern.INVERSE_DECAY


def test_every_verdict_pattern_and_tension_occurs_among_the_invented() -> None:
    invented = [one for one in report().findings if one.partnership.illustrative]
    assert {one.verdict for one in invented} == set(Verdict)
    assert {one.tier_pattern for one in invented} == set(TierPattern)
    parts = [part for part in report().partnerships if part.partnership.illustrative]
    assert {one.name for part in parts for one in part.tensions} == set(TENSIONS)
    assert all(part.barriers and part.enablers for part in parts)
    assert any(one.realist for one in invented)
    assert any(one.signoff and one.signoff.verdict for one in invented)
    assert any(one.signoff and not one.signoff.verdict for one in invented)
    shut_out = {str(source.excluded) for part in parts for source in part.sources}
    assert {"withdrawn", "embargoed"} <= shut_out


def test_gaps_across_partnerships_are_systemic_and_local() -> None:
    patterns = {one.imperative.id: str(one.pattern) for one in report().across if one.pattern}
    assert patterns["pay-in-advance"] == "systemic"
    assert patterns["freedom-to-campaign"] == "local"


def test_two_waves_are_one_voice() -> None:
    found = finding("northtown", "twelve-weeks")
    assert max(len(view.sources) for view in found.voice_views) > 1


@pytest.mark.parametrize("lsp", ["northtown", "millbrook"])
def test_fragility_is_what_happens_when_the_file_is_deleted(tmp_path: Path, lsp: str) -> None:
    for name in ("gapcheck.yaml", "policies", f"evidence/{lsp}", "evidence/national"):
        target = tmp_path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if (ROOT / name).is_dir() else shutil.copy)(ROOT / name, target)
    whole = analyse(tmp_path, today=TODAY, names=[lsp])
    as_at = whole.partnerships[0].as_at
    assert not isinstance(as_at, PartialDate)
    for source in whole.partnerships[0].sources:
        path = tmp_path / "evidence" / lsp / f"{source.id}.yaml"
        kept = path.read_bytes()
        path.unlink()
        without = analyse(tmp_path, today=TODAY, as_at=as_at, names=[lsp])
        path.write_bytes(kept)
        for before, after in zip(whole.findings, without.findings, strict=True):
            # Scope stays as it is in fragility; a file can also be what kept a duty in scope.
            if before.confidence is None or after.verdict is Verdict.NOT_APPLICABLE:
                continue
            named = {one.without: one.verdict for one in before.fragile}
            assert after.verdict == named.get(source.id, before.verdict), (
                source.id,
                before.imperative.name,
            )
