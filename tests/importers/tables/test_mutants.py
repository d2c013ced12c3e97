"""Whatever bytes somebody hands over: what is in them, or why they cannot be read."""

from __future__ import annotations

import random
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gapcheck.importers.grids.reading import read_grids
from gapcheck.importers.segments.reading import read_segments
from gapcheck.importers.survey.drafting import draft_survey_map
from gapcheck.importers.survey.reading import read_survey
from gapcheck.importers.workbook.reading import read_workbook
from gapcheck.model.unfit import Unfit

from .books import book, part, repacked
from .test_survey import DATA, PLAN
from .test_workbook import CODES, EXCERPTS, LISTS, SOURCES

WORKBOOK = book({"Sources": SOURCES, "Excerpts": EXCERPTS, "Codes": CODES, "Lists": LISTS})
PARTS = ("xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml")


def tried(data: bytes) -> None:
    """Read as everything that it could be."""
    for read in (read_segments, read_workbook):
        with suppress(Unfit):
            read("x", data)
    with suppress(Unfit):
        read_survey("x", data, PLAN)
    with suppress(Unfit):
        draft_survey_map(read_grids("x", data)[0])


@given(st.binary(max_size=80) | st.text(max_size=80).map(lambda text: text.encode("utf-16")))
@settings(max_examples=150, deadline=None)
def test_any_bytes(data: bytes) -> None:
    tried(data)


@given(
    st.lists(
        st.sampled_from(["source", "text", "code", '"', ",", ";", "\n", "x", "\\", "1/2/2012"])
    )
)
@settings(max_examples=150, deadline=None)
def test_any_table(parts: list[str]) -> None:
    tried("".join(parts).encode())


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("data", [WORKBOOK, DATA], ids=["workbook", "survey"])
def test_damaged_workbooks(data: bytes, seed: int) -> None:
    chance = random.Random(seed)
    broken = bytearray(data)
    for _ in range(chance.choice([1, 3, 20])):
        broken[chance.randrange(len(broken))] = chance.randrange(256)
    tried(bytes(broken[: chance.choice([len(broken), len(broken) // 2])]))


@pytest.mark.parametrize("seed", range(30))
def test_workbooks_with_odd_parts(seed: int) -> None:
    chance = random.Random(seed)
    name = chance.choice(PARTS)
    with suppress(KeyError):
        held = bytearray(part(WORKBOOK, name))
        for _ in range(chance.choice([1, 3, 10])):
            at = chance.randrange(len(held))
            held[at : at + chance.choice([0, 1, 9])] = chance.choice([b"", b"9", b"<", b'"', b"A"])
        tried(repacked(WORKBOOK, {name: bytes(held)}))
