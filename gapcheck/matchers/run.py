"""From excerpts and imperatives to suggestions: score, calibrate, rank, explain.

A new matcher is one module and one line in `MATCHERS`. Their scores are added with the same
weight.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
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
    imperatives = [named[name] for name in sorted(_applying(given))]
    usable = [one for one in given if _readable(one, opened)] if imperatives else []
    kept = Vectors.here() if opened and keep else Vectors()
    pairs, curve, calibration = _judged(imperatives, usable, opened, kept, progress)
    shown = tuple(one for one in corpus.partnerships if not lsps or one.id in lsps)
    here = {one.id for one in shown}
    own = [one for one in given if one.source.lsp in here]
    waiting = [one for one in own if one.excerpt.codes is None]
    ranking = Ranking.of(imperatives, pairs, curve, top) if pairs else None
    return Matching(
        settings=corpus.settings,
        partnerships=shown,
        suggestions=_suggestions(waiting, usable, ranking),
        waiting=len(waiting),
        imperatives=len(_applying(own)),
        coded=sum(bool(one.excerpt.codes) for one in usable),
        needed=NEEDED,
        learning=pairs.learning if pairs else None,
        calibration=calibration,
        model=ModelUsed(opened.name, opened.sha256) if opened else None,
    )


def _applying(given: Sequence[Matchable]) -> frozenset[str]:
    return frozenset().union(*(one.applies for one in given))


def _suggestions(
    waiting: Sequence[Matchable], usable: Sequence[Matchable], ranking: Ranking | None
) -> tuple[Suggestion, ...]:
    """One for each excerpt that waits to be coded, best first in each partnership."""
    kept = ranking.pairs.rows.tolist() if ranking else []
    rows = {id(usable[own]): row for row, own in enumerate(kept)}
    found = (
        ranking.suggestion(one, rows[id(one)])
        if ranking and id(one) in rows
        else bare(one, _why_not(one))
        for one in waiting
    )
    return tuple(sorted(found, key=_order))


def _judged(
    imperatives: Sequence[Imperative],
    usable: Sequence[Matchable],
    model: Model | None,
    kept: Vectors,
    progress: Progress | None,
) -> tuple[Pairs | None, Curve | None, Calibration | None]:
    """All pairs scored, and where enough was coded what a score means here."""
    if not usable:
        return None, None, None
    names = [one.name for one in imperatives]
    applies = _marks([one.applies for one in usable], names)
    codes = _marks([_confirmed(one) for one in usable], names) & applies
    question = Question(
        tuple(text_of(one) for one in imperatives),
        tuple(words_of(one) or "" for one in usable),
        tuple(one.quotable for one in usable),
        model,
        kept,
        progress,
    )
    found = (matcher(question) for matcher in MATCHERS.values())
    # What was reviewed and fits nothing tells as much of a score as what fits.
    reviewed = np.array([one.excerpt.codes is not None for one in usable])
    pairs = score_pairs(tuple(one for one in found if one is not None), applies, codes, reviewed)
    told = np.flatnonzero(reviewed[pairs.rows])
    enough = codes.any(axis=1).sum() >= NEEDED
    fitted = calibrated(pairs.candidates[told], codes[pairs.rows][told]) if enough else None
    curve, calibration = fitted or (None, None)
    return pairs, curve, calibration


def _marks(sets: Sequence[frozenset[str]], names: Sequence[str]) -> Marks:
    """A row for each set, with a mark in the column of every name that it holds."""
    rows = {each: np.array([name in each for name in names], dtype=bool) for each in set(sets)}
    return np.array([rows[each] for each in sets], dtype=bool).reshape(len(sets), len(names))


def _confirmed(one: Matchable) -> frozenset[str]:
    return frozenset(code.imperative for code in one.excerpt.codes or ())


def _readable(one: Matchable, model: Model | None) -> bool:
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
