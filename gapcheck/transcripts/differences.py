"""What must not differ unseen between a quote and its passage: figures, and words that deny.

Of a long passage 95 letters in 100 may agree though it says the opposite.
"""

from __future__ import annotations

from itertools import groupby

from gapcheck.transcripts.located import Difference

_DENYING = frozenset(
    "no not never none nobody nothing nowhere neither nor cannot without".split()  # noqa: SIM905
)
_CONTRACTED = frozenset(
    "aint arent cant couldnt didnt doesnt dont hadnt hasnt havent isnt mightnt mustnt neednt shant "  # noqa: SIM905
    "shouldnt wasnt werent wont wouldnt".split()
)

_FEW = 4


def differences(part: str, passage: str) -> tuple[Difference, ...]:
    """How two rows of words differ in what weighs most; a word said twice in a row counts once."""
    ours, theirs = _single(part), _single(passage)
    found = []
    if _figures(ours) != _figures(theirs):
        found.append(Difference.FIGURE)
    if _denials(ours) != _denials(theirs):
        found.append(Difference.NEGATION)
    return tuple(found)


def hides_denial(between: str) -> bool:
    """Whether a mark of omission stands for a few words of which one denies."""
    words = between.split()
    return len(words) <= _FEW and _denials(words) > 0


def _single(row: str) -> list[str]:
    return [word for word, _ in groupby(row.split())]


def _figures(words: list[str]) -> list[str]:
    return [word for word in words if any(map(str.isnumeric, word))]


def _denials(words: list[str]) -> int:
    return sum(word in _DENYING or word in _CONTRACTED for word in words)
