"""The console that a report is written to: its width, its colours, and what it can draw."""

from __future__ import annotations

from pathlib import Path
from typing import TextIO

from rich.console import Console

GLYPHS = "●◐○≠█▓▒╳■□─│┐┘→·–…“”‘’"
"""All that a report draws beyond the letters of its words."""


class Screen(Console):
    """A console that also knows whether it draws in ASCII, and the folder that its links lead to.

    `hyperlinks` is the folder of the study: where it is given, a terminal may open a file from
    its place in the report.
    """

    def __init__(
        self,
        stream: TextIO,
        *,
        width: int | None = None,
        ascii_only: bool = False,
        no_color: bool = False,
        hyperlinks: Path | None = None,
    ) -> None:
        super().__init__(
            file=stream,
            width=width,
            no_color=no_color or None,
            highlight=False,
            markup=False,
            emoji=False,
        )
        self.ascii_only = ascii_only
        self.hyperlinks = hyperlinks if self.is_terminal else None


def make_console(
    stream: TextIO,
    *,
    width: int | None = None,
    ascii_only: bool = False,
    no_color: bool = False,
    hyperlinks: Path | None = None,
) -> Screen:
    """A console for a stream: plain and 80 wide off a terminal, unless told otherwise."""
    return Screen(
        stream, width=width, ascii_only=ascii_only, no_color=no_color, hyperlinks=hyperlinks
    )


def encoding(console: Console) -> str:
    """The encoding that the console's stream writes in; UTF-8 where it does not say."""
    return getattr(console.file, "encoding", None) or "utf-8"


def carries(name: str, text: str) -> bool:
    """Whether an encoding can write the text."""
    try:
        text.encode(name)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def draws_ascii(console: Console) -> bool:
    """Whether glyphs must be ASCII: asked for, or because the stream cannot carry them."""
    asked = isinstance(console, Screen) and console.ascii_only
    return asked or not carries(encoding(console), GLYPHS)
