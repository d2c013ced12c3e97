"""What a matcher is asked, and what it answers: scores, and what each of them rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
import numpy.typing as npt

from gapcheck.matchers.model_folder import Model
from gapcheck.matchers.texts import Floats, Integers
from gapcheck.vectors import Vectors

Progress = Callable[[int, int], None]
"""Is told how much of how much is done, each time that more is."""


@dataclass(frozen=True, slots=True)
class Question:
    """Imperatives and excerpts as texts; `quotable` tells of each excerpt whether to keep of it.

    `model` reads for meaning where there is one, `cache` remembers what it read, and `progress`
    is told how many texts of how many it has read.
    """

    imperatives: tuple[str, ...]
    excerpts: tuple[str, ...]
    quotable: tuple[bool, ...] = ()
    model: Model | None = None
    cache: Vectors = field(default_factory=Vectors)
    progress: Progress | None = None


@dataclass(frozen=True, slots=True)
class Brought:
    """What speaks for one pair, in deviations of its matcher: by words, letters and meaning.

    Each word is a stem, what it brought, and whether feedback alone brought it in.
    """

    words: tuple[tuple[str, float, bool], ...] = ()
    letters: float = 0
    meaning: float = 0


class Evidence(Protocol):
    """A matcher's answer: a row for each excerpt and a column for each imperative."""

    @property
    def scores(self) -> Floats:
        """How much each excerpt bears on each imperative: mean nought, deviation one."""

    @property
    def touched(self) -> npt.NDArray[np.bool_]:
        """The pairs for which anything speaks at all."""

    def brought(self, excerpt: int, imperatives: Integers) -> list[Brought]:
        """What speaks for one excerpt and each of some imperatives."""


def shares(brought: Iterable[Brought]) -> Brought:
    """What several matchers brought for one pair, as shares that come to one in all."""
    each = tuple(brought)
    words: dict[str, tuple[float, bool]] = {}
    for one in each:
        for root, amount, lent in one.words:
            before, always = words.get(root, (0.0, True))
            words[root] = before + amount, always and lent
    letters = sum(one.letters for one in each)
    meaning = sum(one.meaning for one in each)
    whole = sum(amount for amount, _ in words.values()) + letters + meaning or 1
    told = [(root, amount / whole, lent) for root, (amount, lent) in words.items()]
    told.sort(key=lambda word: (-round(word[1], 6), word[0]))
    return Brought(tuple(told), letters / whole, meaning / whole)
