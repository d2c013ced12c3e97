"""Which words the excerpts of a theme share, and which themes are spoken of alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import combinations
from math import log, sqrt

from gapcheck.model.study import Imperative

Stems = Callable[[str], Sequence[tuple[str, str]]]
"""The words of a text that carry a topic, each with its stem."""

_ALIKE = 0.3
"""The least cosine at which two themes are called alike."""

_SHOWN = 5


def shared(texts: Sequence[str], name: str, stems: Stems) -> tuple[str, ...]:
    """The words that two or more texts hold, in how many most first, without those of the name."""
    own = {root for _, root in stems(name)}
    held: Counter[str] = Counter()
    spelt: dict[str, Counter[str]] = {}
    for text in texts:
        found = [(word, root) for word, root in stems(text) if root not in own]
        held.update({root for _, root in found})
        for word, root in found:
            spelt.setdefault(root, Counter())[word] += 1
    several = sorted((-number, root) for root, number in held.items() if number > 1)
    return tuple(_spelling(spelt[root]) for _, root in several[:_SHOWN])


def _spelling(words: Counter[str]) -> str:
    return min(words, key=lambda word: (-words[word], word))


def alike(texts: Mapping[str, Sequence[str]], stems: Stems) -> dict[str, tuple[str, ...]]:
    """By theme the others of which other texts hold the same rare words.

    What has both themes is like itself, and says nothing.
    """
    every = {text for each in texts.values() for text in each}
    roots = {text: Counter(root for _, root in stems(text)) for text in sorted(every)}
    held = Counter(root for each in roots.values() for root in each)
    weights = {root: log(1 + len(roots) / number) for root, number in held.items()}
    found: dict[str, list[str]] = {}
    for one, other in combinations(sorted(texts), 2):
        both = set(texts[one]).intersection(texts[other])
        first, second = (
            _row([roots[text] for text in texts[name] if text not in both], weights)
            for name in (one, other)
        )
        if _cosine(first, second) >= _ALIKE:
            found.setdefault(one, []).append(other)
            found.setdefault(other, []).append(one)
    return {name: tuple(each) for name, each in found.items()}


def _row(counts: Sequence[Counter[str]], weights: Mapping[str, float]) -> dict[str, float]:
    """So many texts as one row of weighted stems."""
    row: dict[str, float] = {}
    for each in counts:
        for root, number in each.items():
            row[root] = row.get(root, 0) + number * weights[root]
    return row


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    together = sum(weight * other[root] for root, weight in one.items() if root in other)
    lengths = sqrt(sum(w * w for w in one.values()) * sum(w * w for w in other.values()))
    return together / lengths if lengths else 0


def holding(name: str, imperatives: Sequence[Imperative], stems: Stems) -> tuple[str, ...]:
    """The imperatives that hold every word of a name: those that may be close to it."""
    wanted = {root for _, root in stems(name)}
    begins = {root[:3] for root in wanted}

    def held(imperative: Imperative) -> set[str]:
        words = " ".join(_texts(imperative)).casefold().replace("-", " ").split()
        # Stems keep how a word begins, and to find one takes time.
        near = " ".join(word for word in words if word.lstrip("“‘(\"'")[:3] in begins)
        return {root for _, root in stems(near)}

    return tuple(each.name for each in imperatives if wanted and wanted <= held(each))


def _texts(imperative: Imperative) -> tuple[str, ...]:
    indicators = (each.text for each in imperative.indicators)
    return (imperative.title, imperative.text, *indicators, *imperative.terms, *imperative.topics)
