"""How sure alpha is: what it would be if other excerpts like these had been drawn.

Excerpts are drawn with replacement, as many as there are, each with all its units: codes on the
same words are no independent facts. The ends are those of the middle 95 of 100 resamples (Zapf,
Castell, Morawietz and Karch, BMC Medical Research Methodology 16:93, 2016, who compare such
intervals). The seed is fixed, and so is the generator, so that a study gives the same interval
on every machine.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Final

from gapcheck.assess.agreement.alpha import Tally, Unit, alpha, joined, tally
from gapcheck.model.agreement import Interval, NoInterval

Group = frozenset[tuple[Unit, int]]
"""The units of one excerpt, with how many there are that are just alike."""

Groups = Mapping[Group, int]
"""Excerpts, with how many there are whose units are just alike."""

RESAMPLES: Final = 1000
SEED: Final = 1960
OUTER: Final = 0.025
"""The share of resamples beyond each end."""

MOST_UNDEFINED: Final = 0.1
"""With more resamples than that without an alpha, the others would not stand for all."""


def interval(
    groups: Groups, *, resamples: int = RESAMPLES, seed: int = SEED
) -> Interval | NoInterval:
    """The interval of the alpha of all units, which stand in groups that are drawn whole."""
    whole = alpha(joined((dict(group), times) for group, times in groups.items())).number
    if whole is None:
        return NoInterval.NO_COEFFICIENT
    counted = [(tally(dict(group)), times) for group, times in groups.items()]
    tallies = [(found, times) for found, times in counted if found.units]
    if sum(times for _, times in tallies) < 2:
        return NoInterval.ONE_EXCERPT
    if whole == 1:
        # Every resample would give 1, which says nothing of other excerpts.
        return NoInterval.NO_DISAGREEMENT
    drawn = _drawn(tallies, resamples, seed)
    undefined = resamples - len(drawn)
    if undefined > MOST_UNDEFINED * resamples:
        return NoInterval.TOO_LITTLE_VARIETY
    ends = _quantile(drawn, OUTER), _quantile(drawn, 1 - OUTER)
    return Interval(*ends, resamples, undefined)


def _drawn(tallies: Sequence[tuple[Tally, int]], resamples: int, seed: int) -> list[float]:
    """The alphas of all resamples that have one, from the lowest up."""
    # Imported late: who only looks at disagreements need not wait for it.
    import numpy  # noqa: PLC0415

    names = sorted({value for each, _ in tallies for value in each.values})
    rows = Counter[tuple[float, ...]]()
    for each, times in tallies:
        rows[float(each.alike), *(each.values.get(name, 0) for name in names)] += times
    # Groups that add the same are drawn as one, as often as there are such: few are different.
    kinds, number = sorted(rows), sum(rows.values())
    chances = numpy.array([rows[kind] for kind in kinds]) / number
    # This generator is frozen: later ones may give other numbers in another version.
    counts = numpy.random.RandomState(seed).multinomial(number, chances, size=resamples)
    sums = counts @ numpy.array(kinds, dtype=float)
    return _alphas(sums[:, 0], sums[:, 1:])


def _alphas(alike: Any, values: Any) -> list[float]:
    total = values.sum(axis=1)
    unlike = total * (total - 1) - (values * (values - 1)).sum(axis=1)
    defined = unlike > 0
    total, unlike, alike = total[defined], unlike[defined], alike[defined]
    found = 1 - (total - alike) * (total - 1) / unlike
    return [float(each) for each in sorted(found)]


def _quantile(ordered: Sequence[float], share: float) -> float:
    """The value that a share of ordered values lies below, between two of them where needed."""
    place = share * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)
