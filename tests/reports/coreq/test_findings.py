"""The summary of findings: its sentences, its reasons, and the sources that it rests on."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from publish.editions import edition as published
from publish.editions import team as judged
from publish.editions import times

from gapcheck.model.choices import Confidence, Exclusion, Shown, SourceKind, Stance, Verdict
from gapcheck.model.finding import Concern, Finding, SectorView, Statement
from gapcheck.model.report import Report
from gapcheck.reports.choosing import silent
from gapcheck.reports.coreq.contributing import contributing
from gapcheck.reports.coreq.findings import Line, sections
from gapcheck.reports.words import VERDICTS

from ..html.reports import REPORTS
from ..sample import JOIN, NORTHTOWN, PAY, finding, northtown, statement
from .samples import edition


def lines(report: Report) -> dict[str, Line]:
    return {each.finding.imperative.name: each for part in sections(report) for each in part.lines}


def line(own: Finding, report: Report | None = None) -> Line:
    """The only line of a report on one finding."""
    whole = report or northtown()
    (found,) = lines(replace(whole, findings=(own,))).values()
    return found


def rests(own: Finding, report: Report) -> str:
    return "".join(each.text for each in contributing(own, report))


def said(*statements: Statement, **changes: Any) -> Finding:
    changes.setdefault("verdict", Verdict.NOT_TRANSLATED)
    verdict = changes.pop("verdict")
    return finding(PAY, verdict, "absent", "Every sector heard says no.", statements=statements,
                   **changes)  # fmt: skip


@pytest.mark.parametrize(
    "verdict", [each for each in Verdict if each is not Verdict.NOT_APPLICABLE]
)
def test_a_finding_is_one_sentence_of_what_is_asked_and_what_was_found(verdict: Verdict) -> None:
    own = said(statement("int-vcs-01", 1, Stance.ABSENT, "So."), verdict=verdict)
    found = line(own)
    head = "Pay grants ahead of spending wherever possible: "
    assert found.sentence.startswith(head)
    assert found.sentence[len(head) :].casefold() == VERDICTS[verdict].sentence.casefold()
    assert found.sentence[len(head)].islower()
    assert found.verdict == VERDICTS[verdict].screen


@pytest.mark.parametrize(
    ("verdict", "reason"),
    [
        (Verdict.CONTESTED, "Every sector heard says no."),
        (Verdict.PARTLY_TRANSLATED, "Every sector heard says no."),
        (Verdict.INSUFFICIENT, "Every sector heard says no."),
        (Verdict.NOT_TRANSLATED, ""),
        (Verdict.TRANSLATED, ""),
    ],
)
def test_who_stands_where_is_told_where_the_verdict_does_not(verdict: Verdict, reason: str) -> None:
    assert line(said(statement("int-vcs-01", 1, None, None), verdict=verdict)).reason == reason


def test_what_a_named_person_wrote_of_it_is_the_sentence_and_their_verdict_stands_beside() -> None:
    signed = [each for each in lines(northtown()).values() if each.finding.signoff]
    assert signed
    for each in signed:
        signoff = each.finding.signoff
        assert signoff is not None
        if signoff.summary:
            assert each.sentence.startswith(signoff.summary.removesuffix("."))
        decided = VERDICTS[signoff.verdict].screen if signoff.verdict else ""
        assert each.decided == decided
        if signoff.confidence:
            assert each.confidence.endswith(f"; signed off as {signoff.confidence}")


def test_every_component_has_its_reason_or_none() -> None:
    concerns = (
        Concern("adequacy", 2, "Only one voice speaks of practice."),
        Concern("relevance", 1, "It is old."),
        Concern("cap", 0, "Only one sector was heard."),
        Concern("cap", 0, "No obliged sector was heard."),
    )
    found = line(said(confidence=Confidence.VERY_LOW, concerns=concerns))
    assert found.confidence == "very low"
    assert found.reasons == (
        ("Methods", "no concern"),
        ("Coherence", "no concern"),
        ("Adequacy", "Only one voice speaks of practice (two levels)"),
        ("Relevance", "It is old (one level)"),
        ("Ceiling", "Only one sector was heard. No obliged sector was heard."),
    )


def test_a_level_that_is_not_told_has_none_and_what_is_unknown_has_no_reasons() -> None:
    untold = (Concern("adequacy", None, "Voices are not counted here."),)
    found = line(said(confidence=Confidence.HIGH, concerns=untold))
    assert found.reasons[2] == ("Adequacy", "Voices are not counted here")
    unknown = line(said(verdict=Verdict.INSUFFICIENT))
    assert (unknown.reasons, unknown.confidence) == ((), "not known: no confidence given")


def test_what_applies_has_a_line_or_is_named_as_silent_and_the_rest_is_counted() -> None:
    for report in (northtown(), *(REPORTS[name]() for name in ("study", "shipped", "public"))):
        found = sections(report)
        assert [each.part for each in found] == list(report.partnerships)
        for section in found:
            own = [each for each in report.findings
                   if each.partnership.id == section.part.partnership.id]  # fmt: skip
            told = {each.finding.imperative.name for each in section.lines}
            assert told | {*section.nothing_heard} == {
                each.imperative.name for each in own if each.verdict is not Verdict.NOT_APPLICABLE
            }
            assert {*section.nothing_heard} == {e.imperative.name for e in own if silent(e)}
            assert section.outside == section.part.not_applicable


# Sources


def test_the_team_is_told_the_sources_that_decide_each_once() -> None:
    own = said(
        statement("int-vcs-01", 1, Stance.ABSENT, "So."),
        statement("min-board-2004", 2, Stance.ABSENT, "So."),
        statement("int-vcs-01", 3, Stance.ABSENT, None),
        statement("int-vcs-02", 4, Stance.HAPPENS, "No.", deciding=False),
        statement("int-health-02", 5, None, None, excluded=Exclusion.WITHDRAWN),
    )
    pieces = list(contributing(own, northtown()))
    assert "".join(each.text for each in pieces) == "2 sources: int-vcs-01, min-board-2004"
    assert [each.text for each in pieces if each.code] == ["int-vcs-01", "min-board-2004"]


def test_where_none_decides_those_that_bear_on_it_are_told() -> None:
    heard = statement("int-vcs-01", 1, Stance.HAPPENS, "So.", deciding=False)
    assert rests(said(heard), northtown()) == "1 source: int-vcs-01"
    out = statement("int-vcs-02", 2, None, None, excluded=Exclusion.REFUSED)
    assert rests(said(out), northtown()) == "None: nothing that was said may be used."


UNCOUNTED = (SectorView("vcs", None, None, None, None, None),)


@pytest.mark.parametrize(
    ("statements", "changes", "text"),
    [
        (
            ("int-vcs-01", "fg-residents-01", "min-board-2004", "svy-groups-2004"),
            {"sectors": (SectorView("vcs", None, 1, 1, 3),)},
            "5 voices. From 1 set of minutes, 1 survey and what people said.",
        ),
        (
            ("int-vcs-01", "min-board-2004"),
            {"sectors": UNCOUNTED},
            "From 1 set of minutes and what people said. Voices are not counted.",
        ),
        (("min-board-2004",), {"sectors": UNCOUNTED}, "From 1 set of minutes."),
        (
            ("min-board-2004",),
            {"shown": Shown.NOTHING},
            "From 1 set of minutes. What so few say is not shown.",
        ),
        ((), {"shown": Shown.NOTHING}, "What so few say is not shown."),
        ((), {"shown": Shown.SELECTION}, "Nothing that may be used was said of it."),
    ],
)
def test_the_public_is_told_voices_as_far_as_they_are_and_papers_by_kind(
    statements: tuple[str, ...], changes: dict[str, Any], text: str
) -> None:
    own = said(*(statement(each, 1, Stance.ABSENT, "So.") for each in statements), **changes)
    assert rests(own, edition()) == text


def test_papers_of_a_pseudonym_have_no_number() -> None:
    papers = (
        replace(statement("min-board-2004", 1, Stance.ABSENT, "So."), source=""),
        statement("doc-strategy-2004", 2, Stance.ABSENT, "So."),
    )
    assert rests(said(*papers), edition()) == "From 1 document and sets of minutes."


def test_an_edition_that_was_made_tells_no_source_of_anybody() -> None:
    sources = (
        *times(3, "vcs absent"),
        *times(4, "council absent"),
        "council minutes absent enacted",
    )
    team, public = judged(*sources), published(*sources)
    assert rests(team.findings[0], team).startswith("8 sources: s1, s2")
    # The minutes are a voice too, and told by their own number.
    assert rests(public.findings[0], public) == (
        "8 voices. From 1 set of minutes and what people said."
    )
    few = published(*times(2, "vcs absent"), "council minutes absent enacted")
    assert rests(few.findings[0], few) == (
        "From 1 set of minutes and what people said. Voices are not counted."
    )
    alone = published("vcs absent")
    assert rests(alone.findings[0], alone) == "What so few say is not shown."


@pytest.mark.parametrize("name", ["public", "public-northtown", "public-coarsened"])
def test_no_kind_of_talk_is_told_of_a_finding(name: str) -> None:
    report = REPORTS[name]()
    for found in lines(report).values():
        text = "".join(each.text for each in found.rests_on)
        assert not any(each.code for each in found.rests_on)
        for kind in (SourceKind.INTERVIEW, SourceKind.FOCUS_GROUP, SourceKind.OBSERVATION):
            assert kind.value.replace("-", " ") not in text


def test_a_place_of_which_nothing_can_be_said_has_no_lines() -> None:
    own = finding(JOIN, Verdict.NOT_APPLICABLE, "out-of-scope", "It does not apply here.")
    (found,) = sections(replace(northtown(), findings=(own,)))
    assert (found.lines, found.nothing_heard) == ((), ())
    assert found.part.partnership == NORTHTOWN
