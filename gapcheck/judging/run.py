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
from gapcheck.judging.part import Asked, Ground, Judge, Judged, heard, judge_part
from gapcheck.load.choose import choose_policies, choose_topics
from gapcheck.load.folders import Folders
from gapcheck.load.reading import Formats
from gapcheck.load.repository import commit_of
from gapcheck.load.study import read_before
from gapcheck.load.walk import Files, Folder, walk
from gapcheck.matchers.tokens import topical
from gapcheck.model.choices import Audience
from gapcheck.model.corpus import Corpus
from gapcheck.model.report import Report
from gapcheck.sweep.crews import Crew, Processes, default_jobs
from gapcheck.sweep.hands import Several
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
) -> Report:
    """Judge a whole study for the team; with `slim`, findings hold only what an overview shows.

    How a study was done is counted for the annex on methods alone, and not here. NoCluster says
    why a cluster cannot be worked with.
    """
    files = walk(root)
    ground = ground_of(root, files, Asked(today, as_at, slim))
    # Before the work begins: whoever mistyped a name need not wait for it.
    study = Corpus(policies=ground.policies)
    meant = choose_policies(study, policies), choose_topics(study, topics)
    _, found = check_study(root, Asking(Audience.TEAM, today), {}, crew=crew)
    several = Several(crew or Processes(default_jobs()))
    judged = _dated(_judged(ground, files.folders, several), ground, files.folders)
    return asked_of(_together(ground, judged, tuple(limited(found))), *meant)


def ground_of(root: Path, files: Files, asked: Asked) -> Ground:
    """Read what stands in no partnership's folder; what is wrong with it is said by a check."""
    formats = Formats(files)
    before = read_before(files, formats)
    national = Folders(formats, before.settings, before.imperatives).background(files.background)
    background = tuple(sorted(national, key=lambda one: one.id))
    own = (before.settings, before.policies, before.imperatives, before.lock)
    return Ground(root, *own, background, asked)


def _together(ground: Ground, judged: Sequence[Judged], found: tuple[Diagnostic, ...]) -> Report:
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
        as_at_given=ground.asked.as_at is not None,
        commit=commit_of(ground.root),
        beyond=beyond(themed, partnerships, imperatives, topical, spoilt),
    )


def _judged(ground: Ground, folders: Sequence[Folder], several: Several) -> list[Judged]:
    """What came of every folder, in the order of the partnerships' ids."""
    own = ground.by_name()
    found: list[Judged] = []
    done = 0
    for data in several.shared_out(judge_part, ground, folders, size=SIZE, few=SIZE + 1):
        found += heard(data, own)
        done += SIZE
    found += filter(None, map(Judge(ground).of, folders[done:]))
    return sorted(found, key=lambda one: one.part.partnership.id)


def _dated(judged: list[Judged], ground: Ground, folders: Sequence[Folder]) -> list[Judged]:
    """The same, with partnerships in which nobody was asked judged as at the newest day of any."""
    newest = max((one.newest for one in judged if one.newest), default=None)
    if ground.asked.as_at or newest is None:
        return judged
    by_name = {folder.name: folder for folder in folders}
    judge = Judge(ground)
    return [
        one if one.newest else judge.of(by_name[one.part.partnership.id], newest) or one
        for one in judged
    ]
