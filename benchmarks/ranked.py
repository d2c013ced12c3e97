"""Excerpts with human links to imperatives, and how well a method finds those again."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

import numpy as np
import numpy.typing as npt

from gapcheck.matchers import lex
from gapcheck.matchers.counts import Words
from gapcheck.matchers.evidence import Question
from gapcheck.matchers.hubs import without_hubs
from gapcheck.matchers.model_folder import open_model
from gapcheck.matchers.semantic import read_for_meaning
from gapcheck.matchers.space import Space
from gapcheck.matchers.standard import standing_out, z
from gapcheck.matchers.texts import read
from gapcheck.matchers.weights import bm25, dense

FILES = ("queries.jsonl", "docs.jsonl", "qrels.tsv")
MEASURES = ("code", "find", "MAP", "F1")
Scores = npt.NDArray[np.float64]
Figures = tuple[float, float, float, float]
Method = Callable[[Sequence[str], Sequence[str]], Scores]
"""From imperatives and excerpts to scores, a row an excerpt."""


@dataclass(frozen=True)
class Links:
    """The texts of a folder, and which excerpt (a row) is linked to which imperative."""

    asked: list[str]
    told: list[str]
    right: npt.NDArray[np.bool_]
    ties: Scores

    @classmethod
    def read(cls, folder: Path) -> Links:
        """Read the three files of a folder."""
        asked, told = _rows(folder / FILES[0]), _rows(folder / FILES[1])
        columns = {name: n for n, name in enumerate(asked)}
        rows = {name: n for n, name in enumerate(told)}
        right = np.zeros((len(told), len(asked)), dtype=bool)
        with (folder / FILES[2]).open(encoding="utf-8") as stream:
            for link in csv.DictReader(stream, delimiter="\t"):
                right[rows[link["doc_id"]], columns[link["query_id"]]] = int(link["relevance"]) > 0
        return cls(list(asked.values()), list(told.values()), right, _ties(asked, told))

    def figures(self, scores: Scores) -> Figures:
        """How well some scores find the links again, in the order of `MEASURES`."""
        code = _ranked(scores, self.right, self.ties)
        find = _ranked(scores.T, self.right.T, self.ties.T)
        return code[0], find[0], code[1], _best_f1(scores.ravel(), self.right.ravel())


def _rows(path: Path) -> dict[str, str]:
    lines = (json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip())
    return {str(one["id"]): str(one["text"]) for one in lines}


def _ties(asked: Mapping[str, str], told: Mapping[str, str]) -> Scores:
    """An order for equal scores that nobody can gain by: from a hash of both ids."""
    pairs = [[f"{one} {other}" for other in asked] for one in told]
    return np.array([[_number(pair) for pair in row] for row in pairs], dtype=np.float64)


def _number(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=6).digest(), "big")


def _ranked(scores: Scores, right: npt.NDArray[np.bool_], ties: Scores) -> tuple[float, float]:
    """The mean nDCG@10 and average precision of the rows in which anything is right."""
    gains, precisions = [], []
    for row, own, tie in zip(scores, right, ties, strict=True):
        if own.any():
            places = np.flatnonzero(own[np.lexsort((tie, -row))]) + 1
            best = (1 / np.log2(np.arange(2, min(len(places), 10) + 2))).sum()
            gains.append((1 / np.log2(places[places <= 10] + 1)).sum() / best)
            precisions.append((np.arange(1, len(places) + 1) / places).mean())
    return float(np.mean(gains)), float(np.mean(precisions))


def _best_f1(scores: Scores, right: npt.NDArray[np.bool_]) -> float:
    order = np.argsort(-scores, kind="stable")
    hits = np.cumsum(right[order])
    # A threshold takes all pairs of one score or none.
    last = np.append(np.diff(scores[order]) != 0, True)
    taken = np.arange(1, len(order) + 1)
    return float((2 * hits / (taken + right.sum()))[last].max())


def methods(model: Path | None) -> dict[str, Method]:
    """What is compared, by its name in the table."""
    found: dict[str, Method] = {
        "rapidfuzz token_set_ratio": fuzzy,
        "TF-IDF, stemmed": tf_idf,
        "BM25": searched,
        "gapcheck": lambda asked, told: _finished(lex.score(asked, told)[0]),
    }
    if model is not None:
        opened = open_model(model)

        def with_model(asked: Sequence[str], told: Sequence[str]) -> Scores:
            meaning = read_for_meaning(Question(tuple(asked), tuple(told)), opened)
            return _finished(z(lex.score(asked, told)[0] + meaning.scores))

        found["gapcheck with a model"] = with_model
    return found


def _finished(scores: Scores) -> Scores:
    return standing_out(without_hubs(scores))


def fuzzy(asked: Sequence[str], told: Sequence[str]) -> Scores:
    """The share of words that are alike, whatever their order."""
    from rapidfuzz import fuzz, process

    found = process.cdist(told, asked, scorer=fuzz.token_set_ratio, processor=str.lower)
    return np.asarray(found, dtype=np.float64)


def tf_idf(asked: Sequence[str], told: Sequence[str]) -> Scores:
    """The cosine of stems weighed by their rarity."""
    stems, first, second = read(asked, told)
    space = Space.of(Words(len(stems)), first, second)
    return space.likeness(space.table(first))[np.ix_(second.places, first.places)]


def searched(asked: Sequence[str], told: Sequence[str]) -> Scores:
    """BM25 with the imperatives as what is searched."""
    stems, first, second = read(asked, told)
    space = Space.of(Words(len(stems)), first, second)
    counts = space.features.count(first)
    found = space.sums(dense(counts, bm25(counts, len(stems)), len(stems)))
    return found[np.ix_(second.places, first.places)]


def mean(figures: Sequence[Figures]) -> Figures:
    """The mean of each measure."""
    code, find, precision, f1 = (
        sum(column) / len(figures) for column in zip(*figures, strict=True)
    )
    return code, find, precision, f1


def line(figures: Figures) -> str:
    """The figures as they stand under their heads."""
    return "  ".join(f"{each:6.3f}" for each in figures)
