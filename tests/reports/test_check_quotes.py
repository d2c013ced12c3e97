"""What is said of quotes beside the problems, and what the JSON holds of each."""

from __future__ import annotations

import io
import json

import pytest

from gapcheck.diagnostic import Location
from gapcheck.model.choices import Outcome, Sight
from gapcheck.model.quoted import Quote, Quoted, Tally
from gapcheck.reports import check_json
from gapcheck.reports.check_quotes import quotes_said

NAMED = "None of the {} transcripts that are named"


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        (Tally(0, 0, (), 0, 0, 0), ""),
        (Tally(1, 1, (), 1, 0, 0), "Quotes in 1 transcript: 1 verified."),
        (
            Tally(3, 3, (), 1200, 2, 1),
            "Quotes in 3 transcripts: 1,200 verified, 2 in doubt, 1 not found.",
        ),
        (
            Tally(3, 1, ("a.txt", "b\n.txt"), 4, 0, 0),
            "Quotes in 1 transcript: 4 verified. 2 of 3 are not here: a.txt, b\\n.txt.",
        ),
        (
            Tally(3, 2, ("a.txt",), 0, 0, 4),
            "Quotes in 2 transcripts: 4 not found. 1 of 3 is not here: a.txt.",
        ),
        (
            Tally(6, 2, ("a", "b", "c", "d"), 4, 0, 0),
            "Quotes in 2 transcripts: 4 verified. 4 of 6 are not here.",
        ),
        (
            Tally(4, 2, ("a.txt",), 4, 0, 0),
            "Quotes in 2 transcripts: 4 verified. 2 of 4 cannot be read here.",
        ),
        (
            Tally(1, 0, ("a.txt",), 0, 0, 0),
            "The one transcript that is named is not here, so no quote was looked for.",
        ),
        (
            Tally(1, 0, (), 0, 0, 0),
            "The one transcript that is named cannot be read, so no quote was looked for.",
        ),
        (
            Tally(1200, 0, ("a.txt",) * 1200, 0, 0, 0),
            f"{NAMED.format('1,200')} is here, so no quote was looked for.",
        ),
        (
            Tally(2, 0, ("a.txt",), 0, 0, 0),
            f"{NAMED.format(2)} can be read here, so no quote was looked for.",
        ),
    ],
)
def test_the_sentence(counts: Tally, said: str) -> None:
    assert quotes_said(counts) == (f"{said}\n" if said else "")


def test_json() -> None:
    place = Location("transcripts/a.txt", 3, 1, 3, 9)
    quotes = (
        Quote("x1", Outcome.VERIFIED, 100.0, 10, 20, place, "00:01:00"),
        Quote("x2", Outcome.MISSING, 0.0),
    )
    found = (
        Quoted(
            "north", "int", "evidence/north/int.yaml", "transcripts/a.txt", Sight.SEEN, "f" * 64,
            quotes=quotes,
        ),
        Quoted("north", "two", "evidence/north/two.yaml", "transcripts/b.txt", Sight.ABSENT),
    )  # fmt: skip
    stream = io.StringIO()
    check_json.write((), stream, found)
    same = {"source": "int", "lsp": "north", "transcript": "transcripts/a.txt", "sha256": "f" * 64}
    assert json.loads(stream.getvalue()) == {
        "format": "gapcheck-check/1",
        "diagnostics": [],
        "quotes": [
            {
                **same,
                "excerpt": "x1",
                "score": 100.0,
                "start": 10,
                "end": 20,
                "outcome": "verified",
            },
            {
                **same,
                "excerpt": "x2",
                "score": 0.0,
                "start": None,
                "end": None,
                "outcome": "missing",
            },
        ],
        "transcripts": {"named": 2, "seen": 1, "absent": 1},
    }
    keys = list(json.loads(stream.getvalue())["quotes"][0])
    assert keys == [
        "source",
        "lsp",
        "excerpt",
        "transcript",
        "sha256",
        "score",
        "start",
        "end",
        "outcome",
    ]
