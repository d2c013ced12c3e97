"""What was promised, told in the rows of a source: for all of it, or speaker by speaker.

A row without a speaker is for the whole source. Where there is none, what holds for all speakers
is the source's, and what goes beyond it is a speaker's own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from gapcheck.importers.workbook.cells import Cells
from gapcheck.model.choices import QuoteConsent
from gapcheck.model.dates import PartialDate
from gapcheck.model.workbook import CONSENT

Promise = Mapping[str, object]
"""Parts of a consent under the keys of the format, without those that are as they are anyway."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A part: its head, how a cell of it is read, and its values from the loosest on.

    `otherwise` holds where nothing is said.
    """

    key: str
    head: str
    read: Callable[[Cells, str], object]
    order: tuple[object, ...]
    otherwise: object


def _quote(cells: Cells, head: str) -> object:
    return cells.word(head, "way of quoting", tuple(QuoteConsent))


_PARTS = (
    _Part("analysis", f"{CONSENT}analysis", Cells.yes, (True, False), True),
    _Part("quote", f"{CONSENT}quote", _quote, tuple(QuoteConsent), QuoteConsent.ANONYMISED),
    _Part("archive", f"{CONSENT}archive", Cells.yes, (True, False), False),
    _Part("withdrawn", f"{CONSENT}withdrawn", Cells.yes, (False, True), False),
    _Part("embargo_until", f"{CONSENT}embargo until", Cells.day, (), None),
)


def promised(rows: Sequence[Cells], *, spoken: bool) -> tuple[Promise, tuple[Promise, ...]]:
    """What was promised for a source, and beside each of its rows what goes beyond that."""
    if spoken and not any(row.text(part.head) for row in rows for part in _PARTS):
        advice = "Interviews, focus groups and observations say so: named, anonymised or none."
        rows[0].wrong(f"{CONSENT}quote", "nothing says what was promised", advice)
        return {}, tuple({} for _ in rows)
    whole: dict[str, object] = {}
    each: list[dict[str, object]] = [{} for _ in rows]
    for part in _PARTS:
        source, own = _part(part, rows)
        whole[part.key] = source
        for kept, value in zip(each, own, strict=True):
            kept[part.key] = value
    said = tuple({} if kept == whole else _short(kept, rows) for kept in each)
    return _short(whole, rows), said


def _part(part: _Part, rows: Sequence[Cells]) -> tuple[object, list[object]]:
    """One part for the source, and as it holds for each row."""
    typed = [bool(row.text(part.head)) for row in rows]
    values = [_value(part, row) if there else None for row, there in zip(rows, typed, strict=True)]
    general = [at for at, row in enumerate(rows) if not row.text("speaker")]
    if general:
        stated = [values[at] for at in general if typed[at]]
        source = max(stated, key=lambda v: _strictness(part, v)) if stated else part.otherwise
        return source, [v if there else source for v, there in zip(values, typed, strict=True)]
    held = _filled(part, rows, typed, values)
    return min(held, key=lambda value: _strictness(part, value)), held


def _filled(
    part: _Part, rows: Sequence[Cells], typed: Sequence[bool], values: Sequence[object]
) -> list[object]:
    """The part of every speaker. Where it is told of some alone, nobody's promise is guessed."""
    if not part.order or all(typed) or not any(typed):
        return [v if there else part.otherwise for v, there in zip(values, typed, strict=True)]
    stated = [value for value, there in zip(values, typed, strict=True) if there]
    strictest = max((*stated, part.otherwise), key=lambda value: _strictness(part, value))
    for row, there in zip(rows, typed, strict=True):
        if not there:
            message = "the cell is empty, and another speaker's of the same source is not"
            advice = "Say it in the row of each speaker, or once in a row without a speaker."
            row.wrong(part.head, message, advice)
    return [v if there else strictest for v, there in zip(values, typed, strict=True)]


def _value(part: _Part, row: Cells) -> object:
    value = part.read(row, part.head)
    # A word that nobody understands may have been the strictest.
    return part.order[-1] if value is None and part.order else value


def _strictness(part: _Part, value: object) -> int:
    if part.order:
        return part.order.index(value)
    if value is None:
        return 0
    until = PartialDate.parse(str(value))
    # A full date is the first free day; a month or a year has to be over.
    return until.last.toordinal() + (until.first != until.last) - date.min.toordinal() + 1


def _short(kept: Promise, rows: Sequence[Cells]) -> Promise:
    """A consent without what would hold anyway; how to quote is said where it was said."""
    quoting = any(row.text(f"{CONSENT}quote") for row in rows)
    return {
        part.key: str(kept[part.key]) if part.key == "quote" else kept[part.key]
        for part in _PARTS
        if kept[part.key] != part.otherwise or (part.key == "quote" and quoting)
    }
