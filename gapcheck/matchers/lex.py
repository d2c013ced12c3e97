"""The default matcher: what words, their letters and their rarity tell, without any model.

Three ways to look at a pair are standardised and added up: the cosine of the words, the
imperative having first taken words over from the excerpts that resemble it; the cosine of the
letters that the words are made of; and BM25 with the imperatives as what is searched.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from gapcheck.matchers.counts import Letters, Words
from gapcheck.matchers.feedback import enriched
from gapcheck.matchers.space import ROWS, Space
from gapcheck.matchers.standard import standing_out, z
from gapcheck.matchers.texts import Floats, Texts, read
from gapcheck.matchers.weights import bm25, dense


@dataclass(frozen=True, slots=True)
class Parts:
    """What the score is made of, in the order in which texts stand in `imperatives` and `words`.

    `own`, `full` and `searched` are the imperatives' words with their weights: their own, with
    what feedback added, and as BM25 weighs them; `spelt` the weights of their letters. `scales`
    are the deviations by which words, letters and search are divided before they are added.
    """

    stems: list[str]
    imperatives: Texts
    words: Space
    letters: Space
    own: Floats
    full: Floats
    spelt: Floats
    searched: Floats
    scales: tuple[float, float, float]


def score(
    imperatives: Iterable[str], excerpts: Iterable[str], rows: int = ROWS
) -> tuple[Floats, Parts]:
    """How much each excerpt (a row) bears on each imperative (a column), and what that rests on.

    Excerpts are read once and may be a stream. Scores have mean nought and deviation one over
    all pairs. `rows` is how many excerpts are looked at in one go; it changes no score.
    """
    stems, asked, told = read(imperatives, excerpts)
    words = Space.of(Words(len(stems)), asked, told, rows)
    letters = Space.of(Letters.of(stems), asked, told, rows)
    own, spelt = words.table(asked), letters.table(asked)
    counts = words.features.count(asked)
    searched = dense(counts, bm25(counts, len(stems)), len(stems))

    by_letters, by_search = letters.likeness(spelt), words.sums(searched)
    scales = [float(by_letters.std()), float(by_search.std())] if by_letters.size else [0.0, 0.0]
    rest = z(by_letters)
    rest += z(by_search)
    full = enriched(own, standing_out(z(words.likeness(own)) + rest), words)
    by_words = words.likeness(full)
    scales.insert(0, float(by_words.std()) if by_words.size else 0.0)
    rest += z(by_words)
    scores = z(rest)[told.places][:, asked.places]
    found = Parts(
        stems, asked, words, letters, own, full, spelt, searched, (scales[0], scales[1], scales[2])
    )
    return scores, found
