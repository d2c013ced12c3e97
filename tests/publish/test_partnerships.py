"""A partnership's part of an edition: who was heard, not how many, from where or on which day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from assess.builders import (
    code,
    consent,
    corpus,
    excerpt,
    imperative,
    partnership,
    policy,
    says,
    source,
    speaker,
)

from gapcheck.diagnostic import Diagnostic, Location, Severity
from gapcheck.model.corpus import Signoff
from gapcheck.model.dates import PartialDate
from gapcheck.model.report import HeardCell, PartnershipReport, SourceView
from gapcheck.model.settings import Ethics, Settings
from gapcheck.model.study import Share
from gapcheck.publish.disclosure import Disclosure
from gapcheck.publish.left_out import by_folder
from gapcheck.publish.run import public

from .editions import COARSE, PLAIN, edition, team, times

PSEUDONYM = (partnership(pseudonym=True),)


def part(*sources: Any, **changes: Any) -> PartnershipReport:
    return edition(*sources, **changes).partnerships[0]


def listed(views: tuple[SourceView, ...]) -> list[tuple[str, str, str, bool, int]]:
    return [(v.id, v.kind.value, v.date, v.told, v.unreviewed) for v in views]


def test_people_are_told_by_kind_and_year_and_papers_one_by_one() -> None:
    waiting = source("s5", "interview", replace(excerpt("x1"), codes=None), date="2004-06-01",
                     speakers=(speaker("P5"),))  # fmt: skip
    found = part(
        says("s1", "vcs absent", date="2004-05-12"),
        says("s2", "council absent", date="2004-05-13"),
        says("s3", "council absent", date="2005-05-13"),
        says("s4", "residents focus-group absent", date="2004-05-12"),
        waiting,
        says("min-1", "council minutes enacted", date="2004-09-25"),
    )
    assert listed(found.sources) == [
        ("min-1", "minutes", "2004-09-25", True, 0),
        ("", "interview", "2004", False, 1),
        ("", "interview", "2005", False, 0),
        ("", "focus-group", "2004", False, 0),
    ]
    assert not any(view.sectors or view.tiers for view in found.sources if not view.told)


def test_a_pseudonym_s_papers_have_no_id_no_day_and_no_citation() -> None:
    paper = says("min-1", "council minutes enacted", date="2004-09-25", citation="The gazette")
    found = part(paper, partnerships=PSEUDONYM)
    assert listed(found.sources) == [("", "minutes", "2004", True, 0)]
    assert found.sources[0].citation is None
    assert part(paper).sources[0].citation == "The gazette"


@pytest.mark.parametrize(
    "kept",
    [consent(withdrawn=True), consent(analysis=False), consent(until="2027")],
    ids=["withdrawn", "refused", "embargoed"],
)
def test_a_source_that_is_shut_out_is_in_no_list(kept: Any) -> None:
    shut = says("s9", "health absent delivery", consent=kept)
    late = says("s8", "health minutes", date="2009")
    found = part("vcs absent", shut, late, as_at=date(2006, 12, 31))
    assert [view.kind for view in found.sources] == ["interview"]
    assert [cell.sector for cell in found.heard] == ["vcs"]
    assert "health" not in repr(found.heard)


def test_who_was_heard_is_told_by_sector() -> None:
    found = part(
        "vcs absent strategic",
        "vcs absent delivery",
        says("min-1", "vcs minutes enacted"),
        says("svy", "vcs survey absent", population=38),
        "council minutes enacted",
    )
    assert found.heard == (
        HeardCell("vcs", None, None, (), 38),
        HeardCell("council", None, ("s5",)),
    )


def test_a_survey_of_very_few_is_in_no_size() -> None:
    few = says("svy-1", "vcs survey absent", population=2)
    many = says("svy-2", "vcs survey absent", population=38)
    assert [cell.survey_of for cell in part(few, many, "vcs absent").heard] == [None]
    assert [cell.survey_of for cell in part(few, many).heard] == [None]
    assert [cell.survey_of for cell in part(many).heard] == [38]
    unsaid = says("svy-3", "vcs survey", share=Share(met=20, of=40))
    assert [cell.survey_of for cell in part(many, unsaid, "vcs absent").heard] == [None]


def test_papers_alone_keep_their_grid() -> None:
    found = part("council minutes enacted", "vcs minutes enacted delivery")
    assert [(c.sector, c.tier, c.sources) for c in found.heard] == [
        ("vcs", "delivery", ("s2",)),
        ("council", "strategic", ("s1",)),
    ]
    hidden = part("council minutes enacted", "council minutes enacted", partnerships=PSEUDONYM)
    assert [cell.sources for cell in hidden.heard] == [("", "")]


def test_who_was_not_heard_is_told() -> None:
    place = partnership(members=(("vcs", 6), ("faith", 1), ("council", 9)))
    assert part("vcs absent", partnerships=(place,)).unheard == ("council", "residents", "faith")


@pytest.mark.parametrize(
    ("words", "pseudonym", "given", "expected"),
    [
        ("vcs absent", False, None, "2006"),
        ("council minutes enacted", False, None, "2006-06-30"),
        ("council minutes enacted", True, None, "2006"),
        ("vcs absent", False, date(2006, 8, 31), "2006-08-31"),
        ("vcs absent", True, date(2006, 8, 31), "2006-08-31"),
    ],
)
def test_the_day_that_is_judged_at_is_told_unless_somebody_was_heard_on_it(
    words: str, pseudonym: bool, given: date | None, expected: str
) -> None:
    place = (partnership(pseudonym=pseudonym),)
    report = edition(says("s1", words, date="2006-06-30"), partnerships=place, as_at=given)
    assert str(report.partnerships[0].as_at) == expected
    assert report.findings[0].as_at == report.partnerships[0].as_at


def test_without_any_day_there_is_none() -> None:
    assert part().as_at is None


# The report as a whole


def signed(**changes: Any) -> Signoff:
    plain = Signoff(
        "northtown",
        "guidance/join-up",
        "int-9 told me so",
        "R. Reviewer",
        PartialDate.parse("2006-07"),
        Location("evidence/northtown/signoff.yaml"),
        summary="Read again with both sides.",
    )
    return replace(plain, **changes)


def test_a_sign_off_keeps_its_name_and_summary_and_not_its_reason() -> None:
    signoff = edition("vcs absent", signoffs=(signed(),)).findings[0].signoff
    assert signoff is not None
    assert (signoff.by, signoff.on, signoff.summary, signoff.reason) == (
        "R. Reviewer", "2006-07", "Read again with both sides.", None,
    )  # fmt: skip


def test_real_place_names_and_problems_stay_with_the_team() -> None:
    place = Location("evidence/northtown/int-jane.yaml", 3)
    report = replace(
        team("vcs absent", settings=Settings(places=("Hartlepool",))),
        diagnostics=(Diagnostic(place, Severity.WARNING, "r", "Jane"),),
        left_out=("evidence/northtown/int-jane.yaml: excerpt x1 (1 error).",),
    )
    told = public(report, PLAIN, ("evidence/northtown: a file.",))
    assert not [each for each in ("Hartlepool", "Jane", "int-jane") if each in repr(told)]
    assert [(each.severity, each.rule) for each in told.diagnostics] == [(Severity.WARNING, "r")]
    assert told.left_out == ("evidence/northtown: a file.",)


def test_the_edition_says_who_reviewed_it_and_what_it_does_not_tell() -> None:
    ethics = Ethics(reviewed_by="A. Reader", reviewed_on="2006-01-31")
    asked = policy(imperative(), imperative(id="pay"), imperative(id="train"))
    alone = source("s9", "interview", excerpt("x1", code(imperative="guidance/pay")),
                   speakers=(speaker("P9"),), citation="Gazette")  # fmt: skip
    few = says("svy", "vcs survey", share=Share(met=1, of=40))
    report = edition(
        *times(2, "vcs absent"),
        alone,
        few,
        settings=Settings(ethics=ethics),
        policies=(asked,),
        partnerships=PSEUDONYM,
        disclosure=Disclosure(coarsen=True, places_unread=True),
    )
    made = report.edition
    assert made is not None
    assert (made.reviewed_by, made.reviewed_on, made.least) == ("A. Reader", "2006-01-31", 3)
    assert (made.coarsened, made.places_unread, made.pooled) == (True, True, ())
    assert (made.uncounted, made.alone, made.passages, made.citations) == (1, 1, 1, 1)
    assert report.audience == "public"


def test_totals_and_verdicts_are_the_team_s() -> None:
    said = [*times(2, "vcs absent"), "council"]
    whole = team(*said)
    report = edition(*said, disclosure=COARSE)
    assert report.across == whole.across
    assert [each.totals for each in report.partnerships] == [
        each.totals for each in whole.partnerships
    ]
    assert [(f.verdict, f.rule, f.confidence, f.reason) for f in report.findings] == [
        (f.verdict, f.rule, f.confidence, f.reason) for f in whole.findings
    ]


def test_an_empty_study_has_an_edition() -> None:
    report = public(team(partnerships=(), policies=()), PLAIN)
    assert (report.findings, report.partnerships) == ((), ())
    assert corpus().sources == ()


# What was left out


def lost(path: str, what: str = "excerpt x1", severity: Severity = Severity.ERROR) -> Diagnostic:
    return Diagnostic(Location(path), severity, "rule", "message", left_out=what)


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ([], ()),
        ([lost("evidence/a/int-jane.yaml", "")], ()),
        ([lost("policies/p.yaml", "imperative x")], ()),
        (
            [lost("evidence/a/int-jane.yaml")],
            ("evidence/a: a file, whole or in part (1 error).",),
        ),
        (
            [lost("evidence/a/int-jane.yaml"), lost("evidence/a/int-jane.yaml"),
             lost("evidence/a/int-2.yaml", severity=Severity.WARNING), lost("evidence/b/x.yaml")],
            ("evidence/a: 2 files, whole or in part (3 errors).",
             "evidence/b: a file, whole or in part (1 error)."),
        ),
        (
            [lost("evidence/a/lsp.yaml", "the whole partnership")],
            ("evidence/a: the whole partnership (1 error).",),
        ),
        (
            [lost("evidence/stray-jane.yaml")],
            ("evidence: a file, whole or in part (1 error).",),
        ),
    ],
)  # fmt: skip
def test_what_is_left_out_is_a_sentence_a_folder(
    found: list[Diagnostic], said: tuple[str, ...]
) -> None:
    assert by_folder(found) == said
