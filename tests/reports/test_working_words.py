"""What pages say of a finding and of a study is what the terminal and the Markdown say."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import pytest

from gapcheck import __version__
from gapcheck.model.choices import TierPattern, Verdict
from gapcheck.model.finding import Finding, Fragility, Named, TierView
from gapcheck.model.report import Report
from gapcheck.model.signoff_view import SignoffView
from gapcheck.model.wave import Wave
from gapcheck.reports import doubts, facts, phrases, profiles, spread, who
from gapcheck.reports.markdown import writer
from gapcheck.reports.markdown.text import inline
from gapcheck.reports.pieces import Row
from gapcheck.reports.provenance import provenance
from gapcheck.reports.rows import ended, over_time, rows
from gapcheck.reports.terminal.sheet import Sheet
from gapcheck.reports.terminal.working import working
from gapcheck.reports.words import TIER_PATTERNS
from gapcheck.reports.wrapping import Line

from .sample import NORTHTOWN, SETTINGS, northtown, northtown_findings, study

GLYPHS = "●◐○≠"
# What the two formats have in common under the same label.
ALIKE = (
    *("Ended", "Due", "Sectors", "Not heard", "Tiers", "Rungs", "Against", "Set aside"),
    *("Left out", "Barriers", "Enablers"),
)


@pytest.mark.parametrize(
    ("waves", "said"),
    [
        ((), ""),
        (((2003, Verdict.NOT_TRANSLATED), (2006, Verdict.NOT_TRANSLATED)), ""),
        (
            ((2003, Verdict.NOT_TRANSLATED), (2006, Verdict.PARTLY_TRANSLATED)),
            "2003 not in practice → 2006 partly in practice",
        ),
        (
            (
                (2003, Verdict.NOT_TRANSLATED),
                (2004, Verdict.NOT_TRANSLATED),
                (2006, Verdict.CONTESTED),
                (2007, Verdict.NOT_TRANSLATED),
            ),
            "2003 and 2004 not in practice → 2006 contested → 2007 not in practice",
        ),
    ],
)
def test_the_line_through_time(waves: tuple[tuple[int, Verdict], ...], said: str) -> None:
    own = replace(northtown_findings()[0], waves=tuple(Wave(*each) for each in waves))
    assert over_time(own, SETTINGS) == said
    assert ("Over time" in terminal(own)) is bool(said)
    assert ("Over time" in {row.label for row in rows(own, SETTINGS)}) is bool(said)
    report = northtown()
    stream = io.StringIO()
    writer.write(replace(report, findings=(own, *report.findings[1:])), stream)
    assert (f"**Over time**: {said}." in stream.getvalue()) is bool(said)


def terminal(finding: Finding) -> dict[str, str]:
    """The rows of a finding on a very wide terminal, without its glyphs."""
    found: dict[str, str] = {}
    for line in working(finding, SETTINGS, Sheet(9_000), 9_000):
        text = plain(line)
        label, said = text[:10].strip(), text[10:].strip()
        found[label] = " ".join(part for part in said.split() if part not in GLYPHS)
    return found


def plain(line: Line) -> str:
    return "".join(text for text, _ in line)


def own(finding: Finding) -> dict[str, Row]:
    return {row.label: row for row in rows(finding, SETTINGS)}


@pytest.mark.parametrize("finding", northtown_findings(), ids=lambda each: each.imperative.id)
def test_the_rows_say_what_the_terminal_says(finding: Finding) -> None:
    shown, known = terminal(finding), own(finding)
    for label in ALIKE:
        assert (label in shown) == (label in known), label
        if label in known:
            assert known[label].text == shown[label], label


@pytest.mark.parametrize("finding", northtown_findings(), ids=lambda each: each.imperative.id)
def test_a_rule_stands_beside_its_reason(finding: Finding) -> None:
    why = own(finding)["Why"]
    reason = phrases.sentence(finding.reason or finding.why)
    assert why.text == f"{reason} Rule: {finding.rule}."
    assert [piece.text for piece in why.pieces if piece.code] == [finding.rule]


def test_confidence_is_a_level_with_its_concerns_or_what_it_means() -> None:
    by = {finding.imperative.id: finding for finding in northtown_findings()}
    assert own(by["sectors-together"])["Confidence"].text == "Moderate. The accounts differ."
    high = own(by["pay-in-advance"])["Confidence"].text
    assert high == "High. No concern was found; more evidence is unlikely to change this."
    none = own(by["vcs-statement"])["Confidence"].text
    assert none == "Not known: no confidence given."
    assert "Confidence" not in own(by["active-partner"])


def test_fragility_names_each_source_or_says_that_there_is_none() -> None:
    by = {finding.imperative.id: finding for finding in northtown_findings()}
    fragile = own(by["bottom-up"])["Fragile"]
    assert fragile.text == "Without doc-strategy-2004: not in practice."
    steady = own(by["pay-in-advance"])["Fragile"].text
    assert steady == "No: leaving out any one source changes nothing."
    assert "Fragile" not in own(by["vcs-statement"])
    two = replace(
        by["bottom-up"],
        fragile=(Fragility("a", Verdict.CONTESTED), Fragility("b", Verdict.UNTESTED)),
    )
    assert own(two)["Fragile"].text == "Without a: contested; without b: claimed, not tested."


def test_a_sign_off_says_what_was_decided_and_whether_it_still_holds() -> None:
    by = {finding.imperative.id: finding for finding in northtown_findings()}
    said = own(by["train-and-support"])["Signed"].text
    assert said == (
        "R. Reviewer, 14 July 2006, overrode it to “Partly in practice”, confidence low: two "
        "later training days are on record with the council. The evidence has changed since then."
    )
    view = SignoffView("A. B.", "2006-07-14", "read twice", summary="as the rules have it")
    confirmed = own(replace(by["bottom-up"], signoff=view))["Signed"].text
    assert confirmed == "A. B., 14 July 2006, confirmed it: read twice. As the rules have it."


def test_what_is_not_told_has_no_number() -> None:
    first = northtown_findings()[0]
    untold = TierView("strategic", first.tiers[0].position, None)
    assert who.tier(untold, SETTINGS) == "strategic no"
    assert profiles.voices(None) == ""
    hidden = replace(first, tier_pattern=None)
    assert profiles.tier_pattern(hidden) == ""
    nameless = Fragility(None, None)
    said = doubts.fragile(replace(first, fragile=(nameless,)), SETTINGS)
    text = said if isinstance(said, str) else "".join(piece.text for piece in said)
    assert text == "Without one of its sources: another verdict."


def test_tensions_have_the_study_s_own_words() -> None:
    first = replace(northtown_findings()[0], tensions=(Named("local-strategic", 2),))
    assert own(first)["Tensions"].text == "Local against strategic (2 voices)"


def test_those_asked_for_one_reason_stand_together() -> None:
    first = northtown_findings()[0]
    asks = tuple(
        replace(northtown_findings()[1].ask_next[0], sector=each) for each in ("vcs", "health")
    )
    said = own(replace(first, ask_next=asks))["Ask next"].text
    assert said == (
        "Voluntary sector, delivery · Health, delivery: "
        "Only the council was heard, on its own work."
    )


@pytest.mark.parametrize(
    ("as_at", "said"), [(date(2005, 3, 31), ""), (date(2005, 4, 1), "31 March 2005"), (None, "")]
)
def test_what_is_over_by_the_as_at_day_has_ended(as_at: date | None, said: str) -> None:
    fund = next(each for each in northtown_findings() if each.imperative.id == "direct-funding")
    assert ended(replace(fund, as_at=as_at)) == said


# The overview


def markdown(report: Report) -> str:
    stream = io.StringIO()
    writer.write(report, stream)
    return stream.getvalue()


def test_the_overview_says_what_the_markdown_says() -> None:
    report = study()
    text = markdown(report)
    assert f"**{spread.summary(report)}**" in text
    for said in (spread.SYSTEMIC, spread.LOCAL, spread.TOO_FEW, spread.APART, *spread.READING):
        assert said in text
    for said, _ in spread.silences(report):
        assert f"? {said}: " in text
    for row in report.across:
        judged, unknown = spread.counts(row)
        assert f"{judged.removesuffix(' judged')} |" in text or not row.judged
        assert unknown in ("", f"{spread.number(row, list(dict(row.totals))[2])} not known")


def test_a_pattern_names_where_it_is_and_where_it_is_not() -> None:
    report = study()
    own_findings = {
        row.imperative.id: [
            each for each in report.findings if each.imperative.name == row.imperative.name
        ]
        for row in report.across
    }
    said = {
        row.imperative.id: spread.where(row, own_findings[row.imperative.id])
        for row in report.across
    }
    assert said["pay-in-advance"] == "Gap in 5 of 6 judged. Not a gap in Castlegate Together."
    assert said["sectors-together"] == "Wolden Partnership (on paper only), of 6 judged."
    assert said["own-body"].startswith("Gap in 0 of 1 judged. It is an option, not a duty.")


def test_the_facts_are_those_of_the_markdown() -> None:
    report = northtown()
    part = report.partnerships[0]
    text = markdown(report)
    for label, said in facts.of_partnership(part, report.findings, report):
        assert f"| {label} | {inline(said)} |" in text
    bare = tuple(replace(each, signoff=None) for each in report.findings)
    unsigned = dict(facts.of_partnership(replace(part, as_at=None), bare, report))
    assert unsigned["Judged as at"] == "no day: nothing is dated"
    assert unsigned["Signed off by"].startswith("nobody yet")


def test_a_study_has_facts_too() -> None:
    known = dict(facts.of_study(study()))
    assert known["In"] == "6 partnerships and 1 survey population"
    assert known["Against"] == "11 imperatives in 8 national policies"
    assert known["From"] == "54 sources"
    assert known["Judged as at"] == "30 June 2006, the day of the newest source"


# Where it comes from


def test_provenance_says_all_that_decides_what_is_said() -> None:
    known = dict(provenance(northtown(commit="a" * 40, as_at_given=True)))
    assert known == {
        "Study": SETTINGS.title,
        "Study at commit": f"{'a' * 40}; changes since then that are not committed are not noticed",
        "Judged as at": "30 June 2006, as asked for",
        "Survey cuts": "no at or below 10 %, yes at or above 90 %",
        "Stale after": "3 years",
        "Small cells": "below 3",
        "Coding": "single coding",
        "Made with": f"gapcheck {__version__}",
    }


def test_provenance_of_what_is_not_dated_or_not_under_git() -> None:
    report = northtown()
    part = report.partnerships[0]
    known = dict(provenance(replace(report, partnerships=(replace(part, as_at=None),))))
    assert known["Judged as at"] == "no day: nothing is dated"
    assert known["Study at commit"] == "not under git"
    later = replace(part, partnership=replace(NORTHTOWN, id="later"), as_at=date(2007, 1, 1))
    several = dict(provenance(replace(report, partnerships=(part, later))))
    assert several["Judged as at"] == "for each partnership the day of its newest source"
    nothing = dict(provenance(replace(report, partnerships=())))
    assert nothing["Judged as at"] == "no day: there is no partnership"


@pytest.mark.parametrize("pattern", TierPattern)
def test_a_pattern_stands_after_the_tiers_where_there_is_one(pattern: TierPattern) -> None:
    first = replace(northtown_findings()[0], tier_pattern=pattern)
    words = TIER_PATTERNS[pattern]
    assert profiles.tier_pattern(first) == words
    tiers = "strategic no (1 voice) · thematic no (2 voices)"
    assert who.tiers(first, SETTINGS) == (f"{tiers} · {words}" if words else tiers)
