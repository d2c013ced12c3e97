"""The first day that anything in a partnership speaks of: on it hangs whether a force had ended."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from gapcheck.assess.fieldwork import fieldwork
from gapcheck.comparing.both import Both
from gapcheck.comparing.mixture import Difference, Mixture
from gapcheck.comparing.settled import NO_DAY
from gapcheck.comparing.side import Place
from gapcheck.model.comparison import Cause, CauseKind
from gapcheck.model.study import Excerpt, Source


def horizon(both: Both) -> Iterator[Difference]:
    """That what does not bear on the imperative speaks of earlier or later times than it did."""
    ends = (one.in_force.end for one in both.imperatives)
    if not any(ends):
        return
    rests = [_rest(place, both) for place in both.places]
    days = [_earliest(place, rest) for place, rest in zip(both.places, rests, strict=True)]
    if days[0] != days[1]:
        kind = CauseKind.EDITED_SOURCE
        told = str(days[0] or ""), str(days[1] or "")
        cause = Cause(kind, "earliest", both.lsp, before=told[0], after=told[1])
        yield Difference(cause, _Rest(rests[1], both.speaking))


def _rest(place: Place, both: Both) -> dict[str, Source]:
    """What of a partnership does not bear on the imperative but on which times are spoken of."""
    found = {}
    for name, held in place.sources.items():
        silent = tuple(one for one in held.source.excerpts if not _coded(one, both.name))
        if name not in both.speaking:
            found[name] = held.source
        elif all(name in each.sources for each in both.places):
            found[name] = replace(held.source, excerpts=silent)
    return found


def _earliest(place: Place, rest: Mapping[str, Source]) -> date | None:
    held = place.partnership, rest.values(), place.settings
    return fieldwork(*held, as_at=date.max, today=NO_DAY).earliest


def _coded(excerpt: Excerpt, imperative: str) -> bool:
    return any(code.imperative == imperative for code in excerpt.codes or ())


@dataclass(frozen=True, slots=True)
class _Rest:
    """All that does not bear on the imperative, for any mixture in which the rest is in place."""

    rest: Mapping[str, Source]
    speaking: frozenset[str]

    def __call__(self, mixture: Mixture) -> Mixture:
        sources = {k: one for k, one in mixture.sources.items() if k in self.speaking}
        name = mixture.imperative.name
        for key, one in self.rest.items():
            if key not in self.speaking:
                sources[key] = one
            elif key in sources:
                coded = tuple(each for each in sources[key].excerpts if _coded(each, name))
                sources[key] = replace(sources[key], excerpts=(*coded, *one.excerpts))
        return replace(mixture, sources=sources)
