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
from gapcheck.exporters.parquet.data_set import Packed
from gapcheck.exporters.selected import Kept, selected
from gapcheck.interchange.ledger import Ledger
from gapcheck.judging.ground import Opener, ground_of
from gapcheck.judging.packing import Packing
from gapcheck.judging.part import Judging
from gapcheck.judging.partnerships import Task, checked, partnerships
from gapcheck.load.walk import Folder, walk
from gapcheck.model.choices import Audience
from gapcheck.model.corpus import Corpus
from gapcheck.model.report import PartnershipReport, Report
from gapcheck.sweep.crews import Crew
from gapcheck.sweep.hands import Several
from gapcheck.sweep.progress import Steps, untold


@dataclass(frozen=True, slots=True)
class Left:
    """What became of a partnership; `packed` is None where another day has to be found for it.

    `counted` is what of it may not leave.
    """

    part: PartnershipReport
    newest: date | None
    packed: Packed | None
    counted: Ledger

    @property
    def lsp(self) -> str:
        """The partnership's id."""
        return self.part.partnership.id


@dataclass(frozen=True, slots=True)
class Leaving(Task[Left]):
    """To judge each partnership, to select what of it may leave, and to pack that."""

    judging: Judging
    packing: Packing

    def worker(self) -> Leaver:
        """Whoever does so."""
        return Leaver(self)


class Leaver:
    """Judges, selects and packs, for one partnership of a study after the other."""

    def __init__(self, task: Leaving) -> None:
        judging = task.judging
        self._as_at = judging.as_at
        self._why = why_not(judging.today)
        self._opener = Opener(task.ground)
        self._judge = judging.worker()
        self._pack = task.packing.ready()

    def of(self, folder: Folder, newest: date | None = None, *, last: bool = False) -> Left | None:
        """One partnership; None where its file is wrong.

        One in which nobody was asked waits until the `last`: then it is judged as at `newest`,
        the last day of any other.
        """
        corpus = self._opener.corpus(folder)
        judged = self._judge.judged(corpus, newest)
        if judged is None:
            return None
        counted = Ledger()
        sources = selected(corpus, (judged.lsp,), self._why, counted).sources
        dated = last or self._as_at is not None or judged.newest is not None
        return Left(
            judged.part, judged.newest, self._pack(judged, sources) if dated else None, counted
        )


@dataclass(frozen=True, slots=True)
class LeavingStudy:
    """A whole study for the team: `head` is its report before any partnership has gone by.

    What may not leave is counted by `counted` while partnerships go by, and last the background.
    """

    head: Report
    counted: Ledger
    _judging: Judging
    _folders: Sequence[Folder]
    _several: Several

    def partnerships(
        self, kind: str, made_by: str
    ) -> Generator[tuple[PartnershipReport, Packed], None, None]:
        """Each of them; last those in which nobody was asked, as at the newest day of any.

        NoCluster where a worker cannot make files of that kind, or would make others.
        """
        packing = Packing(kind, made_by, self.head)
        task = Leaving(self._judging.ground, self._judging, packing)
        undated: list[str] = []
        newest: date | None = None
        for one in partnerships(task, self._folders, self._several):
            self.counted.add(one.counted)
            if one.packed is None:
                undated.append(one.lsp)
                continue
            newest = max(filter(None, (newest, one.newest)), default=None)
            yield one.part, one.packed
        yield from self._dated(task, undated, newest)

    def background(self) -> tuple[Kept, ...]:
        """The sources that speak of no one partnership, and may leave."""
        judging = self._judging
        national = Corpus(background=judging.ground.background)
        return selected(national, (), why_not(judging.today), self.counted).sources

    def _dated(
        self, task: Leaving, undated: Sequence[str], newest: date | None
    ) -> Iterator[tuple[PartnershipReport, Packed]]:
        by_name = {folder.name: folder for folder in self._folders}
        leaver = task.worker()
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
    several = Several.by(crew, steps("Checking"))
    found = checked(root, today, several)
    head = Report(
        settings=ground.settings,
        audience=Audience.TEAM,
        policies=ground.policies,
        partnerships=(),
        findings=(),
        across=(),
        whole_study=True,
        diagnostics=found,
        left_out=left_out(found),
        as_at_given=as_at is not None,
    )
    several.progress = steps("Judging")
    return LeavingStudy(head, counted, Judging(ground, today, as_at), files.folders, several)
