"""The run from files to a Report, and the sentences on what had to be left out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from cli.studies import FIVE_ERRORS, interview, study

from gapcheck.analysis import analyse, examine, explain_one, left_out
from gapcheck.diagnostic import Diagnostic, Location, Severity
from gapcheck.load.unknown_name import UnknownName

TODAY = date(2026, 1, 1)
BAD = {"evidence/northtown/int-vcs-03.yaml": FIVE_ERRORS}


def lost(path: str, what: str, line: int = 1, severity: Severity = Severity.ERROR) -> Diagnostic:
    return Diagnostic(Location(path, line), severity, "rule", "message", left_out=what)


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ([], ()),
        ([lost("a.yaml", "")], ()),
        ([lost("a.yaml", "excerpt x1")], ("a.yaml: excerpt x1 (1 error).",)),
        (
            [lost("a.yaml", "excerpt x1"), lost("a.yaml", "excerpt x2", 2)],
            ("a.yaml: excerpt x1, excerpt x2 (2 errors).",),
        ),
        (
            [lost("a.yaml", "excerpt x1"), lost("a.yaml", "excerpt x1", 2)],
            ("a.yaml: excerpt x1 (2 errors).",),
        ),
        (
            [lost("a.yaml", "excerpt x1"), lost("a.yaml", "the whole source", 2)],
            ("a.yaml: the whole source (2 errors).",),
        ),
        (
            [lost("b.yaml", "this code"), lost("a.yaml", "this code")],
            ("b.yaml: this code (1 error).", "a.yaml: this code (1 error)."),
        ),
        (
            [lost("a.yaml", "this code", severity=Severity.WARNING)],
            ("a.yaml: this code (1 error).",),
        ),
    ],
)
def test_what_is_left_out_is_a_sentence_for_each_file(
    found: list[Diagnostic], said: tuple[str, ...]
) -> None:
    assert left_out(found) == said


def test_a_sound_study_leaves_nothing_out(tmp_path: Path) -> None:
    report = analyse(study(tmp_path), today=TODAY)
    assert (report.diagnostics, report.left_out, report.whole_study) == ((), (), True)
    assert [one.partnership.id for one in report.partnerships] == ["northtown", "southby"]


def test_a_report_carries_what_is_wrong(tmp_path: Path) -> None:
    here = study(tmp_path, BAD)
    _, found = examine(here)
    report = analyse(here, today=TODAY)
    assert report.diagnostics == found
    assert len(found) == 5
    (said,) = report.left_out
    assert said.startswith("evidence/northtown/int-vcs-03.yaml: ")
    assert said.endswith(" (5 errors).")


@pytest.mark.parametrize("names", [["northtown"], ["Northtown Strategic Partnership"]])
def test_one_partnership_is_the_same_alone_and_among_all(tmp_path: Path, names: list[str]) -> None:
    here = study(tmp_path, BAD)
    whole, one = analyse(here, today=TODAY), analyse(here, today=TODAY, names=names)
    assert not one.whole_study
    assert one.findings == tuple(
        each for each in whole.findings if each.partnership.id == "northtown"
    )
    assert one.partnerships == whole.partnerships[:1]


def test_one_without_evidence_is_dated_by_the_others(tmp_path: Path) -> None:
    here = study(tmp_path, {"evidence/southby/int-vcs-02.yaml": None})
    (part,) = analyse(here, today=TODAY, names=["southby"]).partnerships
    assert part.as_at == date(2004, 5, 12)
    given = analyse(here, today=TODAY, names=["southby"], as_at=date(2010, 1, 1))
    assert given.partnerships[0].as_at == date(2010, 1, 1)
    assert given.as_at_given


def test_one_whose_own_file_is_wrong_is_not_called_unknown(tmp_path: Path) -> None:
    here = study(tmp_path, {"evidence/southby/lsp.yaml": "lsp: southby\n"})
    with pytest.raises(UnknownName, match="gapcheck check evidence/southby"):
        analyse(here, today=TODAY, names=["southby"])


def test_one_imperative_is_found_by_either_name_and_judged(tmp_path: Path) -> None:
    here = study(tmp_path, BAD)
    for name in ("pay-in-advance", "guidance-2001/pay-in-advance"):
        full, report = explain_one(here, name, ["northtown"], today=TODAY)
        assert full == "guidance-2001/pay-in-advance"
        assert {one.partnership.id for one in report.findings} == {"northtown"}
        assert report.left_out
    full, report = explain_one(here, "pay-in-advance", [], today=TODAY)
    assert len({one.partnership.id for one in report.findings}) == 2


def test_an_embargo_ends_with_the_day_of_the_run(tmp_path: Path) -> None:
    held = interview("int-vcs-01", consent="{embargo_until: 2010-05-01}")
    here = study(tmp_path, {"evidence/northtown/int-vcs-01.yaml": held})
    for day, shut in ((date(2010, 4, 30), True), (date(2010, 5, 1), False)):
        report = analyse(here, today=day, names=["northtown"])
        excluded = [
            one.excluded
            for finding in report.findings
            for one in finding.statements
            if one.source == "int-vcs-01"
        ]
        assert excluded
        assert all(excluded) is shut
