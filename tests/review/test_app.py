"""The screen, key by key, as Textual's pilot presses them."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Input, OptionList, Static, TextArea

from gapcheck.model.choices import Stance
from gapcheck.review.app import ReviewApp
from gapcheck.review.dialogs import HelpScreen, LineScreen, MemoScreen, SearchScreen
from gapcheck.review.turns import Turns

from .studies import TALK, sat_down, text
from .test_turns import at

Act = Callable[[Pilot[None]], Awaitable[None]]


def play(
    turns: Turns, act: Act, size: tuple[int, int] = (90, 40), *, ascii_only: bool = False
) -> str:
    """Play on the screen; what its page shows at the end."""
    app = ReviewApp(turns, ascii_only=ascii_only)

    async def whole() -> str:
        async with app.run_test(size=size) as pilot:
            await act(pilot)
            await pilot.pause()
            return str(app.screen_stack[0].query_one("#page", Static).content)

    return asyncio.run(whole())


def pressing(*keys: str) -> Act:
    async def act(pilot: Pilot[None]) -> None:
        await pilot.press(*keys)

    return act


def test_a_code_from_the_keyboard_alone(tmp_path: Path) -> None:
    turns = at(sat_down(tmp_path), "t1")
    page = play(turns, pressing("1", "a", "i", "enter"))
    assert "{imperative: seats, stance: absent, indicator: vote}" in text(tmp_path)
    assert f"Written into {TALK}; z takes it back." in page
    assert "talk t2" in page


def test_every_plain_key(tmp_path: Path) -> None:
    turns = at(sat_down(tmp_path), "t1")
    play(turns, pressing("1", "h", "p", "o", "u", "b", "r", "v"))
    assert turns.decision.stance is Stance.UNAWARE
    assert turns.decision.basis
    assert turns.decision.rung
    assert turns.whole
    play(turns, pressing("z", "n", "right", "left", "s", "0", "w"))
    assert text(tmp_path).count("codes: []") == 1
    assert turns.pile.left == 6


def test_a_search(tmp_path: Path) -> None:
    turns = at(sat_down(tmp_path), "t3")

    async def act(pilot: Pilot[None]) -> None:
        await pilot.press("slash")
        assert isinstance(pilot.app.screen, SearchScreen)
        listed = pilot.app.screen.query_one(OptionList)
        assert listed.option_count == 2
        await pilot.press("down")
        assert listed.highlighted == 1
        await pilot.press("up", "up")
        assert listed.highlighted == 1
        await pilot.press(*"zzzz")
        assert listed.option_count == 0
        await pilot.press("down", "enter")
        assert isinstance(pilot.app.screen, SearchScreen)
        await pilot.press(*["backspace"] * 4, *"papres")
        assert listed.option_count == 1
        await pilot.press("enter")

    page = play(turns, act)
    assert turns.decision.imperative
    assert turns.decision.imperative.id == "papers"
    assert "Send papers in time." in page


def test_a_click_in_the_search(tmp_path: Path) -> None:
    turns = at(sat_down(tmp_path), "t3")

    async def act(pilot: Pilot[None]) -> None:
        await pilot.press("slash")
        await pilot.click(OptionList, offset=(3, 1))

    play(turns, act)
    assert turns.decision.imperative
    assert turns.decision.imperative.id == "seats"


def test_escape_leaves_everything_as_it_was(tmp_path: Path) -> None:
    turns = at(sat_down(tmp_path), "t1")
    play(turns, pressing("slash", *"pap", "escape", "m", "x", "escape", "k", "x", "escape"))
    assert not turns.decision.begun


def test_a_memo_a_barrier_and_an_enabler(tmp_path: Path) -> None:
    turns = at(sat_down(tmp_path), "t1")

    async def act(pilot: Pilot[None]) -> None:
        await pilot.press("m", *"Odd", "enter", *"y", "ctrl+s")
        await pilot.press("k", *"late", "right", "enter")
        await pilot.press("e", *"bus", "enter")
        await pilot.press("m")
        assert isinstance(pilot.app.screen, MemoScreen)
        assert pilot.app.screen.query_one(TextArea).text == "Odd\ny"
        await pilot.press("ctrl+s")

    page = play(turns, act)
    assert turns.decision.memo == "Odd\ny"
    assert (turns.decision.barriers, turns.decision.enablers) == (("late papers",), ("bus",))
    assert "barrier: late papers" in page


def test_a_share(tmp_path: Path) -> None:
    turns = at(sat_down(tmp_path, coder="cd"), "q1")

    async def act(pilot: Pilot[None]) -> None:
        await pilot.press("percent_sign")
        assert isinstance(pilot.app.screen, LineScreen)
        assert not pilot.app.screen.query_one(Input).suggester
        await pilot.press(*"28%", "enter", "1", "enter")

    play(turns, act)
    assert "share: {percent: 28}" in text(tmp_path, "evidence/north/survey.cd.yaml")
    page = play(at(turns, "t1"), pressing("percent_sign"))
    assert "Only surveys and evaluations give shares." in page


def test_help_says_every_key(tmp_path: Path) -> None:
    turns = sat_down(tmp_path)

    async def act(pilot: Pilot[None]) -> None:
        await pilot.press("question_mark")
        assert isinstance(pilot.app.screen, HelpScreen)
        said = str(pilot.app.screen.query_one(Static).content)
        assert all(key in said for key in ("search all imperatives", "take back", "stop"))
        await pilot.press("escape")
        assert not isinstance(pilot.app.screen, HelpScreen)

    play(turns, act)


def test_where_nothing_waits_no_dialog_opens(tmp_path: Path) -> None:
    turns = sat_down(tmp_path)
    page = play(turns, pressing(*["s"] * 6, "slash", "m", "k", "1", "percent_sign"))
    assert "6 skipped." in page


def test_a_very_small_screen(tmp_path: Path) -> None:
    turns = at(sat_down(tmp_path), "t1")
    page = play(turns, pressing("1", "a"), size=(40, 10), ascii_only=True)
    assert "stance: absent}" in page
    assert all(len(line) <= 40 for line in page.splitlines())
    assert page.isascii()


def test_another_width_sets_the_page_anew(tmp_path: Path) -> None:
    async def act(pilot: Pilot[None]) -> None:
        await pilot.resize_terminal(44, 30)

    page = play(at(sat_down(tmp_path), "t1"), act, size=(100, 30))
    assert all(len(line) <= 44 for line in page.splitlines())


def test_q_stops(tmp_path: Path) -> None:
    turns = sat_down(tmp_path)
    app = ReviewApp(turns)

    async def whole() -> None:
        async with app.run_test() as pilot:
            await pilot.press("q")

    asyncio.run(whole())
    assert not app.is_running
