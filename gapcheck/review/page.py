"""The page that a coder looks at: the passage, what is suggested, and what will be written."""

from __future__ import annotations

from gapcheck.amend.difference import hunks
from gapcheck.amend.refusal import Refusal
from gapcheck.reports.terminal.sheet import Sheet, columns, fitted
from gapcheck.reports.wrapping import Line
from gapcheck.review import asking, passage
from gapcheck.review.view import View

_INDENT = " "
_WRITTEN = "WILL BE WRITTEN, in your own layout and with your comments kept"


def page(view: View, sheet: Sheet) -> list[Line]:
    """All lines of the page, top to bottom; none is wider than the sheet."""
    return [part for line in _page(view, sheet) for part in fitted(line, sheet.width)]


def _page(view: View, sheet: Sheet) -> list[Line]:
    lines = _head(view, sheet)
    if view.card is None:
        return [*lines, [], *_end(view, sheet)]
    lines += [[], *passage.lines(view.card, view, sheet), []]
    lines += [*asking.imperatives(view.card, view, sheet), []]
    if not view.decision.speaks_to_none:
        lines += [*asking.practice(view.card, view, sheet), []]
    return lines + _written(view, sheet)


def _head(view: View, sheet: Sheet) -> list[Line]:
    coder = f" · coder {view.coder}" if view.coder else ""
    left = sheet.line((f"{_INDENT}gapcheck review · {view.title}{coder}", "bold"))
    lines = sheet.ends(left, sheet.line((str(view.progress), "dim")))
    if view.invented:
        runs = [(" ILLUSTRATIVE ", "reverse"), (f" {view.invented}", "")]
        lines += sheet.wrap(runs, indent=_INDENT)
    return lines


def _end(view: View, sheet: Sheet) -> list[Line]:
    if view.progress.aside:
        said = "Nothing else waits. enter goes through those that you skipped, q ends."
        aside = f"{view.progress.aside} skipped."
        return sheet.wrap([(aside, "bold"), (f" {said}", "")], indent=_INDENT)
    said = "Every excerpt is reviewed. z takes the last step back, q ends."
    return sheet.wrap([(said, "bold")], indent=_INDENT)


def _written(view: View, sheet: Sheet) -> list[Line]:
    """What will be written as it will stand in the file, or what is missing for that."""
    lines: list[Line] = []
    if view.note:
        lines += sheet.wrap([(view.note, "bold")], indent=_INDENT)
    if not view.decision.begun:
        return lines
    if view.decision.missing:
        return lines + sheet.wrap([(view.decision.missing, "dim")], indent=_INDENT)
    if isinstance(view.proposal, Refusal):
        heading = sheet.wrap([("THIS CANNOT BE WRITTEN", "bold")], indent=_INDENT)
        return lines + heading + sheet.wrap(str(view.proposal), indent="   ")
    if view.proposal is None:
        return lines
    lines += sheet.wrap([(_WRITTEN, "bold")], indent=_INDENT)
    for hunk in hunks(view.proposal):
        lines += sheet.wrap([(f"{view.proposal.file}:{hunk.line}", "dim")], indent="   ")
        for text in hunk.lines:
            lines += columns([sheet.line(("   + ", "bold"))], _typed(text, sheet), len("   + "))
    return lines


def _typed(text: str, sheet: Sheet) -> list[Line]:
    """A line of the file, its own indent kept where it has to be broken."""
    words = text.lstrip(" ")
    indent = text[: len(text) - len(words)]
    return sheet.wrap(words, sheet.width - len("   + "), indent) if words else [[]]
