"""The screen of a sitting over disagreements: keys in, the page out."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from gapcheck.model.choices import Stance
from gapcheck.reports.terminal.sheet import Sheet
from gapcheck.review.asking import MOST, STANCES
from gapcheck.review.dialogs import HelpScreen, MemoScreen
from gapcheck.review.ink import text_of
from gapcheck.review.look import CSS
from gapcheck.review.settling.case import Case
from gapcheck.review.settling.keys import KEYS, LINE
from gapcheck.review.settling.page import page
from gapcheck.review.settling.rounds import Rounds

_PLAIN = (("s", "skip"), ("z", "undo"), ("v", "show_whole"), ("n", "renew"))
"""Keys that do one thing and ask for nothing."""


class SettleApp(App[None]):
    """A sitting on the terminal, in the terminal's own colours."""

    CSS = CSS
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(key, f"turn('{name}')", show=False) for key, name in _PLAIN),
        *(Binding(str(n), f"take({n})", show=False) for n in range(1, MOST + 1)),
        *(Binding(key, f"say('{stance}')", show=False) for key, stance in STANCES.items()),
        Binding("enter", "finish", show=False),
        Binding("left", "look(-1)", show=False),
        Binding("right", "look(1)", show=False),
        Binding("m", "memo", show=False),
        Binding("question_mark", "help", show=False),
        Binding("q", "quit", show=False),
    ]

    def __init__(self, rounds: Rounds, *, ascii_only: bool = False) -> None:
        super().__init__(ansi_color=True)
        self.rounds, self._ascii = rounds, ascii_only

    def compose(self) -> ComposeResult:
        """The page, and the keys below it."""
        with VerticalScroll(can_focus=True):
            yield Static(id="page")
        yield Static(id="keys")

    def on_mount(self) -> None:
        """Show the first disagreement."""
        self.paint()

    def on_resize(self) -> None:
        """Set the page anew, as wide as the screen has become."""
        self.call_after_refresh(self.paint)

    def paint(self) -> None:
        """Show what there is to be seen now."""
        if not self.query("#page"):
            return
        sheet = Sheet(max(self.size.width - 2, 20), self._ascii)
        self.query_one("#page", Static).update(text_of(page(self.rounds.moment(), sheet)))
        self.query_one("#keys", Static).update(text_of(sheet.wrap([(LINE, "dim")], indent=" ")))

    def action_turn(self, name: str) -> None:
        """One of the plain keys."""
        self._then(getattr(self.rounds, name))

    def action_take(self, rank: int) -> None:
        """Let a coder's code stand."""
        self._decide(lambda: self.rounds.take(rank))

    def action_say(self, stance: str) -> None:
        """Agree on a stance."""
        self._decide(lambda: self.rounds.say(Stance(stance)))

    def action_finish(self) -> None:
        """Write what was agreed."""
        self._then(self.rounds.finish)
        self.query_one(VerticalScroll).scroll_home(animate=False)

    def action_look(self, step: int) -> None:
        """Look at another disagreement."""
        self._then(lambda: self.rounds.turn(step))

    def action_memo(self) -> None:
        """Ask for a memo."""
        if isinstance(self.rounds.case, Case):
            self.push_screen(MemoScreen(self.rounds.memo_begun), self._noted)

    def action_help(self) -> None:
        """Show every key."""
        self.push_screen(HelpScreen(KEYS))

    def _noted(self, text: str | None) -> None:
        if text is not None:
            self._decide(lambda: self.rounds.memo(text))

    def _decide(self, do: Callable[[], None]) -> None:
        """On a small screen what will be written lies below: show it."""
        self._then(do)
        self.call_after_refresh(self.query_one(VerticalScroll).scroll_end, animate=False)

    def _then(self, do: Callable[[], None]) -> None:
        do()
        self.paint()
