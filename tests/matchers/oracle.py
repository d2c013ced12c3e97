"""The default matcher once more, one pair at a time and without a library: slow, and plain to read.

It shares the stems with the program, and nothing else.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from gapcheck.matchers.tokens import spoken, stem

Bag = dict[str, float]
Table = list[list[float]]
"""A row for each excerpt, a column for each imperative."""


def stems(text: str) -> list[str]:
    return [root for root in map(stem, spoken(text)) if root]


def grams(text: str) -> list[str]:
    words = [f" {root} " for root in stems(text)]
    return [w[i : i + n] for w in words for n in (3, 4, 5) for i in range(max(1, len(w) - n + 1))]


def length(bag: Bag) -> float:
    return math.sqrt(sum(weight * weight for weight in bag.values())) or 1


def weighed(texts: Sequence[list[str]]) -> list[Bag]:
    held = Counter(feature for text in texts for feature in set(text))
    found = []
    for text in texts:
        bag = {
            feature: (1 + math.log(count)) * (math.log((1 + len(texts)) / (1 + held[feature])) + 1)
            for feature, count in Counter(text).items()
        }
        found.append({feature: weight / length(bag) for feature, weight in bag.items()})
    return found


def product(one: Bag, other: Bag) -> float:
    return sum(weight * other.get(feature, 0) for feature, weight in one.items())


def bm25(asked: Sequence[list[str]]) -> list[Bag]:
    held = Counter(root for text in asked for root in set(text))
    mean = sum(map(len, asked)) / len(asked) or 1
    found = []
    for text in asked:
        bag: Bag = {}
        for root, count in Counter(text).items():
            rare = math.log(1 + (len(asked) - held[root] + 0.5) / (held[root] + 0.5))
            bag[root] = rare * count * 2.2 / (count + 1.2 * (0.25 + 0.75 * len(text) / mean))
        found.append(bag)
    return found


def z(table: Table) -> Table:
    every = [score for row in table for score in row]
    mean = sum(every) / len(every)
    spread = math.sqrt(sum((score - mean) ** 2 for score in every) / len(every))
    return [[(score - mean) / spread if spread > 1e-9 else 0.0 for score in row] for row in table]


def total(*tables: Table) -> Table:
    return [[sum(pair) for pair in zip(*rows, strict=True)] for rows in zip(*tables, strict=True)]


def standing_out(table: Table) -> Table:
    within = [z([row])[0] for row in table]
    return z(
        [
            [(a + b) / 2 for a, b in zip(*rows, strict=True)]
            for rows in zip(within, z(table), strict=True)
        ]
    )


def best_mean(scores: Sequence[float]) -> float:
    best = sorted(scores)[-5:]
    return sum(best) / len(best)


def without_hubs(table: Table) -> Table:
    rows = [best_mean(row) for row in table]
    columns = [best_mean(column) for column in zip(*table, strict=True)]
    corrected = [
        [2 * score - row - column for score, column in zip(scores, columns, strict=True)]
        for scores, row in zip(table, rows, strict=True)
    ]
    return [
        [(a + b) / 2 for a, b in zip(*pair, strict=True)]
        for pair in zip(z(table), z(corrected), strict=True)
    ]


def enriched(probe: Bag, scores: Sequence[float], told: Sequence[Bag]) -> Bag:
    order = sorted(range(len(told)), key=lambda n: -scores[n])[:20]
    if not order:
        return probe
    shares = [math.exp((scores[n] - scores[order[0]]) / 0.25) for n in order]
    added = dict(probe)
    for share, n in zip(shares, order, strict=True):
        for root, weight in told[n].items():
            added[root] = added.get(root, 0) + weight * share / sum(shares)
    return {root: weight / length(added) for root, weight in added.items()}


def score(imperatives: Sequence[str], excerpts: Sequence[str]) -> Table:
    """The scores that `lex.score` should give."""
    many = len(imperatives)
    words = weighed([stems(text) for text in (*imperatives, *excerpts)])
    letters = weighed([grams(text) for text in (*imperatives, *excerpts)])
    asked, told = words[:many], words[many:]
    searched = bm25([stems(text) for text in imperatives])
    by_letters = [[product(two, one) for one in letters[:many]] for two in letters[many:]]
    by_search = [
        [sum(bag.get(root, 0) for root in set(stems(text))) for bag in searched]
        for text in excerpts
    ]
    rest = total(z(by_letters), z(by_search))
    own = [[product(two, one) for one in asked] for two in told]
    first = standing_out(total(z(own), rest))
    full = []
    for n, one in enumerate(asked):
        sharing = [m for m, row in enumerate(own) if row[n] > 0]
        full.append(enriched(one, [first[m][n] for m in sharing], [told[m] for m in sharing]))
    return z(total(z([[product(two, one) for one in full] for two in told]), rest))
