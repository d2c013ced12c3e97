"""The row of words: what makes no difference between two texts, what does, and every place."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gapcheck.transcripts.words import row_of, words_of

ALIKE = {
    "case": ("The Papers CAME late", "the papers came late"),
    "punctuation": ("The papers: “came”, late!", "the papers came late"),
    "line ends and blanks": ("The papers\r\n\tcame  late\u00a0", "the papers came late"),
    "apostrophes": ("we’re, they‘d, can't, it´s, itʼs", "were theyd cant its its"),
    "a plural's apostrophe": ("the councils’ view", "the councils view"),
    "hyphens": ("co-ordinator co‐ordinator co‑ordinator", "coordinator coordinator coordinator"),
    "a word parted at the end of a line": ("the co-\n  ordinator", "the coordinator"),
    "a soft hyphen and signs that are not seen": ("co\u00adordi\u200bnator", "coordinator"),
    "dashes": ("nobody – or — somebody - came", "nobody or somebody came"),
    "dashes without blanks": ("nobody—somebody", "nobody somebody"),
    "years": ("2003–04 2003-04", "200304 200304"),
    "figures": ("1,000 of £5m and 50%", "1000 of 5m and 50"),
    "a decimal stays apart": ("1.5 and 15", "1 5 and 15"),
    "a list of figures": ("1, 2,3", "1 23"),
    "hesitation": ("Um, we er erm sat, mm, there", "we sat there"),
    "underlined": ("_never_ and __ever__", "never and ever"),
    "accents, put together or not": ("cafe\u0301 CAFÉ", "café café"),
    "ligatures and wide letters": ("ﬁne Ｗord", "fine word"),
    "sharp s": ("Straße STRASSE", "strasse strasse"),
    "Welsh": ("Tŷ’r Cyngor", "tŷr cyngor"),
    "Hindi": ("किताब, कीताब।", "किताब कीताब"),
    "Gurmukhi, put together or not": ("ਖ਼ਬਰ ਖ਼ਬਰ", "ਖ਼ਬਰ ਖ਼ਬਰ"),
    "Urdu": ("وہ آئے، نہیں گئے۔", "وہ آئے نہیں گئے"),
    "kana, put together or not": ("か\u3099が", "が が"),
    "signs each stand alone": ("我们开会, yes", "我 们 开 会 yes"),
    "Thai": ("เรา ok", "เ ร า ok"),
    "nothing": ("— … !", ""),
    "hesitation alone": ("um", ""),
    "a fraction": ("½ of it", "12 of it"),
}


@pytest.mark.parametrize(("text", "row"), ALIKE.values(), ids=ALIKE)
def test_what_makes_no_difference(text: str, row: str) -> None:
    assert row_of(text) == row
    assert words_of(text).row == f" {row} "


@pytest.mark.parametrize(
    ("one", "other"),
    [("now", "not"), ("café", "cafe"), ("1.5", "15"), ("19", "18"), ("a part", "apart")],
)
def test_what_does(one: str, other: str) -> None:
    assert row_of(one) != row_of(other)


def test_every_word_knows_its_place() -> None:
    text = "– Um, the CO-\nordinator’s  cafe\u0301: 2003–04."
    words = words_of(text)
    assert words.row == " the coordinators café 200304 "
    pieces = zip(words.starts, words.ends, strict=True)
    assert [text[start:end] for start, end in pieces] == [
        "the",
        "CO-\nordinator’s",
        "cafe\u0301",
        "2003–04",
    ]
    assert [words.row[place:].split()[0] for place in words.places] == words.row.split()


@pytest.mark.parametrize(
    ("first", "last", "piece"),
    [(1, 4, "We"), (1, 7, "We  sat"), (4, 7, "sat"), (5, 12, "sat there"), (0, 2, "We")],
)
def test_a_stretch_of_the_row_in_the_text(first: int, last: int, piece: str) -> None:
    text = "We  sat there."
    start, end = words_of(text).span(first, last)
    assert words_of(text).row == " we sat there "
    assert text[start:end] == piece


TEXTS = st.text(
    st.one_of(
        st.characters(codec="utf-8"),
        st.sampled_from("abc ABC 019 .,-–—’'`\u00ad\u0301\n\r\téßİ我"),
    ),
    max_size=60,
)


@given(TEXTS)
def test_a_row_holds_its_words_between_single_blanks_wherever_it_came_from(text: str) -> None:
    words = words_of(text)
    parts = words.row.split(" ")
    assert words.row == f" {row_of(text)} "
    assert (parts[0], parts[-1]) == ("", "")
    assert len(parts) - 2 == len(words.places) or not words.places
    assert list(words.starts) == sorted(words.starts)
    pieces = zip(words.places, words.starts, words.ends, strict=True)
    for place, start, end in pieces:
        piece = text[start:end]
        assert row_of(piece) == words.row[place : words.row.index(" ", place)]


LETTERS = st.characters(max_codepoint=0xFFF, exclude_categories=["Mn", "Mc", "Me"])


@given(st.text(LETTERS, max_size=30))
def test_it_makes_no_difference_how_accents_are_put_together(text: str) -> None:
    composed, apart = unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)
    assert row_of(composed) == row_of(apart)
