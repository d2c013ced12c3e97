"""Which verdicts would change if a line of the judgement were drawn elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from gapcheck.assess.case import Question, case
from gapcheck.assess.fieldwork import Fieldwork
from gapcheck.assess.obliged import is_obliged
from gapcheck.assess.ruling import ruling
from gapcheck.assess.statements import Said, said
from gapcheck.model.choices import Stance, Verdict
from gapcheck.model.finding import Finding, Statement
from gapcheck.model.report import Changed, Sensitivity
from gapcheck.model.study import Imperative


@dataclass(frozen=True, slots=True)
class Scenario:
    """One way of judging otherwise: `touches` picks the statements that it leaves out.

    With `cuts` (absent at, happens at) it reads them anew instead.
    """

    name: str
    touches: Callable[[Statement, Imperative], bool]
    cuts: tuple[int, int] | None = None


SCENARIOS = (
    Scenario("cuts at 80 % and 20 %", lambda one, _: one.share is not None, (20, 80)),
    Scenario("without stale statements", lambda one, _: one.stale),
    Scenario("without those who know of nothing", lambda one, _: one.stance is Stance.UNAWARE),
    Scenario(
        "without the voices of the obliged",
        lambda one, imperative: is_obliged(one.sector, imperative),
    ),
)


def sensitivity(
    judged: Iterable[tuple[Fieldwork, tuple[Finding, ...]]],
) -> tuple[Sensitivity, ...]:
    """Judge again in each scenario, as at the same day and in the same scope."""
    changes: dict[str, list[Changed]] = {scenario.name: [] for scenario in SCENARIOS}
    for work, findings in judged:
        for finding in findings:
            for scenario, verdict in _otherwise(work, finding):
                name = finding.imperative.name
                changed = Changed(work.partnership.id, name, finding.verdict, verdict)
                changes[scenario.name].append(changed)
    return tuple(Sensitivity(name, tuple(found)) for name, found in changes.items())


def _otherwise(work: Fieldwork, finding: Finding) -> Iterator[tuple[Scenario, Verdict]]:
    """The scenarios that change a finding; where it does not apply none can."""
    if finding.verdict is Verdict.NOT_APPLICABLE:
        return
    read: tuple[Said, ...] | None = None
    for scenario in SCENARIOS:
        # Most findings hold nothing that a scenario touches: those need no second judgement.
        if any(scenario.touches(one, finding.imperative) for one in finding.statements):
            read = read or said(finding.imperative, work)
            verdict = _verdict(work, finding.imperative, _kept(scenario, work, finding, read))
            if verdict is not finding.verdict:
                yield scenario, verdict


def _kept(
    scenario: Scenario, work: Fieldwork, finding: Finding, read: tuple[Said, ...]
) -> Iterable[Said]:
    if scenario.cuts is not None:
        absent_at, happens_at = scenario.cuts
        cuts = replace(work.settings.thresholds, absent_at=absent_at, happens_at=happens_at)
        other = replace(work, settings=replace(work.settings, thresholds=cuts))
        return said(finding.imperative, other)
    # A finding lists its statements in the order in which they are read.
    pairs = zip(read, finding.statements, strict=True)
    return (one for one, shown in pairs if not scenario.touches(shown, finding.imperative))


def _verdict(work: Fieldwork, imperative: Imperative, kept: Iterable[Said]) -> Verdict:
    # The scope was settled by the first judgement and stays.
    question = Question(imperative, None, work.settings.vocabulary)
    return ruling(case(question, tuple(s for s in kept if s.excluded is None))).verdict
