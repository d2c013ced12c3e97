"""Confidence: what lowers it, and under which ceilings it stays."""

from __future__ import annotations

from typing import Any

import pytest

from gapcheck.model.choices import Confidence
from gapcheck.model.finding import Finding
from gapcheck.model.settings import Settings
from gapcheck.model.study import Consent, Share, Source

from .builders import code, consent, excerpt, find, says, source, speaker

FULL = ("council happens", "residents happens", "vcs happens")


def components(finding: Finding) -> list[tuple[str, int | None]]:
    return [(concern.component, concern.levels) for concern in finding.concerns]


@pytest.mark.parametrize(
    ("said", "asked", "level", "expected"),
    [
        (FULL, {}, "high", []),
        # adequacy
        (FULL[:2], {}, "moderate", [("adequacy", 1)]),
        (("residents survey",), {"actors": ("partnership",)}, "low", [
            ("adequacy", 2), ("cap", 0), ("cap", 0)]),
        # coherence
        (("council", "residents", "vcs partly"), {}, "moderate", [("coherence", 1)]),
        (("council", "residents absent", "vcs"), {}, "moderate", [("coherence", 1)]),
        (("council", "residents partly"), {}, "low", [("adequacy", 1), ("coherence", 1)]),
        # relevance
        (("council strategic", "residents", "vcs"), {"tier": "strategic"}, "high", []),
        (("council thematic", "residents", "vcs"), {"tier": "strategic"}, "moderate", [
            ("relevance", 1)]),
        # caps of hearing
        (("residents", "residents", "residents"), {}, "moderate", [("cap", 0), ("cap", 0)]),
        (("residents", "residents", "vcs"), {}, "moderate", [("cap", 0)]),
        (("council", "council record", "vcs"), {}, "low", [("cap", 0)]),
        (("council", "council record", "council"), {}, "low", [("cap", 0), ("cap", 0)]),
        (("council", "vcs", "vcs"), {"beneficiaries": ()}, "high", []),
        (("council", "vcs", "residents"), {"beneficiaries": ("residents", "faith")}, "low", [
            ("cap", 0)]),
        # nobody is heard in papers
        (("council accounts", "residents accounts", "vcs accounts"), {}, "low", [
            ("cap", 0), ("cap", 0)]),
        # unaware alone
        (("council unaware", "residents unaware", "vcs unaware"), {}, "low", [("cap", 0)]),
        (("council unaware", "residents absent", "vcs absent", "vcs absent"), {}, "high", []),
        # not taken up has confidence too
        (("council absent", "residents absent", "vcs absent"), {"modality": "may"}, "high", []),
        # an evaluation by onlookers lifts the caps of hearing, not the last
        (("audit evaluation",), {}, "low", [("adequacy", 2)]),
        (("vcs evaluation",), {}, "low", [("adequacy", 2), ("cap", 0), ("cap", 0)]),
        (("research evaluation", "vcs", "vcs"), {}, "high", []),
        (("research survey", "vcs", "vcs"), {}, "low", [("cap", 0), ("cap", 0)]),
        (("research evaluation unaware", "vcs unaware", "vcs unaware"), {}, "low", [("cap", 0)]),
        (("research evaluation hearsay", "vcs", "vcs", "vcs"), {}, "low", [
            ("cap", 0), ("cap", 0), ("cap", 0)]),
    ],
)  # fmt: skip
def test_confidence(
    said: tuple[str, ...], asked: dict[str, Any], level: str, expected: list[tuple[str, int]]
) -> None:
    finding = find(*said, **asked)
    assert (finding.confidence, components(finding)) == (Confidence(level), expected)


@pytest.mark.parametrize(
    "said",
    [(), ("council document",), ("vcs hearsay",), ("vcs",), ("council", "council")],
)
def test_what_is_not_known_carries_no_confidence(said: tuple[str, ...]) -> None:
    finding = find(*said)
    assert finding.group == "unknown"
    assert (finding.confidence, finding.concerns, finding.fragile) == (None, (), ())


@pytest.mark.parametrize(
    ("sources", "levels"),
    [
        ([says("s1", "vcs survey", population=60)], 0),
        ([says("s1", "vcs survey", population=3)], 0),
        ([says("s1", "vcs survey", population=2)], 1),
        ([says("s1", "vcs survey", population=1)], 2),
        ([says("s1", "vcs survey")], 2),
        ([says("s1", "vcs survey", share=Share(met=38, of=38))], 0),
        ([says("s1", "vcs survey", share=Share(met=2, of=2), population=60)], 1),
        ([says("s1", "vcs survey", share=Share(percent=95), population=60)], 0),
        ([says("s1", "vcs survey", share=Share(percent=95))], 2),
        ([says("s1", "audit evaluation", population=5)], 0),
        ([says("s1", "vcs survey", population=1), says("s2", "council")], 1),
        ([says("s1", "vcs minutes enacted", population=9), says("s2", "council")], 1),
    ],
)
def test_a_survey_or_evaluation_counts_as_many(sources: list[Source], levels: int) -> None:
    finding = find(*sources)
    assert dict(components(finding)).get("adequacy", 0) == levels


def test_the_largest_share_of_a_survey_is_how_many_it_stands_for() -> None:
    codes = (code(Share(met=2, of=2)), code(Share(met=40, of=40)))
    survey = source("s1", "survey", excerpt("x1", codes[0]), excerpt("x2", codes[1]), by="vcs")
    assert "adequacy" not in dict(components(find(survey)))


def test_a_stale_statement_lowers_confidence_only_where_it_decides() -> None:
    old = {"about": "2001"}
    decides = find(says("s1", "vcs", **old), says("s2", "council"), says("s3", "residents"))
    assert components(decides) == [("relevance", 1)]
    aside = find(says("s1", "vcs unaware", **old), *FULL)
    assert components(aside) == []
    paper = says("s1", "council document", **old)
    denied = ("council absent", "vcs absent", "residents absent")
    assert components(find(paper, *denied)) == [("relevance", 1)]
    assert components(find(paper, *FULL)) == []


def test_stale_and_from_another_tier_are_one_concern_in_two_sentences() -> None:
    finding = find(says("s1", "vcs delivery", about="2001"), *FULL, tier="strategic")
    assert [concern.why for concern in finding.concerns] == [
        "Something that decides it is more than three years old. "
        "Practice was also told of from another tier than the one named: Strategic."
    ]


@pytest.mark.parametrize(("promised", "levels"), [(True, 1), (False, 0)])
def test_methods(promised: bool, levels: int) -> None:
    finding = find(*FULL, settings=Settings(double_coded=promised))
    assert dict(components(finding)).get("methods", 0) == levels


def test_confidence_is_never_below_very_low() -> None:
    old = (says("s1", "vcs", about="2001"), says("s2", "council absent strategic"))
    finding = find(*old, tier="delivery", settings=Settings(double_coded=True))
    assert finding.confidence == "very_low"
    assert sum(concern.levels or 0 for concern in finding.concerns) == 4


def test_the_sentences() -> None:
    finding = find("vcs survey unaware", beneficiaries=("residents", "faith"))
    assert [(concern.component, concern.why) for concern in finding.concerns] == [
        ("adequacy", "Only one voice speaks of practice."),
        ("cap", "Only one sector was heard."),
        ("cap", "No obliged sector was heard."),
        ("cap", "Not heard, though it is meant for them: Residents, Faith groups."),
        ("cap", "Nobody denies it outright: those asked know of nothing."),
    ]
    others = find("vcs", "council absent", settings=Settings(double_coded=True))
    assert [concern.why for concern in others.concerns][:3] == [
        "Only two voices speak of practice.",
        "The accounts differ.",
        "One person alone coded what decides it, where two were promised.",
    ]


def test_being_asked_is_being_heard() -> None:
    asked = says("s9", "residents", asked=("guidance/join-up",))
    asked_only = source("s9", "interview", speakers=asked.speakers, asked=asked.asked)
    assert "cap" not in dict(components(find("council", "vcs", "vcs", asked_only)))
    late = source("s9", "interview", speakers=asked.speakers, asked=asked.asked, date="2009")
    assert "cap" in dict(components(find("council", "vcs", "vcs", late)))
    speakerless = source("s9", "document", by="residents", asked=asked.asked)
    assert "cap" not in dict(components(find("council", "vcs", "vcs", speakerless)))


def test_a_speaker_whom_consent_shuts_out_was_not_asked() -> None:
    def heard(held: Consent) -> tuple[str, ...]:
        people = (speaker("P1", "residents", consent=held), speaker("P2", "health"))
        asked = source("s9", "focus-group", speakers=people, asked=("guidance/join-up",))
        return find("council", asked).voices.heard

    assert heard(consent()) == ("council", "health", "residents")
    assert heard(consent(withdrawn=True)) == ("council", "health")
