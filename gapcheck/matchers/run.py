"""From excerpts and imperatives to suggestions: score, calibrate, rank, explain.

A new matcher is one module and one line in `MATCHERS`. Their scores are added with the same
weight.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import numpy as np

from gapcheck.matchers import lex, semantic
from gapcheck.matchers.calibration import NEEDED, Curve, calibrated
from gapcheck.matchers.evidence import Evidence, Progress, Question
from gapcheck.matchers.explain import Lexical
from gapcheck.matchers.model_folder import Model, open_model
from gapcheck.matchers.pairs import Marks, Pairs, score_pairs
from gapcheck.matchers.suggesting import Ranking, bare
from gapcheck.matchers.tokens import spoken, stem
from gapcheck.matchers.wording import text_of, words_of
from gapcheck.model.corpus import Corpus
from gapcheck.model.study import Imperative
from gapcheck.model.suggestion import (
    Calibration,
    Matchable,
    Matching,
    ModelUsed,
    Suggestion,
    Unmatched,
)
from gapcheck.vectors import Vectors

Matcher = Callable[[Question], Evidence | None]
"""Answers a question, or has no say in it: None."""


def _lex(question: Question) -> Evidence:
    return Lexical(*lex.score(question.imperatives, question.excerpts))


def _meaning(question: Question) -> Evidence | None:
    model = question.model
    return semantic.read_for_meaning(question, model) if model is not None else None


MATCHERS: Mapping[str, Matcher] = MappingProxyType({"lex": _lex, "meaning": _meaning})
"""Every way to find what an excerpt bears on."""


def match(  # noqa: PLR0913  # as `analysis.suggest` has them
    corpus: Corpus,
    given: Sequence[Matchable],
    lsps: Collection[str] = (),
    *,
    top: int = 5,
    model: Path | None = None,
    progress: Progress | None = None,
    keep: bool = True,
) -> Matching:
    """Suggest imperatives for the uncoded excerpts of some partnerships, or of all.

    All excerpts of the study are looked at whichever are asked for, so that the answer for one
    is the same. `progress` hears how far the model has read; with `keep`, what it made of texts
    is remembered. NoModel says what is wrong with the model in a folder.
    """
    opened = open_model(model) if model is not None else None
    named = {one.name: one for policy in corpus.policies for one in policy.imperatives}
    imperatives = [named[name] for name in sorted(applying(given))]
    usable = [one for one in given if readable(one, opened)] if imperatives else []
    kept = Vectors.here() if opened and keep else Vectors()
    judged = _judged(imperatives, usable, opened, kept, progress) if usable else None
    shown = tuple(one for one in corpus.partnerships if not lsps or one.id in lsps)
    here = {one.id for one in shown}
    own = [one for one in given if one.source.lsp in here]
    waiting = [one for one in own if one.excerpt.codes is None]
    ranking = Ranking.of(imperatives, judged.pairs, judged.curve, top) if judged else None
    return Matching(
        settings=corpus.settings,
        partnerships=shown,
        suggestions=_suggestions(waiting, usable, ranking),
        waiting=len(waiting),
        imperatives=len(applying(own)),
        coded=sum(bool(one.excerpt.codes) for one in usable),
        needed=NEEDED,
        learning=judged.pairs.learning if judged else None,
        calibration=judged.calibration if judged else None,
        model=ModelUsed(opened.name, opened.sha256) if opened else None,
    )


def applying(given: Iterable[Matchable]) -> frozenset[str]:
    """The names of all imperatives that apply to any of the excerpts."""
    return frozenset().union(*{one.applies for one in given})


def confirmed(one: Matchable) -> frozenset[str]:
    """The names of the imperatives that a coder gave to an excerpt."""
    return frozenset(code.imperative for code in one.excerpt.codes or ())


def _suggestions(
    waiting: Sequence[Matchable], usable: Sequence[Matchable], ranking: Ranking | None
) -> tuple[Suggestion, ...]:
    """One for each excerpt that waits to be coded, best first in each partnership."""
    kept = ranking.pairs.rows.tolist() if ranking else []
    rows = {id(usable[own]): row for row, own in enumerate(kept)}
    return suggestions(((one, rows.get(id(one))) for one in waiting), ranking)


def suggestions(
    waiting: Iterable[tuple[Matchable, int | None]], ranking: Ranking | None
) -> tuple[Suggestion, ...]:
    """One for each excerpt, best first in each partnership.

    With an excerpt comes the row of its scores in the ranking; None where it has none.
    """
    found = (
        bare(one, _why_not(one)) if ranking is None or row is None else ranking.suggestion(one, row)
        for one, row in waiting
    )
    return tuple(sorted(found, key=_order))


@dataclass(frozen=True, slots=True)
class Judged:
    """All pairs scored, and where enough was coded what a score means here."""

    pairs: Pairs
    curve: Curve | None
    calibration: Calibration | None


@dataclass(frozen=True, slots=True)
class Reviewing:
    """What people did with each excerpt: the names that may apply, those confirmed, and `seen`.

    What was reviewed and fits nothing tells as much of a score as what fits.
    """

    applies: Sequence[frozenset[str]]
    confirmed: Sequence[frozenset[str]]
    seen: Marks


def _judged(
    imperatives: Sequence[Imperative],
    usable: Sequence[Matchable],
    model: Model | None,
    kept: Vectors,
    progress: Progress | None,
) -> Judged:
    question = Question(
        tuple(text_of(one) for one in imperatives),
        tuple(words_of(one) or "" for one in usable),
        tuple(one.quotable for one in usable),
        model,
        kept,
        progress,
    )
    found = (matcher(question) for matcher in MATCHERS.values())
    reviewing = Reviewing(
        [one.applies for one in usable],
        [confirmed(one) for one in usable],
        np.array([one.excerpt.codes is not None for one in usable]),
    )
    return judged_by(tuple(one for one in found if one is not None), imperatives, reviewing)


def judged_by(
    found: tuple[Evidence, ...], imperatives: Sequence[Imperative], reviewing: Reviewing
) -> Judged:
    """The pairs of excerpts (rows) and imperatives (columns), by what matchers found of them."""
    names = [one.name for one in imperatives]
    applies = _marks(reviewing.applies, names)
    codes = _marks(reviewing.confirmed, names) & applies
    pairs = score_pairs(found, applies, codes, reviewing.seen)
    told = np.flatnonzero(reviewing.seen[pairs.rows])
    enough = codes.any(axis=1).sum() >= NEEDED
    fitted = calibrated(pairs.candidates[told], codes[pairs.rows][told]) if enough else None
    return Judged(pairs, *(fitted or (None, None)))


def _marks(sets: Sequence[frozenset[str]], names: Sequence[str]) -> Marks:
    """A row for each set, with a mark in the column of every name that it holds."""
    rows = {each: np.array([name in each for name in names], dtype=bool) for each in set(sets)}
    return np.array([rows[each] for each in sets], dtype=bool).reshape(len(sets), len(names))


def readable(one: Matchable, model: Model | None = None) -> bool:
    """Whether there is anything to match by: a word with a topic, or for a model any word."""
    words = spoken(words_of(one) or "")
    return bool(words) and (model is not None or any(map(stem, words)))


def _why_not(one: Matchable) -> Unmatched:
    if words_of(one) is None:
        return Unmatched.NO_TRANSLATION
    return Unmatched.NO_WORDS if one.applies else Unmatched.NO_IMPERATIVE


def _order(one: Suggestion) -> tuple[str, float, str, int, str]:
    """Best first within a partnership; what has no candidates last."""
    best = -one.candidates[0].score if one.candidates else np.inf
    return one.lsp, best, one.source, len(one.excerpt), one.excerpt
