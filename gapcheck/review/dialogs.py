"""What asks for words: a search among imperatives, one line, a memo; and the help."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.suggester import SuggestFromList
from textual.widgets import Input, OptionList, Static, TextArea

from gapcheck.model.study import Imperative
from gapcheck.reports.terminal.sheet import Sheet
from gapcheck.review.ink import text_of
from gapcheck.review.keys import KEYS

Search = Callable[[str], Sequence[Imperative]]
"""What somebody types, and the imperatives that it may mean."""

_LEAVE: list[BindingType] = [Binding("escape", "leave", show=False)]


class SearchScreen(ModalScreen[Imperative | None]):
    """All imperatives that apply, found by a few letters of them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *_LEAVE,
        Binding("down", "move(1)", show=False, priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
    ]

    def __init__(self, search: Search) -> None:
        super().__init__()
        self._search = search
        self._found: Sequence[Imperative] = ()

    def compose(self) -> ComposeResult:
        """A line to type in, and what it finds."""
        with Vertical(classes="dialog"):
            yield Static("Search all imperatives: enter takes one, escape leaves it")
            yield Input()
            yield OptionList()

    def on_mount(self) -> None:
        """Begin with all of them."""
        self._show("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Find what is typed."""
        self._show(event.value)

    def on_input_submitted(self, _event: Input.Submitted) -> None:
        """Take the one that is marked."""
        self._take(self.query_one(OptionList).highlighted)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take the one that was clicked."""
        self._take(event.option_index)

    def action_move(self, step: int) -> None:
        """Mark the next one, or the one before."""
        listed = self.query_one(OptionList)
        if listed.option_count:
            listed.highlighted = ((listed.highlighted or 0) + step) % listed.option_count

    def action_leave(self) -> None:
        """Choose none."""
        self.dismiss(None)

    def _show(self, typed: str) -> None:
        self._found = self._search(typed)
        listed = self.query_one(OptionList)
        listed.clear_options()
        listed.add_options([Text(f"{one.name}  {one.title or one.text}") for one in self._found])
        listed.highlighted = 0 if self._found else None

    def _take(self, place: int | None) -> None:
        if place is not None:
            self.dismiss(self._found[place])


class LineScreen(ModalScreen[str | None]):
    """One line of words, completed from those that the study knows."""

    BINDINGS: ClassVar[list[BindingType]] = _LEAVE

    def __init__(self, heading: str, known: Sequence[str] = ()) -> None:
        super().__init__()
        self._heading, self._known = heading, known

    def compose(self) -> ComposeResult:
        """A line to type in."""
        with Vertical(classes="dialog"):
            yield Static(Text(f"{self._heading}: enter keeps it, escape leaves it"))
            known = SuggestFromList(self._known, case_sensitive=False) if self._known else None
            yield Input(suggester=known)
            if self._known:
                yield Static(Text(f"Known: {', '.join(self._known)}", style="dim"))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Keep what was typed."""
        self.dismiss(event.value)

    def action_leave(self) -> None:
        """Keep nothing."""
        self.dismiss(None)


class MemoScreen(ModalScreen[str | None]):
    """A memo, on as many lines as it takes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *_LEAVE,
        Binding("ctrl+s", "keep", show=False, priority=True),
    ]

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        """Room to type in."""
        with Vertical(classes="dialog"):
            yield Static("Memo: ctrl+s keeps it, escape leaves it")
            yield TextArea(self._text)

    def on_mount(self) -> None:
        """Begin to type at the end."""
        area = self.query_one(TextArea)
        area.focus()
        area.move_cursor(area.document.end)

    def action_keep(self) -> None:
        """Keep what was typed."""
        self.dismiss(self.query_one(TextArea).text)

    def action_leave(self) -> None:
        """Leave the memo as it was."""
        self.dismiss(None)


class HelpScreen(ModalScreen[None]):
    """Every key and what it does."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *_LEAVE,
        Binding("question_mark,q,enter", "leave", show=False),
    ]

    def __init__(self, keys: Sequence[tuple[str, str]] = KEYS) -> None:
        super().__init__()
        self._keys = keys

    def compose(self) -> ComposeResult:
        """The table of keys."""
        sheet = Sheet(max(self.app.size.width - 6, 20))
        lines = [
            line
            for key, does in self._keys
            for line in sheet.labelled(key, f" {does}", sheet.width)
        ]
        with VerticalScroll(classes="dialog"):
            yield Static(text_of(lines))

    def action_leave(self) -> None:
        """Back to work."""
        self.dismiss(None)
