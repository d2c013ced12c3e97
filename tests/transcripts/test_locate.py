"""Quotes in a transcript: found in their place, asked about, or not there; and the laws of that."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz import fuzz

from gapcheck.model.choices import Outcome
from gapcheck.transcripts.locate import has_words, locate
from gapcheck.transcripts.located import Difference, Located
from gapcheck.transcripts.quotation import quotation
from gapcheck.transcripts.words import row_of

from .noise import NOISES, noisy, spoken_words
from .spoken import INTERVIEW, found, look_for, made

VERIFIED = {
    "as it stands": ("the agenda and that's it", "the agenda and that's it"),
    "other signs and line ends": (
        "“The papers, if they come at all, reach us\n the night before”",
        "the papers – if they come at all – reach us the night\nbefore",
    ),
    "without what was heard besides": (
        "we're on the board, but the chairman decides what's on the agenda",
        "we’re on the board, but [pause] the chairman decides,\num, what’s on the agenda",
    ),
    "with other marks of what was heard": (
        "We never [laughs] got an answer",
        "We never got an answer",
    ),
    "years and figures": (
        "19 of the 38 meetings were like that in 2003-04",
        "19 of the 38 meetings were like that in 2003–04",
    ),
    "a word parted at the end of a line": (
        "and the coordinator wrote to everybody",
        "and the co-\nordinator wrote to everybody",
    ),
    "two turns with their names": (
        "Interviewer: And did that change? P03: No. No, no, it didn't.",
        "And did that change?\nP03: No. No, no, it didn't",
    ),
    "two turns without": (
        "And did that change? No. No, no, it didn't.",
        "And did that change?\nP03: No. No, no, it didn't",
    ),
    "a word said three times and quoted once": (
        "No, it didn't. They said they'd look into it, and the coordinator wrote to everybody",
        "no, it didn't. They said they'd look into it, and the co-\nordinator wrote to everybody",
    ),
    "a slip": (
        "They said they'd look into it, and the coordinater wrote to everybody",
        "They said they'd look into it, and the co-\nordinator wrote to everybody",
    ),
    "a colon in speech": (
        "So I said: we can't work like that",
        "So I said: we can't\nwork like that",
    ),
    "a letter changed by an editor": (
        "[T]hey said they'd look into it",
        "They said they'd look into it",
    ),
    "a few words": ("never got an answer", "never got an answer"),
    "one word": ("coordinator", "co-\nordinator"),
    "something left out": (
        "The papers [...] reach us the night before.",
        "the papers – if they come at all – reach us the night\nbefore",
    ),
    "something left out between two turns": (
        "And did that change? [...] They said they'd look into it",
        "And did that change?\nP03: No. No, no, it didn't. They said they'd look into it",
    ),
    "dots for a pause": (
        "Well... the papers... reach us the night before",
        "Well, the papers – if they come at all – reach us the night\nbefore",
    ),
    "a role for a name": (
        "we're on the board, but [a councillor] decides what's on the agenda",
        "we’re on the board, but [pause] the chairman decides,\num, what’s on the agenda",
    ),
    "a slip in one of two parts": (
        "They sayd they'd look into it [...] We never got an answer. Yes, we do.",
        "They said they'd look into it, and the co-\nordinator wrote to everybody, "
        "and then nothing. We never got an answer.\n[00:14:20] P03: Yes, we do",
    ),
    "marks at the ends": ("... reach us the night before [...]", "reach us the night\nbefore"),
}
DOUBTFUL = {
    "another figure": ("19 of the 88 meetings were like that in 2003-04", Difference.FIGURE),
    "a figure that is left out": (
        "So I said we can't work like that; of the 38 meetings were like that in 2003-04",
        Difference.FIGURE,
    ),
    "the opposite": (
        "it did. They said they'd look into it, and the coordinator wrote to everybody, and then "
        "nothing.",
        Difference.NEGATION,
    ),
    "a word that denies is left out": (
        "and the coordinator wrote to everybody, and then nothing. We ... got an answer.",
        Difference.NEGATION,
    ),
    "many slips": (
        "Thay sayd thay'd lock in to it, and the coordinater rote to evrybody",
        None,
    ),
    "a part that is too short to have slips": (
        "They said they'd look into it, and the coordinator wrote to everybody [...] nothink",
        None,
    ),
}
MISSING = {
    "nobody said so": "We always got an answer within a week from the council.",
    "few letters with a slip": "never got an anser",
    "the parts in another order": "We never got an answer [...] they said they'd look into it",
    "a part that is not there": "They said they'd look into it [...] the mayor had no time for us",
    "too much for what an editor puts in": "the papers [pause] what's on the agenda and that's it",
    "short parts too far apart": "papers reach [...] did that change",
    "nothing but marks": "[...] [laughs]",
    "a part of a word": "we never got an ans",
}


@pytest.mark.parametrize(("quote", "passage"), VERIFIED.values(), ids=VERIFIED)
def test_verified(quote: str, passage: str) -> None:
    assert found(quote) == ("verified", passage)


@pytest.mark.parametrize(("quote", "difference"), DOUBTFUL.values(), ids=DOUBTFUL)
def test_asked_about(quote: str, difference: Difference | None) -> None:
    one = look_for(quote)
    assert one.outcome is Outcome.DOUBTFUL
    assert one.differences == ((difference,) if difference else ())
    assert one.score >= 88


@pytest.mark.parametrize("quote", MISSING.values(), ids=MISSING)
def test_missing(quote: str) -> None:
    assert look_for(quote).outcome is Outcome.MISSING


def test_the_place_in_full() -> None:
    one = look_for("They said they'd look into it, and the coordinator wrote [...] then nothing.")
    start = INTERVIEW.index("They said")
    end = INTERVIEW.index("nothing.") + len("nothing")
    spans = ((start, INTERVIEW.index(" to everybody")), (INTERVIEW.index("then nothing"), end))
    assert one == Located(
        Outcome.VERIFIED, 100.0, start, end, spans, 10, 29, 11, 47, "00:01:10", ()
    )


def test_the_nearest_passage_of_what_is_missing() -> None:
    one = look_for("They told us that they'd look into it some time")
    assert (one.outcome, one.line, one.placed) == (Outcome.MISSING, 10, True)
    assert 65 <= one.score < 88
    assert "look into it" in INTERVIEW[one.start : one.end]
    nowhere = look_for("Quarterly budget figures delight accountants everywhere")
    assert nowhere == Located(Outcome.MISSING)
    assert not nowhere.placed


@pytest.mark.parametrize(
    ("at", "line"),
    [
        ("", 12),
        ("00:14:25", 12),
        ("00:15:02", 14),
        ("[00:15:30]", 14),
        ("15:05", 14),
        ("01:10", 12),
        ("page 3", 12),
    ],
)
def test_the_time_decides_between_places_with_the_same_words(at: str, line: int) -> None:
    assert locate("Yes, we do.", made(), at).line == line
    assert locate("Yes, we don't.", made(), at).outcome is Outcome.MISSING


def test_where_no_time_is_known_the_first_place_counts() -> None:
    text = INTERVIEW.replace("[", "(see ").replace("]", ")")
    assert made(text).stamps == ()
    assert locate("Yes, we do.", made(text), "00:15:02").line == 12


def test_a_score_never_looks_like_one_that_would_have_been_enough() -> None:
    chance = random.Random(4)
    text = " ".join(spoken_words(chance, 400))
    transcript = made(text)
    for _ in range(300):
        words = text.split()[100:160]
        one = locate(noisy(chance, " ".join(words), chance.uniform(0.02, 0.12)), transcript)
        assert (one.outcome is Outcome.VERIFIED) == (one.score >= 95 and not one.differences)
        assert (one.outcome is Outcome.MISSING) == (one.score < 88)


@pytest.mark.parametrize(
    ("quote", "there"),
    [("We sat.", True), ("[...]", False), ("[laughs] … um", False), ("", False), ("[W]e", True)],
)
def test_whether_there_is_anything_to_look_for(quote: str, there: bool) -> None:
    assert has_words(quote) is there


def test_what_a_transcript_and_a_place_print_holds_no_word() -> None:
    for one in (made(), look_for("We never got an answer.")):
        assert "answer" not in repr(one)
        assert "board" not in repr(one)


def test_a_transcript_in_chinese() -> None:
    text = "访谈：我们每个月开一次会，但是文件总是在前一天晚上才到。我们没有得到答复。\n"
    outcome, passage = found("文件总是在前一天晚上才到", text)
    assert (outcome, passage) == ("verified", "文件总是在前一天晚上才到")
    assert found("我们每个月开两次会，但是文件总是在前一天晚上才到", text)[0] == "doubtful"
    assert found("他们从来不开会，也没有人来", text)[0] == "missing"


# The laws, on an interview of some length in turns of one or two lines.

WORDS = spoken_words(random.Random(11), 4_000)
TURNS = [WORDS[start : start + 25] for start in range(0, len(WORDS), 25)]
TALK = "\n".join(
    f"{'P03' if number % 2 else 'INT'}: {' '.join(turn[:12])},\n{' '.join(turn[12:])}."
    for number, turn in enumerate(TURNS)
)
TRANSCRIPT = made(TALK)

CUTS = st.tuples(st.integers(0, len(TALK) - 1_200), st.integers(40, 1_100))


def cut(at: tuple[int, int]) -> tuple[int, int, str]:
    """A piece of the talk in whole words, without a name at either end."""
    start = TALK.index(" ", at[0]) + 1
    end = TALK.index(" ", start + at[1])
    for name in ("P03:", "INT:"):
        start += (len(name) + 1) * TALK.startswith(name, start)
        end -= (len(name) + 1) * TALK.endswith(name, start, end)
    return start, end, TALK[start:end]


@settings(deadline=None)
@given(CUTS)
def test_a_quote_cut_from_a_transcript_is_verified_in_its_place(at: tuple[int, int]) -> None:
    start, end, quote = cut(at)
    one = locate(quote, TRANSCRIPT)
    assert (one.outcome, one.score) == (Outcome.VERIFIED, 100.0)
    assert row_of(TALK[one.start : one.end]) == row_of(quote)
    assert (one.start, one.end) == (start, len(TALK[:end].rstrip(",.\n ")))
    assert one.line == TALK.count("\n", 0, start) + 1
    assert one.column == start - TALK.rfind("\n", 0, start)


@settings(deadline=None)
@given(CUTS, NOISES)
def test_a_tenth_of_the_letters_may_be_wrong(at: tuple[int, int], noise: tuple[float, int]) -> None:
    start, _, quote = cut(at)
    share, seed = noise
    if share > 0.1:
        return
    # A slip in the name before a turn would make a word of it that nobody said.
    spoken = quote.replace("P03: ", "").replace("INT: ", "")
    typed = noisy(random.Random(seed), spoken, share)
    one = locate(typed, TRANSCRIPT)
    assert one.outcome is not Outcome.MISSING
    assert abs(one.start - start) <= 20


@settings(deadline=None)
@given(st.integers(0, 2**20), st.integers(6, 120))
def test_what_nobody_said_is_not_found(seed: int, size: int) -> None:
    one = locate(" ".join(spoken_words(random.Random(seed + 99), size)), TRANSCRIPT)
    assert one.outcome is Outcome.MISSING


MARKS = st.sampled_from(["[laughs]", "[pause]", "[...]", "…", "...", "[a councillor]", "(laughs)"])


@settings(deadline=None)
@given(CUTS, st.lists(st.tuples(MARKS, st.floats(0, 1)), max_size=4))
def test_marks_change_nothing(at: tuple[int, int], marks: list[tuple[str, float]]) -> None:
    _, _, quote = cut(at)
    words = quote.split()
    for mark, share in marks:
        words.insert(int(share * len(words)), mark)
    plain, marked = locate(quote, TRANSCRIPT), locate(" ".join(words), TRANSCRIPT)
    assert replace(marked, spans=()) == replace(plain, spans=())


@settings(deadline=None)
@given(st.integers(0, 100), st.integers(10, 40), st.integers(1, 60), st.integers(10, 40))
def test_words_may_be_left_out(turn: int, first: int, gap: int, last: int) -> None:
    words = WORDS[turn * 25 :]
    quote = f"{' '.join(words[:first])} [...] {' '.join(words[first + gap :][:last])}"
    one = locate(quote, TRANSCRIPT)
    assert (one.outcome, one.score) == (Outcome.VERIFIED, 100.0)
    passage = row_of(TALK[one.start : one.end].replace("P03:", "").replace("INT:", ""))
    assert passage == " ".join(words[: first + gap + last])


@settings(deadline=None)
@given(CUTS, NOISES)
def test_what_a_whole_search_would_take_is_taken(
    at: tuple[int, int], noise: tuple[float, int]
) -> None:
    share, seed = noise
    typed = noisy(random.Random(seed), cut(at)[2], share)
    row = quotation(typed, TRANSCRIPT.names).joined
    whole = fuzz.partial_ratio_alignment(row, TRANSCRIPT.words.row)
    assert whole is not None
    one = locate(typed, TRANSCRIPT)
    if whole.score >= 88:
        assert one.outcome is not Outcome.MISSING
    if whole.score >= 95 and not one.differences:
        assert one.outcome is Outcome.VERIFIED
