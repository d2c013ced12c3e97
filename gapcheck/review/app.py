"""The screen of a sitting: keys in, the page out; what they do stands in `turns`."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from gapcheck.matchers.search import search
from gapcheck.model.choices import Stance
from gapcheck.reports.terminal.sheet import Sheet
from gapcheck.review.asking import MOST, STANCES
from gapcheck.review.dialogs import HelpScreen, LineScreen, MemoScreen, SearchScreen
from gapcheck.review.ink import text_of
from gapcheck.review.keys import LINE
from gapcheck.review.look import CSS
from gapcheck.review.page import page
from gapcheck.review.turns import Turns

_PLAIN = (
    ("0", "none"),
    ("b", "turn_basis"),
    ("r", "turn_rung"),
    ("i", "turn_indicator"),
    ("s", "skip"),
    ("z", "undo"),
    ("v", "show_whole"),
    ("n", "renew"),
)
"""Keys that do one thing and ask for nothing."""


class ReviewApp(App[None]):
    """A sitting on the terminal, in the terminal's own colours."""

    CSS = CSS
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(key, f"turn('{name}')", show=False) for key, name in _PLAIN),
        *(Binding(str(n), f"candidate({n})", show=False) for n in range(1, MOST + 1)),
        *(Binding(key, f"say('{stance}')", show=False) for key, stance in STANCES.items()),
        Binding("enter", "finish(False)", show=False),
        Binding("w", "finish(True)", show=False),
        Binding("left", "look(-1)", show=False),
        Binding("right", "look(1)", show=False),
        Binding("slash", "search", show=False),
        Binding("percent_sign", "share", show=False),
        Binding("m", "memo", show=False),
        Binding("k", "barrier", show=False),
        Binding("e", "enabler", show=False),
        Binding("question_mark", "help", show=False),
        Binding("q", "quit", show=False),
    ]

    def __init__(self, turns: Turns, *, ascii_only: bool = False) -> None:
        super().__init__(ansi_color=True)
        self.turns, self._ascii = turns, ascii_only

    def compose(self) -> ComposeResult:
        """The page, and the keys below it."""
        with VerticalScroll(can_focus=True):
            yield Static(id="page")
        yield Static(id="keys")

    def on_mount(self) -> None:
        """Show the first passage."""
        self.paint()

    def on_resize(self) -> None:
        """Set the page anew, as wide as the screen has become."""
        self.call_after_refresh(self.paint)

    def paint(self) -> None:
        """Show what there is to be seen now."""
        if not self.query("#page"):
            return
        sheet = Sheet(max(self.size.width - 2, 20), self._ascii)
        self.query_one("#page", Static).update(text_of(page(self.turns.view(), sheet)))
        keys = sheet.wrap([(LINE, "dim")], indent=" ")
        self.query_one("#keys", Static).update(text_of(keys))

    def action_turn(self, name: str) -> None:
        """One of the plain keys."""
        self._then(getattr(self.turns, name))

    def action_candidate(self, rank: int) -> None:
        """Choose a candidate."""
        self._decide(lambda: self.turns.candidate(rank))

    def action_say(self, stance: str) -> None:
        """Give a stance."""
        self._decide(lambda: self.turns.say(Stance(stance)))

    def action_finish(self, stay: bool) -> None:
        """Write what was decided."""
        self._then(lambda: self.turns.finish(stay=stay))
        self.query_one(VerticalScroll).scroll_home(animate=False)

    def action_look(self, step: int) -> None:
        """Look at another passage."""
        self._then(lambda: self.turns.turn(step))

    def action_search(self) -> None:
        """Ask for an imperative."""
        card = self.turns.pile.top
        if card is not None:
            found = SearchScreen(lambda typed: search(typed, card.applies))
            self.push_screen(found, lambda one: self._with(self.turns.choose, one))

    def action_share(self) -> None:
        """Ask for a share."""
        if self.turns.shares:
            asked = LineScreen("Share, as 19/38, 28% or 28% of 60")
            self.push_screen(asked, lambda text: self._with(self.turns.share, text))
        self.paint()

    def action_memo(self) -> None:
        """Ask for a memo."""
        if self.turns.pile.top is not None:
            asked = MemoScreen(self.turns.decision.memo or "")
            self.push_screen(asked, lambda text: self._with(self.turns.memo, text))

    def action_barrier(self) -> None:
        """Ask for a barrier."""
        self._ask("Barrier", self.turns.opening.barriers, self.turns.barrier)

    def action_enabler(self) -> None:
        """Ask for an enabler."""
        self._ask("Enabler", self.turns.opening.enablers, self.turns.enabler)

    def action_help(self) -> None:
        """Show every key."""
        self.push_screen(HelpScreen())

    def _ask(self, heading: str, known: tuple[str, ...], keep: Callable[[str], None]) -> None:
        if self.turns.pile.top is not None:
            asked = LineScreen(heading, known)
            self.push_screen(asked, lambda text: self._with(keep, text))

    def _with(self, keep: Callable[..., None], given: object) -> None:
        """Do something with what a dialog brought, if it brought anything."""
        if given is not None:
            self._decide(lambda: keep(given))

    def _decide(self, do: Callable[[], None]) -> None:
        """On a small screen what will be written lies below: show it."""
        self._then(do)
        self.call_after_refresh(self.query_one(VerticalScroll).scroll_end, animate=False)

    def _then(self, do: Callable[[], None]) -> None:
        do()
        self.paint()
