"""Which verdicts would change if a line were drawn elsewhere."""

from __future__ import annotations

from typing import Any

import pytest

from gapcheck.assess.run import assess
from gapcheck.model.settings import Settings, Thresholds
from gapcheck.model.study import Share, Source

from .builders import TODAY, consent, corpus, imperative, policy, says

CUTS = "cuts at 80 % and 20 %"
STALE = "without stale statements"
UNAWARE = "without those who know of nothing"
OBLIGED = "without the voices of the obliged"


def changes(*sources: Source, settings: Settings | None = None, **asked: Any) -> dict[str, str]:
    """By scenario, the verdict that it gives where it gives another."""
    policies = (policy(imperative(**asked)),)
    study = corpus(*sources, policies=policies, settings=settings or Settings())
    report = assess(study, today=TODAY, with_sensitivity=True)
    assert [s.scenario for s in report.sensitivity] == [CUTS, STALE, UNAWARE, OBLIGED]
    found = {s.scenario: change for s in report.sensitivity for change in s.changes}
    assert {(c.lsp, c.imperative) for c in found.values()} <= {("northtown", "guidance/join-up")}
    assert {c.verdict for c in found.values()} <= {report.findings[0].verdict}
    return {scenario: change.otherwise.value for scenario, change in found.items()}


@pytest.mark.parametrize(
    ("percent", "expected"),
    [(92, {}), (85, {CUTS: "translated"}), (50, {}), (15, {CUTS: "not_translated"}), (5, {})],
)
def test_cuts(percent: int, expected: dict[str, str]) -> None:
    assert changes(says("s1", "vcs survey", share=Share(percent=percent))) == expected


def test_wider_cuts_may_let_in_what_was_not_due() -> None:
    early = says("s1", "vcs survey", share=Share(percent=25), about="2005")
    settings = Settings(thresholds=Thresholds(absent_at=30, happens_at=70))
    assert changes(early, settings=settings, due="2006") == {CUTS: "partly_translated"}


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
