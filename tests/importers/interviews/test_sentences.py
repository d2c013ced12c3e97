"""Where sentences end, and where a long turn is parted."""

from __future__ import annotations

from itertools import pairwise

import pytest

from gapcheck.importers.interviews.cutting import cut
from gapcheck.importers.interviews.sentences import sentence_ends, unfinished
from gapcheck.importers.interviews.turn import Mark

ENDS = {
    "plain": "We sat. | Then we left! | Why? | Nobody knows.",
    "in quotes": "He said “We sat.” | Then he left. | (So did I.) | Right.",
    "titles": "We met Dr. Invented and Mrs. Madeup. | They left.",
    "initials": "J. K. Invented and A. Madeup sat. | So did I. | We left.",
    "abbreviations": "Papers, e.g. Item 4, came at 9 a.m. Monday, approx. 19. | Us vs. Them.",
    "letters": "The U.S. Treasury paid. | We did not.",
    "figures": "We had 3.5 days. | 19 of 38 met. | No. 5 did not. | No. | We left.",
    "a page": "It is on p. 3 of vol. 2. | Nobody read it.",
    "pauses": "We sat ... and then... I left... I’d say. | Well ... | The council did.",
    "a dash of dots": "We sat… and left… | The council did.",
    "small letters": "“Really?” she said. then he left. | Yes.",
    "brackets": "We sat [he left. Then came back.] there. | [laughs] We left. [pause]",
    "no blanks": "我们在会议上投票。| 然后离开了！| 谁？",
    "etc": "Papers, minutes etc. | They came.",
    "nothing": "",
}


@pytest.mark.parametrize("marked", ENDS.values(), ids=ENDS)
def test_ends(marked: str) -> None:
    tight = "。|" in marked
    words = marked.replace("| ", "") if tight else marked.replace(" | ", " ")
    parts = [part.strip() for part in marked.split("|")]
    bounds = [0, *sentence_ends(words), len(words)]
    found = [words[a:b].strip() for a, b in pairwise(bounds)]
    assert found == parts


@pytest.mark.parametrize(
    ("words", "open_"),
    [
        ("We sat.", False),
        ("We sat. [laughs]", False),
        ("“We sat.”", False),
        ("Who, we?", False),
        ("We sat", True),
        ("We sat...", True),
        ("We sat…", True),
        ("We sat –", True),
    ],
)
def test_unfinished(words: str, open_: bool) -> None:
    assert unfinished(words) is open_


def sentence(length: int, end: str = ".") -> str:
    return "We " + " ".join(["sat"] * (length - 2)) + f" there{end}"


def lengths(words: str, marks: tuple[Mark, ...] = ()) -> tuple[list[int], int]:
    spans, broken = cut(words, marks)
    assert all(words[a:b] == words[a:b].strip() for a, b in spans)
    assert " ".join(words[a:b] for a, b in spans) == words
    return [len(words[a:b].split()) for a, b in spans], broken


CUTS = {
    "short": ([120], [120]),
    "a word too many": ([60, 61], [60, 61]),
    "many sentences": ([10] * 25, [80, 90, 80]),
    "uneven ones": ([100, 20, 90, 5, 5, 80], [100, 110, 90]),
    "one that is too long": ([20, 200, 20], [20, 200, 20]),
    "one alone": ([239], [239]),
}


@pytest.mark.parametrize(("sentences", "passages"), CUTS.values(), ids=CUTS)
def test_cuts(sentences: list[int], passages: list[int]) -> None:
    words = " ".join(map(sentence, sentences))
    assert lengths(words) == (passages, 0)


def test_a_paragraph_ends_a_sentence() -> None:
    first, second = sentence(70, ""), sentence(70)
    marks = (Mark(0), Mark(len(first) + 1, ends=True))
    assert lengths(f"{first} {second}", marks) == ([70, 70], 0)
    assert lengths(f"{first} {second}", marks[:1]) == ([140], 0)


def test_without_full_stops_lines_are_all_there_is() -> None:
    line = "we sat there and watched them all day long"
    words = " ".join([line] * 40)
    marks = tuple(Mark(number * (len(line) + 1)) for number in range(40))
    found, broken = lengths(words, marks)
    assert (found, broken) == ([90, 90, 90, 90], 3)


def test_without_even_lines_a_text_is_not_longer_than_a_study_may_hold() -> None:
    found, broken = lengths(" ".join(["sat"] * 20_000))
    assert (found, broken) == ([8_000, 8_000, 4_000], 2)
