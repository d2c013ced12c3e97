"""What is told of what somebody said: the words, and as little else as they need."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from assess.builders import code, consent, excerpt, partnership, says, source, speaker

from gapcheck.model.choices import Shown
from gapcheck.model.finding import Background, Finding
from gapcheck.model.report import Report
from gapcheck.model.study import Realist
from gapcheck.publish.disclosure import Disclosure
from gapcheck.publish.run import public

from .editions import COARSE, PLAIN, edition, team, times, told

INVENTED = (partnership(illustrative=True),)
PSEUDONYM = (partnership(pseudonym=True),)


def quotes(finding: Finding) -> list[str | None]:
    return [each.quote for each in finding.statements]


def test_of_a_person_neither_ids_nor_places_nor_days_are_told() -> None:
    said = says("int-9", "vcs absent strategic", date="2004-05-12", about="2003-03-04", who="P77")
    finding = told(said, *times(2, "vcs absent"), partnerships=INVENTED)
    (statement,) = finding.statements
    assert (statement.source, statement.excerpt, statement.location) == ("", "", None)
    assert statement.voice == ()
    assert (str(statement.source_date), str(statement.about)) == ("2004", "2003")
    assert statement.quote == "Words of x1."
    text = repr(finding)
    assert not [each for each in ("int-9", "P77", "2004-05", "2003-03") if each in text]


def test_of_a_paper_all_is_told_where_its_partnership_has_its_own_name() -> None:
    paper = says("min-1", "council minutes enacted", date="2004-05-12")
    (statement,) = told(paper).statements
    assert (statement.source, statement.excerpt) == ("min-1", "x1")
    assert statement.location is not None
    assert str(statement.source_date) == "2004-05-12"
    (hidden,) = told(paper, partnerships=PSEUDONYM).statements
    assert (hidden.source, hidden.excerpt, hidden.location) == ("", "", None)
    assert str(hidden.source_date) == "2004"


def test_of_each_sector_one_quotation_is_told_for_each_stance() -> None:
    stances = [*["absent"] * 5, "happens", "happens", "opposite"]
    many = [says(f"s{n}", f"vcs {one}", text=f"{one} {n}") for n, one in enumerate(stances)]
    finding = told(*many, says("s9", "council absent", text="council"))
    assert quotes(finding) == ["absent 0", "happens 5", "opposite 7", "council"]
    assert finding.shown is Shown.SELECTION


def test_one_person_s_many_words_are_one_quotation_too() -> None:
    long = source(
        "int",
        "interview",
        *(excerpt(f"x{n}", code("absent"), text=f"words {n}") for n in range(4)),
        speakers=(speaker("P1"),),
    )
    assert quotes(told(long, "council absent")) == ["words 0", "Words of x1."]


def test_papers_are_told_every_one() -> None:
    finding = told(*times(3, "council minutes enacted"))
    assert [each.source for each in finding.statements] == ["s1", "s2", "s3"]


def test_what_decides_is_told_before_hearsay_and_words_before_silence() -> None:
    silent = says("s1", "vcs absent", consent=consent(quote="none"), text="secret")
    heard = says("s2", "vcs absent hearsay", text="hearsay")
    speaks = says("s3", "vcs absent", text="spoken")
    assert quotes(told(silent, heard, speaks)) == ["spoken"]
    assert quotes(told(heard, silent, "council absent"))[0] is None
    assert quotes(told(heard, "council absent", "council absent"))[0] == "hearsay"


@pytest.mark.parametrize(
    "shut",
    [
        says("s9", "health absent", consent=consent(withdrawn=True)),
        says("s9", "health absent", consent=consent(analysis=False)),
        says("s9", "health absent", consent=consent(until="2027")),
        says("s9", "health absent", about="1999"),
        says("s9", "health minutes absent", about="1999"),
        says("s9", "health unaware"),
    ],
    ids=["withdrawn", "refused", "embargoed", "about another time", "a paper too", "set aside"],
)
def test_what_does_not_count_is_not_told(shut: Any) -> None:
    report = edition(*times(2, "vcs absent"), "council absent", shut)
    assert [each.sector for each in report.findings[0].statements] == ["vcs", "council"]


def test_the_negative_case_is_told_as_far_as_its_statements_are() -> None:
    said = [*times(2, "vcs absent"), "council happens claim", "council happens claim"]
    (whole,) = team(*said).findings
    finding = told(*said)
    assert len(whole.negative_case) == 2
    assert len(finding.negative_case) == 1
    assert set(finding.negative_case) <= set(finding.statements)


NOTE = Realist(context="late papers", outcome="no say")


def test_an_analyst_s_note_is_told_without_its_place() -> None:
    quoted = says("s1", "vcs absent", realist=NOTE)
    (note,) = told(quoted, "vcs absent").realist
    assert (note.realist, note.source, note.excerpt) == (NOTE, "", "")
    paper = says("min-1", "vcs minutes absent enacted", realist=NOTE)
    assert [each.source for each in told(paper, "council minutes enacted").realist] == ["min-1"]


@pytest.mark.parametrize("kept", [{"quote": "none"}, {"analysis": False}, {"until": "2027"}])
def test_a_note_on_words_that_may_not_be_quoted_is_not_told(kept: dict[str, Any]) -> None:
    silent = says("s1", "vcs absent", realist=NOTE, consent=consent(**kept))
    assert told(silent, "vcs absent", "vcs absent").realist == ()


# Roles, tiers and languages


def fields(finding: Finding) -> list[tuple[str | None, str | None]]:
    return [(each.role, each.tier) for each in finding.statements]


def spoken(number: int, role: str, words: str = "vcs absent strategic") -> list[Any]:
    """So many people with one role, by whom the sector's stance is told first."""
    made = [says(f"{role}{n}", words) for n in range(number)]
    return [
        replace(each, speakers=tuple(replace(one, role=role) for one in each.speakers))
        for each in made
    ]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (spoken(3, "a tenant"), ("a tenant", "strategic")),
        (spoken(2, "a tenant"), (None, None)),
        # Three speak from the tier, each in a role of their own.
        (spoken(1, "a chair") + spoken(2, "b officer"), (None, "strategic")),
        (spoken(1, "a chair") + spoken(2, "b officer", "vcs absent delivery"), (None, None)),
        (spoken(1, "a tenant") + spoken(2, "a tenant2", "council absent strategic"), (None, None)),
    ],
)
def test_a_role_and_a_tier_are_told_where_enough_share_them(
    said: list[Any], expected: tuple[str | None, str | None]
) -> None:
    assert fields(told(*said))[0] == expected


def test_one_person_in_three_sources_shares_a_role_with_nobody() -> None:
    said = [replace(each, speakers=(replace(each.speakers[0], id="P1"),))
            for each in spoken(3, "chair")]  # fmt: skip
    assert fields(told(*said, "council absent"))[0] == (None, None)


def test_whoever_may_not_be_counted_shares_nothing() -> None:
    shut = replace(spoken(3, "tenant")[2], consent=consent(withdrawn=True))
    assert fields(told(*spoken(2, "tenant"), shut))[0] == (None, None)


def test_in_an_invented_partnership_every_role_is_told_unless_they_are_left_out() -> None:
    said = spoken(1, "network coordinator")
    told_all = told(*said, "council absent", partnerships=INVENTED)
    assert fields(told_all) == [("network coordinator", "strategic"), ("officer", None)]
    coarse = told(*said, "council absent", partnerships=INVENTED, disclosure=COARSE)
    assert fields(coarse) == [(None, None)] * 2


def test_coarsened_no_role_is_told_however_many_share_it() -> None:
    assert fields(told(*spoken(5, "tenant"), disclosure=COARSE)) == [(None, None)]


def test_the_tier_of_a_paper_is_nobody_s() -> None:
    finding = told("council minutes enacted", disclosure=COARSE)
    assert fields(finding) == [(None, "strategic")]


@pytest.mark.parametrize(
    ("number", "disclosure", "expected"),
    [
        (1, PLAIN, ("We sit there.", None, "en")),
        (3, PLAIN, ("Eisteddwn yno.", "We sit there.", "cy")),
        (3, COARSE, ("We sit there.", None, "en")),
    ],
)
def test_a_language_is_told_where_enough_speak_it(
    number: int, disclosure: Disclosure, expected: tuple[str, ...]
) -> None:
    said = [says(f"s{n}", "vcs absent", text="Eisteddwn yno.", translation="We sit there.",
                 language="cy") for n in range(number)]  # fmt: skip
    (statement, *_) = told(*said, "council absent", disclosure=disclosure).statements
    assert (statement.quote, statement.translation, statement.language) == expected


def test_words_without_a_translation_stay_in_their_language() -> None:
    said = says("s1", "vcs absent", text="Eisteddwn yno.", language="cy")
    (statement, *_) = told(said, "council absent", disclosure=COARSE).statements
    assert (statement.quote, statement.language) == ("Eisteddwn yno.", "cy")


# What is the team's own


def with_background(*, citation: str | None) -> Report:
    report = team("vcs absent", "vcs absent")
    place = report.findings[0].imperative.location
    shown = Background("nat-1", "x1", "Rare everywhere.", place, citation)
    return replace(report, findings=(replace(report.findings[0], background=(shown,)),))


def test_of_the_nation_what_was_published_is_told() -> None:
    for citation, number in (("A review, 2005", 1), (None, 0)):
        (finding,) = public(with_background(citation=citation), PLAIN).findings
        assert len(finding.background) == number


def test_whom_to_ask_next_is_the_team_s_plan() -> None:
    (whole,) = team("vcs absent").findings
    assert whole.ask_next
    assert told("vcs absent").ask_next == ()


def test_the_partnership_keeps_its_name_and_what_decides_its_scope() -> None:
    place = partnership(
        members=(("vcs", 1),), attributes=(("rank", "12"),), designations=("nrf-88",)
    )
    report = edition("vcs absent", partnerships=(place,))
    for own in (report.partnerships[0].partnership, report.findings[0].partnership):
        assert (own.members, own.attributes, own.bodies) == ((), (), ())
        assert (own.name, own.designations) == (place.name, ("nrf-88",))


def test_sectors_that_spoke_without_a_position_are_told_once_each() -> None:
    said = [*times(3, "vcs absent"), "health hearsay", "health hearsay"]
    finding = told(*said)
    assert [(each.sector, each.position, each.sources) for each in finding.voice_views] == [
        ("health", None, ())
    ]
    assert [view.sector for view in finding.sectors] == ["vcs"]


def test_the_voices_of_papers_are_told() -> None:
    finding = told(*times(3, "vcs absent"), says("min-1", "council minutes absent enacted"))
    assert [(each.sector, each.sources) for each in finding.voice_views] == [
        ("council", ("min-1",))
    ]
