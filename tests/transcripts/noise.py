"""Slips of the hand, and people's words for them to happen to."""

from __future__ import annotations

import random
from string import ascii_lowercase

from hypothesis import strategies as st

_STEMS = (  # noqa: SIM905  # a list would be four times as long
    "board council meeting paper money neighbour housing officer resident transport school rubbish "
    "collection light safety youth training advice grant rent family forum target business health "
    "chair minute promise answer week people flat canal mill road seat table vote policy agree "
    "decide attend discuss propose consult improve challenge develop neglect support resist measure"
).split()
_SMALL = "the of to in and that we they it was for on with at by this had have were from".split()  # noqa: SIM905
_WORDS = (*_STEMS, *(f"{one}s" for one in _STEMS), *(f"{one}ing" for one in _STEMS), *_SMALL * 4)

NOISES = st.tuples(st.sampled_from([0.0, 0.02, 0.05, 0.08, 0.1, 0.2]), st.integers(0, 2**16))
"""A share of letters that are wrong, and a seed."""


def spoken_words(chance: random.Random, count: int) -> list[str]:
    """So many words, none of which denies and none a figure."""
    return chance.choices(_WORDS, k=count)


def noisy(chance: random.Random, text: str, share: float) -> str:
    """A text with so many slips for each letter: left out, one too many, or another."""
    letters = list(text)
    for place in sorted(chance.sample(range(len(text)), int(len(text) * share)), reverse=True):
        other = chance.choice(ascii_lowercase)
        slips: tuple[list[str], ...] = ([], [letters[place], other], [other])
        letters[place : place + 1] = chance.choice(slips)
    return " ".join("".join(letters).split())
