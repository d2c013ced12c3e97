"""What every key does, down to the bytes of the files."""

from __future__ import annotations

from pathlib import Path

from gapcheck.amend.refusal import Refusal
from gapcheck.amend.run import Amended
from gapcheck.model.choices import Stance
from gapcheck.review.settling.rounds import Rounds

from .studies import DISPUTED, SECOND, TALK, case_of, sat_down, text

MARK = "agreed: {by: ab and cd, on: 2026-11-24}"


def at(rounds: Rounds, excerpt: str) -> Rounds:
    """The sitting with that excerpt on top."""
    for _ in rounds.pile.cards:
        if case_of(rounds).excerpt.id == excerpt:
            return rounds
        rounds.turn(1)
    raise AssertionError(f"nobody disagrees on {excerpt}")


def test_what_lies_there(tmp_path: Path) -> None:
    rounds = sat_down(tmp_path)
    assert [one.about.excerpt for one in rounds.pile.cards] == ["t1", "t2", "t3"]
    case = case_of(at(rounds, "t1"))
    assert [(take.coder, take.said, take.memo) for take in case.takes] == [
        ("ab", "partly", "Mine."),
        ("cd", "absent, first-hand, vote", "Theirs."),
        ("ef", "happens", ""),
    ]
    assert [take.said for take in case_of(at(rounds, "t2")).takes] == ["not coded", "absent"]


def test_the_own_code_stands(tmp_path: Path) -> None:
    rounds = at(sat_down(tmp_path), "t1")
    before = text(tmp_path)
    rounds.take(1)
    assert isinstance(rounds.moment().proposal, Amended)
    assert text(tmp_path) == before
    rounds.finish()
    assert text(tmp_path) == before.replace("memo: Mine.}", f"memo: Mine., {MARK}}}")
    assert rounds.note == f"Written into {TALK}; z takes it back."
    assert (rounds.moment().done, rounds.moment().total) == (1, 3)


def test_another_coders_code_stands_with_all_its_parts(tmp_path: Path) -> None:
    rounds = at(sat_down(tmp_path), "t1")
    rounds.take(2)
    rounds.memo(" Read again. ")
    rounds.finish()
    line = next(one for one in text(tmp_path).splitlines() if "sure?" in one)
    assert line == (
        "      - {imperative: seats, stance: absent, basis: first-hand, indicator: vote,"
        f' memo: "Read again.", {MARK}}}  # sure?'
    )
    assert text(tmp_path, SECOND).count("agreed") == 0


def test_another_stance_altogether(tmp_path: Path) -> None:
    rounds = at(sat_down(tmp_path), "t1")
    rounds.take(3)
    rounds.say(Stance.OPPOSITE)
    assert rounds.settlement.take is None
    rounds.finish()
    assert f"stance: opposite, memo: Mine., {MARK}}}" in text(tmp_path)


def test_where_the_own_coder_had_no_code(tmp_path: Path) -> None:
    rounds = at(sat_down(tmp_path), "t2")
    rounds.take(2)
    rounds.finish()
    assert f"- {{imperative: seats, stance: absent, {MARK}}}\n" in text(tmp_path)


def test_that_it_is_no_code_cannot_be_written(tmp_path: Path) -> None:
    rounds = at(sat_down(tmp_path), "t2")
    before = text(tmp_path)
    rounds.take(1)
    assert rounds.moment().proposal is None
    rounds.finish()
    assert rounds.note == (
        "That it is no code cannot be written: delete it by hand, where it stands:"
        " evidence/north/talk.cd.yaml:10."
    )
    assert text(tmp_path) == before
    at(rounds, "t3").take(2)
    rounds.finish()
    assert rounds.note.endswith("evidence/north/talk.yaml:23.")


def test_nothing_is_written_before_it_is_said_whose_code_stands(tmp_path: Path) -> None:
    rounds = sat_down(tmp_path)
    before = text(tmp_path)
    rounds.finish()
    assert rounds.note.startswith("Say whose code stands")
    rounds.take(9)
    rounds.memo("Only a memo.")
    rounds.finish()
    assert rounds.note.startswith("Say whose code stands")
    assert text(tmp_path) == before


def test_several_codes_on_it_are_settled_by_hand(tmp_path: Path) -> None:
    twice = str(DISPUTED[SECOND]).replace(
        "t2: {seats: absent}",
        "t2: [{imperative: seats, stance: absent, rung: enacted},"
        " {imperative: seats, stance: happens, rung: adopted}]",
    )
    rounds = at(sat_down(tmp_path, {**DISPUTED, SECOND: twice}), "t2")
    assert case_of(rounds).takes[1].said == "absent, enacted and happens, adopted"
    rounds.take(2)
    rounds.finish()
    assert rounds.note == "There are several codes on it: settle that by hand, in the file."


def test_steps_are_taken_back_one_after_the_other(tmp_path: Path) -> None:
    rounds = sat_down(tmp_path)
    before = text(tmp_path)
    rounds.undo()
    assert rounds.note == "Nothing was written in this sitting."
    for _ in range(2):
        rounds.take(2 if case_of(rounds).takes[1].codes else 1)
        rounds.finish()
    rounds.say(Stance.ABSENT)
    rounds.undo()
    assert rounds.note == "Cleared."
    rounds.undo()
    assert rounds.note == f"Taken back: {TALK}."
    assert rounds.settlement.begun
    rounds.undo()
    rounds.undo()
    assert text(tmp_path) == before
    assert len(rounds.pile.done) == 0


def test_a_file_that_changed_is_not_taken_back(tmp_path: Path) -> None:
    rounds = at(sat_down(tmp_path), "t1")
    rounds.take(1)
    rounds.finish()
    (tmp_path / TALK).write_text(f"{text(tmp_path)}# more\n", "utf-8")
    rounds.undo()
    assert rounds.note.startswith("Not taken back: ")


def test_what_others_wrote_meanwhile_stays(tmp_path: Path) -> None:
    rounds = at(sat_down(tmp_path), "t1")
    rounds.take(1)
    (tmp_path / TALK).write_text(f"# first line\n{text(tmp_path)}", "utf-8")
    rounds.finish()
    assert text(tmp_path).startswith("# first line\n")
    assert MARK in text(tmp_path)


def test_a_code_that_changed_meanwhile_is_read_anew_first(tmp_path: Path) -> None:
    rounds = at(sat_down(tmp_path), "t1")
    rounds.take(2)
    changed = text(tmp_path).replace("stance: partly, memo: Mine.", "stance: unaware")
    (tmp_path / TALK).write_text(changed, "utf-8")
    rounds.finish()
    assert rounds.note.startswith("Nothing was written. t1 of talk has changed since it was shown.")
    assert text(tmp_path) == changed
    rounds.renew()
    assert case_of(rounds).own.said == "unaware"
    rounds.finish()
    assert MARK in text(tmp_path)


def test_what_was_skipped_comes_up_again(tmp_path: Path) -> None:
    rounds = sat_down(tmp_path)
    for _ in range(3):
        rounds.skip()
    assert (rounds.moment().case, rounds.moment().aside) == (None, 3)
    rounds.take(1)
    rounds.skip()
    rounds.finish()
    assert case_of(rounds).excerpt.id == "t1"


def test_where_all_is_settled_nothing_happens(tmp_path: Path) -> None:
    rounds = sat_down(tmp_path)
    for _ in range(3):
        rounds.say(Stance.PARTLY)
        rounds.finish()
    assert rounds.moment().case is None
    rounds.finish()
    assert rounds.memo_begun == ""
    assert text(tmp_path).count(MARK) == 3


def test_files_that_cannot_be_read_any_more(tmp_path: Path) -> None:
    rounds = at(sat_down(tmp_path), "t1")
    (tmp_path / SECOND).write_text("source: [", "utf-8")
    rounds.renew()
    assert isinstance(rounds.case, Refusal)
    rounds.take(1)
    rounds.finish()
    assert not rounds.settlement.begun
    (tmp_path / TALK).write_text(text(tmp_path).replace("id: t1", "id: t9"), "utf-8")
    rounds.renew()
    assert "has no excerpt t1 any more" in str(rounds.case)
    held = case_of(at(sat_down(tmp_path / "again"), "t1"))
    (tmp_path / "again" / TALK).unlink()
    (tmp_path / "again" / TALK).write_text("source: [", "utf-8")
    again = sat_down(tmp_path / "third").bench
    again.root = tmp_path / "again"
    assert isinstance(again.write(held, rounds.settlement), Refusal)


def test_the_memo_begins_with_the_one_that_is_there(tmp_path: Path) -> None:
    rounds = at(sat_down(tmp_path), "t1")
    assert rounds.memo_begun == "Mine."
    rounds.memo("Ours.")
    assert rounds.memo_begun == "Ours."
    rounds.memo(" ")
    assert rounds.settlement.memo is None


def test_a_long_passage_is_shown_whole(tmp_path: Path) -> None:
    rounds = sat_down(tmp_path)
    rounds.show_whole()
    assert rounds.moment().whole
    rounds.turn(1)
    assert not rounds.moment().whole
