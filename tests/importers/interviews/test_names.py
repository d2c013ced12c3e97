"""No name of anybody who speaks is left in anything but the key."""

from __future__ import annotations

import random
import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from gapcheck.importers.interviews.run import read_interview

from .made import LAYOUTS, Turns
from .shown import document, read

FIRST = ("Zorblina", "Quixador", "Vexandré", "Anne-Blorta", "Trimbolo")
LAST = ("Snorvath", "O’Plimsk", "Grumbelow", "Hexatron", "McWobbet")
FRAMES = (
    "So {0} sat.",
    "We met {1}, {0}'s aunt.",
    "{0} {1} wrote.",
    "ASK {2}!",
    "Ms {1} (not {0}) left.",
    "he said “{0}, come”",
    "Dr {1}-led groups",
    "[{0} laughs] and so on",
    "it was {0}",
    "{3} {1}?",
)


def talks(seed: int) -> tuple[list[tuple[str, str]], Turns]:
    choose = random.Random(seed)
    people = list(
        zip(choose.sample(FIRST, 3), choose.sample(LAST, 3), strict=True),
    )
    turns: Turns = []
    for number in range(choose.randint(6, 12)):
        first, last = people[number % 3]
        said = []
        for _ in range(choose.randint(1, 3)):
            one, two = choose.choice(people)
            apart = unicodedata.normalize("NFD", one)
            said.append(choose.choice(FRAMES).format(one, two, one.upper(), apart))
        turns.append((f"{first} {last}", " ".join(said)))
    return people, turns


@pytest.mark.parametrize("layout", LAYOUTS)
@given(st.builds(talks, st.integers(0, 1 << 32)))
@settings(max_examples=25, deadline=None)
def test_planted_names(layout: str, made: tuple[list[tuple[str, str]], Turns]) -> None:
    people, turns = made
    (first, last), *_ = people
    name = f"{first}_{last.lower()}-{layout}"
    head = f"Present: {', '.join(map(' '.join, people))}\n\n" if layout.endswith("txt") else ""
    found = read(head + LAYOUTS[layout](turns), name)
    told = unicodedata.normalize(
        "NFC", repr(found) + repr(found.brought) + repr(document(found).text)
    )
    for names in people:
        for part in names:
            for one in (part, *part.replace("’", "-").split("-")):
                assert len(one) < 3 or one.casefold() not in told.casefold()
    assert dict(found.key) == {
        f"P{number:02}": " ".join(names) for number, names in enumerate(people, 1)
    }


EQUIVOCAL = """\
Mark Madeup: We asked Mark. Mark that: Mark asked. "Mark?" And Mark Madeup.
Jo Invented: So Jo will. Jo did. We told Jo. Will Jo? No joke.
Mark Madeup: There.
Jo Invented: Where?
"""


def test_names_that_may_be_words() -> None:
    found = read(EQUIVOCAL)
    assert (document(found).text or "").splitlines() == [
        'P01: We asked P01. Mark that: Mark asked. "Mark?" And P01.',
        "P02: So P02 will. Jo did. We told P02. Will P02? No joke.",
        "P01: There.",
        "P02: Where?",
    ]
    told = {one.what: (one.count, one.examples) for one in found.brought.tallies}
    assert told["lines with a word that may be a name"] == (2, ("line 1", "line 2"))
    assert told["lines with a name that may be a word"] == (2, ("line 1", "line 2"))


def test_a_name_that_stands_uncapitalised_too_may_be_a_word() -> None:
    text = (
        "Quill Madeup: I had a quill. Quill and ink. We asked Quill.\nP: And?\nQuill Madeup: Yes."
    )
    assert "P01: I had a quill. Quill and ink. We asked P01." in (document(read(text)).text or "")


TOLD = {
    "last name first": ("Invented, Anna", "Anna Invented", "P01"),
    "a title": ("Dr Anna Invented", "Dr Invented", "Dr P01"),
    "an office in brackets": ("Anna Invented (Fen Council)", "Anna of Fen", "P01 of Fen"),
    "an office behind a dash": ("Anna Invented - Fen Council", "Anna of Fen", "P01 of Fen"),
    "a role in brackets": ("Anna (Interviewer)", "Anna", "P01"),
    "a name behind a role": ("Interviewer (Anna)", "Anna", "Interviewer"),
    "a role behind a name": ("Anna (Chair)", "the Chair", "the Chair"),
    "an office behind a code": ("P03 (Fen Council)", "Fen Council", "Fen Council"),
    "capitals": ("ANNA", "Anna", "P01"),
    "small letters": ("anna", "anna", "P01"),
    "a particle": ("Anna van Invented", "Anna van Invented", "P01"),
    "a middle initial": ("Anna J. Invented", "Anna Invented", "P01"),
    "both names apart": ("Anna Invented", "Anna / Invented", "P01 / P01"),
    "a part of a longer word": ("Anna", "the Annals of Anna2", "the Annals of Anna2"),
    "an apostrophe": ("Anna O'Invented", "O’Invented", "P01"),
    "another script": ("Анна", "Анна", "P01"),
    "a role as a first name": ("Manager Bodo", "the Manager Bodo", "the P01"),
}


@pytest.mark.parametrize(("label", "spoken", "told"), TOLD.values(), ids=TOLD)
def test_what_a_name_becomes(label: str, spoken: str, told: str) -> None:
    found = read(f"{label}: x says so of {spoken} there\n{label}: Well.\nX9: z.\n{label}: Oh.")
    assert f"x says so of {told} there" in (document(found).text or "")


ABOVE = {
    "initials": ("Interviewee: Anna Invented\nAI: x {}\nAI: y", "Anna", "P01"),
    "a role": ("Interviewee: Anna Invented\nR: x {}\nI: y", "Anna", "R"),
    "the same role": ("Interviewer: Anna Invented\nR: x {}\nInterviewer: y", "Anna", "Interviewer"),
    "who interviewed": ("Interviewed by: Anna Invented\nR: x {}\nI: y", "Anna", "I"),
    "a code": ("Interviewee: P07\nP07: x {}\nI: y", "Anna", "Anna"),
    "the same name": (
        "Present: Anna Invented\nAnna Invented: x {}\nAnna Invented: y",
        "Anna",
        "P01",
    ),
    "a list": ("Present: Anna Invented, Bodo Madeup\nI: x {}\nR: y", "Anna, Madeup", "P01, P02"),
    "no names": ("Present: everybody\nI: x {}\nR: y", "Anna", "Anna"),
    "too long a list": (f"Present: {'Anna Invented, ' * 40}\nI: x {{}}\nR: y", "Anna", "Anna"),
    "of two, one name": (
        "Anna Old: x {}\nAnna New: y\nAnna Old: x\nAnna New: z",
        "Anna",
        "P01/P02",
    ),
}


@pytest.mark.parametrize(("text", "spoken", "told"), ABOVE.values(), ids=ABOVE)
def test_names_in_lines_above(text: str, spoken: str, told: str) -> None:
    found = document(read(text.replace("{}", f"says so of {spoken} there")))
    assert f"x says so of {told} there" in (found.text or "")


def test_labels_that_stand_once_are_told() -> None:
    found = read("P03: We sat.\nDora: No.\nP03: So.")
    (told,) = (one for one in found.brought.tallies if one.what == "labels that stand but once")
    assert (told.count, told.examples) == (1, ("P01",))


def test_who_is_who_in_one_person_of_two_labels() -> None:
    found = read(
        "Anna Invented: Where?\nAnna: There?\nBo: Oh.\nAnna Invented: Yes?\nAnna: So.\nBo: A."
    )
    assert found.key == (("P01", "Anna Invented"), ("P01", "Anna"), ("P02", "Bo"))
    told = {one.what: one.examples for one in found.brought.tallies}
    assert told["people under several labels"] == ("P01",)
    assert told["people who may be the interviewer"] == ("P01",)


def test_ids_of_the_file_and_of_earlier_files_are_not_given_again() -> None:
    text = "P1: We sat.\nAnna Invented: Where?\nBo Madeup: There.\nAnna Invented: A.\nBo Madeup: B."
    assert read(text).key == (("P02", "Anna Invented"), ("P03", "Bo Madeup"))
    known = (("P04", "Bo Madeup"), ("P02", "Dora Invented"))
    assert read(text, known=known).key == (("P03", "Anna Invented"), ("P04", "Bo Madeup"))


CODES = {
    "Respondent 1": "Respondent-1", "INT": "INT", "R2": "R2", "Speaker A": "Speaker-A",
    "P 03": "P-03", "VCS_3": "VCS_3", "Female voice": "Female-voice", "Q": "Q",
}  # fmt: skip


@pytest.mark.parametrize("label", CODES)
def test_codes_and_roles_are_kept(label: str) -> None:
    found = read(f"{label}: We sat there.\nX9: Where?\n{label}: There.")
    assert document(found).voices[0].key == CODES[label]
    assert found.key == ()


ASK = ["Interviewer", "INT", "I", "Q", "Researcher", "Moderator 2", "Facilitator", "int", "I1"]


@pytest.mark.parametrize("label", ASK)
def test_who_asks_by_label(label: str) -> None:
    found = document(read(f"{label}: Where do you sit?\nP1: There.\n{label}: I see, thanks.\n"))
    assert [voice.asks for voice in found.voices] == [True, False]
    assert [(p.text, p.asked) for p in found.passages] == [("There.", "Where do you sit?")]


def test_who_asks_by_the_lines_above() -> None:
    above = "Interviewer: Carla Madeup (CM)\nInterviewee: Anna Invented (AI)\n\n"
    found = read(above + "CM: Where, Anna?\nAI: There.\nCM: Why?\nAI: Ask Carla.")
    assert [(voice.key, voice.asks) for voice in document(found).voices] == [
        ("P01", True),
        ("P02", False),
    ]
    assert [(p.text, p.asked) for p in document(found).passages] == [
        ("There.", "Where, P02?"),
        ("Ask P01.", "Why?"),
    ]
    assert found.key == (
        ("P01", "CM"),
        ("P01", "Carla Madeup"),
        ("P02", "AI"),
        ("P02", "Anna Invented"),
    )


def test_who_asks_as_somebody_says() -> None:
    text = "Anna Invented: Where?\nBo Madeup: There.\nAnna Invented: Why?\nBo Madeup: Because."
    first = document(read(text))
    assert [(p.speaker, p.asked) for p in first.passages] == [
        (who, "") for who in ("P01", "P02", "P01", "P02")
    ]
    assert not any(voice.asks for voice in first.voices)
    second = read(text, asking=["p01"])
    assert [(p.speaker, p.asked) for p in document(second).passages] == [
        ("P02", "Where?"),
        ("P02", "Why?"),
    ]
    assert not [one for one in second.brought.tallies if one.what.startswith("people who may")]


@given(
    st.sampled_from(["Anna.docx", "anna_invented.TXT", "int-AnnaInvented.txt", "01 invented.txt"])
)
@example("annainvented2.txt")
def test_names_of_files(name: str) -> None:
    text = "Anna Invented: We sat.\nBo: Where?\nAnna Invented: There.\nBo: Oh."
    found = read_interview(name.replace(".docx", ".txt"), text.encode())
    told = repr(found.brought).casefold()
    assert "anna" not in told
    assert "invented" not in told
