"""What every key does, down to the bytes of the files."""

from __future__ import annotations

import hashlib
from pathlib import Path

from gapcheck.amend.refusal import Refusal
from gapcheck.amend.run import Amended
from gapcheck.coding.suspects import codes_of
from gapcheck.model.choices import Stance
from gapcheck.review.turns import Turns
from gapcheck.review.view import View

from .studies import CLOSED, SPOKEN, TALK, TRANSCRIPT, WAITING, Clock, sat_down, text


def at(turns: Turns, excerpt: str) -> Turns:
    """The sitting with that excerpt on top."""
    for _ in turns.pile.cards:
        if turns.pile.top and turns.pile.top.excerpt.id == excerpt:
            return turns
        turns.turn(1)
    raise AssertionError(f"no excerpt {excerpt} is waiting")


def choose(turns: Turns, name: str) -> None:
    """Choose an imperative as the search does."""
    card = turns.pile.top
    assert card
    turns.choose(next(one for one in card.applies if one.id == name))


def coded(turns: Turns, name: str, stance: Stance = Stance.ABSENT) -> View:
    choose(turns, name)
    turns.say(stance)
    return turns.view()


def test_a_code_is_written_and_nothing_else_changes(tmp_path: Path) -> None:
    turns = at(sat_down(tmp_path), "t1")
    before = text(tmp_path)
    turns.candidate(1)
    assert turns.decision.imperative
    assert turns.decision.imperative.id == "seats"
    turns.say(Stance.ABSENT)
    assert isinstance(turns.view().proposal, Amended)
    assert text(tmp_path) == before
    turns.finish()
    words = "      We never had seats on the board, and nobody voted for us.\n"
    new = "    codes:\n      - {imperative: seats, stance: absent}\n"
    assert text(tmp_path) == before.replace(words, words + new)
    assert turns.note == f"Written into {TALK}; z takes it back."
    assert turns.pile.top
    assert turns.pile.top.excerpt.id == "t2"


def test_between_braces_too(tmp_path: Path) -> None:
    turns = at(sat_down(tmp_path), "t2")
    coded(turns, "papers", Stance.HAPPENS)
    turns.finish()
    line = next(one for one in text(tmp_path).splitlines() if "t2" in one)
    assert line == (
        '  - {id: t2, speaker: B, text: "The papers are sent a week ahead, in time.",'
        " codes: [{imperative: papers, stance: happens}]}"
    )


def test_it_speaks_to_none(tmp_path: Path) -> None:
    turns = at(sat_down(tmp_path), "t3")
    turns.none()
    turns.memo("Small talk.")
    turns.barrier("jargon")
    turns.finish()
    assert text(tmp_path).count("codes: []") == 1
    assert "barriers: [late papers, jargon]" in text(tmp_path)
    assert "Small talk." in text(tmp_path)


def test_two_codes_on_the_same_words(tmp_path: Path) -> None:
    turns = at(sat_down(tmp_path), "t4")
    coded(turns, "seats")
    turns.finish(stay=True)
    assert turns.pile.top
    assert (turns.pile.top.excerpt.id, turns.decision.begun) == ("t4", False)
    coded(turns, "papers")
    turns.finish()
    tail = text(tmp_path).partition("id: t4")[2]
    assert tail.endswith(
        "    codes:\n"
        "      - {imperative: seats, stance: absent}\n"
        "      - {imperative: papers, stance: absent}\n"
    )
    assert turns.pile.left == 5


def test_after_the_first_of_two_codes_enter_goes_on(tmp_path: Path) -> None:
    for leave in (Turns.finish, Turns.skip):
        turns = at(sat_down(tmp_path / leave.__name__), "t4")
        coded(turns, "seats")
        turns.finish(stay=True)
        leave(turns)
        assert turns.pile.left == 5
        assert turns.pile.top
        assert turns.pile.top.excerpt.id != "t4"


def test_nothing_is_written_before_all_is_said(tmp_path: Path) -> None:
    turns = at(sat_down(tmp_path), "t1")
    before = text(tmp_path)
    turns.finish()
    assert turns.note == "Choose an imperative first, or 0 where it speaks to none."
    choose(turns, "seats")
    assert turns.view().proposal is None
    turns.finish()
    assert turns.note == "Say first what it says about practice: h, p, a, o or u."
    assert text(tmp_path) == before
    assert turns.pile.left == 6


def test_no_file_but_the_excerpts_own_is_touched_and_the_lock_says_it_was_coded(
    tmp_path: Path,
) -> None:
    turns = at(sat_down(tmp_path), "c1")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    coded(turns, "papers")
    turns.finish()
    after = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert after.keys() - before.keys() == {tmp_path / "gapcheck.lock"}
    assert [one for one in before if before[one] != after[one]] == [tmp_path / CLOSED]


def test_undo_takes_back_byte_for_byte_in_the_end_everything(tmp_path: Path) -> None:
    turns = sat_down(tmp_path)
    before = text(tmp_path), text(tmp_path, CLOSED)
    for name in ("c1", "t1", "t4"):
        coded(at(turns, name), "papers")
        turns.finish()
    for name, left in (("t4", 4), ("t1", 5), ("c1", 6)):
        turns.undo()
        assert turns.pile.top
        assert (turns.pile.top.excerpt.id, turns.pile.left) == (name, left)
        assert turns.decision.stance is Stance.ABSENT
        turns.undo()
        assert (turns.note, turns.decision.begun) == ("Cleared.", False)
    assert (text(tmp_path), text(tmp_path, CLOSED)) == before
    turns.undo()
    assert turns.note == "Nothing was written in this sitting."


def test_undo_leaves_a_file_that_somebody_has_changed_since(tmp_path: Path) -> None:
    turns = at(sat_down(tmp_path), "t1")
    coded(turns, "seats")
    turns.finish()
    place = tmp_path / TALK
    place.write_text(text(tmp_path) + "# Read.\n", "utf-8")
    after = text(tmp_path)
    turns.undo()
    assert turns.note.startswith(f"Not taken back: {TALK} has changed since it was read.")
    assert text(tmp_path) == after
    assert turns.pile.left == 5


def test_what_others_write_meanwhile_stays(tmp_path: Path) -> None:
    turns = at(sat_down(tmp_path), "t1")
    coded(turns, "seats")
    place = tmp_path / TALK
    place.write_text(text(tmp_path).replace("# two at once", "# two at the same time"), "utf-8")
    turns.finish()
    assert "# two at the same time" in text(tmp_path)
    assert "{imperative: seats, stance: absent}" in text(tmp_path)


def test_words_that_changed_since_they_were_read_are_not_coded(tmp_path: Path) -> None:
    turns = at(sat_down(tmp_path), "t1")
    place = tmp_path / TALK
    place.write_text(text(tmp_path).replace("We never had seats", "We always had seats"), "utf-8")
    after = text(tmp_path)
    view = coded(turns, "seats")
    assert isinstance(view.proposal, Refusal)
    assert view.proposal.message == "The words of t1 in talk have changed since they were shown"
    turns.finish()
    assert turns.note.startswith("Nothing was written. The words of t1 in talk have changed")
    assert text(tmp_path) == after
    turns.renew()
    assert turns.note == "Read anew."
    assert turns.pile.top
    assert turns.pile.top.excerpt.text.startswith("We always had seats")
    turns.finish()
    assert "{imperative: seats, stance: absent}" in text(tmp_path)


def test_what_somebody_else_reviewed_meanwhile_is_not_reviewed_twice(tmp_path: Path) -> None:
    turns = at(sat_down(tmp_path), "t3")
    typed = text(tmp_path).replace("We brought biscuits.", "We brought biscuits.\n    codes: []")
    (tmp_path / TALK).write_text(typed, "utf-8")
    view = coded(turns, "seats")
    assert isinstance(view.proposal, Refusal)
    assert view.proposal.message == "Somebody else has reviewed t3 of talk meanwhile"
    turns.finish()
    assert text(tmp_path) == typed


def test_a_file_that_is_gone_or_broken(tmp_path: Path) -> None:
    turns = at(sat_down(tmp_path), "t1")
    (tmp_path / TALK).write_text("source: [", "utf-8")
    assert isinstance(coded(turns, "seats").proposal, Refusal)
    turns.renew()
    assert turns.note == "It cannot be read as it is now; `gapcheck check` says why."
    (tmp_path / TALK).unlink()
    turns.finish()
    assert turns.note.startswith("Nothing was written.")


def test_a_read_only_file(tmp_path: Path) -> None:
    turns = at(sat_down(tmp_path), "t1")
    (tmp_path / TALK).chmod(0o444)
    coded(turns, "seats")
    turns.finish()
    assert turns.note.startswith(f"Nothing was written. {TALK} is read-only.")
    assert turns.pile.left == 6


def test_a_second_coder_writes_into_their_own_file(tmp_path: Path) -> None:
    turns = sat_down(tmp_path, coder="cd")
    ids = [card.excerpt.id for card in turns.pile.cards]
    # Of `int` they have coded both excerpts, in a file of their own.
    assert ids == ["c1", "c2", "q1", "t1", "t2", "t3", "t4"]
    before = text(tmp_path)
    coded(at(turns, "t1"), "seats", Stance.PARTLY)
    turns.memo("Not sure.")
    turns.finish()
    assert text(tmp_path) == before
    own = text(tmp_path, "evidence/north/talk.cd.yaml")
    assert own.startswith("source: talk\ncoder: cd\ncodes:\n")
    assert 'memo: "Not sure."' in own
    turns.undo()
    assert not (tmp_path / "evidence/north/talk.cd.yaml").exists()


def test_a_second_coder_has_no_place_for_a_barrier(tmp_path: Path) -> None:
    turns = at(sat_down(tmp_path, coder="cd"), "t1")
    turns.barrier("jargon")
    proposal = coded(turns, "seats").proposal
    assert isinstance(proposal, Refusal)
    assert proposal.message == "A second coder's file holds codes alone"


def test_a_second_coder_does_not_learn_from_the_first(tmp_path: Path) -> None:
    first = {card.key: card.candidates for card in sat_down(tmp_path / "a").pile.cards}
    other = {**WAITING, "evidence/north/int.cd.yaml": None}
    (tmp_path / "b").mkdir()
    turns = sat_down(tmp_path / "b", other, coder="cd")
    mine = {card.key: card.candidates for card in turns.pile.cards}
    assert ("north", "int", "x1") in mine
    assert ("north", "int", "x1") not in first
    assert all(not one.confirmed for each in mine.values() for one in each)


def test_shares_in_a_survey_alone(tmp_path: Path) -> None:
    turns = at(sat_down(tmp_path, coder="cd"), "t1")
    assert not turns.shares
    assert turns.note == "Only surveys and evaluations give shares."
    assert at(turns, "q1").shares
    choose(turns, "seats")
    turns.share("half of them")
    assert turns.note == "half of them is no share: write 19/38, 28%, or 28% of 60."
    turns.share("19/38")
    turns.finish()
    assert "share: {met: 19, of: 38}" in text(tmp_path, "evidence/north/survey.cd.yaml")


def test_details_are_turned_through_and_written(tmp_path: Path) -> None:
    turns = at(sat_down(tmp_path), "t1")
    coded(turns, "seats")
    turns.turn_basis()
    turns.turn_rung()
    turns.turn_indicator()
    turns.enabler("lunch")
    turns.barrier("jargon")
    turns.barrier("late  papers")
    turns.barrier("jargon")
    turns.finish()
    code = "{imperative: seats, stance: absent, basis: first-hand, rung: adopted, indicator: vote}"
    assert code in text(tmp_path)
    assert "    barriers: [late papers]\n    enablers: [lunch]\n" in text(tmp_path)


def test_empty_words_note_nothing(tmp_path: Path) -> None:
    turns = at(sat_down(tmp_path), "t1")
    turns.memo(" \n")
    turns.barrier("  ")
    assert not turns.decision.begun
    turns.memo("A")
    turns.memo("")
    assert not turns.decision.begun


def test_skipped_ones_come_up_again(tmp_path: Path) -> None:
    turns = sat_down(tmp_path)
    for _ in range(6):
        turns.skip()
    assert turns.pile.top is None
    assert turns.view().progress.aside == 6
    for idle in (turns.none, turns.skip, turns.renew, lambda: turns.candidate(1)):
        idle()
    assert not turns.decision.begun
    turns.finish()
    assert turns.pile.top
    assert turns.pile.top.excerpt.id == "c1"


def test_in_the_end_enter_does_nothing(tmp_path: Path) -> None:
    turns = sat_down(tmp_path)
    for _ in range(7):
        turns.none()
        turns.finish()
    view = turns.view()
    assert (view.card, view.progress.done, view.progress.total) == (None, 9, 9)
    assert sat_down(tmp_path, {}).pile.cards == ()


def test_who_stops_goes_on_where_they_stopped(tmp_path: Path) -> None:
    turns = sat_down(tmp_path)
    for _ in range(3):
        turns.none()
        turns.finish()
    again = sat_down(tmp_path, {})
    assert [card.excerpt.id for card in again.pile.cards] == ["t2", "t3", "t4"]
    assert (again.view().progress.done, again.view().progress.total) == (6, 9)


def test_the_time_that_is_left(tmp_path: Path) -> None:
    turns = sat_down(tmp_path)
    clock = turns.clock
    assert isinstance(clock, Clock)
    for now in (40, 80, 120):
        clock.now = now
        turns.none()
        turns.finish()
    assert str(turns.view().progress) == "6 of 9 reviewed · about 2 min left"


def test_a_candidate_that_is_not_there(tmp_path: Path) -> None:
    turns = at(sat_down(tmp_path), "t1")
    turns.candidate(9)
    assert not turns.decision.begun


def test_a_name_that_two_policies_share_is_written_in_full(tmp_path: Path) -> None:
    other = """\
        policy: other
        title: Another
        publisher: Ministry
        published: 2001
        force: guidance
        nation: england
        in_force: {from: 2001}
        imperatives:
          - {id: chairs, locator: p 1, text: Bring chairs., actor: council, modality: may}
          - {id: seats, locator: p 2, text: Give seats., actor: council, modality: may}
        """
    turned = {
        one: text.replace("seats", "guidance/seats")
        if isinstance(text, str) and one.startswith("evidence")
        else text
        for one, text in WAITING.items()
    }
    turned[TALK], turned[CLOSED] = WAITING[TALK], WAITING[CLOSED]
    turns = at(sat_down(tmp_path, {**turned, "policies/other.yaml": other}), "t1")
    card = turns.pile.top
    assert card
    turns.choose(next(one for one in card.applies if one.name == "other/seats"))
    turns.say(Stance.HAPPENS)
    turns.finish()
    assert "{imperative: other/seats, stance: happens}" in text(tmp_path)


def test_the_transcript_is_noted_as_it_was_when_its_words_were_coded(tmp_path: Path) -> None:
    turns = at(sat_down(tmp_path, SPOKEN), "t1")
    context = turns.view().context
    assert context
    assert context.before.endswith("INTERVIEWER: And seats? A:")
    assert context.after == "INTERVIEWER: I see. A: Yes."
    assert context.place == "transcript 00:01:10"
    coded(turns, "seats")
    turns.finish()
    said = hashlib.sha256(str(SPOKEN[TRANSCRIPT]).encode()).hexdigest()
    lock = text(tmp_path, "gapcheck.lock")
    noted = f'transcripts:\n  "transcripts/talk.txt": {said}\ncodes:\n  "north/talk t1": '
    start, _, mark = lock.partition(noted)
    assert start.endswith("format: gapcheck-lock/1\n")
    coded(at(turns, "t4"), "seats")
    turns.finish()
    assert text(tmp_path, "gapcheck.lock") == f'{lock}  "north/talk t4": {mark}'


def test_what_is_taken_back_is_forgotten(tmp_path: Path) -> None:
    turns = at(sat_down(tmp_path), "c1")
    coded(turns, "papers")
    turns.finish()
    assert "\ncodes:\n" in text(tmp_path, "gapcheck.lock")
    turns.undo()
    assert "\ncodes:\n" not in text(tmp_path, "gapcheck.lock")


def test_what_was_on_the_screen_is_noted_though_the_policy_has_changed_meanwhile(
    tmp_path: Path,
) -> None:
    turns = at(sat_down(tmp_path), "c1")
    policy = next((tmp_path / "policies").glob("*.yaml"))
    policy.write_text(policy.read_text("utf-8").replace("Send papers", "Send all papers"), "utf-8")
    coded(turns, "papers")
    turns.finish()
    assert [one.excerpt.id for one in codes_of(tmp_path).suspect] == ["c1"]


def test_what_stands_around_words_that_are_not_quite_there_or_not_at_all(tmp_path: Path) -> None:
    turns = sat_down(tmp_path, SPOKEN)
    nearly = at(turns, "t4").view().context
    assert nearly
    assert nearly.place == "transcript 00:02:00, not word for word"
    missing = at(turns, "t2").view().context
    assert missing
    assert (missing.before, missing.after, missing.place) == ("", "", "not found in its transcript")


def test_nobodys_words_stand_around_where_one_of_several_withdrew(tmp_path: Path) -> None:
    gone = str(SPOKEN[TALK]).replace(
        "sector: council, role: clerk", "sector: council, role: clerk, consent: {withdrawn: true}"
    )
    context = at(sat_down(tmp_path, {**SPOKEN, TALK: gone}), "t1").view().context
    assert context
    assert (context.before, context.after) == ("", "")


def test_no_transcript_and_a_broken_lock_stays(tmp_path: Path) -> None:
    turns = at(sat_down(tmp_path, {**SPOKEN, TRANSCRIPT: None}), "t1")
    assert turns.view().context is None
    coded(turns, "seats")
    turns.finish()
    assert "transcripts:" not in text(tmp_path, "gapcheck.lock")
    (tmp_path / "gapcheck.lock").write_text("<<<<<<< HEAD\n", "utf-8")
    (tmp_path / TRANSCRIPT).parent.mkdir()
    (tmp_path / TRANSCRIPT).write_text(str(SPOKEN[TRANSCRIPT]), "utf-8")
    coded(at(turns, "t4"), "seats")
    turns.finish()
    assert text(tmp_path, "gapcheck.lock") == "<<<<<<< HEAD\n"
    assert "id: t4" in text(tmp_path)
    assert turns.pile.left == 4
