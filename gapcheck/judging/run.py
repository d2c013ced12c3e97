"""A whole study in parts: each partnership judged by itself, and what they come to together."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from pathlib import Path

from gapcheck.analysis import left_out
from gapcheck.assess.across import across
from gapcheck.assess.beyond import beyond
from gapcheck.assess.narrowing import asked_of
from gapcheck.diagnostic import Diagnostic
from gapcheck.judging.ground import Ground, ground_of
from gapcheck.judging.part import Judged, Judging
from gapcheck.judging.partnerships import checked, dated, partnerships
from gapcheck.load.choose import choose_policies, choose_topics
from gapcheck.load.repository import commit_of
from gapcheck.load.walk import walk
from gapcheck.matchers.tokens import topical
from gapcheck.model.choices import Audience
from gapcheck.model.corpus import Corpus
from gapcheck.model.report import Report
from gapcheck.sweep.crews import Crew
from gapcheck.sweep.hands import Several
from gapcheck.sweep.progress import Steps, untold


def report_in_parts(  # noqa: PLR0913  # as `analysis.analyse` has them, and who does the work
    root: Path,
    *,
    today: date,
    as_at: date | None = None,
    policies: Collection[str] = (),
    topics: Collection[str] = (),
    crew: Crew | None = None,
    slim: bool = False,
    steps: Steps = untold,
) -> Report:
    """Judge a whole study for the team; with `slim`, findings hold only what an overview shows.

    How a study was done is counted for the annex on methods alone, and not here. NoCluster says
    why a cluster cannot be worked with.
    """
    files = walk(root)
    ground = ground_of(root, files)
    # Before the work begins: whoever mistyped a name need not wait for it.
    study = Corpus(policies=ground.policies)
    meant = choose_policies(study, policies), choose_topics(study, topics)
    # The same ones throughout: who is lost in one step is not looked for in the next.
    several = Several.by(crew, steps("Checking"))
    found = checked(root, today, several)
    several.progress = steps("Judging")
    task = Judging(ground, today, as_at, slim)
    judged = dated([*partnerships(task, files.folders, several)], task, files.folders)
    return asked_of(_together(ground, judged, found, as_at_given=as_at is not None), *meant)


def _together(
    ground: Ground,
    judged: Sequence[Judged],
    found: tuple[Diagnostic, ...],
    *,
    as_at_given: bool,
) -> Report:
    """What the partnerships come to together."""
    imperatives = tuple(one for policy in ground.policies for one in policy.imperatives)
    findings = tuple(finding for one in judged for finding in one.findings)
    parts = tuple(one.part for one in judged)
    themed = [each for one in judged for each in one.themed]
    partnerships = [one.partnership for one in parts]
    spoilt = {one.location.path for one in found if one.left_out}
    return Report(
        settings=ground.settings,
        audience=Audience.TEAM,
        policies=ground.policies,
        partnerships=parts,
        findings=findings,
        across=across(imperatives, findings),
        whole_study=True,
        diagnostics=found,
        left_out=left_out(found),
        as_at_given=as_at_given,
        commit=commit_of(ground.root),
        beyond=beyond(themed, partnerships, imperatives, topical, spoilt),
    )
