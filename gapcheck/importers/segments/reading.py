"""A list of coded segments, whatever program it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from gapcheck.importers.grids.grid import Grid
from gapcheck.importers.grids.reading import read_grids
from gapcheck.importers.segments.columns import Columns, columns_of, unknown
from gapcheck.importers.segments.days import dated
from gapcheck.importers.segments.gathering import DocumentKey, Gathered
from gapcheck.importers.segments.roles import Role
from gapcheck.importers.segments.rows import Segment, body, segment
from gapcheck.importers.segments.spare import Spare
from gapcheck.model.brought import Brought, Fate, Mishap, Tally

_SHOWN = 5


def read_segments(name: str, data: bytes, columns: Mapping[str, str] | None = None) -> Brought:
    """What a list of coded segments holds, in any sheet of the file.

    `columns` says which column is what, by role (`document`, `text`, `code` ...); where it is
    left out the heads tell. ColumnsUnknown where they do not, Unfit where it is no table.
    """
    grids = read_grids(name, data)
    tables = [(grid, found) for grid in grids if (found := columns_of(grid, columns))]
    if not tables:
        raise unknown(max(grids, key=lambda grid: len(grid.rows)), columns)
    reading = _Reading(name)
    for grid, found in tables:
        reading.table(grid, found)
    left = [grid.name for grid in grids if grid not in [each for each, _ in tables]]
    program = tables[0][1].program.name
    return reading.finished(program, left, next((each.guessed for each in grids), ""))


@dataclass(slots=True)
class _Reading:
    """What was read so far."""

    file: str
    gathered: Gathered = field(default_factory=Gathered)
    spare: Spare = field(default_factory=Spare)
    dates: dict[DocumentKey, str] = field(default_factory=dict)
    mishaps: list[Mishap] = field(default_factory=list)
    wordless: list[str] = field(default_factory=list)
    rows: int = 0

    def table(self, grid: Grid, columns: Columns) -> None:
        self.mishaps += grid.mishaps
        taken = list(self._segments(grid, columns))
        for each in taken:
            self.gathered.add(each)
        self.rows += len(taken)
        self.spare.add(columns, taken)
        for where, value in dated(grid, columns, taken):
            if isinstance(value, str):
                self.dates[where] = value
            else:
                self.mishaps.append(value)

    def _segments(self, grid: Grid, columns: Columns) -> Iterator[Segment]:
        for row in body(grid, columns):
            each = segment(grid, columns, row)
            if not each.text:
                self.wordless.append(each.place)
            elif not each.document:
                message = "the cell is empty, and nothing says whose words these are"
                advice = f"Fill in column {columns.heads[columns.roles[Role.DOCUMENT]]}."
                column = columns.roles[Role.DOCUMENT]
                self.mishaps.append(grid.mishap(row, column, message, advice))
            else:
                yield each

    def finished(self, program: str, sheets: Sequence[str], guessed: str) -> Brought:
        documents = self.gathered.documents
        cases = dict.fromkeys(
            c for each in documents.values() for p in each.values() for c in p.cases
        )
        attributes = {where: self.spare.said.get(where, {}) for where in documents}
        return Brought(
            file=self.file,
            program=program,
            documents=tuple(self.gathered.built(self._fields(), attributes)),
            codes=tuple(self.gathered.codes.values()),
            cases=tuple(self.spare.built_cases(cases)),
            tallies=(*self._tallies(guessed), *self.spare.tallies(), *_sheets(sheets)),
            mishaps=tuple(self.mishaps),
        )

    def _fields(self) -> dict[DocumentKey, dict[str, str]]:
        return {
            where: {
                key: value
                for key, value in (("lsp", where[0]), ("date", self.dates.get(where, "")))
                if value
            }
            for where in self.gathered.documents
        }

    def _tallies(self, guessed: str) -> Iterator[Tally]:
        if self.rows:
            yield Tally(Fate.TAKEN, "coded segments", self.rows)
        if self.gathered.repeated:
            why = "they say what another row says of the same words"
            yield Tally(Fate.LEFT, "rows", self.gathered.repeated, why)
        if self.wordless:
            where = tuple(self.wordless[:_SHOWN])
            yield Tally(Fate.LEFT, "rows", len(self.wordless), "no words stand in them", where)
        if guessed:
            why = f"the file does not say how its letters are encoded; it was read as {guessed}"
            yield Tally(Fate.CHANGED, "texts", 1, why)


def _sheets(names: Sequence[str]) -> Iterator[Tally]:
    if names:
        why = "no list of coded segments stands in them"
        yield Tally(Fate.LEFT, "sheets", len(names), why, tuple(names))
