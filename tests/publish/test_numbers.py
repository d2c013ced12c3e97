"""Numbers of people in a finding: all of them are told, or none is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest
from assess.builders import code, consent, excerpt, imperative, policy, says, source, speaker

from gapcheck.model.choices import Position, Rung, Shown, TierPattern, Verdict
from gapcheck.model.finding import Finding, Fragility
from gapcheck.model.settings import Settings, Thresholds
from gapcheck.model.study import Share

from .editions import COARSE, edition, team, times, told

Counts = dict[str, tuple[int | None, ...]]
HIDDEN = (None, None, None, None)


def counts(finding: Finding) -> Counts:
    return {v.sector: (v.happens, v.partly, v.absent, v.unaware) for v in finding.sectors}


def positions(finding: Finding) -> dict[str, Position | None]:
    return {view.sector: view.position for view in finding.sectors}


def tiers(finding: Finding) -> dict[str, tuple[str | None, int | None]]:
    return {view.tier: (view.position, view.voices) for view in finding.tiers}


TOLD: list[tuple[list[str], Counts]] = [
    (["vcs absent"] * 3, {"vcs": (0, 0, 3, 0)}),
    (["vcs absent"] * 3 + ["council"] * 4, {"vcs": (0, 0, 3, 0), "council": (4, 0, 0, 0)}),
    (["vcs absent"] * 3 + ["vcs"] * 3, {"vcs": (3, 0, 3, 0)}),
    # Nobody speaks in a paper: how many there are is no number of people.
    (["council minutes enacted", "vcs minutes enacted"],
     {"vcs": (1, 0, 0, 0), "council": (1, 0, 0, 0)}),
    (["vcs absent"] * 3 + ["council minutes enacted"],
     {"vcs": (0, 0, 3, 0), "council": (1, 0, 0, 0)}),
    (["vcs survey absent", "audit evaluation absent"],
     {"vcs": (0, 0, 1, 0), "audit": (0, 0, 1, 0)}),
    # Three people and a paper of one sector are four voices.
    (["vcs absent"] * 3 + ["vcs minutes absent enacted"], {"vcs": (0, 0, 4, 0)}),
]  # fmt: skip


@pytest.mark.parametrize(("said", "expected"), TOLD)
def test_numbers_that_are_large_enough_are_told(said: list[str], expected: Counts) -> None:
    assert counts(told(*said)) == expected


NOT_TOLD = [
    ["vcs absent"] * 2,
    ["vcs absent"] * 4 + ["council absent"] * 2,
    ["vcs absent"] * 4 + ["council"],
    ["vcs absent"] * 3 + ["vcs"],
    ["vcs absent"] * 3 + ["vcs partly"] * 2,
    # One person beside a paper, and one beside a survey of many.
    ["council absent", "council minutes absent enacted"],
    ["vcs absent", "vcs survey absent"],
    # Two people and two papers are four voices, and the papers can be counted.
    ["vcs absent"] * 2 + ["vcs minutes absent enacted"] * 2,
    ["vcs unaware", "council unaware"],
    ["vcs absent"] * 3 + ["council unaware"],
    ["vcs absent focus-group", "council absent observation"],
    # Four of a sector, of whom one alone speaks from another tier.
    ["vcs absent strategic"] * 3 + ["vcs absent delivery"],
]


@pytest.mark.parametrize("said", NOT_TOLD, ids=" + ".join)
def test_where_one_number_is_small_none_is_told(said: list[str]) -> None:
    (whole,) = team(*said).findings
    finding = told(*said)
    assert set(counts(finding).values()) == {HIDDEN}
    assert {view.voices for view in finding.tiers} <= {0, None}
    # What a sector says is the verdict's own reason, and stays.
    assert positions(finding) == positions(whole)
    assert (finding.verdict, finding.rule, finding.confidence, finding.why) == (
        whole.verdict, whole.rule, whole.confidence, whole.why,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("least", "number", "hidden"),
    [(0, 2, False), (1, 2, False), (2, 2, False), (3, 2, True), (5, 4, True), (5, 5, False)],
)
def test_the_study_says_what_is_small(least: int, number: int, hidden: bool) -> None:
    settings = Settings(thresholds=Thresholds(small_cell=least))
    finding = told(*times(number, "vcs absent"), settings=settings)
    assert counts(finding) == {"vcs": HIDDEN if hidden else (0, 0, number, 0)}


def test_an_invented_partnership_is_an_example_of_what_a_real_one_would_show() -> None:
    (place,) = team().partnerships
    invented = replace(place.partnership, illustrative=True)
    assert counts(told("vcs absent", "vcs absent", partnerships=(invented,))) == {"vcs": HIDDEN}


def test_who_speaks_for_one_sector_in_a_group_is_one_voice() -> None:
    group = source(
        "fg",
        "focus-group",
        *(excerpt(f"x{n}", code("absent"), speaker=f"R{n}") for n in range(4)),
        speakers=tuple(speaker(f"R{n}", "residents") for n in range(4)),
    )
    assert counts(told(group, *times(3, "vcs absent"))) == {"vcs": HIDDEN, "residents": HIDDEN}


STRATEGIC = ["vcs absent strategic"] * 3


@pytest.mark.parametrize(
    ("said", "expected", "pattern"),
    [
        # All are many: all is told, and that nobody spoke elsewhere too.
        (
            STRATEGIC + ["vcs delivery"] * 3,
            {"strategic": ("absent", 3), "delivery": ("happens", 3),
             "thematic": ("unknown", 0), "neighbourhood": ("unknown", 0)},
            TierPattern.INVERSE_DECAY,
        ),
        # One is small: of the others those with many keep their position, and nothing else.
        (
            [*STRATEGIC, "vcs delivery"],
            {"strategic": ("absent", None), "delivery": (None, None),
             "thematic": (None, None), "neighbourhood": (None, None)},
            None,
        ),
        # The tier is many; the numbers are not told for the sake of a sector.
        (
            ["vcs absent strategic", "vcs absent strategic", "council absent strategic"],
            {"strategic": ("absent", None), "delivery": ("unknown", 0),
             "thematic": ("unknown", 0), "neighbourhood": ("unknown", 0)},
            TierPattern.UNKNOWN,
        ),
        # Papers alone.
        (
            ["council minutes enacted strategic", "council minutes enacted delivery"],
            {"strategic": ("happens", 1), "delivery": ("happens", 1),
             "thematic": ("unknown", 0), "neighbourhood": ("unknown", 0)},
            TierPattern.EVEN,
        ),
    ],
)  # fmt: skip
def test_a_tier_is_told_where_enough_speak_from_it(
    said: list[str], expected: dict[str, Any], pattern: TierPattern | None
) -> None:
    finding = told(*said)
    assert tiers(finding) == expected
    assert finding.tier_pattern is pattern


def test_coarsened_no_tier_of_people_is_told() -> None:
    said = STRATEGIC + ["vcs delivery"] * 3
    finding = told(*said, disclosure=COARSE)
    assert set(tiers(finding).values()) == {(None, None)}
    assert finding.tier_pattern is None
    assert counts(finding) == {"vcs": (3, 0, 3, 0)}


def named(names: Iterable[Any]) -> list[tuple[str, int | None]]:
    return [(each.name, each.voices) for each in names]


def test_a_barrier_is_told_where_enough_voices_name_it() -> None:
    barriers = (("capacity",), ("capacity", "jargon"), ("capacity", "jargon", "arrears"))
    said = [says(f"s{n}", "vcs absent", barriers=each, tensions=("local-strategic",))
            for n, each in enumerate(barriers)]  # fmt: skip
    report = edition(*said)
    for holder in (report.findings[0], report.partnerships[0]):
        assert named(holder.barriers) == [("capacity", 3)]
        assert named(holder.tensions) == [("local-strategic", 3)]
    assert report.edition is not None
    assert report.edition.rare == 2


def test_in_a_finding_without_numbers_no_barrier_has_one() -> None:
    said = [says(f"s{n}", "vcs absent", barriers=("jargon",), enablers=("trust",))
            for n in range(3)]  # fmt: skip
    report = edition(*said, says("s4", "council", barriers=("arrears",)))
    (finding,) = report.findings
    assert named(finding.barriers) == [("jargon", None)]
    assert named(finding.enablers) == [("trust", None)]
    # Over the whole partnership it is one of many findings that three voices may come from.
    assert named(report.partnerships[0].barriers) == [("jargon", 3)]


PAY = code("absent", "guidance/pay")


def test_a_barrier_that_enough_name_elsewhere_is_told_beside_a_finding_of_few() -> None:
    asked = policy(imperative(), imperative(id="pay"))
    elsewhere = [
        source(name, "interview", excerpt("x1", PAY, barriers=(each,)), speakers=(speaker(name),))
        for name, each in (("t1", "jargon"), ("t2", "jargon"), ("t3", "arrears"))
    ]
    here = says("s1", "council", barriers=("jargon", "arrears"))
    first, second = edition(*elsewhere, here, "council", policies=(asked,)).findings
    assert named(first.barriers) == named(second.barriers) == [("jargon", None)]


def test_papers_alone_keep_all_their_numbers() -> None:
    report = edition(says("m", "council minutes absent enacted", barriers=("arrears",)),
                     says("n", "vcs minutes absent enacted", barriers=("arrears",)))  # fmt: skip
    assert named(report.findings[0].barriers) == [("arrears", 2)]
    assert named(report.partnerships[0].barriers) == [("arrears", 2)]


def components(finding: Finding) -> list[tuple[str, int | None]]:
    return [(each.component, each.levels) for each in finding.concerns]


@pytest.mark.parametrize("number", [2, 3, 4])
def test_whether_few_speak_lowered_confidence_is_not_told(number: int) -> None:
    # With two the rules have a concern of adequacy, with more they have none.
    finding = told("council absent", *times(number - 1, "vcs absent"))
    assert components(finding)[0] == ("adequacy", None)
    assert "fewer than 3" in finding.concerns[0].why
    assert [each for each, _ in components(finding)].count("adequacy") == 1


def test_other_concerns_stay_as_they_are() -> None:
    (whole,) = team("council", "vcs absent").findings
    finding = told("council", "vcs absent")
    assert [each for each in finding.concerns if each.component != "adequacy"] == [
        each for each in whole.concerns if each.component != "adequacy"
    ]
    assert len(finding.concerns) > 1


def test_what_is_not_known_has_no_concern_to_be_told() -> None:
    finding = told("council", "council")
    assert (finding.verdict, finding.concerns) == (Verdict.UNTESTED, ())


def test_what_a_person_is_to_a_verdict_is_not_told() -> None:
    finding = told("vcs absent", "vcs absent")
    assert finding.fragile == (Fragility(None, None),)


def test_what_a_paper_is_to_a_verdict_is_told_where_numbers_are() -> None:
    plan = says("plan", "council document claim adopted")
    assert told(*times(3, "vcs absent"), plan).fragile == (
        Fragility("plan", Verdict.NOT_TRANSLATED),
    )
    # Without the paper one voice would be left: that would tell of how many there are.
    few = told("council", says("m", "council minutes enacted"))
    assert few.fragile == (Fragility(None, None),)


def test_what_one_voice_alone_says_is_not_told() -> None:
    said = says("s1", "vcs absent strategic", barriers=("arrears",))
    finding = told(said, says("plan", "council document claim adopted"))
    assert (finding.verdict, finding.rule) == (Verdict.INSUFFICIENT, "single-voice")
    assert finding.why == "Only one voice speaks of practice."
    assert (finding.sectors, finding.voice_views, finding.barriers) == ((), (), ())
    assert [each.source for each in finding.statements] == ["plan"]
    assert set(tiers(finding).values()) == {(None, None)}
    assert [position for _, position in finding.rungs] == [None] * len(Rung)
    assert finding.shown is Shown.NOTHING
    assert [each.why for each in finding.tried if each.fired] == [finding.why]
    # Whom one would still have to hear is no word of anybody.
    assert finding.voices.heard == ("vcs",)


def test_one_voice_may_be_enough_for_a_verdict_and_is_not_told_either() -> None:
    written = policy(imperative(demands="adopted"))
    finding = told("vcs record", policies=(written,))
    assert finding.verdict is Verdict.TRANSLATED
    assert (finding.sectors, finding.statements) == ((), ())
    assert components(finding)[0] == ("adequacy", None)


def test_a_paper_alone_is_told() -> None:
    finding = told("audit evaluation absent")
    assert counts(finding) == {"audit": (0, 0, 1, 0)}
    assert [each.source for each in finding.statements] == ["s1"]
    silent = told("council minutes enacted")
    assert silent.rule == "single-voice"
    assert silent.why == "Only one voice speaks of practice: Council."


def test_why_other_rules_did_not_hold_is_not_told() -> None:
    (whole,) = team("vcs absent", "vcs absent").findings
    finding = told("vcs absent", "vcs absent")
    assert [each.rule for each in finding.tried] == [each.rule for each in whole.tried]
    assert [each.why for each in finding.tried if not each.fired] == [""] * (len(whole.tried) - 1)
    assert "2 voices" in {each.why for each in whole.tried}


SHARES = [
    (Share(met=2, of=46), True),
    (Share(met=0, of=46), True),
    (Share(met=3, of=46), False),
    (Share(met=44, of=46), True),
    (Share(met=43, of=46), False),
    (Share(met=46, of=46), True),
    (Share(percent=4, of=46), True),
    (Share(percent=6.5, of=46), False),
    (Share(percent=95, of=46), True),
    (Share(percent=2), False),
    (Share(met=1, of=2), True),
]


@pytest.mark.parametrize(("share", "hidden"), SHARES)
@pytest.mark.parametrize("kind", ["survey", "evaluation"])
def test_a_share_of_very_few_is_not_told(share: Share, hidden: bool, kind: str) -> None:
    said = says("svy", f"vcs {kind}", share=share, text="Nine words that give the same number.")
    (statement,) = told(said).statements
    assert statement.too_few is hidden
    assert (statement.share is None, statement.quote is None) == (hidden, hidden)
    assert statement.stance is not None


def test_a_percentage_is_taken_of_those_who_answered() -> None:
    said = says("svy", "vcs survey", share=Share(percent=4), population=46)
    (statement,) = told(said).statements
    assert (statement.too_few, statement.share, statement.population) == (True, None, 46)


def test_a_survey_of_very_few_says_nothing() -> None:
    (statement,) = told(says("svy", "vcs survey absent", population=2)).statements
    assert (statement.too_few, statement.quote, statement.population) == (True, None, None)


def test_the_words_of_a_hidden_share_are_hidden_wherever_they_are_coded() -> None:
    asked = (imperative(), imperative(id="pay"))
    both = source(
        "svy",
        "survey",
        excerpt("x1", code(Share(met=2, of=46)), code(Share(met=20, of=46), "guidance/pay")),
        by="vcs",
    )
    report = edition(both, policies=(policy(*asked),))
    assert [each.quote for finding in report.findings for each in finding.statements] == [None] * 2


@pytest.mark.parametrize(
    ("pseudonym", "citation", "hidden"),
    [(False, "A report, 2004", False), (False, None, True), (True, "A report, 2004", True)],
)
def test_a_figure_that_was_published_stays_published(
    pseudonym: bool, citation: str | None, hidden: bool
) -> None:
    (part,) = team().partnerships
    place = replace(part.partnership, pseudonym=pseudonym)
    said = says("svy", "vcs survey", share=Share(met=1, of=9), citation=citation)
    (statement,) = told(said, partnerships=(place,)).statements
    assert (statement.share is None) is hidden


def test_below_two_nothing_is_small() -> None:
    settings = Settings(thresholds=Thresholds(small_cell=1))
    said = says("svy", "vcs survey", share=Share(met=0, of=46))
    (statement,) = told(said, settings=settings).statements
    assert statement.share == Share(met=0, of=46)


def test_what_consent_shuts_out_is_in_no_number() -> None:
    shut = says("s9", "council", consent=consent(analysis=False))
    finding = told(*times(3, "vcs absent"), shut)
    assert counts(finding) == {"vcs": (0, 0, 3, 0)}
    assert len(finding.statements) == 1
