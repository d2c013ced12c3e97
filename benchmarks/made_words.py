"""Texts of any number in made-up words that are as common and as rare as those of a language."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import accumulate

FORMS = 20_000
"""Distinct words: about what 10,000 excerpts of interviews hold."""

_PASSED = "the of and to a in that it is was for on are with they be we have this from".split()  # noqa: SIM905
_PASSED_SHARE = 0.45
_STARTS = "b c d f g h l m n p r s t v w st tr pl ch gr".split()  # noqa: SIM905
_MIDDLES = "a e i o u ai ea ou ee".split()  # noqa: SIM905
_ENDS = ("", "", "s", "ing", "ed", "n", "t", "ly", "ment", "ers")


def texts(count: int, words: int, seed: int) -> Iterator[str]:
    """So many texts of so many words, the same on every run with the same seed."""
    chance = random.Random(seed)
    known, weights = _vocabulary()
    for _ in range(count):
        passed = sum(chance.random() < _PASSED_SHARE for _ in range(words))
        said = chance.choices(_PASSED, k=passed)
        said += chance.choices(known, cum_weights=weights, k=words - passed)
        chance.shuffle(said)
        yield " ".join(said)


def _vocabulary() -> tuple[list[str], list[float]]:
    """Words, and how often each is said: the tenth a tenth as often as the first (Zipf)."""
    chance = random.Random(1)
    known: dict[str, None] = {}
    while len(known) < FORMS:
        parts = (
            chance.choice(_STARTS) + chance.choice(_MIDDLES) for _ in range(chance.randint(1, 4))
        )
        known["".join(parts) + chance.choice(_ENDS)] = None
    return list(known), list(accumulate(1 / (rank + 3) for rank in range(FORMS)))
