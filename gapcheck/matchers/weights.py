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
    weights = damped(counts.counts) * rare[counts.columns]
    return weights / lengths(counts, weights)[counts.rows]


def damped(counts: Integers) -> Floats:
    """Said ten times is not ten times as telling: one and the logarithm."""
    found: Floats = 1 + np.log(counts)
    return found


def lengths(counts: Counts, weights: Floats) -> Floats:
    """The length of each text whose counts have these weights; nought where it holds nothing."""
    found: Floats = np.sqrt(np.bincount(counts.rows, weights * weights, counts.texts))
    return found


def bm25(counts: Counts, size: int) -> Floats:
    """The weight of every count where the texts themselves are what is searched."""
    frequency = np.bincount(counts.columns, minlength=size)
    rare = np.log(1 + (counts.texts - frequency + 0.5) / (frequency + 0.5))
    long = np.bincount(counts.rows, counts.counts, counts.texts)
    mean = long.sum() / max(counts.texts, 1) or 1
    bound = counts.counts + SATURATION * (1 - LENGTH + LENGTH * long[counts.rows] / mean)
    weights: Floats = rare[counts.columns] * counts.counts * (SATURATION + 1) / bound
    return weights


def dense(counts: Counts, weights: Floats, size: int) -> Floats:
    """The weights as a table, a row a text and a column a feature."""
    table = np.zeros((counts.texts, size))
    table[counts.rows, counts.columns] = weights
    return table


def unit(table: Floats) -> Floats:
    """The rows, each made of length one; a row of nothing stays nothing."""
    long = np.sqrt((table * table).sum(axis=1, keepdims=True))
    scaled: Floats = table / np.where(long > 0, long, 1)
    return scaled
