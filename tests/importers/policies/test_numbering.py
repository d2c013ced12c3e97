"""Numbers of paragraphs: what is one, and how a place is cited by them."""

from __future__ import annotations

import pytest

from gapcheck.importers.policies.numbering import Manner, Place, Rank, division, peeled, roman

PEELED = {
    "116ZA Duty to report": (["116ZA"], "Duty to report"),
    "12.—(1) The council must": (["12", "(1)"], "The council must"),
    "2(1)In preparing": (["2", "(1)"], "In preparing"),
    "3. The council": (["3"], "The council"),
    "(2)(c) a plan": (["(2)", "(c)"], "a plan"),
    "(2A) a plan": (["(2A)"], "a plan"),
    "(A) a plan": (["(A)"], "a plan"),
    "iv) a plan": (["(iv)"], "a plan"),
    "2.4 The council": (["2.4"], "The council"),
    "2.4.1a the council": (["2.4.1a"], "the council"),
    "• The council": (["•"], "The council"),
    "- the council": (["•"], "the council"),
    "- (a) the council": (["(a)"], "the council"),
    "[F7(6)In subsection": (["(6)"], "In subsection"),
    "7": (["7"], ""),
    # No numbers of paragraphs
    "12 members must attend": ([], "12 members must attend"),
    "2011 was a good year": ([], "2011 was a good year"),
    "(the council) must": ([], "(the council) must"),
    "The council": ([], "The council"),
}


@pytest.mark.parametrize(("text", "expected"), PEELED.items())
def test_what_a_paragraph_begins_with(text: str, expected: tuple[list[str], str]) -> None:
    labels, rest = peeled(text)
    assert ([label.text for label in labels], rest) == expected


def cited(manner: Manner, *passed: str) -> str:
    """Where one is, after these headings (with #) and numbers."""
    place = Place(manner)
    for one in passed:
        if one.startswith("#"):
            place.under(one[1:])
        else:
            place.at(peeled(f"{one} Xx")[0])
    return place.locator()


CITED = {
    (Manner.ACT, "116ZA", "(1)", "(2)", "(a)", "(b)", "(c)"): "s.116ZA(2)(c)",
    (Manner.ACT, "4(1)(a)", "(i)", "(ii)"): "s.4(1)(a)(ii)",
    (Manner.ACT, "4(1)(h)", "(i)"): "s.4(1)(i)",
    (Manner.ACT, "4(1)(u)", "(v)"): "s.4(1)(v)",
    (Manner.ACT, "4(1)(a)", "(i)", "(ii)", "(iii)", "(iv)", "(v)"): "s.4(1)(a)(v)",
    (Manner.ACT, "4(1)(a)", "(i)", "(A)", "(b)"): "s.4(1)(b)",
    (Manner.ACT, "4(1)(b)", "(i)", "(ii)", "(c)"): "s.4(1)(c)",
    (Manner.ACT, "4(2)", "5"): "s.5",
    (Manner.ACT, "#PART 2", "7"): "s.7",
    (Manner.ACT, "9", "#SCHEDULE 2", "3"): "Schedule 2 para 3",
    (Manner.ACT, "9", "#Schedule 2", "#Part 1", "3(1)(a)"): "Schedule 2 para 3(1)(a)",
    (Manner.ACT, "9", "#Schedule"): "Schedule",
    (Manner.REGULATIONS, "4.—(1)"): "reg. 4(1)",
    (Manner.ORDER, "4"): "art. 4",
    (Manner.RULES, "4"): "rule 4",
    (Manner.GUIDANCE, "2.4"): "para 2.4",
    (Manner.GUIDANCE, "2.4", "(a)"): "para 2.4(a)",
    (Manner.GUIDANCE, "2.4", "•"): "para 2.4",
    (Manner.GUIDANCE, "(i)", "(ii)"): "",
    (Manner.GUIDANCE, "#Annex B", "(a)"): "Annex B (a)",
}


@pytest.mark.parametrize(("passed", "expected"), CITED.items())
def test_how_a_place_is_cited(passed: tuple[Manner, ...], expected: str) -> None:
    assert cited(passed[0], *passed[1:]) == expected


def test_a_paragraph_without_a_number_stands_after_the_last_in_guidance_alone() -> None:
    for manner, expected in ((Manner.GUIDANCE, "after para 3"), (Manner.ACT, "s.3")):
        place = Place(manner)
        place.unnumbered()
        assert place.locator() == ""
        place.at(peeled("3 Xx")[0])
        place.unnumbered()
        assert place.locator() == expected
        place.at(peeled("4 Xx")[0])
        assert "after" not in place.locator()


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("SCHEDULE 2 Bodies", "Schedule 2"),
        ("Schedule", "Schedule"),
        ("Annex B: Forms", "Annex B"),
        ("PART IV", "Part IV"),
        ("Part of the answer", ""),
        ("Participation", ""),
    ],
)
def test_divisions(heading: str, expected: str) -> None:
    assert division(heading) == expected


def test_roman_numbers() -> None:
    names = "i ii iii iv v vi vii viii ix x xi xiv xix xx xxix"
    assert [roman(name) for name in names.split()] == [*range(1, 12), 14, 19, 20, 29]


def test_ranks_are_in_the_order_of_statutes() -> None:
    assert Rank.TOP < Rank.ARABIC < Rank.LETTER < Rank.ROMAN < Rank.CAPITAL < Rank.BULLET
