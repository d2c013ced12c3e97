"""A large study on its way out: each partnership with what of it may leave, one after the other.

However large it is, no more of it is in memory than is being worked on.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from gapcheck.analysis import left_out
from gapcheck.bringing.outgoing import why_not
from gapcheck.checks.asking import Asking
from gapcheck.checks.limits import limited
from gapcheck.exporters.parquet.data_set import Packed
from gapcheck.exporters.selected import Kept, selected
from gapcheck.interchange.ledger import Ledger
from gapcheck.judging.by_name import heard, told
from gapcheck.judging.ground import Opener, ground_of
from gapcheck.judging.packing import Packing
from gapcheck.judging.part import Asked, Judge, Judged
from gapcheck.judging.run import SIZE
from gapcheck.load.walk import Folder, walk
from gapcheck.model.choices import Audience
from gapcheck.model.corpus import Corpus
from gapcheck.model.report import PartnershipReport, Report
from gapcheck.sweep.crews import Crew, Processes, default_jobs
from gapcheck.sweep.hands import Several
from gapcheck.sweep.parts import Parcel, kept, without_collecting
from gapcheck.sweep.progress import Steps, untold
from gapcheck.sweep.run import check_study


@dataclass(frozen=True, slots=True)
class Leaving:
    """A partnership as it was judged, its sources that may leave, and what became of the rest."""

    judged: Judged
    sources: tuple[Kept, ...]
    counted: Ledger


@dataclass(frozen=True, slots=True)
class Task:
    """What is asked of each partnership, and what is made of what may leave of it."""

    asked: Asked
    packing: Packing

    @property
    def root(self) -> Path:
        """The study's folder."""
        return self.asked.root


@dataclass(frozen=True, slots=True)
class Left:
    """What became of a partnership; `packed` is None where another day has to be found for it."""

    part: PartnershipReport
    newest: date | None
    packed: Packed | None
    counted: Ledger


def leave_part(task: Parcel, folders: Sequence[Folder]) -> bytes:
    """What of each of some folders with a partnership in it may leave, as `heard` reads it."""
    leaver = kept(task, Leaver)
    with without_collecting():
        return told([one for folder in folders if (one := leaver.of(folder))])


class Leaver:
    """Judges, selects and packs, for one partnership of a study after the other."""

    def __init__(self, task: Task) -> None:
        self._selecting = Selecting(task.asked)
        self._as_at = task.asked.as_at
        self._pack = task.packing.ready()

    def of(self, folder: Folder, newest: date | None = None, *, last: bool = False) -> Left | None:
        """One partnership; None where its file is wrong.

        One in which nobody was asked waits until the `last`: then it is judged as at `newest`,
        the last day of any other.
        """
        one = self._selecting.of(folder, newest)
        if one is None:
            return None
        dated = last or self._as_at is not None or one.judged.newest is not None
        packed = self._pack(one.judged, one.sources) if dated else None
        return Left(one.judged.part, one.judged.newest, packed, one.counted)


class Selecting:
    """Judges partnerships of one study and selects what of each may leave, one after the other."""

    def __init__(self, asked: Asked) -> None:
        self._why = why_not(asked.today)
        self._opener = Opener(asked.ground)
        self._judge = Judge(asked)

    def of(self, folder: Folder, as_at: date | None = None) -> Leaving | None:
        """One partnership, by its own day where none is given; None where its file is wrong."""
        corpus = self._opener.corpus(folder)
        judged = self._judge.judged(corpus, as_at)
        if judged is None:
            return None
        counted = Ledger()
        chosen = selected(corpus, (judged.part.partnership.id,), self._why, counted)
        return Leaving(judged, chosen.sources, counted)


@dataclass(frozen=True, slots=True)
class LeavingStudy:
    """A whole study for the team: `head` is its report before any partnership has gone by.

    What may not leave is counted by `counted` while partnerships go by, and last the background.
    """

    head: Report
    counted: Ledger
    _asked: Asked
    _folders: Sequence[Folder]
    _several: Several

    def partnerships(
        self, kind: str, made_by: str
    ) -> Generator[tuple[PartnershipReport, Packed], None, None]:
        """Each of them; last those in which nobody was asked, as at the newest day of any.

        NoCluster where a worker cannot make files of that kind, or would make others.
        """
        task = Task(self._asked, Packing(kind, made_by, self.head))
        undated: list[str] = []
        newest: date | None = None
        for one in self._every(task):
            self.counted.add(one.counted)
            if one.packed is None:
                undated.append(one.part.partnership.id)
                continue
            newest = max(filter(None, (newest, one.newest)), default=None)
            yield one.part, one.packed
        yield from self._dated(task, undated, newest)

    def background(self) -> tuple[Kept, ...]:
        """The sources that speak of no one partnership, and may leave."""
        asked = self._asked
        national = Corpus(background=asked.ground.background)
        return selected(national, (), why_not(asked.today), self.counted).sources

    def _every(self, task: Task) -> Iterator[Left]:
        own = self._asked.ground.by_name()
        done = 0
        crew = self._several.shared_out(leave_part, task, self._folders, size=SIZE, few=SIZE + 1)
        for data in crew:
            yield from heard(data, own)
            done += SIZE
        leaver = Leaver(task)
        yield from filter(None, map(leaver.of, self._several.told(self._folders, done)))

    def _dated(
        self, task: Task, undated: Sequence[str], newest: date | None
    ) -> Iterator[tuple[PartnershipReport, Packed]]:
        by_name = {folder.name: folder for folder in self._folders}
        leaver = Leaver(task)
        for name in undated:
            one = leaver.of(by_name[name], newest, last=True)
            if one and one.packed:
                yield one.part, one.packed


def leaving_study(  # noqa: PLR0913  # who works, and who hears of it, is told by name
    root: Path,
    *,
    today: date,
    as_at: date | None,
    crew: Crew | None,
    counted: Ledger,
    steps: Steps = untold,
) -> LeavingStudy:
    """A whole study on its way out; NoCluster says why a cluster cannot be worked with."""
    files = walk(root)
    ground = ground_of(root, files)
    several = Several(crew or Processes(default_jobs()), steps("Checking"))
    _, found = check_study(root, Asking(Audience.TEAM, today), {}, several=several)
    told_of = tuple(limited(found))
    head = Report(
        settings=ground.settings,
        audience=Audience.TEAM,
        policies=ground.policies,
        partnerships=(),
        findings=(),
        across=(),
        whole_study=True,
        diagnostics=told_of,
        left_out=left_out(told_of),
        as_at_given=as_at is not None,
    )
    several.progress = steps("Judging")
    return LeavingStudy(head, counted, Asked(ground, today, as_at), files.folders, several)
