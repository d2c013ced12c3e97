"""A whole study in parts: twice through its partnerships, and between the two all pairs scored."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from pathlib import Path

from gapcheck.analysis import chosen, left_out
from gapcheck.checks.asking import Asking
from gapcheck.checks.limits import limited
from gapcheck.judging.by_name import heard
from gapcheck.judging.ground import ground_of
from gapcheck.load.walk import Folder, walk
from gapcheck.matchers.calibration import NEEDED
from gapcheck.matching.held import Suggestions
from gapcheck.matching.offering import Offer, Offering, Scored, Told, offer_part, unscored
from gapcheck.matching.reading import Gleaned, Gleaner, Task, glean_part
from gapcheck.matching.scoring import scored
from gapcheck.model.choices import Audience
from gapcheck.model.corpus import Corpus
from gapcheck.model.suggestion import Band, Matching
from gapcheck.sweep.crews import Crew, Processes, default_jobs
from gapcheck.sweep.hands import Several
from gapcheck.sweep.progress import Steps, untold
from gapcheck.sweep.run import check_study

SIZE = 4
"""Partnerships that are handed out at once."""


def match_in_parts(  # noqa: PLR0913  # as `analysis.suggest` has them, and who does the work
    root: Path,
    names: Collection[str] = (),
    *,
    today: date,
    top: int = 5,
    least: Band | None = None,
    crew: Crew | None = None,
    steps: Steps = untold,
) -> Matching:
    """Rank imperatives for the uncoded excerpts of a study, or of the partnerships named.

    With `least` only candidates of that band or a better one are told, and excerpts that have
    any. NoCluster says why a cluster cannot be worked with.
    """
    # The same ones throughout: who is lost in one step is not looked for in the next.
    several = Several(crew or Processes(default_jobs()), steps("Checking"))
    files = walk(root)
    task = Task(ground_of(root, files), today)
    _, every = check_study(root, Asking(Audience.TEAM, today), {}, several=several)
    found = tuple(limited(every))
    several.progress = steps("Reading")
    gleaned = _gleaned(task, files.folders, several)
    corpus = Corpus(partnerships=tuple(one.partnership for one in gleaned))
    wanted = frozenset(chosen((corpus, found), names) or (one.id for one in corpus.partnerships))
    named = task.ground.by_name()
    whole = scored([named[name] for name in sorted(_applying(gleaned))], gleaned)
    # What the excerpts say stands in the scores now, and in those that wait.
    gleaned = [one.unspelt() for one in gleaned]
    offer = Offer(root, whole.ranking(top) if whole else None, named, least)
    parts = whole.shared_out(gleaned) if whole else map(unscored, gleaned)
    waiting = [part for part in parts if part.lsp in wanted]
    several.progress = steps("Suggesting")
    told = _offered(offer, waiting, several)
    shown = [one for one in gleaned if one.partnership.id in wanted]
    matching = _matching(task, shown, Suggestions(told, named), left_out(found))
    return whole.tell(matching) if whole else matching


def _matching(
    task: Task, shown: Sequence[Gleaned], suggestions: Suggestions, lost: tuple[str, ...]
) -> Matching:
    """What is suggested for the partnerships shown, without what it rests on."""
    return Matching(
        settings=task.ground.settings,
        partnerships=tuple(one.partnership for one in shown),
        suggestions=suggestions,
        waiting=sum(one.unreviewed for one in shown),
        imperatives=len(_applying(shown)),
        coded=0,
        needed=NEEDED,
        left_out=lost,
    )


def _applying(gleaned: Iterable[Gleaned]) -> frozenset[str]:
    return frozenset().union(*(one.every for one in gleaned))


def _gleaned(task: Task, folders: Sequence[Folder], several: Several) -> list[Gleaned]:
    """What was read of every folder, in the order of the partnerships' ids."""
    own = task.ground.by_name()
    found: list[Gleaned] = []
    done = 0
    for data in several.shared_out(glean_part, task, folders, size=SIZE, few=SIZE + 1):
        found += heard(data, own)
        done += SIZE
    gleaner = Gleaner(task)
    found += filter(None, map(gleaner.of, several.told(folders, done)))
    newest = max((one.newest for one in found if one.newest), default=None)
    if newest is not None:
        # Where nobody was asked yet, what is known elsewhere dates the silence.
        by_name = {folder.name: folder for folder in folders}
        found = [
            one if one.newest else gleaner.of(by_name[one.partnership.id], newest) or one
            for one in found
        ]
    return sorted(found, key=lambda one: one.partnership.id)


def _offered(offer: Offer, parts: Sequence[Scored], several: Several) -> list[Told]:
    """The suggestions for each of the parts, in their order."""
    found: list[Told] = []
    for told in several.shared_out(offer_part, offer, parts, size=SIZE, few=SIZE + 1):
        found += told
    offering = Offering(offer)
    return [*found, *map(offering.of, several.told(parts, len(found)))]
