"""A large study on its way out: each partnership with what of it may leave, one after the other.

However large it is, no more of it is in memory than is being worked on.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from gapcheck.analysis import left_out
from gapcheck.bringing.outgoing import why_not
from gapcheck.checks.asking import Asking
from gapcheck.checks.limits import limited
from gapcheck.exporters.selected import Kept, selected
from gapcheck.interchange.ledger import Ledger
from gapcheck.judging.by_name import heard, told
from gapcheck.judging.ground import Opener, ground_of
from gapcheck.judging.part import Asked, Judge, Judged
from gapcheck.judging.run import SIZE
from gapcheck.load.walk import Folder, walk
from gapcheck.model.choices import Audience
from gapcheck.model.corpus import Corpus
from gapcheck.model.report import Report
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


def leave_part(asked: Parcel, folders: Sequence[Folder]) -> bytes:
    """What of each of some folders with a partnership in it may leave, as `heard` reads it."""
    selecting = kept(asked, Selecting)
    with without_collecting():
        return told([one for folder in folders if (one := selecting.of(folder))])


class Selecting:
    """Judges partnerships of one study and selects what of each may leave, one after the other."""

    def __init__(self, asked: Asked) -> None:
        self._why = why_not(asked.today)
        self._opener = Opener(asked.ground)
        self._judge = Judge(asked)

    def of(self, folder: Folder) -> Leaving | None:
        """One partnership; None where its file is wrong."""
        corpus = self._opener.corpus(folder)
        judged = self._judge.judged(corpus)
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

    def partnerships(self) -> Generator[Leaving, None, None]:
        """Each of them; last those in which nobody was asked, as at the newest day of any."""
        asked = self._asked
        undated: list[Leaving] = []
        newest: date | None = None
        for one in self._every():
            self.counted.add(one.counted)
            if asked.as_at is None and one.judged.newest is None:
                undated.append(one)
                continue
            newest = max(filter(None, (newest, one.judged.newest)), default=None)
            yield one
        yield from self._dated(undated, newest) if newest else undated

    def background(self) -> tuple[Kept, ...]:
        """The sources that speak of no one partnership, and may leave."""
        asked = self._asked
        national = Corpus(background=asked.ground.background)
        return selected(national, (), why_not(asked.today), self.counted).sources

    def _every(self) -> Iterator[Leaving]:
        own = self._asked.ground.by_name()
        done = 0
        crew = self._several.shared_out(
            leave_part, self._asked, self._folders, size=SIZE, few=SIZE + 1
        )
        for data in crew:
            yield from heard(data, own)
            done += SIZE
        selecting = Selecting(self._asked)
        yield from filter(None, map(selecting.of, self._several.told(self._folders, done)))

    def _dated(self, undated: Sequence[Leaving], newest: date) -> Iterator[Leaving]:
        by_name = {folder.name: folder for folder in self._folders}
        judge = Judge(self._asked)
        for one in undated:
            again = judge.of(by_name[one.judged.part.partnership.id], newest)
            yield replace(one, judged=again or one.judged)


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
    several.progress = steps("Judging and writing")
    return LeavingStudy(head, counted, Asked(ground, today, as_at), files.folders, several)
