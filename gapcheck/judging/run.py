"""A whole study in parts: each partnership judged by itself, and what they come to together."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from pathlib import Path

from gapcheck.analysis import left_out
from gapcheck.assess.across import across
from gapcheck.assess.beyond import beyond
from gapcheck.assess.narrowing import asked_of
from gapcheck.checks.asking import Asking
from gapcheck.checks.limits import limited
from gapcheck.diagnostic import Diagnostic
from gapcheck.judging.by_name import heard
from gapcheck.judging.ground import Ground, ground_of
from gapcheck.judging.part import Asked, Judge, Judged, judge_part
from gapcheck.load.choose import choose_policies, choose_topics
from gapcheck.load.repository import commit_of
from gapcheck.load.walk import Folder, walk
from gapcheck.matchers.tokens import topical
from gapcheck.model.choices import Audience
from gapcheck.model.corpus import Corpus
from gapcheck.model.report import Report
from gapcheck.sweep.crews import Crew, Processes, default_jobs
from gapcheck.sweep.hands import Several
from gapcheck.sweep.progress import Steps, untold
from gapcheck.sweep.run import check_study

SIZE = 4
"""Partnerships that are handed out at once."""


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
    several = Several(crew or Processes(default_jobs()), steps("Checking"))
    _, found = check_study(root, Asking(Audience.TEAM, today), {}, several=several)
    several.progress = steps("Judging")
    asked = Asked(ground, today, as_at, slim)
    judged = _dated(_judged(asked, files.folders, several), asked, files.folders)
    whole = _together(ground, judged, tuple(limited(found)), as_at_given=as_at is not None)
    return asked_of(whole, *meant)


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


def _judged(asked: Asked, folders: Sequence[Folder], several: Several) -> list[Judged]:
    """What came of every folder, in the order of the partnerships' ids."""
    own = asked.ground.by_name()
    found: list[Judged] = []
    done = 0
    for data in several.shared_out(judge_part, asked, folders, size=SIZE, few=SIZE + 1):
        found += heard(data, own)
        done += SIZE
    judge = Judge(asked)
    found += filter(None, map(judge.of, several.told(folders, done)))
    return sorted(found, key=lambda one: one.part.partnership.id)


def _dated(judged: list[Judged], asked: Asked, folders: Sequence[Folder]) -> list[Judged]:
    """The same, with partnerships in which nobody was asked judged as at the newest day of any."""
    newest = max((one.newest for one in judged if one.newest), default=None)
    if asked.as_at or newest is None:
        return judged
    by_name = {folder.name: folder for folder in folders}
    judge = Judge(asked)
    return [
        one if one.newest else judge.of(by_name[one.part.partnership.id], newest) or one
        for one in judged
    ]
