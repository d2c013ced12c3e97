"""Lines of styled words as the screen takes them: no colour, so that they read on any ground."""

from __future__ import annotations

from collections.abc import Iterable

from rich.text import Text

from gapcheck.reports.wrapping import Line

_STYLES = {"bold": "bold", "dim": "dim", "reverse": "bold reverse", "cue": "bold underline"}


def text_of(lines: Iterable[Line]) -> Text:
    """The lines as one text. Words of people are data in it, never markup."""
    text = Text(no_wrap=True, end="")
    for number, line in enumerate(lines):
        if number:
            text.append("\n")
        for words, style in line:
            text.append(words, _STYLES.get(style, ""))
    return text
