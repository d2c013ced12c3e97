"""What an edition for the public says of itself, and how formats arrange what is not told."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest

from gapcheck.model.choices import Audience, Position, Rung, Shown, TierPattern
from gapcheck.model.dates import PartialDate
from gapcheck.model.edition import Edition
from gapcheck.model.finding import (
    Concern,
    Finding,
    Fragility,
    Named,
    RealistNote,
    SectorView,
    Statement,
    TierView,
    VoiceView,
)
from gapcheck.model.report import HeardCell, Report, SourceView
from gapcheck.model.study import Realist
from gapcheck.reports import phrases, profiles, sentences
from gapcheck.reports.edition import edition
from gapcheck.reports.formats import FORMATS

from .sample import SETTINGS, northtown, northtown_findings, study
from .screens import explain, overview, partnership, written

EMPTY = Edition(least=3)


def said(own: Edition, report: Report | None = None) -> tuple[str, ...]:
    return edition(replace(report or northtown(), audience=Audience.PUBLIC, edition=own))


def test_a_report_for_the_team_says_nothing_of_it() -> None:
    assert edition(northtown()) == ()


@pytest.mark.parametrize(
    ("own", "first"),
    [
        (EMPTY, "No re-identification review is on record, and nobody who exists was interviewed."),
        (replace(EMPTY, reviewed_by="A. Reader"), "Re-identification review: A. Reader."),
        (
            replace(EMPTY, reviewed_by="A. Reader", reviewed_on="2006-01-31"),
            "Re-identification review: A. Reader, 31 January 2006.",
        ),
    ],
)
def test_the_review_is_said_first(own: Edition, first: str) -> None:
    assert said(own)[0] == first


def test_what_is_told_of_speakers_is_said() -> None:
    real = replace(northtown().partnerships[0].partnership, illustrative=False)
    part = replace(northtown().partnerships[0], partnership=real)
    report = northtown(partnerships=(part,))
    assert "role and tier where at least 3 share them. Not" in said(EMPTY, report)[1]
    assert "share them (in invented partnerships all)" in said(EMPTY)[1]
    assert "sector and year alone" in said(replace(EMPTY, coarsened=True))[1]


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        (EMPTY, []),
        (
            replace(EMPTY, uncounted=1),
            ["In 1 finding voices are not counted: fewer than 3 people of a sector or a tier speak "
             "there."],
        ),
        (
            replace(EMPTY, alone=2),
            ["In 2 findings one voice alone speaks of practice: what it says is not shown."],
        ),
        (
            replace(EMPTY, least=5, passages=1),
            ["1 passage is not shown: fewer than 5 people stand on one side of a count."],
        ),
        (
            replace(EMPTY, rare=1),
            ["1 barrier, enabler or tension is not listed: each is named by fewer than 3 voices."],
        ),
        (
            replace(EMPTY, rare=4, citations=1),
            ["4 barriers, enablers or tensions are not listed: each is named by fewer than 3 "
             "voices.",
             "1 citation is left out: it leads from a pseudonym to its place."],
        ),
        (
            replace(EMPTY, citations=2, pooled=("Northtown", "Southby"), places_unread=True),
            ["2 citations are left out: they lead from a pseudonym to its place.",
             "In Northtown and Southby sectors so small that their names alone would tell who "
             "spoke are told as one, or not at all.",
             "The key list of real place names could not be read: nobody has looked for them."],
        ),
    ],
)  # fmt: skip
def test_what_is_not_told_is_said_and_nothing_else(own: Edition, expected: list[str]) -> None:
    assert list(said(own)[2:]) == expected


def test_a_reviewer_s_name_is_shown_and_obeyed_nowhere() -> None:
    hostile = replace(EMPTY, reviewed_by="<script>x</script> [a](b) \x1b[2J @all |")
    report = northtown(audience=Audience.PUBLIC, edition=hostile)
    text = markdown(report)
    assert "<script" not in text
    assert "[a](b)" not in text
    for shown in (text, written(partnership(report)), written(overview(report))):
        assert "\x1b" not in shown
        assert "script" in shown


# Values that are not told


@pytest.mark.parametrize(
    ("view", "text"),
    [
        (SectorView("vcs", Position.ABSENT, None, None, None, None), "no"),
        (SectorView("vcs", Position.PARTLY, None, None, None, None), "mixed"),
        (SectorView("vcs", None, None, None, None, None), "no position"),
    ],
)
def test_a_position_stands_without_its_numbers(view: SectorView, text: str) -> None:
    assert phrases.position(view) == text


def hidden(finding: Finding) -> Finding:
    """A finding of which as little is told as there may be."""
    return replace(
        finding,
        as_at=PartialDate.parse("2006"),
        sectors=tuple(
            SectorView(each.sector, each.position, None, None, None, None)
            for each in finding.sectors
        ),
        tiers=(
            TierView("strategic", Position.ABSENT, None),
            *(TierView(tier, None, None) for tier in ("thematic", "neighbourhood", "delivery")),
        ),
        tier_pattern=None,
        rungs=tuple((rung, None) for rung in Rung),
        concerns=(Concern("adequacy", None, "Voices are not counted here."),),
        fragile=(Fragility(None, None),) if finding.fragile else (),
        barriers=tuple(Named(each.name, None, each.locus) for each in finding.barriers),
        statements=tuple(map(unplaced, finding.statements)),
        negative_case=tuple(map(unplaced, finding.negative_case)),
        realist=tuple(RealistNote("", "", each.realist) for each in finding.realist),
        signoff=replace(finding.signoff, reason=None) if finding.signoff else None,
        ask_next=(),
        voice_views=(VoiceView("health", None, ()),) if finding.voice_views else (),
        shown=Shown.SELECTION,
    )


def unplaced(statement: Statement) -> Statement:
    return replace(statement, source="", excerpt="", location=None, voice=(), role=None, tier=None)


def edited(**changes: object) -> Report:
    """The sample's report with every finding hidden."""
    report = northtown()
    (part,) = report.partnerships
    people = SourceView(
        "", part.sources[0].kind, "2006", (), (), None, 0, 2, True, None, told=False
    )
    part = replace(
        part,
        as_at=PartialDate.parse("2006"),
        sources=(part.sources[-1], people),
        heard=(HeardCell("vcs", None, None), HeardCell("council", None, ("doc",))),
    )
    report = replace(
        report,
        audience=Audience.PUBLIC,
        edition=EMPTY,
        partnerships=(part,),
        findings=tuple(map(hidden, report.findings)),
    )
    return replace(report, **changes)  # type: ignore[arg-type]


def markdown(report: Report) -> str:
    stream = io.StringIO()
    FORMATS["markdown"](report, stream)
    return stream.getvalue()


def test_nothing_that_is_not_told_is_written_as_a_word_of_python() -> None:
    report = edited()
    texts = [markdown(report), written(partnership(report)), written(overview(report))]
    texts += [written(explain(each.imperative.id, report)) for each in report.findings]
    for text in texts:
        assert "None" not in text.replace("None found", "").replace("None.", "")
        assert "int-vcs-01" not in text
        assert "evidence/northtown/int" not in text


def test_a_screen_tells_some_tiers_all_or_none() -> None:
    assert " ○ ~ ~ ~" in written(partnership(edited()))
    findings = tuple(
        replace(each, tiers=tuple(TierView(view.tier, None, None) for view in each.tiers))
        for each in edited().findings
    )
    text = written(partnership(edited(findings=findings)))
    assert "not told high" in text
    assert "~ not told: heard or not" in text
    assert "| not told |" in markdown(edited(findings=findings))
    assert "| ○ ~ ~ ~ |" in markdown(edited())
    assert "7  BY TIER" in written(explain("bottom-up", edited(findings=findings)))


def test_who_was_heard_is_a_sentence_where_tiers_are_not_told() -> None:
    assert "Heard: voluntary sector." in written(partnership(edited()))
    assert "Heard: voluntary sector." in markdown(edited())
    assert sentences.heard(northtown().partnerships[0], SETTINGS) == ""


def test_sources_are_counted_where_each_is_told() -> None:
    (part,) = edited().partnerships
    assert sentences.number_of_sources([part]) == ""
    assert sentences.kinds(part.sources) == "1 document and interviews"
    assert "1 document and interviews" in written(partnership(edited()))
    assert "| From | 1 document and interviews |" in markdown(edited())
    assert sentences.number_of_sources(northtown().partnerships) == "9 sources"


def test_a_year_is_told_where_the_day_is_not() -> None:
    assert "Judged as at 2006 · " in written(partnership(edited()))
    assert "| Judged as at | 2006 |" in markdown(edited())
    assert "as at 2006\n" in written(explain("bottom-up", edited()))
    whole = study()
    parts = tuple(replace(each, as_at=PartialDate.parse("2006")) for each in whole.partnerships)
    text = written(overview(replace(whole, partnerships=parts)))
    assert "judged as at 2006" in " ".join(text.split())


def test_an_end_within_the_year_of_the_day_is_not_said_to_be_over() -> None:
    span = next(f for f in northtown_findings() if f.imperative.id == "direct-funding").imperative
    assert span.in_force.over(PartialDate.parse("2006"))
    assert not span.in_force.over(PartialDate.parse("2005"))
    assert not span.in_force.over(None)


def test_whom_to_ask_next_is_no_column_of_an_edition() -> None:
    text = markdown(edited())
    assert "6 Not known, and who was not heard" in text
    assert "Whom to ask" not in text
    assert "says who was not heard" in text
    assert "Whom to ask" in markdown(northtown())


def test_what_so_few_say_is_said_not_to_be_shown() -> None:
    findings = tuple(
        replace(each, statements=(), negative_case=(), sectors=(), voice_views=(),
                shown=Shown.NOTHING)
        for each in edited().findings
    )  # fmt: skip
    text = markdown(edited(findings=findings))
    assert "What so few say is not shown." in text
    assert "Nothing was said of it." not in text
    assert "What so few say is not shown." in written(
        explain("bottom-up", edited(findings=findings))
    )
    empty = tuple(replace(each, statements=(), negative_case=()) for each in edited().findings)
    assert "Nothing that may be used was said" in markdown(edited(findings=empty))
    said_so = written(explain("bottom-up", edited(findings=empty)))
    assert "Nothing that may be used was said of it." in said_so


def test_words_that_count_too_few_have_a_marker() -> None:
    (first, *others) = edited().findings
    few = replace(first.statements[0], quote=None, too_few=True)
    report = edited(findings=(replace(first, statements=(few,)), *others))
    assert "(not shown: it counts too few people)" in markdown(report)
    assert "(not shown: it counts too few people)" in written(partnership(report))


def test_notes_without_a_place_are_told_apart_by_what_they_say() -> None:
    notes = tuple(RealistNote("", "", Realist(context=each)) for each in ("late papers", "rooms"))
    (first, *others) = edited().findings
    report = edited(findings=(replace(first, realist=notes), *others))
    for text in (markdown(report), written(partnership(report))):
        assert "ate papers" in text
        assert "ooms" in text


def test_annex_b_lists_nothing_in_an_edition() -> None:
    text = markdown(edited())
    assert "What consent or its time shuts out is listed in no edition for the public." in text
    assert "2 excerpts are not reviewed yet" in text
    assert "int-health-02" not in text
    assert "statements that may be shown" in text
    assert "All that is shown of it" in text


def test_without_a_pattern_there_is_no_row_for_it() -> None:
    (finding, *_) = edited().findings
    assert profiles.tier_pattern(finding) == ""
    assert profiles.tier_pattern(replace(finding, tier_pattern=TierPattern.DECAY)).startswith(
        "decay"
    )
    assert profiles.rungs(finding) == []
    assert profiles.voices(None) == ""
