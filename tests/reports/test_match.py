"""Suggestions in every format: whole outputs kept, and nothing in them that acts on its own."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from functools import partial
from typing import Any

import pytest
from markdown_it import MarkdownIt

from gapcheck import __version__
from gapcheck.model.suggestion import Band, Candidate, Matching, SharedWord
from gapcheck.reports import match_words
from gapcheck.reports.match_formats import MATCH_EXTENSIONS, MATCH_FORMATS, TERMINAL
from gapcheck.reports.terminal.matching import write_matching
from gapcheck.reports.words import HELD_BACK

from . import match_sample as sample
from .golden import assert_kept
from .match_sample import SAMPLES, drawn, written
from .screens import coloured, too_wide

every_sample = pytest.mark.parametrize("name", SAMPLES)


@pytest.mark.parametrize("width", [60, 80, 120])
@every_sample
def test_the_screen_is_the_kept_one(name: str, width: int) -> None:
    assert_kept(f"match-{name}-{width}.txt", drawn(SAMPLES[name], width))


def test_the_ascii_screen_is_the_kept_one() -> None:
    assert_kept("match-ascii-80.txt", drawn(sample.UNCALIBRATED, ascii_only=True))


@pytest.mark.parametrize(("form", "ending"), [("json", "json"), ("csv", "csv"), ("markdown", "md")])
@pytest.mark.parametrize("name", ["uncalibrated", "calibrated"])
def test_the_file_is_the_kept_one(name: str, form: str, ending: str) -> None:
    text = written(form, SAMPLES[name]).replace(f'"{__version__}"', '"VERSION"')
    assert_kept(f"match-{name}.{ending}", text)


@pytest.mark.parametrize("width", [24, 40, 60, 79, 80, 120])
@pytest.mark.parametrize("ascii_only", [False, True])
@every_sample
def test_no_line_is_wider_than_the_screen(name: str, width: int, ascii_only: bool) -> None:
    text = drawn(SAMPLES[name], width, ascii_only=ascii_only)
    assert not too_wide(text, width)
    assert not [line for line in text.splitlines() if line != line.rstrip()]
    assert not ascii_only or text.isascii()


def test_cues_are_bold_where_they_stand_in_the_quote() -> None:
    text = coloured(partial(write_matching, sample.UNCALIBRATED))
    assert "\x1b[1mnever asked\x1b[0m what training" in text
    assert "\x1b[1mnobody\x1b[0m" in text


def test_of_a_very_long_excerpt_the_screen_shows_the_beginning() -> None:
    long = replace(sample.SPOKEN, quote="We were " + "never " * 10_000 + "asked.", cues=())
    matching = replace(sample.UNCALIBRATED, suggestions=(long,))
    text = " ".join(drawn(matching).split())
    assert "“We were never never" in text
    # 60,014 letters, two quotation marks, and 1,200 of them shown.
    assert "[…] 58,816 more characters stand in the file." in text
    assert text.count("never") < 300
    assert "asked.”" in written("markdown", matching)


def test_of_a_long_translation_too() -> None:
    foreign = replace(sample.SPOKEN, translation="never " * 500, cues=())
    text = drawn(replace(sample.UNCALIBRATED, suggestions=(foreign,)))
    assert "more characters stand in the file" in " ".join(text.split())


@pytest.mark.parametrize(("letters", "cut"), [(1398, False), (1399, True)])
def test_a_few_more_letters_are_shown_too(letters: int, cut: bool) -> None:
    spoken = replace(sample.SPOKEN, quote="x" * letters, cues=())
    text = drawn(replace(sample.UNCALIBRATED, suggestions=(spoken,)), width=2000)
    assert ("more characters" in text) is cut


def test_speech_is_data_and_nowhere_markup() -> None:
    assert "“[laughs] =1+1 | *nobody* told <b>us</b>" in drawn(sample.UNCALIBRATED)
    page = MarkdownIt().enable("table").render(written("markdown", sample.UNCALIBRATED))
    assert "[laughs] =1+1 | *nobody* told &lt;b&gt;us&lt;/b&gt;" in page
    assert "<em>" not in page


def test_control_characters_act_nowhere() -> None:
    nasty = replace(sample.SPOKEN, quote="We \x1b[31mwere\u202e never asked", cues=())
    matching = replace(sample.UNCALIBRATED, suggestions=(nasty,))
    for text in (drawn(matching), *(written(form, matching) for form in MATCH_FORMATS)):
        assert "\x1b" not in text
        assert "\u202e" not in text


@pytest.mark.parametrize("begins", ["=", "+", "-", "@", " =", "\t="])
def test_a_spreadsheet_calculates_nothing(begins: str) -> None:
    named = replace(sample.SPOKEN, source=f"{begins}1+1")
    word = SharedWord(f"{begins}cmd", "x", 0.5)
    named = replace(named, candidates=(Candidate(sample.TRAIN, -1.5, Band.WEAK, (word,)),))
    (row,) = table(replace(sample.UNCALIBRATED, suggestions=(named,)))
    assert row["source"].startswith("'")
    assert row["terms"].startswith("'")
    # A number is none that a spreadsheet would run.
    assert row["score"] == "-1.5"


def table(matching: Matching) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written("csv", matching))))


def test_a_row_of_csv_is_a_candidate_or_an_excerpt_without() -> None:
    rows = table(sample.UNCALIBRATED)
    assert len(rows) == 4 + 2 + 1 + 1 + 1 + 3
    assert [row["off"] for row in rows if not row["imperative"]] == [
        "nothing-shared",
        "no-translation",
        "no-words",
        "no-imperative",
    ]
    assert {row["illustrative"] for row in rows} == {"yes"}
    assert {row["illustrative"] for row in table(sample.CALIBRATED)} == {"yes", "no"}


def test_the_json_is_the_contract() -> None:
    whole: Any = json.loads(written("json", sample.UNCALIBRATED))
    assert whole["format"] == "gapcheck-match/1"
    first = whole["suggestions"][0]
    assert {"lsp", "source", "excerpt", "file", "line", "candidates"} <= set(first)
    assert {"imperative", "score", "terms"} <= set(first["candidates"][0])
    assert first["candidates"][0]["imperative"] == "guidance-2001/train-and-support"
    assert written("json", sample.UNCALIBRATED).isascii()


def test_held_back_words_have_a_marker_in_their_place() -> None:
    matching = replace(sample.UNCALIBRATED, suggestions=(sample.HELD_BACK,))
    assert HELD_BACK in drawn(matching, 100)
    for form in ("csv", "markdown"):
        assert HELD_BACK.strip("()") in written(form, matching)
    (one,) = json.loads(written("json", matching))["suggestions"]
    assert (one["quote"], one["candidates"][0]["terms"]) == (None, [])
    assert one["cues"] == [{"kind": "refusal", "start": None, "end": None}]
    assert "Cue of refusal. Stance is yours to give." in drawn(matching)
    assert "shared words are not shown" in drawn(matching)


def test_nothing_found_says_so() -> None:
    assert "No excerpt waits to be reviewed" in drawn(sample.EMPTY)
    without = replace(sample.UNCALIBRATED, imperatives=0)
    assert "There is no imperative that applies here" in drawn(without)
    narrowed = replace(sample.UNCALIBRATED, suggestions=())
    assert "8 unreviewed excerpts against 12 imperatives. None of them" in drawn(narrowed, 100)
    uneven = replace(sample.UNCALIBRATED, coded=60)
    assert "its codes do not tell right suggestions from wrong ones" in drawn(uneven, 100)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (2.314, "2.31"),
        (0.88, ".88"),
        (-0.154, "-.15"),
        (-0.001, ".00"),
        (0, ".00"),
        (1, "1.00"),
        (-1.5, "-1.50"),
    ],
)
def test_scores_are_told_to_two_decimals(value: float, text: str) -> None:
    assert match_words.score(value) == text


def test_an_ending_means_a_format() -> None:
    assert set(MATCH_EXTENSIONS.values()) == {TERMINAL, *MATCH_FORMATS}
