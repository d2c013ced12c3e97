"""Every combination of up to three statements, held against the oracle's table."""

from __future__ import annotations

import os
from collections.abc import Sequence
from itertools import combinations_with_replacement, islice, product

import pytest

from gapcheck.model.choices import Modality, Rung

from .builders import an_imperative
from .oracle import SEEN, STANCES, TABLE, TIERS, Said
from .walks import ASKS, EVERY_STATEMENT, FIRM, SECTORS, Walk, choices, in_own_sources, spoken_by

FULL = bool(os.environ.get("GAPCHECK_EVERY_COMBINATION"))
"""Whether all of them are gone through, which takes minutes; else all of one kind and every
seventh of the others, of which each is one that nobody chose."""

OWN_VOICES = ("P0", "P1", "P2")
ONE_VOICE_TWICE = ("P0", "P0", "P1")
EVERY_RULE = {rule for rule, *_ in TABLE}


@pytest.mark.parametrize("demanded", Rung)
def test_the_rules_decide_every_combination_of_three_statements_as_the_page_does(
    demanded: Rung,
) -> None:
    walk = Walk()
    for modality in Modality:
        asked = an_imperative("ask", modality=modality, demands=demanded)
        whole = FULL or (modality, demanded) == (Modality.MUST, Rung.ENACTED)
        chosen = islice(choices(120, 3), 0, None, 1 if whole else 7)
        walk.by_rules(asked, spoken_by(OWN_VOICES, EVERY_STATEMENT), chosen)
    assert walk.differences == []
    # One empty, 120 single, 7,260 double and 295,240 threefold combinations for each modality.
    wholes = 3 if FULL else int(demanded is Rung.ENACTED)
    assert walk.expected.total() == 302_621 * wholes + 43_232 * (3 - wholes)
    assert walk.rules == EVERY_RULE


def test_whole_reports_decide_every_combination_of_two_statements_as_the_page_does() -> None:
    walk = Walk()
    places = spoken_by(OWN_VOICES, EVERY_STATEMENT)
    step = 1 if FULL else 3
    for choice in islice(choices(120, 2), 0, None, step):
        told = [places[n][i] for n, i in enumerate(choice)]
        walk.by_report(told, in_own_sources(told))
    assert walk.differences == []
    assert walk.expected.total() == -(-7_381 // step) * len(ASKS)
    assert walk.rules == EVERY_RULE


def of_one_sector(kinds: Sequence[Said]) -> list[tuple[int, int]]:
    """The pairs that one person may say: nobody speaks for two sectors."""
    pairs = combinations_with_replacement(range(len(kinds)), 2)
    return [(one, two) for one, two in pairs if kinds[one].sector == kinds[two].sector]


@pytest.mark.parametrize("demanded", Rung)
def test_two_statements_of_one_voice_and_one_of_another_are_decided_as_the_page_does(
    demanded: Rung,
) -> None:
    walk = Walk()
    places = spoken_by(ONE_VOICE_TWICE, EVERY_STATEMENT)
    pairs = of_one_sector(EVERY_STATEMENT)
    # Claims and hearsay give nobody a voice, so that of pairs beside a third the seen ones tell.
    seen = [pair for pair in pairs if {EVERY_STATEMENT[i].basis for i in pair} <= SEEN]
    step = 1 if FULL or demanded is Rung.ENACTED else 7
    for asked in (each for each in FIRM if each.demands is demanded):
        walk.by_rules(asked, places, pairs)
        beside = ((*pair, third) for pair in seen for third in range(120))
        walk.by_rules(asked, places, islice(beside, 0, None, step))
    assert walk.differences == []
    # Of either sector's 60 statements 1,830 pairs, of its 30 seen ones 465 with any of the 120.
    assert walk.expected.total() == 2 * (2 * 1_830 + -(-2 * 465 * 120 // step))
    assert walk.rules == EVERY_RULE - {"nothing-said"}


TIERED = tuple(
    Said(stance, "first-hand", "enacted", sector, tier, "interview", "")
    for stance, sector, tier in product(STANCES, SECTORS, ("strategic", "neighbourhood", None))
)
TIERED_ASKS = [each for each in FIRM if each.demands is Rung.ENACTED]


@pytest.mark.parametrize(
    ("voices", "chosen"),
    [
        (OWN_VOICES, list(choices(30, 3))),
        (ONE_VOICE_TWICE, [(*pair, k) for pair in of_one_sector(TIERED) for k in range(30)]),
    ],
    ids=["own-voices", "one-voice-twice"],
)
def test_statements_of_two_tiers_and_of_none_are_decided_as_the_page_does(
    voices: tuple[str, ...], chosen: list[tuple[int, ...]]
) -> None:
    walk = Walk()
    places = spoken_by(voices, TIERED)
    for choice in islice(chosen, 0, None, 1 if FULL else 2):
        told = [places[n][i] for n, i in enumerate(choice)]
        walk.by_report(told, in_own_sources(told, TIERED_ASKS), TIERED_ASKS)
    assert walk.differences == []
    assert {"sectors-disagree", "mixed-practice", "optional-unused", "absent"} <= walk.rules
    assert {"done", "self-report", "opposite", "single-voice"} <= walk.rules


FOUR_TIERS = tuple(
    Said(stance, "first-hand", "enacted", "vcs", tier, "interview", "")
    for stance, tier in product(("happens", "partly", "absent"), TIERS)
)


def test_the_pattern_over_up_to_four_tiers_is_the_pages() -> None:
    walk = Walk()
    asked = TIERED_ASKS[:1]
    places = spoken_by(("P0", "P1", "P2", "P3"), FOUR_TIERS)
    for choice in choices(len(FOUR_TIERS), 4):
        told = [places[n][i] for n, i in enumerate(choice)]
        walk.by_report(told, in_own_sources(told, asked), asked)
    assert walk.differences == []
