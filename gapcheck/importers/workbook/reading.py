"""The workbook that a study was typed in, or typed on in, as what it holds."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from gapcheck.importers.grids.grid import Grid
from gapcheck.importers.grids.reading import read_grids
from gapcheck.importers.workbook.codes import Codings, codes
from gapcheck.importers.workbook.excerpts import ExcerptRead, Excerpts, excerpts
from gapcheck.importers.workbook.known import known
from gapcheck.importers.workbook.sources import SourceRead, Sources, sources
from gapcheck.importers.workbook.table import Table, table
from gapcheck.model.brought import Brought, Coding, Document, Fate, Passage, Tally
from gapcheck.model.unfit import Unfit
from gapcheck.model.workbook import CODEBOOK, INSTRUCTIONS, LISTS, SHEETS
from gapcheck.near import did_you_mean, listed

_NEEDED: Mapping[str, tuple[str, ...]] = {
    "Sources": ("source",),
    "Excerpts": ("source", "excerpt", "text"),
    "Codes": ("source", "excerpt", "imperative"),
}

_BOOK: Final = "xl/workbook.xml"
_NAMED: Final = re.compile(r"<(?:\w+:)?sheet\b[^>]*?\bname=\"([^\"]*)\"")
_MOST: Final = 1 << 20

_EXPECTED = {each.casefold() for each in (*SHEETS, INSTRUCTIONS, CODEBOOK, LISTS)}


def is_workbook(data: bytes) -> bool:
    """Whether a file is a workbook with the sheets that gapcheck's has."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed, packed.open(_BOOK) as stream:
            names = set(_NAMED.findall(stream.read(_MOST).decode("utf-8", "replace")))
    except (zipfile.BadZipFile, zlib.error, KeyError, OSError, ValueError, RuntimeError):
        return False
    return {each.casefold() for each in SHEETS} <= {each.strip().casefold() for each in names}


def read_workbook(name: str, data: bytes) -> Brought:
    """What a workbook of gapcheck's holds; Unfit where a sheet is not there.

    A passage without words is one whose words were withheld: it is to stay as it is. A coding of
    neither a code nor any fields says that its coder looked, and found nothing in the excerpt.
    """
    grids = {each.name.strip().casefold(): each for each in read_grids(name, data)}
    sheets = {sheet: _sheet(name, sheet, grids) for sheet in SHEETS}
    words = known(grids.get(LISTS.casefold()))
    mishaps = [m for each in sheets.values() for m in (*each.grid.mishaps, *each.mishaps)]
    among = sources(sheets["Sources"], words, mishaps)
    there = excerpts(sheets["Excerpts"], among, words, mishaps)
    coded = codes(sheets["Codes"], among, there, words, mishaps)
    documents = tuple(
        _document(each, list(there.get(each.key, {}).values()), coded)
        for each in among.found.values()
    )
    strange = [each.name for key, each in grids.items() if key not in _EXPECTED]
    return Brought(
        file=name,
        program="gapcheck",
        documents=documents,
        tallies=tuple(_tallies(among, there, coded, sheets.values(), strange)),
        mishaps=tuple(mishaps),
    )


def _sheet(file: str, sheet: str, grids: Mapping[str, Grid]) -> Table:
    found = grids.get(sheet.casefold())
    if found is None:
        names = [each.name for each in grids.values() if each.name]
        advice = f"{did_you_mean(sheet, names)} Its sheets are: {listed(names) or 'none'}.".strip()
        raise Unfit(f"it has no sheet `{sheet}`", advice)
    return table(Grid(file, sheet, found.rows, found.mishaps), _NEEDED[sheet])


def _document(source: SourceRead, read: Sequence[ExcerptRead], coded: Codings) -> Document:
    lsp, name = source.key
    found = {each.id: coded.get((each.source, each.id), []) for each in read}
    coder = _coder(source, found.values())
    return Document(
        key=f"{lsp}/{name}",
        name=name,
        passages=tuple(_passage(each, found[each.id], coder) for each in read),
        voices=source.voices,
        memo=source.memo,
        folder=lsp,
        fields={**source.fields, "source": name, **({"coder": coder} if coder else {})},
    )


def _coder(source: SourceRead, found: Iterable[Sequence[Coding]]) -> str:
    """Who coded a source: as it says, else the only one whom its codes name."""
    names = {each.coder for codings in found for each in codings}
    only = names.pop() if len(names) == 1 and not source.unnamed else ""
    return str(source.fields.get("coder", only))


def _passage(read: ExcerptRead, found: list[Coding], coder: str) -> Passage:
    """An excerpt with its codes; without any it may still be reviewed."""
    own = any(each.coder in ("", coder) for each in found)
    if read.reviewed and found and not own:
        # Only others coded it: that its own coder found nothing has to be said.
        found = [Coding(coder=coder), *found]
    return replace(read.passage, codings=tuple(found) if found or read.reviewed else None)


def _tallies(
    among: Sources,
    there: Excerpts,
    coded: Codings,
    tables: Iterable[Table],
    strange: Sequence[str],
) -> Iterator[Tally]:
    read = [each for found in there.values() for each in found.values()]
    yield Tally(Fate.TAKEN, "sources", len(among.found))
    yield Tally(Fate.TAKEN, "excerpts", sum(not each.withheld for each in read))
    yield Tally(Fate.TAKEN, "codes", sum(map(len, coded.values())))
    if withheld := [f"{each.source[1]} {each.id}" for each in read if each.withheld]:
        why = "their words were withheld from the workbook and stay as they are in the study"
        yield Tally(Fate.LEFT, "excerpts", len(withheld), why, tuple(withheld))
    if notes := [each.key[1] for each in among.found.values() if each.withheld]:
        why = "notes on them were withheld from the workbook and stay as they are in the study"
        yield Tally(Fate.LEFT, "notes on sources", len(notes), why, tuple(notes))
    for each in tables:
        yield from each.tallies()
    if strange:
        why = "the workbook knows no such sheets"
        yield Tally(Fate.LEFT, "sheets", len(strange), why, tuple(strange))
