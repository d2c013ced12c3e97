"""A table typed as text, with a sign between its cells that nobody need name."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator

from gapcheck.importers.grids.grid import Grid, Row
from gapcheck.importers.grids.letters import decoded
from gapcheck.importers.grids.limits import counted
from gapcheck.model.brought import Mishap
from gapcheck.model.unfit import Unfit

_SIGNS = (",", ";", "\t", "|")
_SAMPLE = 200_000
_RECORDS = 500
_OPEN = "unexpected end of data"


def delimited(file: str, data: bytes) -> Grid:
    """The table of a text file."""
    text, guessed = decoded(data)
    told, skipped = _told(text)
    body = text[skipped:]
    sign = told or _sign(body)
    first = 2 if skipped else 1
    mishaps = tuple(_unquoted(file, body, sign, first))
    rows = tuple(counted(_rows(body, sign, first)))
    return Grid(file, "", rows, mishaps, guessed)


def _told(text: str) -> tuple[str, int]:
    """The sign that a first line `sep=;` of Excel names, and how long that line is."""
    line, _, _ = text.partition("\n")
    if line.lower().startswith("sep=") and len(line) == 5:
        return line[4], len(line) + 1
    return "", 0


def _sign(text: str) -> str:
    """The sign that gives the most rows the same number of cells, of which there are several."""
    # The last record of a sample may be cut off.
    sample = text[:_SAMPLE]
    best, chosen = (0.0, 0), _SIGNS[0]
    for sign in _SIGNS:
        widths = list(_widths(sample, sign))
        widths = widths[:-1] if len(sample) < len(text) and len(widths) > 1 else widths
        if not widths:
            continue
        [(width, times)] = Counter(widths).most_common(1)
        score = (times / len(widths), width)
        if width > 1 and score > best:
            best, chosen = score, sign
    return chosen


def _widths(text: str, sign: str) -> Iterator[int]:
    try:
        for number, cells in enumerate(_reader(text, sign, strict=False)):
            if number == _RECORDS:
                return
            if any(cell.strip() for cell in cells):
                yield len(cells)
    except csv.Error:
        return


def _rows(text: str, sign: str, first: int) -> Iterator[Row]:
    reader = _reader(text, sign, strict=False)
    line = first
    try:
        for cells in reader:
            yield Row(line, tuple(cells))
            line = first + reader.line_num
    except csv.Error:
        raise Unfit(*_never_closed(line)) from None


def _unquoted(file: str, text: str, sign: str, first: int) -> Iterator[Mishap]:
    """Quotation marks that are not typed as such tables want them; Unfit where one never closes."""
    reader = _reader(text, sign, strict=True)
    line = first
    try:
        for _ in reader:
            line = first + reader.line_num
    except csv.Error as error:
        if str(error) == _OPEN:
            raise Unfit(*_never_closed(line)) from None
        message = "a quotation mark stands in a cell that is in quotation marks, and is not doubled"
        advice = "Type it twice, or save the table again from the program that it is from."
        yield Mishap(file, f"line {first - 1 + reader.line_num}", message, advice)


def _never_closed(line: int) -> tuple[str, str]:
    return (
        f"a quotation mark that opens in the row at line {line} never closes",
        "Close it, or save the table again from the program that it is from.",
    )


def _reader(text: str, sign: str, *, strict: bool) -> csv._reader:  # type: ignore[name-defined]
    return csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=strict)
