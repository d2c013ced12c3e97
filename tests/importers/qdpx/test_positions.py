"""Positions: each program's way of counting gives the right words, and is found out by itself."""

from __future__ import annotations

import random
from xml.etree.ElementTree import Element, fromstring

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gapcheck.importers.qdpx.positions import READINGS, Mark, ruler, score, span
from gapcheck.importers.qdpx.run import read_bytes

from .projects import VENDORS, Marked, Project, Shape, Text, code, guid

WORDS = "board papers late the night before café naïve seat vote money compact nobody"


def spoken(seed: int, words: int = 6000, astral: int = 800) -> tuple[str, list[tuple[int, int]]]:
    """A text with CRLF and astral characters, and where each of its words stands."""
    random_ = random.Random(seed)
    plain = WORDS.split()
    chosen = [random_.choice(plain) for _ in range(words - astral)]
    chosen += [random_.choice(["😀", "𝒜", "🏛"]) for _ in range(astral)]
    random_.shuffle(chosen)
    text, places = "", []
    for each in chosen:
        places.append((len(text), len(text) + len(each)))
        text += each + random_.choice([" "] * 9 + ["\r\n"])
    return text, places


def stretches(seed: int, count: int = 300) -> tuple[str, list[Marked]]:
    """A text, and that many passages of whole words in it."""
    raw, places = spoken(seed)
    random_ = random.Random(seed + 1)
    marked = []
    for _ in range(count):
        first = random_.randrange(len(places) - 60)
        last = first + random_.randrange(1, 60)
        marked.append(Marked(places[first][0], places[last][1], codes=["seats"]))
    return raw, marked


@pytest.mark.parametrize("vendor", VENDORS)
def test_300_selections_have_the_right_words_whatever_the_program_counts(vendor: str) -> None:
    raw, marked = stretches(7)
    assert raw.count("\r\n") > 300
    assert sum(each > "\uffff" for each in raw) == 800
    project = Project([Text("one", raw, marked)], [code("seats")])
    brought = read_bytes("b.qdpx", project.packed(VENDORS[vendor]))
    (document,) = brought.documents
    expected = {raw[each.start : each.end].replace("\r\n", "\n") for each in marked}
    assert {each.text for each in document.passages} == expected
    text = document.text or ""
    assert "\r" not in text
    assert all(text[each.start : each.end] == each.text for each in document.passages)


@pytest.mark.parametrize("vendor", ["nvivo", "atlas", "qualcoder", "odd"])
def test_a_reader_that_counts_code_points_alone_gets_most_of_them_wrong(vendor: str) -> None:
    raw, marked = stretches(7)
    shape = VENDORS[vendor]
    wrong = sum(
        raw[shape.position(raw, each.start) : shape.position(raw, each.end)]
        != raw[each.start : each.end]
        for each in marked
    )
    assert wrong > 250


@pytest.mark.parametrize(
    ("vendor", "said"),
    [
        ("nvivo", "UTF-16 units, a line end of two characters as two; 100% fit."),
        ("qualcoder", "code points, a line end of two characters as one; 100% fit."),
        ("maxqda", "code points, a line end of two characters as two; 100% fit."),
        ("odd", "UTF-16 units, a line end of two characters as one; 100% fit."),
    ],
)
def test_the_reading_is_said_with_its_score(vendor: str, said: str) -> None:
    raw, marked = stretches(3, 40)
    project = Project([Text("one", raw, marked)], [code("seats")])
    brought = read_bytes("b.qdpx", project.packed(VENDORS[vendor]))
    (found,) = [each for each in brought.tallies if each.why.startswith("Positions were read")]
    assert (found.count, found.why) == (40, f"Positions were read as {said}")


def test_positions_that_fit_no_reading_are_refused_and_said() -> None:
    raw, marked = stretches(5, 60)
    random_ = random.Random(1)
    for each in marked:
        each.start, each.end = sorted((random_.randrange(len(raw)), random_.randrange(len(raw))))
        each.start, each.end = each.start + 1, each.end + 2
    text = "".join(each for each in raw if each.isalpha())
    project = Project([Text("one", text * 3, marked)], [code("seats")])
    brought = read_bytes("b.qdpx", project.packed())
    assert brought.documents[0].passages == ()
    (found,) = [each for each in brought.tallies if "in every reading" in each.why]
    assert (found.count, found.examples) == (60, ("one",))


def test_a_source_from_another_program_within_the_project_has_its_own_reading() -> None:
    raw, marked = stretches(9, 100)
    other, few = stretches(10, 12)
    held = Project([Text("one", raw, marked)], [code("seats")])
    inner = Project([Text("two", other, few)], [])
    stranger = next(each for each in _sources(inner, Shape(pairs_as_one=True)))
    held.sources = [stranger]
    held.files = {"sources/" + _file("two"): other.encode()}
    brought = read_bytes("b.qdpx", held.packed(Shape(utf16=True)))
    words = {each.text for each in brought.documents[1].passages}
    assert words == {other[each.start : each.end].replace("\r\n", "\n") for each in few}
    assert any(each.why.startswith("In this source positions") for each in brought.tallies)


def _sources(project: Project, shape: Shape) -> list[Element]:
    root = fromstring(project.xml(shape).decode().replace(f' xmlns="{shape.namespace}"', ""))
    found = root.find("Sources")
    assert found is not None
    return list(found)


def _file(name: str) -> str:
    return f"{guid(name)}.txt"


letters = st.text(st.sampled_from("ab é😀𝒜́ \n"), max_size=40)


@given(letters, st.booleans(), st.booleans(), st.data())
@settings(deadline=None)
def test_every_place_that_a_program_writes_is_found_again(
    text: str, utf16: bool, one: bool, data: st.DataObject
) -> None:
    raw = text.replace("\n", "\r\n")
    shape = Shape(utf16=utf16, pairs_as_one=one)
    reading = next(each for each in READINGS if (each.utf16, each.paired) == (utf16, not one))
    measure = ruler(raw, reading)
    index = data.draw(st.integers(0, len(raw)))
    if raw[index - 1 : index + 1] == "\r\n":
        index += 1
    place = measure.place(shape.position(raw, index))
    assert place is not None
    assert measure.text[:place] == raw[:index].replace("\r\n", "\n")


def test_places_outside_of_a_text_or_within_a_character_are_none() -> None:
    utf16 = ruler("a😀b", READINGS[2])
    assert [utf16.place(each) for each in range(-1, 6)] == [None, 0, 1, None, 2, 3, None]
    assert span(utf16, Mark(2, 4)) is None
    assert span(utf16, Mark(1, 1)) is None
    assert span(utf16, Mark(3, 1)) is None


@pytest.mark.parametrize(
    ("mark", "fit"),
    [
        (Mark(0, 5), 1.0),
        (Mark(0, 6), 0.75),
        (Mark(1, 5), 0.5),
        (Mark(1, 4), 0.0),
        (Mark(1, 13, "oard papers"), 1.0),
        (Mark(1, 13, "oard pape…"), 1.0),
        (Mark(1, 13, "oard"), 0.5),
        (Mark(40, 50), 0.0),
    ],
)
def test_a_selection_fits_as_far_as_it_cuts_no_word(mark: Mark, fit: float) -> None:
    assert score(ruler("board papers, late", READINGS[0]), [mark]) == fit


def test_in_scripts_without_blanks_every_letter_is_an_edge() -> None:
    assert score(ruler("我们坐在后面看着", READINGS[0]), [Mark(2, 4)]) == 1.0
