"""Every kind of source and way of sharing a voice, through whole reports, against the oracle."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import combinations_with_replacement, product

import pytest

from gapcheck.model.choices import Rung, SourceKind
from gapcheck.model.study import Imperative, Share, Source

from .builders import a_source, a_speaker, an_excerpt, said_in_a_source, the_codes
from .oracle import BASES, RUNGS, STANCES, TABLE, TIERS, Said
from .walks import ASKS, EVERY_STATEMENT, FIRM, SECTORS, Walk, choices, in_own_sources, spoken_by

ANY_BASIS = (None, *BASES)
ANY_RUNG = (None, *RUNGS)
ENACTED = [each for each in FIRM if each.demands is Rung.ENACTED]


@pytest.mark.parametrize("kind", SourceKind)
def test_one_statement_of_any_kind_of_source_is_decided_as_the_page_does(kind: SourceKind) -> None:
    walk = Walk()
    for stance, basis, rung, sector in product(STANCES, ANY_BASIS, ANY_RUNG, SECTORS):
        told = [Said(stance, basis, rung, sector, None, kind.value, "P0")]
        walk.by_report(told, in_own_sources(told))
    assert walk.differences == []
    assert walk.expected.total() == 5 * 5 * 4 * 2 * len(ASKS)


BY_DEFAULT = tuple(
    Said(stance, None, None, sector, None, kind, "")
    for stance, sector, kind in product(STANCES, SECTORS, SourceKind)
)


def test_two_statements_of_any_kinds_of_source_are_decided_as_the_page_does() -> None:
    walk = Walk()
    places = spoken_by(("P0", "P1"), BY_DEFAULT)
    for choice in choices(len(BY_DEFAULT), 2):
        told = [places[n][i] for n, i in enumerate(choice)]
        walk.by_report(told, in_own_sources(told, FIRM), FIRM)
    assert walk.differences == []
    assert walk.rules == {rule for rule, *_ in TABLE}


# At or above the upper cut happens, at or below the lower absent, between partly.
SHARES = [
    (Share(percent=0), "absent"),
    (Share(percent=10), "absent"),
    (Share(percent=10.5), "partly"),
    (Share(percent=89.9), "partly"),
    (Share(percent=90), "happens"),
    (Share(met=6, of=60), "absent"),
    (Share(met=7, of=60), "partly"),
    (Share(met=19, of=38), "partly"),
    (Share(met=27, of=30), "happens"),
    (Share(met=0, of=38), "absent"),
]


@pytest.mark.parametrize(("share", "stance"), SHARES)
@pytest.mark.parametrize("kind", ["survey", "evaluation"])
def test_a_share_is_decided_as_the_stance_that_it_comes_to(
    kind: str, share: Share, stance: str
) -> None:
    walk = Walk()
    for sector in SECTORS:
        told = [Said(stance, None, None, sector, None, kind, "P0")]
        (source,) = in_own_sources(told)
        (excerpt,) = source.excerpts
        codes = tuple(replace(code, stance=None, share=share) for code in excerpt.codes or ())
        shared = replace(source, excerpts=(replace(excerpt, codes=codes),))
        walk.by_report(told, [shared])
    assert walk.differences == []


@pytest.mark.parametrize("kind", ["document", "minutes", "accounts", "survey"])
@pytest.mark.parametrize("tier", [None, *TIERS])
def test_a_paper_meets_the_speakers_of_its_tier_by_default(kind: str, tier: str | None) -> None:
    walk = Walk()
    for wrote, spoke in product(STANCES, STANCES):
        paper = Said(wrote, "record", "enacted", "council", None, kind, "paper")
        spoken = Said(spoke, None, None, "vcs", tier, "interview", "P1")
        # The tier is the speaker's here; the code leaves it out.
        interview = replace(
            said_in_a_source(spoken._replace(tier=None), "s1", ENACTED),
            speakers=(a_speaker("P1", "vcs", tier),),
        )
        told = [paper, spoken]
        walk.by_report(told, [said_in_a_source(paper, "s0", ENACTED), interview], ENACTED)
    assert walk.differences == []
    # A paper is strategic, a survey of no tier.
    meets = tier in {None, "strategic"} or kind == "survey"
    assert ("sectors-disagree" in walk.rules) is meets


# Ways in which two statements of one sector share a voice, or do not.


def one_person_twice(one: Said, two: Said, asked: Sequence[Imperative]) -> list[Source]:
    """A speaker in two interviews."""
    return [said_in_a_source(one, "s0", asked), said_in_a_source(two, "s1", asked)]


def one_interview(one: Said, two: Said, asked: Sequence[Imperative]) -> list[Source]:
    """Two passages of one interview."""
    speakers = (a_speaker("P0", one.sector),)
    passages = [an_excerpt("x1", the_codes(one, asked)), an_excerpt("x2", the_codes(two, asked))]
    return [a_source("s0", SourceKind.INTERVIEW, passages, speakers=speakers)]


def one_group(one: Said, two: Said, asked: Sequence[Imperative]) -> list[Source]:
    """Two people of a focus group; of one sector they are one voice there."""
    speakers = (a_speaker("P0", one.sector), a_speaker("P1", two.sector))
    passages = [
        an_excerpt("x1", the_codes(one, asked), speaker="P0"),
        an_excerpt("x2", the_codes(two, asked), speaker="P1"),
    ]
    return [a_source("s0", SourceKind.FOCUS_GROUP, passages, speakers=speakers)]


def in_a_group_and_alone(one: Said, two: Said, asked: Sequence[Imperative]) -> list[Source]:
    """One person in a focus group and in an interview: the group's sector is its own voice."""
    speakers = (a_speaker("P0", one.sector), a_speaker("P9", "health"))
    passage = an_excerpt("x1", the_codes(one, asked), speaker="P0")
    group = a_source("s0", SourceKind.FOCUS_GROUP, [passage], speakers=speakers)
    return [group, said_in_a_source(two._replace(voice="P0"), "s1", asked)]


ONE_VOICE = (one_person_twice, one_interview, one_group)
Arranged = Callable[[Said, Said, Sequence[Imperative]], list[Source]]
PRACTISED = tuple(one for one in EVERY_STATEMENT if one.basis != "hearsay")


@pytest.mark.parametrize("arranged", [*ONE_VOICE, in_a_group_and_alone])
def test_two_statements_of_one_sector_share_a_voice_where_the_page_says_so(
    arranged: Arranged,
) -> None:
    walk = Walk()
    voices = ("P0", "P0") if arranged in ONE_VOICE else ("group", "P0")
    firsts, seconds = spoken_by(voices, PRACTISED)
    for one, two in combinations_with_replacement(range(len(PRACTISED)), 2):
        told = [firsts[one], seconds[two]]
        if told[0].sector == told[1].sector:
            walk.by_report(told, arranged(told[0], told[1], ENACTED), ENACTED)
    assert walk.differences == []
