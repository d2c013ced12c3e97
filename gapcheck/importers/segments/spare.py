"""Columns that have no role: what is the same in all of a document says something of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from gapcheck.importers.personal import names_people, tells_when
from gapcheck.importers.segments.columns import Columns, variable
from gapcheck.importers.segments.gathering import DocumentKey, place_of
from gapcheck.importers.segments.roles import folded
from gapcheck.importers.segments.rows import Segment
from gapcheck.model.brought import Case, Fate, Tally

_TECHNICAL = frozenset(
    {
        *("color", "colour", "farbe", "area", "coverage", "weight", "weight score", "density"),
        *("gewicht", "gewichtungsscore", "fläche", "abdeckungsgrad", "created", "modified", "id"),
        *("modified by", "bearbeitet von", "bearbeitet am", "erstellt am", "creation date", "no"),
        *("quotation name", "code groups", "resource creator", "resource date", "excerpt date"),
        *("references", "reference number", "number of coding references", "aggregate", "number"),
        *("modified on", "created on", "coverage percentage", "excerpt range", "excerpt creator"),
        *("codes applied combined",),
    }
)
_OF_A_CODE = "code: "

Pairs = Iterable[tuple[DocumentKey | str, Segment]]
"""Rows, each with the document or the case that it is of."""


@dataclass(slots=True)
class Spare:
    """What spare columns say of documents and (by name) of cases, and which were left out."""

    said: dict[DocumentKey | str, dict[str, str]] = field(default_factory=dict)
    left: dict[str, None] = field(default_factory=dict)
    personal: dict[str, None] = field(default_factory=dict)

    def add(self, columns: Columns, segments: Sequence[Segment]) -> None:
        """Take the columns of one table in."""
        for column, head in columns.spare():
            cells = [each.row[column] for each in segments]
            of, name = variable(head)
            if not any(cells):
                continue
            if names_people(name, cells):
                self.personal[head] = None
            elif _is_technical(head):
                self.left[head] = None
            elif of == "case":
                self._said(column, head, name, [(each.case, each) for each in segments])
            else:
                self._said(column, head, name, [(place_of(each), each) for each in segments])

    def _said(self, column: int, head: str, name: str, pairs: Pairs) -> None:
        """Take a column in where it is the same in all rows of a document, or of a case."""
        found: dict[DocumentKey | str, set[str]] = {}
        for key, each in pairs:
            found.setdefault(key, set()).add(each.row[column])
        values = {key: said - {""} for key, said in found.items()}
        if any(len(said) > 1 for said in values.values()):
            self.left[head] = None
            return
        for key, said in values.items():
            for value in said:
                self.said.setdefault(key, {})[name] = value

    def built_cases(self, named: Iterable[str]) -> Iterator[Case]:
        """The cases that passages name, with their attributes."""
        for name in named:
            yield Case(name, self.said.get(name, {}))

    def tallies(self) -> Iterator[Tally]:
        """The columns that were left out, by their heads."""
        if self.left:
            why = "they say nothing of a document, or differ within one"
            yield Tally(Fate.LEFT, "columns", len(self.left), why, tuple(self.left))
        if self.personal:
            why = "they may say who somebody is"
            yield Tally(Fate.LEFT, "columns", len(self.personal), why, tuple(self.personal))


def _is_technical(head: str) -> bool:
    plain = folded(head)
    return plain in _TECHNICAL or tells_when(head) or head.casefold().startswith(_OF_A_CODE)
