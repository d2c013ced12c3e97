"""The page of a disagreement: the words, everybody's code side by side, what will be written."""

from __future__ import annotations

from gapcheck.amend.refusal import Refusal
from gapcheck.model.choices import Words
from gapcheck.reports import agreement_words, phrases
from gapcheck.reports.terminal.sheet import Sheet, columns, fitted
from gapcheck.reports.wrapping import Line, Run
from gapcheck.review.asking import STANCES
from gapcheck.review.passage import MOST_LINES
from gapcheck.review.proposed import proposed
from gapcheck.review.settling.case import Case, Take
from gapcheck.review.settling.rounds import Moment

_INDENT, _FURTHER, _BAR = " ", "   ", " ┃ "
_NUMBER = len(" > 1  ")
_BESIDE = 64
"""Columns from which two codes stand beside each other; on a narrower screen they are stacked."""


def page(moment: Moment, sheet: Sheet) -> list[Line]:
    """All lines of the page, top to bottom; none is wider than the sheet."""
    return [part for line in _page(moment, sheet) for part in fitted(line, sheet.width)]


def _page(moment: Moment, sheet: Sheet) -> list[Line]:
    lines = _head(moment, sheet)
    case = moment.case
    if case is None:
        return [*lines, [], *_end(moment, sheet)]
    if isinstance(case, Refusal):
        lines += [[], *sheet.wrap([("THIS CANNOT BE READ", "bold")], indent=_INDENT)]
        return lines + sheet.wrap(str(case), indent=_FURTHER)
    lines += [[], *_imperative(case, moment, sheet), [], *_passage(case, moment, sheet), []]
    lines += [*_takes(case, moment, sheet), [], *_stances(moment, sheet), []]
    return lines + _written(case, moment, sheet)


def _head(moment: Moment, sheet: Sheet) -> list[Line]:
    title = f"{_INDENT}gapcheck review · disagreements · settled by {moment.by}"
    progress = sheet.line((f"{moment.done} of {moment.total} settled", "dim"))
    lines = sheet.ends(sheet.line((title, "bold")), progress)
    if moment.invented:
        runs = [(" ILLUSTRATIVE ", "reverse"), (f" {moment.invented}", "")]
        lines += sheet.wrap(runs, indent=_INDENT)
    return lines


def _end(moment: Moment, sheet: Sheet) -> list[Line]:
    first = "Nothing is left to settle."
    said = "z takes the last step back, q ends."
    if moment.aside:
        first = f"{moment.aside} skipped."
        said = "Nothing else waits. enter goes through those that you skipped, q ends."
    lines = sheet.wrap([(moment.note, "bold")], indent=_INDENT) if moment.note else []
    return lines + sheet.wrap([(first, "bold"), (f" {said}", "")], indent=_INDENT)


def _imperative(case: Case, moment: Moment, sheet: Sheet) -> list[Line]:
    one = case.dispute.imperative
    told = f"{one.text.strip()} ({phrases.duty(one, moment.settings)})"
    return [
        *sheet.wrap([(one.name, "bold")], indent=_INDENT),
        *sheet.wrap([(told, "dim")], indent=_FURTHER),
    ]


def _passage(case: Case, moment: Moment, sheet: Sheet) -> list[Line]:
    about = case.dispute.about
    who = phrases.speaker(about, moment.settings)
    names: list[Run] = [(f"{case.source.id} {case.excerpt.id}", "bold"), (f"  {who}", "")]
    lines = sheet.wrap(names, indent=_INDENT)
    at = f" · at {case.excerpt.at}" if case.excerpt.at else ""
    remarks = [f"{case.excerpt.location}{at}"]
    if not case.quotable:
        remarks.append("These words may not be quoted. They are shown to you alone.")
    if case.source.words is Words.NOTES:
        remarks.append("Notes, not the speaker’s own words.")
    if case.excerpt.question:
        remarks.append(f"Asked: {' '.join(case.excerpt.question.split())}")
    for said in remarks:
        lines += sheet.wrap([(said, "dim")], indent=_INDENT)
    words = sheet.wrap(case.excerpt.text.strip(), indent=sheet.clean(_BAR))
    if case.excerpt.translation:
        words += sheet.wrap([("In translation", "dim")], indent=_FURTHER)
        words += sheet.wrap(case.excerpt.translation.strip(), indent=sheet.clean(_BAR))
    if len(words) > MOST_LINES and not moment.whole:
        more = f"{len(words) - MOST_LINES:,} more lines: v shows them"
        words = words[:MOST_LINES] + sheet.wrap([(more, "dim")], indent=_FURTHER)
    return [*lines, [], *words]


def _takes(case: Case, moment: Moment, sheet: Sheet) -> list[Line]:
    lines = sheet.wrap([("WHOSE CODE STANDS?", "bold")], indent=_INDENT)
    half = (sheet.width - len(_INDENT)) // 2
    beside = sheet.width >= _BESIDE
    for first in range(0, len(case.takes), 2):
        pair = case.takes[first : first + 2]
        width = half - 2 if beside else sheet.width - 2
        blocks = [
            _take(first + number, take, moment, sheet, width) for number, take in enumerate(pair)
        ]
        if beside and len(blocks) == 2:
            lines += columns(blocks[0], blocks[1], half)
        else:
            lines += [line for block in blocks for line in block]
    return lines


def _take(place: int, take: Take, moment: Moment, sheet: Sheet, width: int) -> list[Line]:
    on = moment.settlement.take == place
    head = [sheet.line((f" {'>' if on else ' '} {place + 1}  ", "bold"))]
    said = f"{agreement_words.coder(take.coder)}: {take.said}"
    told = sheet.wrap([(said, "bold" if on else "")], width - _NUMBER)
    if not place:
        told += sheet.wrap([("decides the verdict so far", "dim")], width - _NUMBER)
    told += sheet.wrap(take.memo, width - _NUMBER) if take.memo else []
    return columns(head, told, _NUMBER)


def _stances(moment: Moment, sheet: Sheet) -> list[Line]:
    runs: list[Run] = [("or agree on: ", "dim")]
    for key, stance in STANCES.items():
        on = moment.settlement.stance is stance
        text = f"{'>' if on else ' '}{key}\N{NO-BREAK SPACE}{stance}"
        runs += [(text, "bold" if on else ""), ("  ", "")]
    lines = sheet.wrap(runs, indent=_FURTHER)
    if moment.settlement.memo:
        lines += sheet.wrap(f"memo: {moment.settlement.memo}", indent=_FURTHER)
    return lines


def _written(case: Case, moment: Moment, sheet: Sheet) -> list[Line]:
    lines = sheet.wrap([(moment.note, "bold")], indent=_INDENT) if moment.note else []
    missing = moment.settlement.missing(case) if moment.settlement.begun else ""
    if missing and missing != moment.note:
        lines += sheet.wrap([(missing, "dim")], indent=_INDENT)
    return lines + (proposed(moment.proposal, sheet) if moment.proposal else [])
