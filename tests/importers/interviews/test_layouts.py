"""Each layout that programs and people give transcripts: a file in, everything out."""

from __future__ import annotations

from pathlib import Path

import pytest

from gapcheck.importers.interviews.run import read_interview
from gapcheck.model.choices import Outcome
from gapcheck.transcripts.locate import locate
from gapcheck.transcripts.transcript import prepared

from .shown import assert_kept, document, shown

FILES = Path(__file__).parent / "files"
CASES = sorted(path.name for path in FILES.iterdir() if path.suffix != ".expected")


@pytest.mark.parametrize("name", CASES)
def test_a_layout(name: str) -> None:
    found = read_interview(name, (FILES / name).read_bytes())
    assert_kept(FILES / f"{name}.expected", shown(found))


@pytest.mark.parametrize("name", CASES)
def test_a_passage_stands_where_it_says(name: str) -> None:
    one = document(read_interview(name, (FILES / name).read_bytes()))
    assert one.text is not None
    assert all(one.text[p.start : p.end] == p.text for p in one.passages)
    assert all(p.codings is None for p in one.passages)


@pytest.mark.parametrize("name", CASES)
def test_check_finds_every_passage_in_the_transcript(name: str) -> None:
    one = document(read_interview(name, (FILES / name).read_bytes()))
    transcript = prepared("transcripts/int-01.txt", (one.text or "").encode())
    for passage in one.passages:
        found = locate(passage.text, transcript, passage.at)
        assert (found.outcome, found.score) == (Outcome.VERIFIED, 100.0)
