from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from rich.cells import cell_len

from gapcheck.model.choices import (
    AcrossPattern,
    Basis,
    Confidence,
    Exclusion,
    Group,
    Modality,
    Position,
    Rung,
    SourceKind,
    Stance,
    TierPattern,
    Verdict,
    Wording,
    Words,
)
from gapcheck.model.dates import PartialDate, Period
from gapcheck.model.finding import SectorView
from gapcheck.model.report import PartnershipReport
from gapcheck.model.study import Share
from gapcheck.reports import phrases, sentences, words
from gapcheck.reports.choosing import chosen, in_reading_order

from . import sample
from .sample import SETTINGS

TABLES: list[tuple[Mapping[object, object], type]] = [
    (words.VERDICTS, Verdict),  # type: ignore[list-item]
    (words.GROUPS, Group),  # type: ignore[list-item]
    (words.STANCES, Stance),  # type: ignore[list-item]
    (words.POSITIONS, Position),  # type: ignore[list-item]
    (words.CONFIDENCES, Confidence),  # type: ignore[list-item]
    (words.TIER_PATTERNS, TierPattern),  # type: ignore[list-item]
    (words.EXCLUSIONS, Exclusion),  # type: ignore[list-item]
    (words.KINDS, SourceKind),  # type: ignore[list-item]
    (words.RUNGS, Rung),  # type: ignore[list-item]
    (words.WORDINGS, Wording),  # type: ignore[list-item]
    (words.ACROSS, AcrossPattern),  # type: ignore[list-item]
]


@pytest.mark.parametrize(("table", "choices"), TABLES)
def test_every_choice_has_its_words(table: Mapping[object, object], choices: type) -> None:
    assert set(table) == set(choices)  # type: ignore[call-overload]


def test_narrow_words_fit_their_cell_and_codes_are_unlike() -> None:
    shown = [
        each for verdict, each in words.VERDICTS.items() if verdict is not Verdict.NOT_APPLICABLE
    ]
    assert all(len(each.narrow) <= 13 for each in shown)
    assert all(len(each.code) == 2 for each in shown)
    assert len({each.code for each in words.VERDICTS.values()}) == len(Verdict)


def test_groups_are_told_apart_without_colour_in_unicode_and_in_ascii() -> None:
    groups = (*words.GROUPS.values(), words.OUTSIDE)
    assert len({each.glyph for each in groups}) == len({each.ascii_glyph for each in groups}) == 6
    assert len({each.fill for each in groups}) == len({each.ascii_fill for each in groups}) == 6
    assert all(cell_len(each.glyph) == 1 and each.ascii_glyph.isascii() for each in groups)


def test_an_option_not_taken_up_looks_like_no_gap() -> None:
    assert words.marks(Verdict.NOT_TAKEN_UP) is words.OUTSIDE
    assert words.marks(Verdict.NOT_APPLICABLE) is words.OUTSIDE
    assert words.marks(Verdict.PAPER_ONLY) is words.GROUPS[Group.GAP]


def test_nothing_heard_is_never_called_no_evidence() -> None:
    said = [value for table, _ in TABLES for value in table.values()]
    assert "no evidence" not in str(said).casefold()


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (date(2006, 6, 30), "30 June 2006"),
        (PartialDate.parse("2006-03"), "March 2006"),
        (PartialDate.parse("2004"), "2004"),
        ("2004-12-01", "1 December 2004"),
        ("soon", "soon"),
    ],
)
def test_dates_are_as_exact_as_they_were_given(
    when: date | PartialDate | str, expected: str
) -> None:
    assert phrases.long_date(when) == expected


@pytest.mark.parametrize(
    ("parts", "expected"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (list("abc"), "a, b and c")],
)
def test_lists_are_joined(parts: list[str], expected: str) -> None:
    assert phrases.joined(parts) == expected


def test_sentences_and_clauses() -> None:
    assert phrases.sentence("its force began") == "Its force began."
    assert phrases.sentence("Really?") == "Really?"
    assert phrases.sentence("") == ""
    assert phrases.clause("Its force began.") == "Its force began"
    assert phrases.inside("Voluntary sector") == "voluntary sector"
    assert phrases.inside("VCSE") == "VCSE"


def test_who_speaks() -> None:
    said = sample.statement("int-vcs-01", 15, Stance.HAPPENS, "Yes.")
    assert phrases.speaker(said, SETTINGS) == "network coordinator, voluntary sector, March 2006"
    earlier = replace(said, about=PartialDate.parse("2003"))
    assert phrases.speaker(earlier, SETTINGS).endswith("March 2006, about 2003")
    paper = sample.statement("doc-strategy-2004", 15, Stance.HAPPENS, "Yes.")
    assert phrases.speaker(paper, SETTINGS) == "document, council, April 2004"
    survey = sample.statement("svy-groups-2004", 15, Stance.HAPPENS, "Yes.")
    assert phrases.speaker(survey, SETTINGS) == "survey of 38, voluntary sector, November 2004"
    resident = sample.statement("fg-residents-01", 15, Stance.HAPPENS, "Yes.")
    assert phrases.speaker(resident, SETTINGS) == "resident, Eastside, May 2006"


def test_what_is_said_and_how_it_is_known() -> None:
    said = sample.statement("int-vcs-01", 15, Stance.HAPPENS, "Yes.")
    assert phrases.stance(said) == "Says yes"
    assert phrases.stance(replace(said, basis=Basis.HEARSAY)) == "Says yes (second-hand)"
    assert phrases.stance(replace(said, basis=Basis.CLAIM)) == "Says yes (a claim)"
    paper = sample.statement("doc-strategy-2004", 15, Stance.HAPPENS, "Yes.")
    assert phrases.stance(replace(paper, basis=Basis.CLAIM)) == "Says yes (on paper)"
    assert phrases.stance(replace(said, stance=None)) == "Left out"


def test_only_words_as_spoken_stand_in_quotation_marks() -> None:
    said = sample.statement("int-vcs-01", 15, Stance.HAPPENS, " We sat there. \n")
    assert phrases.quoted(said) == "“We sat there.”"
    assert phrases.quoted(replace(said, words=Words.NOTES)) == "Notes: We sat there."
    assert phrases.quoted(replace(said, share=Share(met=1, of=2))) == "We sat there."
    assert phrases.quoted(replace(said, quote=None)) == words.HELD_BACK
    shut = replace(said, quote=None, excluded=Exclusion.WITHDRAWN)
    assert phrases.quoted(shut) == words.WITHHELD


def test_shares_are_as_typed() -> None:
    assert phrases.share(Share(met=36, of=38)) == "36 of 38"
    assert phrases.share(Share(percent=28.5, of=60)) == "28.5 % of 60"
    assert phrases.share(Share(percent=28)) == "28 %"


def test_whom_it_obliges() -> None:
    assert phrases.duty(sample.PAY, SETTINGS) == "should · asked of: council, for voluntary sector"
    assert phrases.duty(sample.JOIN, SETTINGS) == "should · asked of: council"
    assert phrases.duty(sample.TOGETHER, SETTINGS).startswith("should · asked of: every partner")
    option = phrases.duty(sample.OWN, SETTINGS)
    assert option.startswith("may · open to: voluntary sector, for")
    assert option.endswith(" · an option, not a duty")
    assert phrases.part("vcs", sample.OWN) == " (may do it, meant for)"
    duty = replace(sample.OWN, modality=Modality.MUST)
    assert phrases.part("vcs", duty) == " (obliged, meant for)"
    assert phrases.part("police", duty) == ""


def test_periods() -> None:
    span = Period(PartialDate.parse("2003-07-02"))
    assert phrases.period(span) == "in force from 2 July 2003"
    ended = replace(span, end=PartialDate.parse("2005"))
    assert phrases.period(ended) == "in force from 2 July 2003 to 2005"


@pytest.mark.parametrize(
    ("view", "expected"),
    [
        (SectorView("vcs", Position.HAPPENS, happens=1), "yes (1 voice)"),
        (SectorView("vcs", Position.ABSENT, absent=3), "no (3 voices)"),
        (SectorView("vcs", Position.PARTLY, 1, 0, 2), "mixed (1 yes, 2 no)"),
        (SectorView("vcs", Position.PARTLY, 1, 1, 0), "mixed (1 yes, 1 mixed)"),
        (
            SectorView("vcs", Position.ABSENT, unaware=2),
            "no (2 voices were asked and know of nothing)",
        ),
        (
            SectorView("vcs", Position.HAPPENS, happens=1, unaware=1),
            "yes (1 voice); 1 voice was asked and knows of nothing",
        ),
        (
            SectorView("vcs", None, unaware=1),
            "no position (1 voice was asked and knows of nothing)",
        ),
    ],
)
def test_a_sector_s_position_stands_with_its_voices(view: SectorView, expected: str) -> None:
    assert phrases.position(view) == expected


def test_sectors_that_only_claim_or_repeat_say_so() -> None:
    found = {each.imperative.id: each for each in sample.northtown_findings()}
    assert phrases.sectors(found["bottom-up"], SETTINGS) == [
        "Residents: no (3 voices)",
        "Council: yes, on paper only",
    ]
    assert phrases.sectors(found["cut-the-gap"], SETTINGS) == ["Health: second-hand only"]


def part(**totals: int) -> PartnershipReport:
    made = sample.part_of(sample.NORTHTOWN, ())
    unused = totals.pop("unused", 0)
    counted = tuple((group, totals.get(group.value, 0)) for group in Group)
    return replace(made, totals=counted, not_taken_up=unused)


@pytest.mark.parametrize(
    ("totals", "expected"),
    [
        (
            {"gap": 4, "contested": 1, "partly": 2, "translated": 2, "unknown": 3},
            "Of the 12 national imperatives that apply here, 4 are gaps, 1 is contested, 2 are "
            "partly in practice and 2 are in practice. For 3 nobody can say yet.",
        ),
        ({}, "No national imperative of this study applies here."),
        (
            {"unknown": 2},
            "Of the 2 national imperatives that apply here, none can be judged: nobody can say "
            "yet.",
        ),
        ({"gap": 1}, "Of the 1 national imperative that applies here, 1 is a gap."),
        (
            {"translated": 1, "unused": 1},
            "Of the 2 national imperatives that apply here, 1 is in practice and 1 option was not "
            "taken up.",
        ),
        (
            {"unused": 2, "unknown": 1},
            "Of the 3 national imperatives that apply here, 2 options were not taken up. For 1 "
            "nobody can say yet.",
        ),
    ],
)
def test_the_summary_sentence(totals: dict[str, int], expected: str) -> None:
    assert sentences.summary(part(**totals)) == expected


def test_what_is_invented() -> None:
    one = sample.NORTHTOWN
    real = replace(one, name="England 2005", illustrative=False)
    other = replace(one, name="Millbrook")
    assert sentences.invented([]) is None
    assert sentences.invented([real]) is None
    assert sentences.invented([one]) == (
        "Northtown Strategic Partnership is invented. Nobody said the words quoted here."
    )
    assert sentences.invented([one, other]) == ("All two partnerships and every word are invented.")
    assert sentences.invented([other, real]) == (
        "One of two partnerships is invented, and nobody said the words quoted from there: "
        "Millbrook."
    )
    assert sentences.invented([one, other, real]) == (
        "Two of three partnerships are invented, and nobody said the words quoted from there. "
        "Not invented: England 2005."
    )


def test_who_was_not_heard() -> None:
    report = sample.northtown()
    assert sentences.not_heard(report.partnerships[0], SETTINGS) == (
        "Business (2 of 21 seats) was not heard.",
        "1 source is left out: consent withdrawn. It counts for nothing.",
    )
    two = replace(report.partnerships[0], unheard=("police", "business"), sources=())
    assert sentences.not_heard(two, SETTINGS) == (
        "Police and business (2 of 21 seats) were not heard.",
    )


def test_limits_come_from_the_study_and_from_its_evidence() -> None:
    report = sample.northtown()
    said = sentences.limits(report, report.partnerships[0])
    assert said[0] == "One region and one point in time."
    assert said[1] == (
        "Region: North East. What was heard dates from April 2004 to May 2006; not since."
    )
    assert said[2] == (
        "Whose voices: 4 interviews, 1 focus group, 1 survey, 1 set of minutes and 1 document; "
        "voluntary sector, council, health and residents."
    )
    assert "The wording of 2 of 11 imperatives is not confirmed." in said
    assert any("90 %" in each for each in said)
    unshared = replace(report, findings=report.findings[:2])
    assert not any("90 %" in each for each in sentences.limits(unshared))


def test_findings_stand_in_the_order_of_reading() -> None:
    found = [each.verdict for each in in_reading_order(sample.northtown_findings())]
    assert found == list(words.VERDICTS)


def test_each_side_has_one_voice_and_one_side_has_two() -> None:
    found = {each.imperative.id: each for each in sample.northtown_findings()}
    shown = [(each.source, each.stance) for each in chosen(found["include-excluded"])]
    assert shown == [
        ("int-council-01", Stance.HAPPENS),
        ("fg-residents-01", Stance.ABSENT),
        ("int-vcs-01", Stance.PARTLY),
    ]
    assert [each.source for each in chosen(found["pay-in-advance"])] == [
        "min-board-2004",
        "int-vcs-02",
    ]
    assert [each.source for each in chosen(found["cut-the-gap"])] == ["int-health-01"]
    assert chosen(found["vcs-statement"]) == []
