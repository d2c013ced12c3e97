"""The sheet of sources: what each is, and who speaks in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from gapcheck.importers.workbook.cells import Cells
from gapcheck.importers.workbook.consents import Promise, promised
from gapcheck.importers.workbook.known import Known
from gapcheck.importers.workbook.table import Table
from gapcheck.model.brought import Fields, Mishap, Voice
from gapcheck.model.choices import SourceKind
from gapcheck.model.workbook import NATIONAL, UNNAMED, WITHHELD
from gapcheck.near import did_you_mean, listed

SourceKey = tuple[str, str]
"""Partnership and id of a source."""

_NOTES = ("citation", "memo")
_SPOKEN = (SourceKind.INTERVIEW, SourceKind.FOCUS_GROUP, SourceKind.OBSERVATION)


@dataclass(frozen=True, slots=True)
class SourceRead:
    """A source as it was typed; `withheld` where a note on it was kept out of the workbook.

    `unnamed` where its coder is none of those whom its codes name.
    """

    key: SourceKey
    fields: Fields
    voices: tuple[Voice, ...]
    memo: str = field(default="", repr=False)
    withheld: bool = False
    unnamed: bool = False


@dataclass(slots=True)
class Sources:
    """All sources of a workbook by partnership and id."""

    found: dict[SourceKey, SourceRead] = field(default_factory=dict)

    def named(self, cells: Cells) -> SourceRead | None:
        """The source that a row of another sheet names; what is wrong with it is noted."""
        name, lsp = cells.text("source"), cells.text("lsp")
        if not name:
            cells.wrong("source", "no source is named", "Type the id of a row of Sources.")
            return None
        fitting = [
            each
            for key, each in self.found.items()
            if key[1] == name.lower() and key[0] == (lsp.casefold() or key[0])
        ]
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            there = listed(key[0] for key in self.found if key[1] == name.lower())
            message = f"several partnerships have a source `{name[:40]}`"
            cells.wrong("lsp", message, f"Type one of: {there}.")
            return None
        ids = [key[1] for key in self.found]
        where = "" if name.lower() not in ids else f" of {lsp[:40]}"
        advice = f"{did_you_mean(name, ids)} Sources has: {listed(ids) or 'none'}.".strip()
        cells.wrong("source", f"Sources has no `{name[:40]}`{where}", advice)
        return None


def sources(table: Table, known: Known, mishaps: list[Mishap]) -> Sources:
    """The sources of the sheet, each of the rows that name it."""
    rows: dict[SourceKey, list[Cells]] = {}
    for row in table.rows:
        cells = Cells(table, row, mishaps)
        key = _key(cells, known)
        if key is not None:
            rows.setdefault(key, []).append(cells)
    return Sources({key: _source(key, each, known) for key, each in rows.items()})


def _key(cells: Cells, known: Known) -> SourceKey | None:
    name = cells.name("source", "source id")
    if not cells.text("source"):
        cells.wrong("source", "the source has no id", "Type one, such as int-vcs-01.")
    words = known.words("partnerships")
    lsp = cells.word("lsp", "partnership of this study", words)
    if not cells.text("lsp"):
        advice = f"There are: {listed(words)}." if words else f"Type its id, or `{NATIONAL}`."
        cells.wrong("lsp", "the source has no partnership", advice)
    return (lsp, name) if lsp and name else None


def _source(key: SourceKey, rows: list[Cells], known: Known) -> SourceRead:
    sectors, states = known.words("sectors"), known.words("states of words")
    reads: dict[str, Callable[[Cells], object]] = {
        "kind": lambda one: one.word("kind", "kind of source", known.words("kinds")),
        "date": lambda one: one.day("date"),
        "author": lambda one: one.word("author", "sector", sectors),
        "respondents": lambda one: one.word("respondents", "sector", sectors),
        "of": lambda one: one.count("of"),
        "coder": _coder,
        "language": lambda one: one.text("language"),
        "words": lambda one: one.word("words", "state of words", states),
        "transcript": lambda one: one.text("transcript"),
        "asked": lambda one: list(one.several("asked", "imperative", known.words("imperatives"))),
        "citation": lambda one: one.text("citation"),
        "memo": lambda one: one.text("memo"),
    }
    unnamed = any(one.text("coder").casefold() == UNNAMED for one in rows)
    told = {head: _same(head, rows, read) for head, read in reads.items()}
    for head, why in (("kind", "of what kind"), ("date", "of when")):
        if not any(one.text(head) for one in rows):
            rows[0].wrong(head, f"nothing says {why} the source is")
    kept = [head for head in _NOTES if told[head] != WITHHELD]
    consent, own = promised(rows, spoken=told["kind"] in _SPOKEN)
    return SourceRead(
        key=key,
        fields={
            "source": key[1],
            "lsp": key[0],
            **{head: told[head] for head in reads if told[head] and head not in _NOTES},
            **({"consent": consent} if consent else {}),
            **({"citation": told["citation"]} if told["citation"] and "citation" in kept else {}),
        },
        voices=tuple(_voices(rows, own, known)),
        memo=str(told["memo"]) if "memo" in kept else "",
        withheld=len(kept) < len(_NOTES),
        unnamed=unnamed,
    )


def _coder(cells: Cells) -> str | None:
    if cells.text("coder").casefold() == UNNAMED:
        return None
    return cells.name("coder", "coder", any_case=True)


def _same(head: str, rows: list[Cells], read: Callable[[Cells], object]) -> object:
    """What the rows of a source say of it: once, or in each of them the same."""
    first: object = ""
    for cells in rows:
        value = read(cells) if cells.text(head) else None
        if not value or value == first:
            continue
        if first:
            message = "the cell does not say what another row of the same source says"
            cells.wrong(head, message, "Say it once, or the same in each of its rows.")
        else:
            first = value
    return first


def _voices(rows: list[Cells], own: Sequence[Promise], known: Known) -> Iterator[Voice]:
    seen: set[str] = set()
    for cells, promise in zip(rows, own, strict=True):
        who = cells.name("speaker", "speaker", any_case=True)
        if who is None:
            continue
        if who in seen:
            cells.wrong("speaker", "the source has this speaker in another row too")
            continue
        seen.add(who)
        told = {
            "sector": cells.word("sector", "sector", known.words("sectors")),
            "role": cells.text("role"),
            "tier": cells.word("tier", "tier", known.words("tiers")),
            "partnership": cells.name("partnership", "constituent partnership id"),
            "consent": promise,
        }
        for head in ("sector", "role"):
            if not cells.text(head):
                cells.wrong(head, f"nothing says which {head} the speaker has")
        yield Voice(who, fields={"id": who, **{key: said for key, said in told.items() if said}})
