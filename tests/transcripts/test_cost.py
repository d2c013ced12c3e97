"""No transcript and no quote makes looking take for ever: the work grows as the text does."""

from __future__ import annotations

import random
import time

import pytest

from gapcheck.transcripts.locate import locate

from .noise import spoken_words
from .spoken import made

LARGE = 60_000
HOSTILE = {
    "one word without an end": "a" * LARGE,
    "letters and hyphens": "a-" * LARGE,
    "hyphens at the ends of lines": "a-\n" * LARGE,
    "brackets that open": "[" * LARGE,
    "brackets and blanks": "[ " * LARGE,
    "a bracket and blanks without an end": "[" + " " * LARGE + "a",
    "stars": "*" * LARGE,
    "dots": ". " * LARGE,
    "a sound and colons": "(laughs" + ":" * LARGE,
    "a sound and figures": "(laughs" + " 1" * LARGE,
    "names": "a: b\n" * LARGE,
    "as many names": "".join(f"n{number}: b\nn{number}: c\n" for number in range(LARGE // 20)),
    "a name and blanks without an end": "a" + " " * LARGE + "b",
    "times": "1:10 " * LARGE,
    "times between hashes": "#00:01:10" * (LARGE // 8),
    "empty lines": "a" + "\n" * LARGE,
    "accents": "a" + "\u0301" * LARGE,
    "ideographs": "我" * LARGE,
}
QUOTES = {
    "a few words": "we never got an answer from anybody there",
    "a long one": " ".join(spoken_words(random.Random(1), 300)),
    "the longest": " ".join(spoken_words(random.Random(2), 11_000)),
    "the longest word": "ab" * 32_000,
    "marks alone": "[...] " * 10_000,
    "a word between marks": "a [...] " * 8_000,
    "words between marks": "we never got an answer [...] " * 2_000,
}
MOST_SECONDS = 8
"""Of the processor: many times what each needs, and a fraction of what squares would."""


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("name", ["transcripts/a.txt", "transcripts/a.vtt"])
def test_hostile_transcripts(text: str, name: str) -> None:
    start = time.process_time()
    transcript = made(f"{text}\nP03: we never got one answer from anybody there\n", name)
    for quote in ("we never got an answer from anybody there", text[:2_000] or "a"):
        locate(quote, transcript)
    assert time.process_time() - start < MOST_SECONDS


@pytest.mark.parametrize("quote", QUOTES.values(), ids=QUOTES)
def test_hostile_quotes(quote: str) -> None:
    transcript = made(" ".join(spoken_words(random.Random(3), 25_000)))
    start = time.process_time()
    locate(quote, transcript)
    assert time.process_time() - start < MOST_SECONDS


def test_a_quote_of_parts_that_stand_everywhere() -> None:
    transcript = made("we sat and we stood and " * 6_000)
    start = time.process_time()
    locate(" [...] ".join(["we sat", "and we stood", "nobody"] * 300), transcript)
    assert time.process_time() - start < MOST_SECONDS


CUES = "".join(
    f"{number}\n00:{number // 60 % 60:02}:{number % 60:02}.000 --> 00:59:59.000\n<v A>we sat\n\n"
    for number in range(8_000)
)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_many_cues(end: str) -> None:
    start = time.process_time()
    made(("WEBVTT\n\n" + CUES).replace("\n", end), "transcripts/a.vtt")
    made(CUES.replace("\n\n", "\n").replace("\n", end), "transcripts/a.srt")
    assert time.process_time() - start < MOST_SECONDS
