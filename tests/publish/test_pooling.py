"""Sectors whose names alone would tell who spoke, told together under one name."""

from __future__ import annotations

from typing import Any

import pytest
from assess.builders import imperative, partnership, policy, says
from hypothesis import given
from hypothesis import strategies as st

from gapcheck.model.choices import Position, Shown
from gapcheck.model.report import HeardCell, Report
from gapcheck.publish.disclosure import Disclosure
from gapcheck.publish.pooling import POOL, pool

from .editions import edition, team, times


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [
        ({}, set()),
        ({"vcs": 3, "council": 9}, set()),
        ({"vcs": 1, "faith": 2, "council": 9}, {"vcs", "faith"}),
        # One small sector alone would be told by the new name as well as by its own.
        ({"vcs": 2, "council": 9, "health": 4}, {"vcs", "health"}),
        ({"vcs": 1, "faith": 1, "health": 3, "council": 9}, {"vcs", "faith", "health"}),
        # Alike in size, the alphabet decides.
        ({"vcs": 1, "health": 4, "council": 4}, {"vcs", "council"}),
        ({"vcs": 1, "council": 1}, {"vcs", "council"}),
        ({"vcs": 0, "council": 3}, {"vcs", "council"}),
    ],
)
def test_the_smallest_are_taken_together_until_they_are_enough(
    sizes: dict[str, int], expected: set[str]
) -> None:
    assert pool(sizes, 3) == expected


@given(
    sizes=st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 12)),
    least=st.integers(1, 6),
)
def test_a_pool_hides_everybody_in_it_and_takes_no_more_than_it_needs(
    sizes: dict[str, int], least: int
) -> None:
    together = pool(sizes, least)
    inside = [sizes[each] for each in together]
    outside = [size for name, size in sizes.items() if name not in together]
    assert all(size >= least for size in outside)
    assert bool(together) == any(size < least for size in sizes.values())
    if outside and together:
        assert sum(inside) >= least
        assert len(together) > 1
    if together:
        large = [size for size in inside if size >= least]
        assert len(large) <= 1
        assert not large or sum(inside) - large[0] < least


SMALL = {"vcs": 1, "faith": 2}


def pooled(*said: Any, sizes: dict[str, int] | None = None, **changes: Any) -> Report:
    sizes = {**SMALL, "council": 9} if sizes is None else sizes
    return edition(
        *said, disclosure=Disclosure(coarsen=True, sizes={"northtown": sizes}), **changes
    )


COUNCIL = times(3, "council")


def test_small_sectors_are_one_wherever_a_sector_is_named() -> None:
    report = pooled("vcs absent", "faith absent", "faith absent", *COUNCIL)
    (finding,) = report.findings
    assert {view.sector: view.position for view in finding.sectors} == {
        POOL: Position.ABSENT,
        "council": Position.HAPPENS,
    }
    assert [each.sector for each in finding.statements] == [POOL, "council"]
    assert finding.voices.heard == (POOL, "council")
    (part,) = report.partnerships
    assert part.heard == (HeardCell(POOL, None, None), HeardCell("council", None, None))
    held = repr((report.partnerships, finding.statements, finding.why, finding.voices))
    assert "vcs" not in held
    assert "faith" not in held
    assert report.settings.vocabulary.sectors[POOL] == "Smaller sectors"
    assert report.edition is not None
    assert report.edition.pooled == ("Northtown",)


def test_together_they_may_be_enough_to_be_counted() -> None:
    (finding,) = pooled("vcs absent", "faith absent", "faith absent", *COUNCIL).findings
    assert [(view.sector, view.absent) for view in finding.sectors] == [(POOL, 3), ("council", 0)]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (("vcs absent", "faith happens"), Position.PARTLY),
        (("vcs absent", "faith absent"), Position.ABSENT),
        (("vcs partly", "faith partly"), Position.PARTLY),
        # Who knows of nothing has no position beside those who know.
        (("vcs unaware", "faith absent"), Position.ABSENT),
        (("vcs unaware", "council"), None),
    ],
)
def test_their_position_is_that_of_all_of_them(
    said: tuple[str, ...], expected: Position | None
) -> None:
    (finding,) = pooled(*said, *COUNCIL).findings
    assert {view.sector: view.position for view in finding.sectors}[POOL] is expected


@pytest.mark.parametrize(
    ("said", "rule", "why"),
    [
        (
            ("vcs absent strategic", "council strategic"),
            "sectors-disagree",
            "In one tier one sector says that it happens and another that it does not. Numbers do "
            "not settle it; both sides are shown.",
        ),
        (
            ("vcs absent delivery", "council strategic"),
            "mixed-practice",
            "Not every sector says that it happens.",
        ),
        (
            ("health absent delivery", "council strategic"),
            "mixed-practice",
            "Yes: Council. No: Health. It is done in part.",
        ),
        (
            ("vcs absent", "council absent"),
            "absent",
            "Every sector heard says no, and no paper claims it.",
        ),
    ],
)
def test_why_a_rule_fired_names_none_of_them(said: tuple[str, ...], rule: str, why: str) -> None:
    (finding,) = pooled(*said).findings
    assert (finding.rule, finding.why) == (rule, why)
    assert finding.verdict is team(*said).findings[0].verdict


def test_which_of_them_was_not_heard_is_not_told() -> None:
    place = partnership(members=(("vcs", 1), ("faith", 2), ("council", 9), ("health", 4)))
    report = pooled("vcs absent", "council", partnerships=(place,))
    assert report.findings[0].voices.unheard == ("health", "residents")
    assert report.partnerships[0].unheard == ("health", "residents")
    silent = pooled("council", "council", partnerships=(place,))
    assert set(silent.findings[0].voices.unheard) == {POOL, "health", "residents"}
    assert POOL in silent.partnerships[0].unheard


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"actors": ("council",), "beneficiaries": ("vcs",)}, False),
        ({"actors": ("faith",), "beneficiaries": ("residents",)}, False),
        ({"actors": ("partnership",), "beneficiaries": ("residents",)}, False),
        ({"actors": ("council",), "beneficiaries": ("residents",)}, True),
    ],
)
def test_neither_flag_nor_ceiling_tells_which_of_them_was_heard(
    asked: dict[str, Any], told: bool
) -> None:
    said = ("faith absent", "health absent", "health absent")
    (finding,) = pooled(*said, policies=(policy(imperative(**asked)),)).findings
    assert bool(finding.voices.flags) is told
    assert ("cap" in {each.component for each in finding.concerns}) is told


def test_a_paper_of_a_small_sector_is_of_the_pool_too() -> None:
    paper = says("min-1", "vcs minutes absent enacted")
    (finding,) = pooled(paper, "faith absent", *COUNCIL).findings
    assert {each.sector for each in finding.statements} == {POOL, "council"}
    (only,) = pooled("vcs document claim adopted", "faith absent", *COUNCIL).findings
    assert only.on_paper == (POOL,)


def test_where_all_are_too_few_nothing_of_them_is_told() -> None:
    said = says("s1", "vcs absent", barriers=("jargon",)), "council"
    plan = says("plan", "council document claim adopted")
    report = pooled(*said, plan, sizes={"vcs": 1, "council": 1})
    (finding,) = report.findings
    assert finding.rule == "sectors-disagree"
    assert finding.why.startswith("In one tier one sector says")
    assert (finding.barriers, report.partnerships[0].barriers) == ((), ())
    assert (finding.sectors, finding.voices.heard, finding.on_paper) == ((), (), ())
    assert [each.source for each in finding.statements] == ["plan"]
    assert finding.shown is Shown.NOTHING


def test_elsewhere_every_sector_keeps_its_name() -> None:
    disclosure = Disclosure(coarsen=True, sizes={"southby": SMALL})
    report = edition("vcs absent", "faith absent", disclosure=disclosure)
    assert [view.sector for view in report.findings[0].sectors] == ["vcs", "faith"]
    assert POOL not in report.settings.vocabulary.sectors
