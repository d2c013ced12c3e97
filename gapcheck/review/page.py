"""The page that a coder looks at: the passage, what is suggested, and what will be written."""

from __future__ import annotations

from gapcheck.reports.terminal.sheet import Sheet, fitted
from gapcheck.reports.wrapping import Line
from gapcheck.review import asking, passage
from gapcheck.review.proposed import proposed
from gapcheck.review.view import View

_INDENT = " "


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
    return lines + (proposed(view.proposal, sheet) if view.proposal else [])
