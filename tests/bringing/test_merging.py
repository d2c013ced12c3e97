"""Importing again: what is new is added, what somebody typed stays, and what differs is said."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from gapcheck.bringing.run import Outcome
from gapcheck.model.brought import Brought, Coding, Document, ForeignCode, Passage

from .studies import brought_in, study_in

SOURCE = """\
# Typed by hand.
source: int-01   # the first
kind: interview
date: 2012-05-14
speaker: {id: P03, sector: vcs, role: member}
coder: ab
consent: {quote: anonymised}
excerpts:
  - id: x1
    at: "00:01:00"
    text: >
      We have the two seats, and we vote.
    codes:
      - {imperative: join-up, stance: partly, memo: Mine.}
    memo: A note of ours.
  - id: x2
    text: "The papers come the night before."   # late again
  - id: x7
    text: >
      Only here.
"""
PATH = "evidence/fenbury/int-01.yaml"
CODES: tuple[ForeignCode, ...] = (
    ForeignCode("j", ("guidance/join-up", "partly")),
    ForeignCode("o", ("other/seats", "absent")),
    ForeignCode("h", ("guidance/join-up", "happens")),
    ForeignCode("t", ("Themes", "trust")),
)


def document(*passages: Passage, **fields: Any) -> Brought:
    facts = {"lsp": "fenbury", "kind": "interview", "date": "2012-05-14", **fields}
    facts |= {"consent": {"quote": "anonymised"}, "speaker": {"sector": "vcs", "role": "member"}}
    found = Document("d", "int-01", passages, fields=facts)
    return Brought("b.qdpx", documents=(found,), codes=CODES)


def again(root: Path, *passages: Passage, replace: bool = False, **fields: Any) -> Outcome:
    return brought_in(document(*passages, **fields), root, update=True, replace=replace)


FIRST = Passage("We have the two seats, and we vote.", at="00:01:00")
SECOND = Passage("The papers come the night before.")
THIRD = Passage("Only here.")
ALL = (FIRST, SECOND, THIRD)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return study_in(tmp_path, {PATH: SOURCE})


def text(root: Path) -> str:
    return (root / PATH).read_text()


def account(outcome: Outcome) -> tuple[int, tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    (one,) = outcome.accounts
    return one.added, one.changed, one.gone, one.differing


def test_without_update_a_file_that_is_there_is_left_alone(root: Path) -> None:
    outcome = brought_in(document(*ALL), root)
    (refused,) = outcome.refused
    assert (refused.why, refused.help) == (
        f"{PATH} is there already",
        "`--update` merges what is new into it.",
    )
    assert text(root) == SOURCE


def test_the_same_again_changes_no_byte(root: Path) -> None:
    outcome = again(root, *ALL)
    assert outcome.sound
    assert account(outcome) == (0, (), (), ())
    assert not outcome.changes
    assert text(root) == SOURCE


def test_a_new_passage_is_added_below_and_nothing_else_moves(root: Path) -> None:
    new = Passage("And a new one: late.", codings=(Coding("o", "ab"),))
    outcome = again(root, *ALL, new)
    assert account(outcome) == (1, (), (), ())
    assert text(root) == SOURCE + (
        "  - id: x4\n"
        "    text: >\n"
        "      And a new one: late.\n"
        "    codes:\n"
        "      - {imperative: other/seats, stance: absent}\n"
    )


def test_new_codes_and_words_are_added_to_the_excerpt_with_these_words(root: Path) -> None:
    more = Passage("the papers come -- the night before", codings=(Coding("o", "ab"), Coding("t")))
    outcome = again(root, FIRST, more, THIRD)
    assert account(outcome) == (0, ("x2",), (), ())
    assert (
        '    text: "The papers come the night before."   # late again\n'
        "    codes:\n"
        "      - {imperative: other/seats, stance: absent}\n"
        "    themes: [trust]\n"
    ) in text(root)
    assert (
        text(root).replace(
            "    codes:\n      - {imperative: other/seats, stance: absent}\n    themes: [trust]\n",
            "",
        )
        == SOURCE
    )


def test_what_differs_is_said_and_stays(root: Path) -> None:
    other = Passage(FIRST.text, at="00:01:00", codings=(Coding("h", "ab"),), memo="Theirs.")
    outcome = again(root, other, SECOND, THIRD, kind="focus-group")
    assert account(outcome) == (
        0,
        (),
        (),
        ("its kind", "x1: its code on guidance/join-up", "x1: its memo"),
    )
    assert text(root) == SOURCE


def test_with_replace_what_differs_takes_the_old_ones_place(root: Path) -> None:
    other = Passage(FIRST.text, at="00:01:00", codings=(Coding("h", "ab"),), memo="Theirs.")
    outcome = again(root, other, SECOND, THIRD, replace=True)
    assert account(outcome) == (0, ("x1",), (), ())
    assert "{imperative: join-up, stance: happens, memo: Mine.}" in text(root)
    assert "    memo: >\n      Theirs.\n" in text(root)
    assert "A note of ours." not in text(root)


def test_what_is_no_longer_there_is_named_and_stays(root: Path) -> None:
    outcome = again(root, FIRST, SECOND)
    assert account(outcome) == (0, (), ("x7",), ())
    assert text(root) == SOURCE


def test_words_that_changed_under_their_name_are_said(root: Path) -> None:
    named = Passage("We have three seats.", fields={"id": "x1"})
    outcome = again(root, named, SECOND, THIRD, source="int-01")
    assert account(outcome) == (0, (), (), ("x1: its words",))


def test_the_same_words_twice_are_told_apart_by_their_place(root: Path, tmp_path: Path) -> None:
    twice = (
        SOURCE + '  - id: x8\n    at: "00:09:00"\n    text: We have the two seats, and we vote.\n'
    )
    (root / PATH).write_text(twice)
    late = Passage(FIRST.text, at="00:09:00", codings=(Coding("o", "ab"),))
    outcome = again(root, late, *ALL)
    assert account(outcome) == (0, ("x8",), (), ())


def test_words_that_a_workbook_withheld_are_no_difference(root: Path) -> None:
    held = [Passage("", fields={"id": name}) for name in ("x1", "x2", "x7")]
    outcome = again(root, *held, Passage("", fields={"id": "x99"}), source="int-01")
    assert account(outcome)[1:] == ((), (), ())
    assert text(root) == SOURCE


def test_that_somebody_looked_and_found_none_is_taken_over(root: Path) -> None:
    outcome = again(root, FIRST, Passage(SECOND.text, codings=()), THIRD)
    assert account(outcome) == (0, ("x2",), (), ())
    assert "# late again\n    codes: []\n" in text(root)


def test_another_coders_codes_go_into_a_file_of_their_own_and_grow_there(root: Path) -> None:
    mine, theirs = Coding("j", "ab"), Coding("h", "cd")
    first = Passage(FIRST.text, at="00:01:00", codings=(mine, theirs))
    outcome = again(root, first, SECOND, THIRD, coder="ab")
    assert outcome.sound, outcome
    second = root / "evidence/fenbury/int-01.cd.yaml"
    assert second.read_text() == (
        "source: int-01\ncoder: cd\ncodes:\n  x1:\n    - {imperative: join-up, stance: happens}\n"
    )
    assert text(root) == SOURCE
    more = Passage(SECOND.text, codings=(Coding("o", "cd"),))
    again(root, first, more, Passage(THIRD.text, codings=(Coding(coder="cd"),)), coder="ab")
    assert second.read_text().endswith(
        "  x2:\n    - {imperative: other/seats, stance: absent}\n  x7: []\n"
    )
    changed = Passage(FIRST.text, at="00:01:00", codings=(mine, Coding("j", "cd")))
    outcome = again(root, changed, SECOND, THIRD, coder="ab")
    assert account(outcome)[3] == ("x1: cd's code on guidance/join-up",)
    again(root, changed, SECOND, THIRD, coder="ab", replace=True)
    assert "  x1:\n    - {imperative: join-up, stance: partly}\n" in second.read_text()


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("kind: interview", "kind: interveiw"),
        ('"The papers come the night before."', "The papers come the night before."),
        ("join-up", "jion-up"),
    ],
)
def test_a_source_with_errors_is_left_alone(root: Path, right: str, wrong: str) -> None:
    (root / PATH).write_text(SOURCE.replace(right, wrong))
    outcome = again(root, *ALL)
    assert [(each.why, each.help) for each in outcome.refused] == [
        (f"{PATH} has errors", "Mend it first: `gapcheck check` says what is wrong in it."),
    ]


def test_a_second_coders_file_with_errors_is_left_alone(root: Path) -> None:
    (root / "evidence/fenbury/int-01.cd.yaml").write_text("source: int-01\ncoder: 5\n")
    first = Passage(FIRST.text, at="00:01:00", codings=(Coding("j", "ab"), Coding("h", "cd")))
    outcome = again(root, first, SECOND, THIRD, coder="ab")
    assert [each.why for each in outcome.refused] == ["evidence/fenbury/int-01.cd.yaml has errors"]


def test_a_file_typed_in_a_way_that_could_be_spoilt_is_left_alone(root: Path) -> None:
    flow = SOURCE[: SOURCE.index("excerpts:")] + "excerpts: [{id: x1, text: 'One.'}]\n"
    (root / PATH).write_text(flow)
    outcome = again(root, Passage("Two."))
    assert [each.why for each in outcome.refused] == [
        f"Nothing was written: {PATH} is typed in a way that this could have spoilt"
    ]
    assert text(root) == flow


def test_an_empty_list_is_filled(root: Path) -> None:
    (root / PATH).write_text(SOURCE[: SOURCE.index("excerpts:")] + "excerpts: []  # none yet\n")
    outcome = again(root, SECOND)
    assert outcome.sound, outcome
    assert text(root).endswith(
        "excerpts:  # none yet\n  - id: x1\n    text: >\n      The papers come the night before.\n"
    )
