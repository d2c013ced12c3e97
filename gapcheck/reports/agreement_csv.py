"""Agreement as CSV: a row for each disagreement, or for each coefficient."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from typing import TextIO

from gapcheck.model.agreement import (
    Agreement,
    Coefficient,
    Disagreement,
    NoInterval,
    Reliability,
    Undefined,
)
from gapcheck.reports import agreement_words
from gapcheck.reports.spreadsheet import inert

DISAGREEMENTS = (
    *("imperative", "coder_1", "code_1", "memo_1", "coder_2", "code_2", "memo_2", "lsp"),
    *("illustrative", "source", "excerpt", "file", "line", "quote", "translation"),
    *("agreed_by", "agreed_on"),
)
COEFFICIENTS = (
    *("measure", "imperative", "question", "coders", "n", "agreed", "observed", "value"),
    *("undefined", "low", "high", "resamples", "no_interval", "settled"),
)
Cell = str | int | float | None


def write(found: Agreement, stream: TextIO) -> None:
    """Write the disagreements, the open ones first."""
    _write(DISAGREEMENTS, list(_disagreements(found)), stream)


def write_coefficients(found: Agreement, stream: TextIO) -> None:
    """Write every kappa of every pair, then every alpha."""
    _write(COEFFICIENTS, [*_kappas(found), *_alphas(found)], stream)


def _write(head: Sequence[str], rows: Sequence[Sequence[Cell]], stream: TextIO) -> None:
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(head)
    for row in rows:
        writer.writerow([inert(cell) if isinstance(cell, str) else cell for cell in row])


def _disagreements(found: Agreement) -> Iterator[list[Cell]]:
    illustrative = {each.id: each.illustrative for each in found.partnerships}
    for one in (*found.open, *found.settled):
        yield _row(one, illustrative=illustrative.get(one.lsp, False))


def _row(one: Disagreement, *, illustrative: bool) -> list[Cell]:
    sides = [cell for each in one.sides for cell in (each.coder, each.category, each.memo)]
    place = one.location
    return [
        one.imperative.name,
        *sides,
        *(one.lsp, "yes" if illustrative else "no", one.source, one.excerpt),
        *(place.path, place.line, agreement_words.quoted(one), one.translation),
        *(one.agreed_by, str(one.agreed_on) if one.agreed_on else None),
    ]


def _kappas(found: Agreement) -> Iterator[list[Cell]]:
    for pair in found.pairs:
        coders = agreement_words.pair(pair.coders)
        for each in pair.imperatives:
            for question, one in each.questions:
                name = each.imperative.name
                counts: list[Cell] = [one.percent.n, one.agreed, _value(one.percent)]
                value: list[Cell] = [_value(one.kappa), _reason(one.kappa)]
                about: list[Cell] = ["kappa", name, question, coders]
                yield [*about, *counts, *value, *(None,) * 4, each.settled]


def _alphas(found: Agreement) -> Iterator[list[Cell]]:
    for question, one in found.overall:
        yield _alpha("", question, one)
    for imperative, one in found.imperatives:
        yield _alpha(imperative.name, "code", one)


def _alpha(imperative: str, question: str, one: Reliability) -> list[Cell]:
    found = one.interval
    ends: list[Cell] = [None, None, None, str(found)]
    if not isinstance(found, NoInterval):
        ends = [round(found.low, 6), round(found.high, 6), found.resamples, None]
    about: list[Cell] = ["alpha", imperative, question, agreement_words.pair(one.coders)]
    value: list[Cell] = [_value(one.alpha), _reason(one.alpha)]
    return [*about, one.alpha.n, None, None, *value, *ends, None]


def _value(found: Coefficient) -> float | None:
    return None if found.number is None else round(found.number, 6)


def _reason(found: Coefficient) -> str | None:
    return found.value if isinstance(found.value, Undefined) else None
