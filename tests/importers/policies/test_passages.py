"""Paragraphs to sentences that stand for themselves: stems, items, cases, and what stands below."""

from __future__ import annotations

import pytest

from gapcheck.importers.policies.blocks import Block, Kind
from gapcheck.importers.policies.numbering import Manner
from gapcheck.importers.policies.passages import passages
from gapcheck.importers.policies.sentences import sentences


def walked(*texts: str, manner: Manner = Manner.ACT) -> list[str]:
    """Place and words of each passage; `#` begins a heading, `>` a quotation."""
    kinds = {"#": Kind.HEADING, ">": Kind.QUOTED}
    blocks = [
        Block(text.removeprefix("#").removeprefix(">"), kind=kinds.get(text[:1], Kind.TEXT))
        for text in texts
    ]
    return [f"{one.locator}: {one.text}" for one in passages(blocks, manner)]


def test_each_item_stands_behind_its_stem() -> None:
    assert walked(
        "4(1) Every council must—",
        "(a) prepare a plan; and",
        "(b) consult—",
        "(i) the parishes, and",
        "(ii) the police.",
        "(2) The plan may be revised.",
    ) == [
        "s.4(1)(a): Every council must prepare a plan",
        "s.4(1)(b)(i): Every council must consult the parishes",
        "s.4(1)(b)(ii): Every council must consult the police",
        "s.4(2): The plan may be revised.",
    ]


def test_a_list_within_a_paragraph() -> None:
    assert walked("4 Every council must— (a) prepare a plan; (b) consult on it.") == [
        "s.4(a): Every council must prepare a plan",
        "s.4(b): Every council must consult on it",
    ]


def test_brackets_that_are_no_list() -> None:
    text = "The council must act under paragraph (b), and see (c) below."
    assert walked(text) == [f": {text}"]


def test_items_with_words_of_their_own() -> None:
    assert walked("4 Each partnership—", "(a) must review its plan,", "(b) may revise it.") == [
        "s.4(a): Each partnership must review its plan",
        "s.4(b): Each partnership may revise it",
    ]


def test_items_that_need_no_stem() -> None:
    assert walked(
        "These principles apply:", "• Boards should be open.", "• Papers should be short."
    ) == [
        ": Boards should be open.",
        ": Papers should be short.",
    ]


def test_items_in_capitals_that_need_one() -> None:
    assert walked("The plan must:", "• Show how aims should be met.", "• Name a lead.") == [
        ": The plan must show how aims should be met",
        ": The plan must name a lead",
    ]


def test_cases_are_one_sentence_at_the_place_of_its_stem() -> None:
    assert walked(
        "4(1) The council must act if—", "(a) a parish objects, or", "(b) the plan is late."
    ) == ["s.4(1): The council must act if a parish objects or the plan is late"]


def test_what_stands_full_out_below_a_list_belongs_to_it() -> None:
    assert walked(
        "4(8) Where—",
        "(a) a parish objects, and",
        "(b) the council agrees,",
        "the council must hold an inquiry.",
        "5 The notice shall state—",
        "(a) the time within which, and",
        "(b) the manner in which,",
        "an objection may be made.",
    ) == [
        "s.4(8): Where a parish objects and the council agrees, the council must hold an inquiry.",
        "s.5: The notice shall state the time within which and the manner in which, "
        "an objection may be made.",
    ]


def test_the_words_below_a_nested_list_belong_to_the_whole() -> None:
    assert walked(
        "4 Where a vehicle—",
        "(a) has ceased—",
        "(i) to be used, or",
        "(ii) to be kept,",
        "the Department may act.",
    ) == ["s.4: Where a vehicle has ceased to be used or to be kept, the Department may act."]


def test_sentences_before_a_stem_and_after_an_item() -> None:
    assert walked("4 This is new. The council must—", "(a) act. It may charge.", "(b) report.") == [
        "s.4: This is new.",
        "s.4(a): The council must act",
        "s.4(a): It may charge.",
        "s.4(b): The council must report",
    ]


def test_another_list_ends_the_first() -> None:
    assert walked("4 The council must—", "(a) act; and", "(b) report.", "• the end") == [
        "s.4(a): The council must act",
        "s.4(b): The council must report",
        "s.4(b): the end",
    ]


def test_words_that_are_put_into_another_act_keep_their_own_place() -> None:
    inserted = ("“116ZA Duty to report", "(1) A council must act.”")
    found = walked("9 After section 116 insert—", *inserted)
    assert found[-1] == "s.116ZA(1): A council must act.”"


def test_a_stem_whose_list_never_comes() -> None:
    assert walked("4 The council must—", "#Costs", "5 The board may meet.") == [
        "s.4: The council must—",
        "s.5: The board may meet.",
    ]
    assert walked("The council must report on:", "what it spent.") == [
        ": The council must report on what it spent"
    ]
    assert walked("4 The council must report:") == ["s.4: The council must report"]


def test_a_choice_is_marked_on_what_comes_after_it_too() -> None:
    blocks = [Block(one) for one in ("The council must—", "(a) adopt it; or", "(b) say why not.")]
    assert [one.choice for one in passages(blocks, Manner.ACT)] == [True, True]


def test_headings_and_quotations_are_passed() -> None:
    assert walked("#Costs", ">The council must pay.", "Costs are met.") == [": Costs are met."]
    found = list(passages([Block("Costs", kind=Kind.HEADING), Block("They are met.")], Manner.ACT))
    assert found[0].heading == "Costs"


def test_labels_that_the_file_keeps_apart() -> None:
    blocks = [
        Block("The council must:", label="2.4"),
        Block("act", label="(a)"),
        Block("The board may meet.", label="%"),
    ]
    assert [(one.locator, one.text) for one in passages(blocks, Manner.GUIDANCE)] == [
        ("para 2.4(a)", "The council must act"),
        ("after para 2.4(a)", "The board may meet."),
    ]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One. Two! Three?", 3),
        ("See s. 12 of it. Then act.", 2),
        ("Dr. Example spoke, e.g. on reg. 4 and para. 3.", 1),
        ("Plans, papers etc. The board reads them.", 2),
        ("He said “Stop.” Then he went.", 2),
        ("A rise of 3.5 per cent.", 1),
        ("It is done.1 Then it ends.", 2),
        ("", 0),
        ("No end", 1),
    ],
)
def test_sentences(text: str, count: int) -> None:
    found = list(sentences(text))
    assert len(found) == count
    assert " ".join(found) == text
