"""The screen, key by key."""

from __future__ import annotations

import asyncio
from pathlib import Path

from textual.widgets import Static, TextArea

from gapcheck.review.dialogs import HelpScreen, MemoScreen
from gapcheck.review.settling.app import SettleApp
from gapcheck.review.settling.keys import KEYS
from gapcheck.review.settling.rounds import Rounds

from .studies import sat_down, text
from .test_rounds import MARK, at


def play(rounds: Rounds, *keys: str, size: tuple[int, int] = (90, 40)) -> str:
    """Press keys; what the page shows at the end."""
    app = SettleApp(rounds)

    async def whole() -> str:
        async with app.run_test(size=size) as pilot:
            await pilot.press(*keys)
            await pilot.pause()
            await pilot.resize_terminal(size[0] - 1, size[1])
            await pilot.pause()
            return str(app.screen_stack[0].query_one("#page", Static).content)

    return asyncio.run(whole())


def test_a_sitting_from_the_keyboard_alone(tmp_path: Path) -> None:
    page = play(at(sat_down(tmp_path), "t1"), "2", "m", "ctrl+s", "enter")
    assert "z takes it back" in page
    assert f"memo: Mine., {MARK}" in text(tmp_path) or f'memo: "Mine.", {MARK}' in text(tmp_path)


def test_every_plain_key(tmp_path: Path) -> None:
    rounds = at(sat_down(tmp_path), "t1")
    before = text(tmp_path)
    page = play(rounds, "h", "p", "a", "o", "u", "v", "n", "right", "left", "s", "z")
    assert "Nothing was written in this sitting." in page
    assert text(tmp_path) == before


def test_a_memo_is_left_and_help_is_read(tmp_path: Path) -> None:
    rounds = at(sat_down(tmp_path), "t1")
    app = SettleApp(rounds, ascii_only=True)

    async def whole() -> None:
        async with app.run_test(size=(90, 40)) as pilot:
            await pilot.press("m")
            assert isinstance(app.screen, MemoScreen)
            assert app.screen.query_one(TextArea).text == "Mine."
            await pilot.press("x", "escape")
            assert rounds.settlement.memo is None
            await pilot.press("question_mark")
            assert isinstance(app.screen, HelpScreen)
            said = str(app.screen.query_one(Static).content)
            assert all(does.split()[0] in said for _, does in KEYS)
            await pilot.press("escape", "q")

    asyncio.run(whole())


def test_where_nothing_waits_there_is_no_memo(tmp_path: Path) -> None:
    assert "3 skipped." in play(sat_down(tmp_path), "s", "s", "s", "m")
