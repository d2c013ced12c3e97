"""The whole page, line by line, at several moments and widths."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from reports.golden import assert_kept

from gapcheck.model.choices import Stance
from gapcheck.reports.terminal.sheet import Sheet
from gapcheck.reports.wrapping import line_cells
from gapcheck.review.ink import text_of
from gapcheck.review.page import page
from gapcheck.review.passage import MOST_LINES
from gapcheck.review.turns import Turns
from gapcheck.review.view import Context, View

from .studies import CLOSED, LSP, TALK, WAITING, sat_down
from .test_turns import at, coded


def shown(view: View, width: int = 80, *, ascii_only: bool = False) -> str:
    return text_of(page(view, Sheet(width, ascii_only))).plain + "\n"


def decided(root: Path) -> Turns:
    """A sitting in which the first passage of the talk is as good as coded."""
    turns = at(sat_down(root), "t1")
    turns.context = lambda _: Context("And then?", "INTERVIEWER: Why?", "transcript 00:01:10")
    turns.barrier("late papers")
    turns.memo("Both said so.")
    coded(turns, "seats")
    turns.turn_indicator()
    return turns


@pytest.mark.parametrize("width", [40, 80, 120])
def test_all_of_it(tmp_path: Path, width: int) -> None:
    view = decided(tmp_path).view()
    assert_kept(f"review-{width}.txt", shown(view, width))


def test_words_that_may_not_be_quoted_are_shown_with_what_that_means(tmp_path: Path) -> None:
    page = shown(at(sat_down(tmp_path), "c1").view())
    assert "These words may not be quoted. They are shown to you alone, and in no report." in page
    assert "Notes, not the speaker’s own words." in page
    assert "Memo: Asked twice." in page
    assert " ┃ Says the papers arrive after the meeting." in page
    # Shared words would be some of them.
    assert " 1  papers  weak" in page
    assert "near by letters" not in page


def test_no_width_is_overrun(tmp_path: Path) -> None:
    turns = decided(tmp_path)
    for width in range(20, 130, 7):
        assert max(map(line_cells, page(turns.view(), Sheet(width)))) <= width


def test_ascii_alone(tmp_path: Path) -> None:
    assert shown(decided(tmp_path).view(), ascii_only=True).isascii()


def test_a_chosen_imperative_that_was_not_suggested(tmp_path: Path) -> None:
    turns = at(sat_down(tmp_path, top=1), "t1")
    card = turns.pile.top
    assert card
    other = next(one for one in card.applies if one != card.candidates[0].imperative)
    turns.choose(other)
    assert f"\n > /  {other.id}\n      {other.text}" in shown(turns.view())


def test_why_there_are_no_suggestions(tmp_path: Path) -> None:
    welsh = {**WAITING, CLOSED: str(WAITING[CLOSED]).replace("words: notes", "language: cy")}
    page = shown(at(sat_down(tmp_path, welsh), "c2").view())
    assert "No suggestions: it is in another language (cy) and has no translation." in page
    assert "/  search all 2" in page


def test_a_translation_stands_below_the_words(tmp_path: Path) -> None:
    typed = str(WAITING[CLOSED]).replace("words: notes", "language: cy")
    said = "text: Ble mae'r papurau?\n            translation: We never get the papers."
    welsh = {**WAITING, CLOSED: typed.replace("text: Ble mae'r papurau?", said)}
    page = shown(at(sat_down(tmp_path, welsh), "c2").view())
    assert " ┃ Ble mae'r papurau?\n   In translation\n ┃ We never get the papers." in page
    assert "Cue of negation: “never get the”." in page


def test_of_a_very_long_passage_the_beginning(tmp_path: Path) -> None:
    long = str(WAITING[TALK]).replace("We brought biscuits.", "We sat there. " * 600)
    turns = at(sat_down(tmp_path, {**WAITING, TALK: long}), "t3")
    short = shown(turns.view())
    assert short.count("\n ┃ ") == MOST_LINES
    assert "more lines: v shows them" in short
    turns.show_whole()
    assert shown(turns.view()).count("We sat there.") > 500


def test_speech_is_never_markup(tmp_path: Path) -> None:
    rude = "[/bold] [link=x]we[/link] [laughs] \\x1b[31m \x1b[0m"
    card = at(sat_down(tmp_path), "t1").pile.top
    assert card
    view = replace(
        at(sat_down(tmp_path, {}), "t1").view(),
        card=replace(
            card,
            excerpt=replace(card.excerpt, text=rude),
            suggestion=replace(card.suggestion, cues=()),
        ),
    )
    text = text_of(page(view, Sheet(100)))
    assert "[/bold] [link=x]we[/link] [laughs]" in text.plain
    assert "\x1b" not in text.plain


def test_what_is_done_and_what_is_left(tmp_path: Path) -> None:
    turns = sat_down(tmp_path)
    for _ in range(5):
        turns.none()
        turns.finish()
    turns.skip()
    turns.moments.clear()
    assert shown(turns.view()) == (
        " gapcheck review · North Board                                   8 of 9 reviewed\n"
        "\n 1 skipped. Nothing else waits. enter goes through those that you skipped, q\n ends.\n"
    )
    turns.finish()
    turns.none()
    turns.finish()
    assert "Every excerpt is reviewed. z takes the last step back, q ends." in shown(turns.view())


def test_what_cannot_be_written_and_why(tmp_path: Path) -> None:
    turns = at(sat_down(tmp_path, coder="cd"), "t1")
    turns.barrier("jargon")
    coded(turns, "seats", Stance.ABSENT)
    page = shown(turns.view())
    assert "coder cd" in page
    assert (
        " THIS CANNOT BE WRITTEN\n   A second coder's file holds codes alone. Notes on an excerpt"
        in page
    )


def test_several_partnerships_and_what_is_invented(tmp_path: Path) -> None:
    files = {
        **WAITING,
        LSP: str(WAITING[LSP]).replace("kind: lsp", "kind: lsp\n        illustrative: true"),
    }
    for name in ("south", "west"):
        files[f"evidence/{name}/lsp.yaml"] = (
            f"lsp: {name}\nname: {name.title()} Board\nkind: lsp\nnation: england\n"
        )
    page = shown(sat_down(tmp_path, files).view())
    assert " gapcheck review · 3 partnerships" in page
    assert "ILLUSTRATIVE  North Board is invented. Nobody said the words" in page
