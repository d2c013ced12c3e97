"""A table as it stands in a file: rows of texts, each cell with its place."""

from __future__ import annotations

from dataclasses import dataclass, field

from gapcheck.model.brought import Mishap


@dataclass(frozen=True, slots=True)
class Row:
    """A row that holds something; `number` counts the rows of a sheet, or the lines of a text."""

    number: int
    cells: tuple[str, ...] = field(repr=False)

    def __getitem__(self, column: int) -> str:
        """The text in a column, without the blanks around it; empty where the row is shorter."""
        return self.cells[column].strip() if 0 <= column < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Grid:
    """One table of a file; `name` is that of its sheet, empty where the file is a text.

    `guessed` is the encoding of a text that does not say how it is encoded.
    """

    file: str
    name: str
    rows: tuple[Row, ...] = field(repr=False)
    mishaps: tuple[Mishap, ...] = ()
    guessed: str = ""

    def where(self, row: Row, column: int) -> str:
        """The place of a cell, as it reads after the file's name."""
        if self.name:
            return f"sheet {self.name}, cell {letters(column)}{row.number}"
        # A cell with lines of its own moves what stands behind it further down.
        lines = sum(cell.count("\n") for cell in row.cells[:column])
        return f"line {row.number + lines}, column {column + 1}"

    def place(self, row: Row) -> str:
        """The place of a whole row."""
        return f"sheet {self.name}, row {row.number}" if self.name else f"line {row.number}"

    def mishap(
        self, row: Row, column: int, message: str, advice: str = "", *, sensitive: bool = False
    ) -> Mishap:
        """A problem in one cell."""
        return Mishap(self.file, self.where(row, column), message, advice, sensitive)


def letters(column: int) -> str:
    """The letters of a column of a spreadsheet, counted from 0."""
    found = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        found = chr(ord("A") + rest) + found
    return found
