"""The first time through a study: of each partnership what its excerpts are compared by."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from gapcheck.assess.as_at import newest_days
from gapcheck.assess.matchable import matchables
from gapcheck.judging.by_name import told
from gapcheck.judging.ground import Opener
from gapcheck.judging.partnerships import Task
from gapcheck.load.walk import Folder
from gapcheck.matchers.pairs import Marks
from gapcheck.matchers.run import confirmed, readable
from gapcheck.matchers.texts import Spelt, spell
from gapcheck.matchers.wording import words_of
from gapcheck.model.study import Partnership
from gapcheck.model.suggestion import Matchable

Waiting = list[tuple[Matchable, int | None]]
"""Excerpts that nobody has reviewed; with each its row in its part, None where it has no words."""


@dataclass(frozen=True, slots=True)
class Gleaned:
    """What came of one partnership: a row of `spelt` for each excerpt that has words to match.

    `applies` and `confirmed` hold names of imperatives, a row an excerpt, and `seen` marks those
    that were reviewed. `every` are all names that apply to any excerpt here. `waiting` is a
    `Waiting` as bytes: only who makes the suggestions needs the words. `newest` is the last day
    of what was admitted, None where nothing was.
    """

    partnership: Partnership
    newest: date | None
    spelt: Spelt
    applies: tuple[frozenset[str], ...]
    confirmed: tuple[frozenset[str], ...]
    seen: Marks
    every: frozenset[str]
    unreviewed: int
    waiting: bytes

    @property
    def lsp(self) -> str:
        """The partnership's id."""
        return self.partnership.id

    def unspelt(self) -> Gleaned:
        """The same without what the excerpts say."""
        return replace(self, spelt=spell(()))


@dataclass(frozen=True, slots=True)
class Gleaning(Task[Gleaned]):
    """To read each partnership for what its excerpts are compared by."""

    today: date

    def worker(self) -> Gleaner:
        """Whoever reads."""
        return Gleaner(self)


class Gleaner:
    """Whoever reads partnerships of one study, one after the other."""

    def __init__(self, task: Gleaning) -> None:
        self._today = task.today
        self._opener = Opener(task.ground)

    def of(self, folder: Folder, newest: date | None = None) -> Gleaned | None:
        """One partnership; None where its file is wrong.

        `newest` is the last day of any source of the study, for one that has none of its own.
        """
        corpus = self._opener.corpus(folder)
        if not corpus.partnerships:
            return None
        (partnership,) = corpus.partnerships
        given = matchables(corpus, self._today, newest)
        rows = [one for one in given if readable(one)]
        numbers = {id(one): number for number, one in enumerate(rows)}
        # Of its source nothing is needed but what it is: the other excerpts stay here.
        waiting: Waiting = [
            (replace(one, source=replace(one.source, excerpts=())), numbers.get(id(one)))
            for one in given
            if one.excerpt.codes is None
        ]
        return Gleaned(
            partnership,
            newest_days(corpus.sources, self._today).get(partnership.id),
            spell(words_of(one) or "" for one in rows),
            tuple(one.applies for one in rows),
            tuple(confirmed(one) for one in rows),
            np.array([one.excerpt.codes is not None for one in rows], dtype=bool),
            frozenset().union(*{one.applies for one in given}),
            len(waiting),
            told(waiting),
        )
