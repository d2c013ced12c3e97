"""Which verdicts would change if a line were drawn elsewhere."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from gapcheck.assess.run import assess
from gapcheck.model.corpus import SecondCoding
from gapcheck.model.report import Sensitivity
from gapcheck.model.settings import Settings, Thresholds
from gapcheck.model.study import Code, Share, Source

from .builders import HERE, TODAY, code, consent, corpus, excerpt, imperative, policy, says, source

NARROW, WIDE, WIDER = "cuts-5-95", "cuts-20-80", "cuts-33-67"
STALE, UNAWARE, OBLIGED = "without-stale", "without-unaware", "without-obliged"
STANDING = (NARROW, WIDE, WIDER, STALE, UNAWARE, OBLIGED)
ONE = ("northtown", "guidance/join-up")


def tried(
    *sources: Source,
    settings: Settings | None = None,
    second: tuple[SecondCoding, ...] = (),
    **asked: Any,
) -> dict[str, Sensitivity]:
    """Every setting by its key."""
    policies = (policy(imperative(**asked)),)
    study = corpus(
        *sources, policies=policies, settings=settings or Settings(), second_codings=second
    )
    report = assess(study, today=TODAY, with_sensitivity=True)
    found = {each.key: each for each in report.sensitivity}
    for each in found.values():
        assert {(c.lsp, c.imperative) for c in each.changes} <= set(each.reached) <= {ONE}
        assert {c.verdict for c in each.changes} <= {report.findings[0].verdict}
        assert bool(each.lacking) is not bool(each.reached)
    return found


def changes(*sources: Source, **asked: Any) -> dict[str, str]:
    """By setting, the verdict that it gives where it gives another."""
    found = tried(*sources, **asked)
    return {each.key: c.otherwise.value for each in found.values() for c in each.changes}


def of_a_second(coder: str, *codes: Code, at: str = "s1") -> SecondCoding:
    return SecondCoding("northtown", at, coder, (("x1", codes),), HERE)


def test_the_settings_of_every_study_and_their_order() -> None:
    assert tuple(tried(says("s1", "vcs"))) == (*STANDING, "coders")


def test_the_study_s_own_cuts_are_not_tried_again() -> None:
    own = Settings(thresholds=Thresholds(absent_at=20, happens_at=80))
    assert tuple(tried(settings=own))[:2] == (NARROW, WIDER)


@pytest.mark.parametrize(
    ("percent", "expected"),
    [
        (97, {}),
        (92, {NARROW: "partly_translated"}),
        (85, {WIDE: "translated", WIDER: "translated"}),
        (70, {WIDER: "translated"}),
        (50, {}),
        (15, {WIDE: "not_translated", WIDER: "not_translated"}),
        (7, {NARROW: "partly_translated"}),
    ],
)
def test_cuts(percent: int, expected: dict[str, str]) -> None:
    assert changes(says("s1", "vcs survey", share=Share(percent=percent))) == expected


def test_other_cuts_may_let_in_what_was_not_due() -> None:
    early = says("s1", "vcs survey", share=Share(percent=25), about="2005")
    settings = Settings(thresholds=Thresholds(absent_at=30, happens_at=70))
    assert changes(early, settings=settings, due="2006") == {
        NARROW: "partly_translated",
        WIDE: "partly_translated",
    }


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        ([says("s1", "vcs survey", about="2001")], {STALE: "no_evidence"}),
        ([says("s1", "vcs survey"), says("s2", "vcs", about="2001")], {}),
        ([says("s1", "vcs unaware"), says("s2", "vcs unaware")], {UNAWARE: "no_evidence"}),
        ([says("s1", "vcs"), says("s2", "vcs"), says("s3", "vcs unaware")], {}),
        ([says("s1", "council"), says("s2", "vcs")], {OBLIGED: "insufficient"}),
        ([says("s1", "vcs survey absent"), says("s2", "council document")], {
            OBLIGED: "not_translated"}),
        ([says("s1", "council", consent=consent(withdrawn=True)), says("s2", "vcs survey")], {}),
        ([], {}),
    ],
)  # fmt: skip
def test_what_is_left_out(sources: list[Source], expected: dict[str, str]) -> None:
    assert changes(*sources) == expected


def test_what_does_not_apply_stays_so() -> None:
    assert changes(says("s1", "council"), nation="wales") == {}


def test_a_setting_without_anything_to_touch_says_so() -> None:
    lacking = {key: one.lacking for key, one in tried(says("s1", "vcs")).items()}
    assert lacking == {
        NARROW: "No share of a survey is coded.",
        WIDE: "No share of a survey is coded.",
        WIDER: "No share of a survey is coded.",
        STALE: "No statement that may be used is stale.",
        UNAWARE: "Nobody was asked and knew of nothing.",
        OBLIGED: "Nobody who is obliged speaks.",
        "coders": "Nobody coded a source a second time.",
    }


def test_what_consent_shuts_out_is_reached_by_nothing() -> None:
    shut = says("s1", "council unaware", consent=consent(analysis=False))
    assert all(one.lacking for one in tried(shut).values())


TWO = (replace(says("s1", "vcs"), coder="ab"), replace(says("s2", "vcs"), coder="ab"))


def test_each_coder_alone_and_the_second_in_the_place_of_the_first() -> None:
    found = tried(*TWO, second=(of_a_second("cd", code("absent")),))
    assert tuple(found)[6:] == ("coder-ab", "coder-cd", "second-cd")
    assert {key: [c.otherwise for c in found[key].changes] for key in tuple(found)[6:]} == {
        "coder-ab": [],
        "coder-cd": ["insufficient"],
        "second-cd": ["partly_translated"],
    }


def test_who_coded_it_as_nothing_is_a_coder_too() -> None:
    found = tried(*TWO, second=(of_a_second("cd"),))
    assert [c.otherwise for c in found["coder-cd"].changes] == ["no_evidence"]
    assert [c.otherwise for c in found["second-cd"].changes] == ["insufficient"]


def test_a_second_coder_may_find_what_the_first_did_not() -> None:
    bare = source("s1", "interview", excerpt("x1"), speakers=TWO[0].speakers)
    found = tried(bare, TWO[1], second=(of_a_second("cd", code("happens")),))
    assert [c.otherwise for c in found["second-cd"].changes] == ["translated"]


def test_a_coder_of_what_no_verdict_rests_on_reaches_nothing() -> None:
    bare = source("s1", "interview", excerpt("x1"), speakers=TWO[0].speakers)
    found = tried(bare, says("s2", "vcs"), second=(of_a_second("cd"),))
    assert found["coder-cd"].lacking.startswith("No verdict here rests on a source")


def test_a_first_coder_without_a_name_cannot_be_told_apart() -> None:
    found = tried(says("s1", "vcs"), second=(of_a_second("cd", code("absent")),))
    assert tuple(found)[6:] == ("coder-cd", "second-cd")


def test_coders_of_other_partnerships_are_not_asked() -> None:
    elsewhere = SecondCoding("southtown", "s9", "zz", (), HERE)
    assert "coders" in tried(*TWO, second=(elsewhere,))
