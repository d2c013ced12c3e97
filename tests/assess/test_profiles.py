"""Tiers and rungs."""

from __future__ import annotations

import pytest

from gapcheck.assess.profiles import tier_pattern
from gapcheck.model.choices import Position
from gapcheck.model.finding import TierView
from gapcheck.model.settings import TIERS, Settings, Vocabulary

from .builders import code, excerpt, find, says, source, speaker

LETTERS = {
    "h": Position.HAPPENS,
    "p": Position.PARTLY,
    "a": Position.ABSENT,
    "c": Position.CONTESTED,
    "-": Position.UNKNOWN,
}


@pytest.mark.parametrize(
    ("said", "position", "voices"),
    [
        ((), "unknown", 0),
        (("vcs strategic",), "happens", 1),
        (("vcs strategic", "council strategic"), "happens", 2),
        (("vcs strategic absent", "council strategic opposite"), "absent", 2),
        (("vcs strategic", "vcs strategic absent"), "partly", 2),
        (("vcs strategic", "council strategic partly"), "partly", 2),
        (("vcs strategic", "council strategic absent"), "contested", 2),
        (("vcs strategic", "council strategic absent", "health strategic partly"), "contested", 3),
        # untiered ones stand in none
        (("vcs strategic", "council absent"), "happens", 1),
        # nor do those of no practice, or set aside
        (("vcs strategic hearsay", "council document"), "unknown", 0),
        (("vcs delivery", "council strategic unaware"), "unknown", 0),
        (("council strategic unaware",), "absent", 1),
    ],
)
def test_a_tier(said: tuple[str, ...], position: str, voices: int) -> None:
    view = find(*said).tiers[0]
    assert (view.tier, view.position, view.voices) == ("strategic", position, voices)


@pytest.mark.parametrize(
    ("profile", "pattern"),
    [
        ("hpaa", "decay"),
        ("h--a", "decay"),
        ("hhhp", "decay"),
        ("hca-", "decay"),
        ("ap-h", "inverse-decay"),
        ("aaap", "inverse-decay"),
        ("hah-", "uneven"),
        ("pahp", "uneven"),
        ("ahah", "uneven"),
        ("hh--", "even"),
        ("pppp", "even"),
        ("a--a", "even"),
        ("h---", "unknown"),
        ("hccc", "unknown"),
        ("----", "unknown"),
    ],
)
def test_the_pattern_from_the_board_towards_the_street(profile: str, pattern: str) -> None:
    views = [TierView(t, LETTERS[letter], 1) for t, letter in zip(TIERS, profile, strict=True)]
    assert tier_pattern(views) == pattern


def test_a_board_that_says_yes_and_a_forum_that_says_no_is_decay() -> None:
    finding = find("council strategic", "residents absent neighbourhood")
    assert (finding.verdict, finding.tier_pattern) == ("partly_translated", "decay")


def test_a_tier_that_the_study_adds_is_shown_and_disagreed_in_but_no_step_of_the_pattern() -> None:
    words = Vocabulary(tiers={tier: tier for tier in (*TIERS, "regional")})
    people = {"vcs": "happens", "council": "absent"}
    sources = [
        source(s, "interview", excerpt("x1", code(stance)), speakers=(speaker(s, s, "regional"),))
        for s, stance in people.items()
    ]
    also = says("s9", "vcs absent strategic")
    finding = find(*sources, also, settings=Settings(vocabulary=words))
    assert [view.tier for view in finding.tiers] == [*TIERS, "regional"]
    assert finding.tiers[-1].position == "contested"
    assert finding.rule == "sectors-disagree"
    assert finding.tier_pattern == "unknown"


@pytest.mark.parametrize(
    ("said", "demands", "rungs"),
    [
        ((), "enacted", "---"),
        (("vcs",), "enacted", "-h-"),
        (("council document",), "enacted", "h--"),
        (("council document absent",), "enacted", "a--"),
        (("council minutes partly",), "enacted", "p--"),
        (("council claim",), "enacted", "---"),
        (("council hearsay adopted",), "enacted", "---"),
        (("vcs effective absent", "vcs"), "enacted", "-ha"),
        (("vcs effective", "council minutes"), "enacted", "h-h"),
        (("vcs", "council absent"), "enacted", "-p-"),
        (("vcs", "council unaware"), "enacted", "-h-"),
        (("vcs unaware", "council unaware"), "enacted", "-a-"),
        # set aside for what is done on a higher rung, it has no position on its own
        (("vcs effective", "council unaware"), "enacted", "--h"),
        # on rungs that do not speak of practice, unaware gives way in the same manner
        (("vcs effective unaware", "vcs effective partly"), "enacted", "--p"),
        (("vcs effective unaware",), "enacted", "--a"),
        (("council document", "council minutes absent", "vcs"), "enacted", "ph-"),
    ],
)
def test_the_rungs(said: tuple[str, ...], demands: str, rungs: str) -> None:
    expected = [
        (rung, LETTERS[letter])
        for rung, letter in zip(("adopted", "enacted", "effective"), rungs, strict=True)
    ]
    assert list(find(*said, demands=demands).rungs) == expected
