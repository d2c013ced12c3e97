"""A plan: the experiment with one more voice, whom it chooses, and what the sample says."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from gapcheck.assess.conversations import SITTING, concerns, conversations, doubtful
from gapcheck.assess.planning import plan
from gapcheck.model.choices import Stance, Verdict
from gapcheck.model.plan import Plan
from gapcheck.model.study import Indicator, Source

from .builders import (
    TODAY,
    code,
    consent,
    corpus,
    excerpt,
    imperative,
    partnership,
    policy,
    says,
    source,
    speaker,
)

MEMBERS = (("council", 4), ("health", 1), ("vcs", 2))


def planned(*sources: Source, number: int = 1, **asked: Any) -> Plan:
    asks = [imperative(**{"id": f"join-up-{n}", **asked}) for n in range(number)]
    study = corpus(
        *sources,
        policies=(policy(*asks),),
        partnerships=(partnership(members=MEMBERS), partnership(id="other", name="Other")),
    )
    return plan(study, "northtown", today=TODAY)


def said(name: str, words: str, **changes: Any) -> Source:
    own = says(name, words, **changes)
    excerpts = (
        replace(
            each,
            codes=tuple(replace(one, imperative="guidance/join-up-0") for one in each.codes or ()),
        )
        for each in own.excerpts
    )
    return replace(own, excerpts=tuple(excerpts))


def seen(found: Plan) -> list[tuple[str, str | None, int, int]]:
    return [(one.sector, one.tier, one.turn, len(one.counted)) for one in found.conversations]


def could(found: Plan, sector: str) -> dict[str, str]:
    """What one more voice of a sector makes of the first imperative."""
    (one,) = [each for each in found.conversations if each.sector == sector]
    return {each.stance.value: each.verdict.value for each in one.matters[0].chances}


def test_where_nothing_was_heard_it_takes_two_sectors() -> None:
    found = planned()
    assert seen(found) == [("council", None, 1, 1), ("residents", None, 1, 1)]
    assert set(could(found, "council").values()) == {"insufficient"}


def test_where_one_was_heard_one_more_settles_it() -> None:
    found = planned(said("s1", "residents absent"))
    assert seen(found) == [("council", None, 1, 1)]
    assert could(found, "council") == {
        "happens": "contested",
        "partly": "partly_translated",
        "absent": "not_translated",
        "opposite": "contrary",
        "unaware": "insufficient",
    }


def test_the_hypothetical_voice_speaks_from_the_tier_that_is_asked() -> None:
    found = planned(
        said("s1", "residents absent strategic"),
        said("s2", "residents absent strategic"),
        tier="neighbourhood",
    )
    (one,) = [each for each in found.conversations if each.sector == "council"]
    assert one.tier == "neighbourhood"
    # Another tier is no contradiction: it is partly, and not contested.
    assert could(found, "council")["happens"] == "partly_translated"


def test_nothing_in_doubt() -> None:
    found = planned(
        *(said(f"s{n}", f"{who}") for n, who in enumerate(("council", "residents") * 2))
    )
    assert (found.doubtful, found.conversations, found.nobody) == ((), (), ())


def test_what_does_not_apply_is_not_asked() -> None:
    assert planned(nation="wales").doubtful == ()


def test_a_sitting_holds_twelve_and_then_another_person_is_seen() -> None:
    found = planned(number=SITTING + 3)
    assert seen(found) == [
        ("council", None, 1, 12),
        ("residents", None, 1, 12),
        ("council", None, 2, 3),
        ("residents", None, 2, 3),
    ]
    names = [
        [each.finding.imperative.id for each in one.counted]
        for one in found.conversations
        if one.sector == "council"
    ]
    assert len({name for each in names for name in each}) == SITTING + 3


def test_those_concerned_come_before_members_who_look_on() -> None:
    found = planned(actors=("police",), beneficiaries=("vcs",), number=2)
    assert [one.sector for one in found.conversations] == ["police", "vcs"]
    for one in found.conversations:
        assert all(concerns(each.finding, one.sector) for each in one.counted)
    lonely = planned(actors=("police",), beneficiaries=())
    assert [one.sector for one in lonely.conversations] == ["police", "vcs"]


def test_contested_comes_first_and_fragile_last() -> None:
    asks = [imperative(id=name) for name in ("a", "b", "c")]
    sources = (
        source(
            "s1",
            "interview",
            excerpt("x1", code("absent", "guidance/c"), code("happens", "guidance/a")),
            speakers=(speaker("P1", "residents"),),
        ),
        source(
            "s2",
            "interview",
            excerpt("x1", code("absent", "guidance/c"), code("absent", "guidance/a")),
            speakers=(speaker("P2", "council"),),
        ),
    )
    study = corpus(*sources, policies=(policy(*asks),))
    found = plan(study, "northtown", today=TODAY)
    assert [each.imperative.id for each in found.doubtful] == ["a", "b", "c"]


def test_a_doubtful_finding_with_nobody_left_to_ask_is_named() -> None:
    found = planned(said("s1", "council"), said("s2", "residents"), beneficiaries=())
    named = {each.imperative.id for each in found.nobody}
    asked = {m.finding.imperative.id for one in found.conversations for m in one.counted}
    assert named | asked == {each.imperative.id for each in found.doubtful}
    assert not named & asked


def test_the_sample_by_sector_and_tier() -> None:
    found = planned(
        said("s1", "council strategic"), said("s2", "council", consent=consent(withdrawn=True))
    )
    cells = {(one.sector, one.tier): one for one in found.cells}
    assert len(cells) == len(found.cells)
    strategic = cells["council", "strategic"]
    assert strategic.heard is not None
    assert strategic.heard.sources == ("s1",)
    held = cells["council", None].heard
    assert held is not None
    assert (held.sources, held.withheld) == ((), ("s2",))
    assert cells["residents", None].hanging == ("guidance/join-up-0",)
    assert cells["health", "delivery"].hanging == ()


@pytest.mark.parametrize(
    ("asked", "leans"),
    [
        ({"topics": ("health",)}, {"aim": "fewer", "theory": "more", "analysis": "more"}),
        ({"topics": ("a", "b", "c")}, {"aim": "more", "specificity": "fewer"}),
        ({"indicators": (Indicator("i", "It is there."),)}, {"theory": "fewer"}),
        ({"actors": ("police",), "beneficiaries": ()}, {"specificity": "yours"}),
    ],
)
def test_information_power(asked: dict[str, Any], leans: dict[str, str]) -> None:
    power = {one.component: one for one in planned(**asked).power}
    assert list(power) == ["aim", "specificity", "theory", "dialogue", "analysis"]
    assert {name: power[name].leans for name in leans} == leans
    assert power["dialogue"].leans == "yours"
    assert all(one.why.endswith(".") for one in power.values())


def test_a_study_of_one_partnership_is_looked_at_in_depth() -> None:
    study = corpus(policies=(policy(imperative()),))
    power = plan(study, "northtown", today=TODAY).power
    assert power[-1].leans == "fewer"
    nothing = corpus(policies=(policy(imperative(nation="wales")),))
    assert plan(nothing, "northtown", today=TODAY).power[1].why.startswith("Nobody is to be seen")


def test_every_stance_is_tried() -> None:
    (one, _) = planned().conversations
    assert [each.stance for each in one.matters[0].chances] == list(Stance)
    assert one.matters[0].settles
    assert Verdict.NO_EVIDENCE not in {each.verdict for each in one.matters[0].chances}


def test_no_findings_no_conversations() -> None:
    assert conversations((), lambda _, __: ()) == ()
    assert doubtful(()) == ()
