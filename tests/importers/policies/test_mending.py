"""Letters and lines as they were meant, and pieces of a page as lines."""

from __future__ import annotations

import pytest

from gapcheck.importers.policies.columns import in_columns
from gapcheck.importers.policies.lines import Chunk, Line, lines_of
from gapcheck.importers.policies.mending import joined, mended
from gapcheck.importers.policies.sectors import named


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ef\ufb01cient o\ufb03ce", "efficient office"),
        ("soft\u00adhyphen", "softhyphen"),
        ("a\u00a0b\u2011c  d", "a b-c d"),
        ("a\x07b\ue000c\u202ed", "a b c d"),
        ("caf\u00e9", "café"),
    ],
)
def test_letters(text: str, expected: str) -> None:
    assert mended(text) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["earl-", "iest"], "earliest"),
        (["self-", "assessment"], "self-assessment"),
        (["earl\u00ad", "iest"], "earliest"),
        (["Stoke-", "Example"], "Stoke- Example"),
        (["2010-", "11"], "2010- 11"),
        (["one ", " two"], "one two"),
        ([], ""),
    ],
)
def test_words_cut_at_the_end_of_a_line(lines: list[str], expected: str) -> None:
    assert joined(lines) == expected


def test_pieces_become_lines_at_the_place_of_their_longest() -> None:
    chunks = [
        Chunk("", 0, 0, 12),
        Chunk("2.4", 72, 700, 8),
        Chunk(" The council", 90, 701, 11),
        Chunk("\n", 0, 0, 12),
        Chunk(" \nmust\n\nact", 72, 687, 11),
    ]
    assert [(one.text, one.x, one.y, one.size) for one in lines_of(chunks, 3)] == [
        ("2.4 The council", 72, 701, 11),
        ("must", 72, 687, 11),
        ("act", 72, 687, 11),
    ]
    assert lines_of([Chunk("\ue000")], 1) == []


def test_few_lines_make_no_columns() -> None:
    lines = [Line("a b", pieces=((0, 0), (300, 2)))] * 5
    assert in_columns(lines) is lines


def test_of_two_readings_of_the_same_words_the_longest() -> None:
    found = named("The council for voluntary service and the police authority; a health board")
    assert [(one.sector, one.words) for one in found] == [
        ("vcs", "council for voluntary service"),
        ("police", "police authority"),
        ("health", "health board"),
    ]
