"""The columns of a table: their names, their types and how their values are taken from a record.

Types say all that is known: what is never missing is not nullable, a closed choice is a
dictionary of all its words in their order, a list is a list. So files of one table have the same
schema, whatever stands in them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, Generic, TypeVar

import pyarrow as pa

from gapcheck.model.dates import Day, PartialDate

Record = TypeVar("Record")

TEXT: Final = pa.string()
YES_NO: Final = pa.bool_()
COUNT: Final = pa.int32()
"""How many of what stands in a study: never beyond its size."""
WHOLE: Final = pa.int64()
"""A number as somebody typed it, which the format limits to 18 figures."""
NUMBER: Final = pa.float64()
DAY: Final = pa.date32()


@dataclass(frozen=True, slots=True)
class Column(Generic[Record]):
    """A column: `choices` are the words of a closed choice; `optional` where there may be none."""

    name: str
    type: pa.DataType
    value: Callable[[Record], Any]
    optional: bool = False
    choices: tuple[str, ...] = ()

    @property
    def field(self) -> pa.Field:
        """The column as a schema says it."""
        return pa.field(self.name, self.type, nullable=self.optional)


def choice(
    name: str,
    choices: type[StrEnum],
    value: Callable[[Record], StrEnum | None],
    *,
    optional: bool = False,
) -> Column[Record]:
    """A column of a closed choice."""
    kind = pa.dictionary(pa.int8(), TEXT)
    return Column(name, kind, value, optional, tuple(str(each) for each in choices))


def listed(item: pa.DataType) -> pa.DataType:
    """A list without gaps."""
    return pa.list_(pa.field("element", item, nullable=False))


def record(*optional: str, **parts: pa.DataType) -> pa.DataType:
    """A record of named parts, of which some may be missing."""
    return pa.struct([pa.field(name, part, name in optional) for name, part in parts.items()])


def dated(
    name: str, value: Callable[[Record], Day | None], *, optional: bool = True
) -> tuple[Column[Record], Column[Record]]:
    """A date in two columns: the day where it is a full one, and as it was typed."""

    def day(one: Record) -> object:
        when = value(one)
        if isinstance(when, PartialDate):
            return when.first if when.first == when.last else None
        return when

    def typed(one: Record) -> str | None:
        when = value(one)
        return None if when is None else str(when)

    return Column(name, DAY, day, True), Column(f"{name}_typed", TEXT, typed, optional)


def table(
    columns: Sequence[Column[Record]], records: Sequence[Record], told: Mapping[str, str]
) -> pa.Table:
    """The rows of some records, in their order, with what their file tells of itself."""
    # A study without a title is called by its folder, whose name need be no text.
    held = {key: said.encode("utf-8", "backslashreplace") for key, said in told.items()}
    schema = pa.schema([each.field for each in columns], held)
    return pa.Table.from_arrays([_array(each, records) for each in columns], schema=schema)


def _array(column: Column[Record], records: Iterable[Record]) -> pa.Array:
    values = [column.value(each) for each in records]
    if column.choices:
        places = {word: place for place, word in enumerate(column.choices)}
        found = [None if each is None else places[each] for each in values]
        words = pa.array(column.choices, TEXT)
        return pa.DictionaryArray.from_arrays(pa.array(found, pa.int8()), words)
    return pa.array(values, column.type)
