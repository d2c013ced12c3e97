"""What holds of every transcript, whatever is said in it and however it was laid out."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gapcheck.importers.interviews.run import read_interview
from gapcheck.model.unfit import Unfit

from .made import LAYOUTS, Turns, dialogues
from .shown import document, read

WORD = re.compile(r"[Ww]ord\d+")
TALKS = st.one_of(dialogues("Interviewer", "P03"), dialogues("Q", "R1", "R2", most=300))
layout = pytest.mark.parametrize("name", LAYOUTS)


@layout
@given(TALKS)
@settings(max_examples=25, deadline=None)
def test_no_word_is_lost_or_doubled(name: str, turns: Turns) -> None:
    one = document(read(LAYOUTS[name](turns), name))
    for label in dict.fromkeys(label for label, _ in turns):
        spoken = [word for who, words in turns if who == label for word in WORD.findall(words)]
        told = [word for p in one.passages if p.speaker == label for word in WORD.findall(p.text)]
        assert told == ([] if label in ("Interviewer", "Q") else spoken)
    every = [word for _, words in turns for word in WORD.findall(words)]
    assert WORD.findall(one.text or "") == every


@layout
@given(TALKS)
@settings(max_examples=25, deadline=None)
def test_passages_stand_in_the_text_and_apart(name: str, turns: Turns) -> None:
    one = document(read(LAYOUTS[name](turns), name))
    text = one.text or ""
    spans = [(p.start or 0, p.end or 0) for p in one.passages]
    assert [text[start:end] for start, end in spans] == [p.text for p in one.passages]
    assert all(first[1] < second[0] for first, second in pairwise(spans))
    assert all(p.text == p.text.strip() and p.text for p in one.passages)
    assert text.endswith("\n")
    assert "\r" not in text
    for p in one.passages:
        line = text.count("\n", 0, p.start) + 1
        assert p.at == f"line {line}" or re.fullmatch(r"\d\d:\d\d:\d\d", p.at)


@given(TALKS)
@settings(max_examples=25, deadline=None)
def test_what_was_written_reads_as_what_was_read(turns: Turns) -> None:
    first = document(read(LAYOUTS["closed.txt"](turns)))
    second = document(read(first.text or ""))
    words = [" ".join(p.text.split()) for p in first.passages]
    assert " ".join(p.text for p in second.passages) == " ".join(words)
    assert [p.asked for p in second.passages][-1:] == [p.asked for p in first.passages][-1:]


@given(dialogues("P03", "Q", most=400))
@settings(max_examples=25, deadline=None)
def test_a_long_turn_ends_where_its_sentences_do(turns: Turns) -> None:
    one = document(read(LAYOUTS["plain.txt"](turns)))
    text = one.text or ""
    for first, second in pairwise(one.passages):
        between = text[first.end : second.start]
        if between == "\n" and len(first.text.split()) <= 240:
            assert re.search(r"(?:[.?!…]|\])\Z", first.text)


WORDS = """
P03 Anna Bo Q : [ ] (laughs) 00:01:10 # 1:10 sat * é --> 00:01.000 <v Anna> . ? Date NOTE WEBVTT
Interviewer Present &amp; I Mm Yeah 12 | 我们
"""
ODD = ["\t", " ", "\n", "\n\n", "\u2028", "\r", "\0", "e\u0301", "<v Anna>", "12 May 2004"]
PIECES = st.sampled_from([*WORDS.split(), *ODD])


@given(st.lists(PIECES, max_size=60).map("".join), st.sampled_from(["a.txt", "a.vtt", "a.srt"]))
@settings(max_examples=300, deadline=None)
def test_anything_is_read_or_unfit(text: str, name: str) -> None:
    try:
        one = document(read(text, name))
    except Unfit:
        return
    spans = [(p.start or 0, p.end or 0) for p in one.passages]
    assert [(one.text or "")[start:end] for start, end in spans] == [p.text for p in one.passages]
    assert all(first[1] < second[0] for first, second in pairwise(spans))
    keys = {voice.key for voice in one.voices}
    assert {p.speaker for p in one.passages} <= keys
    assert all(re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*", key) for key in keys)


@given(st.binary(max_size=300), st.sampled_from(["txt", "md", "vtt", "srt", "docx"]))
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_read_or_unfit(data: bytes, ending: str) -> None:
    try:
        read_interview(f"a.{ending}", data)
    except Unfit:
        return


@given(st.text(max_size=200))
def test_any_name_of_a_file_is_read_or_unfit(name: str) -> None:
    try:
        read_interview(name, b"P: We sat.")
    except Unfit:
        return
