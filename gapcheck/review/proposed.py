"""What will be written, as it will stand in the file; or why it cannot be."""

from __future__ import annotations

from gapcheck.amend.difference import hunks
from gapcheck.amend.refusal import Refusal
from gapcheck.amend.run import Amended
from gapcheck.reports.terminal.sheet import Sheet, columns
from gapcheck.reports.wrapping import Line

_INDENT, _FURTHER, _NEW = " ", "   ", "   + "
_WRITTEN = "WILL BE WRITTEN, in your own layout and with your comments kept"


def proposed(proposal: Amended | Refusal, sheet: Sheet) -> list[Line]:
    """The lines that a file will have, each behind a sign."""
    if isinstance(proposal, Refusal):
        heading = sheet.wrap([("THIS CANNOT BE WRITTEN", "bold")], indent=_INDENT)
        return heading + sheet.wrap(str(proposal), indent=_FURTHER)
    lines = sheet.wrap([(_WRITTEN, "bold")], indent=_INDENT)
    for hunk in hunks(proposal):
        lines += sheet.wrap([(f"{proposal.file}:{hunk.line}", "dim")], indent=_FURTHER)
        for text in hunk.lines:
            lines += columns([sheet.line((_NEW, "bold"))], _typed(text, sheet), len(_NEW))
    return lines


def _typed(text: str, sheet: Sheet) -> list[Line]:
    """A line of the file, its own indent kept where it has to be broken."""
    words = text.lstrip(" ")
    indent = text[: len(text) - len(words)]
    return sheet.wrap(words, sheet.width - len(_NEW), indent) if words else [[]]
