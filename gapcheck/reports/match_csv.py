"""Suggestions as CSV, for spreadsheets: a row for every candidate, and one where there is none."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import TextIO

from gapcheck.model.suggestion import Candidate, Matching, Suggestion
from gapcheck.reports import match_words
from gapcheck.reports.spreadsheet import inert

HEAD = (
    *("lsp", "illustrative", "source", "excerpt", "file", "line", "quote", "rank", "imperative"),
    *("score", "band", "chance", "terms", "lead", "cues", "off"),
)
Cell = str | int | float | None


def write(matching: Matching, stream: TextIO) -> None:
    """Write the head and all rows; no cell is one that a spreadsheet would calculate."""
    illustrative = {each.id: each.illustrative for each in matching.partnerships}
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(HEAD)
    for one in matching.suggestions:
        for row in _rows(one, illustrative=illustrative.get(one.lsp, False)):
            writer.writerow([_safe(cell) for cell in row])


def _rows(one: Suggestion, *, illustrative: bool) -> Iterator[list[Cell]]:
    place = one.location
    invented = "yes" if illustrative else "no"
    about: list[Cell] = [one.lsp, invented, one.source, one.excerpt, place.path, place.line]
    about.append(match_words.quoted(one))
    ends: list[Cell] = [one.lead, match_words.cues(one), one.off]
    if not one.candidates:
        yield [*about, *(None,) * 6, *ends]
    for rank, candidate in enumerate(one.candidates, start=1):
        yield [*about, rank, *_candidate(candidate, one), *ends]


def _candidate(candidate: Candidate, one: Suggestion) -> list[Cell]:
    told = "; ".join(match_words.reasons(candidate, one))
    return [candidate.imperative.name, candidate.score, candidate.band, candidate.chance, told]


def _safe(cell: Cell) -> Cell:
    return inert(cell) if isinstance(cell, str) else cell
