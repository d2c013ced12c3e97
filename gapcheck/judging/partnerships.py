"""The partnerships of a study, each worked on by whoever is there, and dropped.

What is done with a partnership is a `Task`. It goes to workers as it is, and here to whoever asks
where no worker is left, or helps.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar

from gapcheck.checks.asking import Asking
from gapcheck.checks.limits import limited
from gapcheck.diagnostic import Diagnostic
from gapcheck.judging.by_name import heard, told
from gapcheck.judging.ground import Ground
from gapcheck.load.walk import Folder
from gapcheck.model.choices import Audience
from gapcheck.sweep.hands import Portions, Several
from gapcheck.sweep.parts import Parcel, kept, without_collecting
from gapcheck.sweep.run import check_study

HANDED_OUT = Portions(1, 8)
"""Partnerships that are handed out at once."""
FEW = 5
"""Partnerships below which starting processes costs more than it saves."""


class Done(Protocol):
    """What came of one partnership."""

    @property
    def lsp(self) -> str:
        """The partnership's id."""

    @property
    def newest(self) -> date | None:
        """Its own last day: of any of its sources that consent admits; None where there is none."""


One = TypeVar("One", bound=Done)
One_co = TypeVar("One_co", bound=Done, covariant=True)


class Worker(Protocol[One_co]):
    """Whoever works on partnerships of one study, one after the other."""

    def of(self, folder: Folder, newest: date | None = None) -> One_co | None:
        """What comes of one partnership; None where its file is wrong.

        `newest` is the last day of any, for one in which nobody was asked.
        """


@dataclass(frozen=True, slots=True)
class Task(ABC, Generic[One]):
    """What is to be done with each partnership, on the ground on which it is read."""

    ground: Ground

    @property
    def root(self) -> Path:
        """The study's folder."""
        return self.ground.root

    @abstractmethod
    def worker(self) -> Worker[One]:
        """Somebody who does it, in whatever process this is asked."""


def work_on(task: Parcel, folders: Sequence[Folder]) -> bytes:
    """What came of each of some folders with a partnership in it, as `heard` reads it."""
    worker: Worker[Any] = kept(task, _worker)
    with without_collecting():
        return told([one for folder in folders if (one := worker.of(folder))])


def _worker(task: Task[One]) -> Worker[One]:
    return task.worker()


def partnerships(task: Task[One], folders: Sequence[Folder], several: Several) -> Iterator[One]:
    """What came of every folder with a partnership in it, in the order of the folders."""
    own = task.ground.by_name()
    done = 0
    for done, data in several.shared_out(work_on, task, folders, HANDED_OUT, few=FEW):  # noqa: B007
        yield from heard(data, own)
    worker = task.worker()
    yield from filter(None, map(worker.of, several.told(folders, done)))


def dated(found: Sequence[One], task: Task[One], folders: Sequence[Folder]) -> list[One]:
    """The same in the order of ids, those in which nobody was asked as at the newest day of any.

    What is known elsewhere dates the silence.
    """
    newest = max((one.newest for one in found if one.newest), default=None)
    by_name = {folder.name: folder for folder in folders}
    worker = task.worker()
    mended = (
        one if one.newest or newest is None else worker.of(by_name[one.lsp], newest) or one
        for one in found
    )
    return sorted(mended, key=lambda one: one.lsp)


def checked(root: Path, today: date, several: Several) -> tuple[Diagnostic, ...]:
    """All that is wrong with a study, for its team, as far as it is listed."""
    _, found = check_study(root, Asking(Audience.TEAM, today), {}, hire=lambda: several)
    return tuple(limited(found))
