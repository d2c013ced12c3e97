"""The sheet of excerpts: words, where they stand, and what was noted of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from gapcheck.importers.workbook.cells import Cells, as_known
from gapcheck.importers.workbook.known import Known
from gapcheck.importers.workbook.sources import SourceKey, SourceRead, Sources
from gapcheck.importers.workbook.table import Table
from gapcheck.model.brought import Mishap, Passage
from gapcheck.model.workbook import WITHHELD
from gapcheck.near import did_you_mean, listed

_PLACED = ("lsp", "source")
_LISTS = ("themes", "barriers", "enablers")
_REALIST = ("context", "mechanism", "outcome")


@dataclass(frozen=True, slots=True)
class ExcerptRead:
    """An excerpt as it was typed; `withheld` where its words were kept out of the workbook."""

    source: SourceKey
    id: str
    passage: Passage = field(repr=False)
    reviewed: bool = False
    withheld: bool = False


Excerpts = dict[SourceKey, dict[str, ExcerptRead]]
"""The excerpts of each source by their ids, in the order of the sheet."""


def excerpts(table: Table, among: Sources, known: Known, mishaps: list[Mishap]) -> Excerpts:
    """The excerpts of the sheet."""
    found: Excerpts = {}
    first: dict[tuple[SourceKey, str], str] = {}
    for row in table.rows:
        cells = Cells(table, row, mishaps)
        if not any(cells.text(head) for head in table.heads if head not in _PLACED):
            continue
        source = among.named(cells)
        name = cells.name("excerpt", "excerpt id")
        if source is None:
            continue
        there = found.setdefault(source.key, {})
        if not cells.text("excerpt"):
            advice = f"Type one; {_free(there)} is free."
            cells.wrong("excerpt", "the excerpt has no id", advice)
        elif name in there:
            place = first[source.key, name]
            message = f"the source has an excerpt `{name}` already"
            cells.wrong("excerpt", message, f"It is in {place}. {_free(there)} is free.")
        elif name is not None:
            first[source.key, name] = table.grid.place(row)
            there[name] = _excerpt(cells, source, name, known)
    return found


def _free(there: dict[str, ExcerptRead]) -> str:
    number = next(each for each in range(1, len(there) + 2) if f"x{each}" not in there)
    return f"x{number}"


def _excerpt(cells: Cells, source: SourceRead, name: str, known: Known) -> ExcerptRead:
    text = cells.text("text")
    where = cells.table.grid.place(cells.row)
    if text.casefold() == WITHHELD:
        passage = Passage("", where, fields={"id": name})
        return ExcerptRead(source.key, name, passage, withheld=True)
    if not text:
        cells.wrong("text", f"the excerpt `{name}` has no words")
    tensions = cells.several("tensions", "tension", known.words("tensions"))
    realist = {head: said for head in _REALIST if (said := cells.text(head))}
    fields = {
        "id": name,
        "about": cells.day("about"),
        "translation": cells.text("translation"),
        **{head: list(cells.listing(head)) for head in _LISTS},
        "tensions": list(tensions),
        "cmo": realist,
        "cleared": cells.yes("cleared"),
    }
    passage = Passage(
        text=text,
        where=where,
        at=cells.text("at"),
        speaker=_speaker(cells, source),
        memo=cells.text("memo"),
        fields={key: value for key, value in fields.items() if value},
    )
    return ExcerptRead(source.key, name, passage, reviewed=cells.yes("reviewed") is True)


def _speaker(cells: Cells, source: SourceRead) -> str:
    typed = cells.text("speaker")
    names = [voice.key for voice in source.voices]
    found = as_known(typed, names)
    if typed and found is None:
        advice = f"{did_you_mean(typed, names)} Its speakers are: {listed(names) or 'none'}."
        # What stands there may be a name.
        message = "this is no speaker of the source"
        cells.wrong("speaker", message, advice.strip())
    elif not typed and len(names) > 1:
        cells.wrong("speaker", "nothing says who speaks", f"Type one of: {listed(names)}.")
    return found or ""
