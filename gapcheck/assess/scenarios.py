"""The ways of judging otherwise that leave a statement out or read its share anew."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from gapcheck.assess.fieldwork import Fieldwork
from gapcheck.assess.obliged import is_obliged
from gapcheck.assess.statements import Said, said
from gapcheck.model.choices import Stance
from gapcheck.model.finding import Finding, Statement
from gapcheck.model.settings import Settings, Thresholds
from gapcheck.model.study import Imperative

CUTS: tuple[tuple[int, int], ...] = ((5, 95), (20, 80), (33, 67))
"""Pairs of survey cuts to try beside the study's own: one nearer to all or nothing, two wider."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """One way of judging otherwise: `touches` picks the statements that it leaves out.

    With `cuts` (absent at, happens at) it reads them anew instead. `lacking` is said where it
    touches none in the whole report.
    """

    key: str
    name: str
    lacking: str
    touches: Callable[[Statement, Imperative], bool]
    cuts: Thresholds | None = None

    def kept(
        self, work: Fieldwork, finding: Finding, read: Callable[[], tuple[Said, ...]]
    ) -> Iterable[Said] | None:
        """What is said of a finding's imperative here; None where it touches nothing of it."""
        # Most findings hold nothing that a scenario touches: those need no second judgement.
        if not any(self.touches(one, finding.imperative) for one in finding.statements):
            return None
        if self.cuts is not None:
            other = replace(work, settings=replace(work.settings, thresholds=self.cuts))
            return said(finding.imperative, other)
        # A finding lists its statements in the order in which they are read.
        pairs = zip(read(), finding.statements, strict=True)
        return (one for one, shown in pairs if not self.touches(shown, finding.imperative))


def scenarios(settings: Settings) -> tuple[Scenario, ...]:
    """Those of every study, in their order; the study's own cuts are not tried again."""
    own = settings.thresholds
    pairs = [pair for pair in CUTS if pair != (own.absent_at, own.happens_at)]
    return (*(_cuts(own, *pair) for pair in pairs), *_LEAVING_OUT)


def _cuts(own: Thresholds, absent_at: int, happens_at: int) -> Scenario:
    return Scenario(
        f"cuts-{absent_at}-{happens_at}",
        f"survey cuts at {absent_at} % and {happens_at} %",
        "No share of a survey is coded.",
        lambda one, _: one.share is not None,
        replace(own, absent_at=absent_at, happens_at=happens_at),
    )


_LEAVING_OUT = (
    Scenario(
        "without-stale",
        "without stale statements",
        "No statement that may be used is stale.",
        lambda one, _: one.stale,
    ),
    Scenario(
        "without-unaware",
        "without those who know of nothing",
        "Nobody was asked and knew of nothing.",
        lambda one, _: one.stance is Stance.UNAWARE and one.excluded is None,
    ),
    Scenario(
        "without-obliged",
        "without the voices of the obliged",
        "Nobody who is obliged speaks.",
        lambda one, imperative: one.excluded is None and is_obliged(one.sector, imperative),
    ),
)
