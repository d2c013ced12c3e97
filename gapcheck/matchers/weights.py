"""How much a feature of a text weighs: more where it is rare, less the longer the text is."""

from __future__ import annotations

import numpy as np

from gapcheck.matchers.counts import Counts
from gapcheck.matchers.texts import Floats, Integers

SATURATION, LENGTH = 1.2, 0.75
"""The two settings of BM25: how soon repetition stops counting, how far length is marked down."""


def rarity(frequency: Integers, texts: int) -> Floats:
    """The smoothed inverse document frequency of features that so many of the texts hold."""
    rare: Floats = np.log((1 + texts) / (1 + frequency)) + 1
    return rare


def tf_idf(counts: Counts, rare: Floats) -> Floats:
    """The weight of every count: damped by the logarithm, each text of length one."""
    weights: Floats = (1 + np.log(counts.counts)) * rare[counts.columns]
    lengths = np.sqrt(np.bincount(counts.rows, weights * weights, counts.texts))
    return weights / lengths[counts.rows]


def bm25(counts: Counts, size: int) -> Floats:
    """The weight of every count where the texts themselves are what is searched."""
    frequency = np.bincount(counts.columns, minlength=size)
    rare = np.log(1 + (counts.texts - frequency + 0.5) / (frequency + 0.5))
    lengths = np.bincount(counts.rows, counts.counts, counts.texts)
    mean = lengths.mean() or 1
    damped = counts.counts + SATURATION * (1 - LENGTH + LENGTH * lengths[counts.rows] / mean)
    weights: Floats = rare[counts.columns] * counts.counts * (SATURATION + 1) / damped
    return weights


def dense(counts: Counts, weights: Floats, size: int) -> Floats:
    """The weights as a table, a row a text and a column a feature."""
    table = np.zeros((counts.texts, size))
    table[counts.rows, counts.columns] = weights
    return table


def unit(table: Floats) -> Floats:
    """The rows, each made of length one; a row of nothing stays nothing."""
    lengths = np.sqrt((table * table).sum(axis=1, keepdims=True))
    scaled: Floats = table / np.where(lengths > 0, lengths, 1)
    return scaled
