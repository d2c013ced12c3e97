"""Two excerpts of one source are almost the same words.

Most often one is an earlier state of the other, kept while it was corrected, and both would be
coded. They are almost the same where nine tenths of their letters agree, in whatever order the
words stand; only passages that share a long word are compared. Passages that differ in a figure
(the rows of a survey) are not meant, nor those of fewer than eight words, nor words that are
exactly the same and coded: those are `duplicate-text`.

Delete the worse one. Where somebody did say it twice, keep both and say so under `ignore:`.

Wrong:

    # evidence/north/int.yaml
    excerpts:
      - id: x1
        text: The papers came on the night before we met, every single time.
        codes: {papers: absent}
      - id: x2
        text: The papers came on the night before we meet, every single time.

Right:

    # evidence/north/int.yaml
    excerpts:
      - id: x1
        text: The papers came on the night before we met, every single time.
        codes: {papers: absent}
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gapcheck.checks.around import Around, Hit
from gapcheck.checks.duplicate_text import LEAST, fingerprint
from gapcheck.diagnostic import Diagnostic, Related, Severity
from gapcheck.model.study import Excerpt, Source

RULE = "near-duplicate"
ALIKE = 90
"""Of 100: rapidfuzz's ratio of the words in alphabetical order (token_sort_ratio)."""
_FIGURE = re.compile(r"\d+")

_ANCHORS = 4
"""Of words that are almost the same at least one of so many longest ones is left as it was."""

_MOST = 16
"""Excerpts with the same long word that one is compared with, the last before it: a file of
thousands that are all alike would take minutes otherwise."""


def check(source: Source, _around: Around) -> Iterator[Hit]:
    """Find the excerpts that repeat an earlier one of the source with small changes."""
    excerpts = source.excerpts
    split = [one.text.casefold().split() for one in excerpts]
    sets = [frozenset(words) for words in split]
    looked: dict[int, _Words] = {}
    for number, earlier in _candidates(split, sets):
        near = [one for one in earlier if _half(sets[number], sets[one])]
        for each in (number, *near) if near else ():
            if each not in looked:
                looked[each] = _Words.of(excerpts[each], split[each])
        other = next((one for one in near if looked[number].almost(looked[one])), None)
        if other is not None:
            yield Hit(_diagnostic(excerpts[number], excerpts[other]), excerpts[number])


def _candidates(
    split: Sequence[list[str]], sets: Sequence[frozenset[str]]
) -> Iterator[tuple[int, list[int]]]:
    """The number of each excerpt with those of earlier ones that share a long word with it."""
    known: dict[str, list[int]] = {}
    for number, words in enumerate(split):
        if len(words) < LEAST:
            continue
        found: set[int] = set()
        for word in _longest(sets[number]):
            found.update(known.setdefault(word, [])[-_MOST:])
            known[word].append(number)
        if found:
            yield number, sorted(found)


def _longest(words: frozenset[str]) -> list[str]:
    longest = [word for word in words if len(word) > 6]
    longest = sorted(longest if len(longest) >= _ANCHORS else words)
    longest.sort(key=len)
    return longest[-_ANCHORS:]


def _half(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether half of the words are the same, as where nine letters in ten agree: quickly told."""
    return 2 * len(one & other) >= min(len(one), len(other))


@dataclass(frozen=True, slots=True)
class _Words:
    """What two excerpts are compared by, worked out once for each."""

    ordered: str
    figures: list[str]
    mark: bytes | None

    @classmethod
    def of(cls, excerpt: Excerpt, words: Sequence[str]) -> _Words:
        ordered = " ".join(sorted(words))
        return cls(ordered, _FIGURE.findall(excerpt.text), fingerprint(excerpt))

    def almost(self, other: _Words) -> bool:
        """Whether these are almost the words of another excerpt, and not the very same."""
        same = self.mark is not None and self.mark == other.mark
        if same or self.figures != other.figures:
            return False
        # Imported late: a source without such a pair never needs it.
        from rapidfuzz import fuzz  # noqa: PLC0415

        return fuzz.ratio(self.ordered, other.ordered, score_cutoff=ALIKE) >= ALIKE


def _diagnostic(one: Excerpt, other: Excerpt) -> Diagnostic:
    return Diagnostic(
        one.location,
        Severity.WARNING,
        RULE,
        f"excerpt {one.id} is almost the same words as excerpt {other.id}",
        "If one is an earlier state of the other, delete it.",
        (Related(other.location, "the other stands here"),),
    )
