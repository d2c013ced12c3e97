"""`--fail-on-regression`: whether a report is worse than one that was kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import typer

from gapcheck import __version__
from gapcheck.comparing.against import outcome_of
from gapcheck.comparing.pinned import Pinned, pinned
from gapcheck.model.comparison import Outcome
from gapcheck.model.regression import is_worse
from gapcheck.model.report import Report
from gapcheck.model.unfit import Unfit
from gapcheck.reports.diff_words import outcome


def kept(against: Path | None, *, asked: bool) -> Pinned | None:
    """The kept report, where the gate is asked for; refused where the two do not go together."""
    if asked and against is None:
        raise typer.BadParameter("--fail-on-regression goes with --against FILE.")
    if against is None:
        return None
    if not asked:
        raise typer.BadParameter("--against goes with --fail-on-regression.")
    return pinned(against)


def regressed(report: Report, before: Pinned | None) -> list[str]:
    """What got worse, a sentence each; Unfit where the kept report is of another study."""
    if before is None:
        return []
    reasons = list(_worse(report, before))
    if report.left_out:
        reasons.append("parts of the study had to be left out, because files have errors.")
    if reasons and before.program != __version__:
        reasons.append(
            f"{before.name} was written by gapcheck {before.program}, whose rules may be others."
        )
    return [f"--fail-on-regression: {one}" for one in reasons]


def _worse(report: Report, before: Pinned) -> Iterator[str]:
    found = {(one.partnership.id, one.imperative.name): one for one in report.findings}
    if before.findings and found and found.keys().isdisjoint(before.findings):
        raise Unfit(
            f"the report {before.name} is of another study ({before.study}): no finding is in both",
            "Keep one of this study: `gapcheck report -f json -o FILE`.",
        )
    here = {one.partnership.id for one in report.partnerships}
    for key, was in before.findings.items():
        name = " ".join(key)
        if key in found:
            now = outcome_of(found[key])
            if is_worse(was.outcome, now):
                yield f"{name}: {outcome(was.outcome)} → {outcome(now)}."
        elif _missed(report, key[0] in here) and _was_known(was.outcome):
            yield f"{name}: {outcome(was.outcome)} → gone."


def _missed(report: Report, here: bool) -> bool:
    """Whether a finding of a kept report should be in this one: a part asked for holds a part."""
    return report.narrowing is None and (here or report.whole_study)


def _was_known(before: Outcome) -> bool:
    return before.confidence is not None
