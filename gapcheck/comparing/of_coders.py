"""Sources whose excerpts a second person has coded meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from gapcheck.comparing.both import Both
from gapcheck.comparing.mixture import Difference, Mixture
from gapcheck.comparing.side import Pair
from gapcheck.model.comparison import Cause, CauseKind


def second_coders(both: Both) -> Iterator[Difference]:
    """The sources that were coded by one person on one side and by two on the other."""
    old, new = both.places
    if not (old.settings.double_coded or new.settings.double_coded):
        return
    for name in sorted(both.speaking & old.sources.keys() & new.sources.keys()):
        held = old.sources[name].raw.excerpts
        own = {(name, one.id) for one in held}
        before, after = old.twice & own, new.twice & own
        if before != after:
            what = "second-coder" if after - before else "no-second-coder"
            place = new.sources[name].raw.location
            cause = Cause(CauseKind.RECODING, what, both.lsp, "", name, location=place)
            yield Difference(cause, _Coded(before, after))


@dataclass(frozen=True, slots=True)
class _Coded:
    """Which excerpts of a source two people coded, for any mixture."""

    before: frozenset[Pair]
    after: frozenset[Pair]

    def __call__(self, mixture: Mixture) -> Mixture:
        return replace(mixture, twice=(mixture.twice - self.before) | self.after)
