"""A whole study in parts: twice through its partnerships, and between the two all pairs scored."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from pathlib import Path

from gapcheck.analysis import chosen, left_out
from gapcheck.judging.ground import ground_of
from gapcheck.judging.partnerships import FEW, HANDED_OUT, checked, dated, partnerships
from gapcheck.load.walk import walk
from gapcheck.matchers.calibration import NEEDED
from gapcheck.matching.held import Suggestions
from gapcheck.matching.offering import Offer, Offering, Scored, Told, offer_part, unscored
from gapcheck.matching.reading import Gleaned, Gleaning
from gapcheck.matching.scoring import scored
from gapcheck.model.corpus import Corpus
from gapcheck.model.suggestion import Band, Matching
from gapcheck.sweep.crews import Crew
from gapcheck.sweep.hands import Several
from gapcheck.sweep.progress import Steps, untold


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
    several = Several.by(crew, steps("Checking"))
    files = walk(root)
    task = Gleaning(ground_of(root, files), today)
    found = checked(root, today, several)
    several.progress = steps("Reading")
    gleaned = dated([*partnerships(task, files.folders, several)], task, files.folders)
    corpus = Corpus(partnerships=tuple(one.partnership for one in gleaned))
    wanted = frozenset(chosen((corpus, found), names) or (one.lsp for one in gleaned))
    named = task.ground.by_name()
    whole = scored([named[name] for name in sorted(_applying(gleaned))], gleaned)
    # What the excerpts say stands in the scores now, and in those that wait.
    gleaned = [one.unspelt() for one in gleaned]
    offer = Offer(root, whole.ranking(top) if whole else None, named, least)
    parts = whole.shared_out(gleaned) if whole else map(unscored, gleaned)
    waiting = [part for part in parts if part.lsp in wanted]
    several.progress = steps("Suggesting")
    told = _offered(offer, waiting, several)
    shown = [one for one in gleaned if one.lsp in wanted]
    matching = _matching(task, shown, Suggestions(told, named), left_out(found))
    return whole.tell(matching) if whole else matching


def _matching(
    task: Gleaning, shown: Sequence[Gleaned], suggestions: Suggestions, lost: tuple[str, ...]
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


def _offered(offer: Offer, parts: Sequence[Scored], several: Several) -> list[Told]:
    """The suggestions for each of the parts, in their order."""
    found: list[Told] = []
    for _, told in several.shared_out(offer_part, offer, parts, HANDED_OUT, few=FEW):
        found += told
    offering = Offering(offer)
    return [*found, *map(offering.of, several.told(parts, len(found)))]
