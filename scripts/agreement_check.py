"""Compare the coefficients of `gapcheck agreement` with other people's programs, on random tables.

Run it where both are installed, never in the tests: `pip install krippendorff scikit-learn numpy`,
then `PYTHONPATH=. python scripts/agreement_check.py`. The first is under the GPL: it is compared
with, and no line of it is in gapcheck. It ends with 1 where anything differs.
"""

from __future__ import annotations

import math
import random
import sys
import warnings
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import krippendorff
import numpy
from sklearn.metrics import accuracy_score, cohen_kappa_score

from gapcheck.assess.agreement.alpha import alpha
from gapcheck.assess.agreement.bootstrap import interval
from gapcheck.assess.agreement.kappa import kappa
from gapcheck.assess.agreement.percent import percent
from gapcheck.model.agreement import Coefficient, Interval

TABLES = 1000
CLOSE = 1e-12
NEAR = 0.03
"""How near the ends of intervals have to be that come from different draws."""

Table = list[list[str | None]]
"""A row for each coder, a column for each unit; None where a coder left it out."""


@dataclass
class Tally:
    """What came of one measure."""

    name: str
    defined: int = 0
    undefined: int = 0
    largest: float = 0.0
    wrong: int = 0

    def add(self, own: Coefficient, other: float) -> None:
        """Compare one value with the other program's, which is no number where undefined."""
        if own.number is None or math.isnan(other):
            self.undefined += 1
            self.wrong += (own.number is None) != math.isnan(other)
            return
        self.defined += 1
        self.largest = max(self.largest, abs(own.number - other))
        self.wrong += abs(own.number - other) > CLOSE

    def __str__(self) -> str:
        found = f"{self.defined} defined, {self.undefined} undefined, {self.wrong} differ"
        return f"{self.name:<8} {found}; largest difference {self.largest:.1e}"


def tables(drawn: random.Random) -> Iterator[Table]:
    """Tables of two to five coders, of which some agree often, some leave much out."""
    for _ in range(TABLES):
        coders, units = drawn.randint(2, 5), drawn.randint(1, 60)
        names = "abcdef"[: drawn.randint(1, 6)]
        agreeing, gaps = drawn.random(), drawn.choice((0.0, 0.1, 0.5))
        truth = [drawn.choice(names) for _ in range(units)]
        yield [
            [
                None
                if drawn.random() < gaps
                else (each if drawn.random() < agreeing else drawn.choice(names))
                for each in truth
            ]
            for _ in range(coders)
        ]


def units_of(table: Table) -> Counter[tuple[str, ...]]:
    """The values of each unit, without gaps, counted."""
    columns = zip(*table, strict=True)
    return Counter(tuple(each for each in unit if each is not None) for unit in columns)


def other_alpha(table: Table) -> float:
    """Krippendorff's alpha by the package of that name."""
    rows = [[math.nan if each is None else float(ord(each)) for each in row] for row in table]
    try:
        return float(krippendorff.alpha(numpy.array(rows), level_of_measurement="nominal"))
    except (ValueError, ZeroDivisionError):
        return math.nan


def other_interval(table: Table, drawn: random.Random) -> tuple[float, float]:
    """The ends of 95 of 100 resamples, each drawn unit by unit and given to the package."""
    found = []
    for _ in range(1000):
        columns = drawn.choices(range(len(table[0])), k=len(table[0]))
        found.append(other_alpha([[row[column] for column in columns] for row in table]))
    ends = numpy.nanquantile(numpy.array(found), [0.025, 0.975])
    return float(ends[0]), float(ends[1])


def main() -> int:
    """Compare, and say what came of it."""
    warnings.simplefilter("ignore")
    drawn = random.Random(1960)
    percents, kappas, alphas = Tally("percent"), Tally("kappa"), Tally("alpha")
    for table in tables(drawn):
        first, second = table[:2]
        pairs = [(a, b) for a, b in zip(first, second, strict=True) if a and b]
        one, two = [a for a, _ in pairs], [b for _, b in pairs]
        crossed = Counter(pairs)
        percents.add(percent(crossed), accuracy_score(one, two) if pairs else math.nan)
        kappas.add(kappa(crossed), cohen_kappa_score(one, two) if pairs else math.nan)
        alphas.add(alpha(units_of(table)), other_alpha(table))
    for each in (percents, kappas, alphas):
        print(each)
    return int(any(each.wrong for each in (percents, kappas, alphas)) or not ends_meet(drawn))


def ends_meet(drawn: random.Random) -> bool:
    """Whether the ends of intervals are those of a plain bootstrap, but for chance."""
    furthest, compared = 0.0, 0
    while compared < 5:
        table: Table = [list(drawn.choices("abc", k=80)) for _ in range(3)]
        table[1] = [a if drawn.random() < 0.7 else b for a, b in zip(*table[:2], strict=True)]
        own = interval({frozenset({(unit, 1)}): n for unit, n in units_of(table).items()})
        if isinstance(own, Interval):
            other = other_interval(table, drawn)
            furthest = max(furthest, abs(own.low - other[0]), abs(own.high - other[1]))
            compared += 1
    print(f"interval {compared} compared; ends at most {furthest:.3f} apart")
    return furthest <= NEAR


if __name__ == "__main__":
    sys.exit(main())
