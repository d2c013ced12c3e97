"""Which column of a list is what: told by its program, by its heads, or by a person."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from gapcheck.importers.grids.grid import Grid, Row
from gapcheck.importers.segments.programs import PLAIN, Program, program_of
from gapcheck.importers.segments.roles import NEEDED, Role, folded, guessed
from gapcheck.model.unfit import Unfit
from gapcheck.near import did_you_mean, listed, offered

_LOOKED_AT = 20
"""Rows in which the heads are looked for; titles may stand above them."""

_APPLIED = re.compile(r"code: (?P<code>.+?) applied", re.IGNORECASE)
_VARIABLE = re.compile(r"(?P<of>file|case)var_(?P<name>.+)", re.IGNORECASE)


class ColumnsUnknown(Unfit):
    """A list in which nobody told what is in which column, and its heads do not tell.

    `headers` are all of them, `guess` those that could be told, by role.
    """

    def __init__(
        self, headers: tuple[str, ...], guess: Mapping[str, str], lacking: Sequence[Role]
    ) -> None:
        super().__init__(
            f"no column is known to hold the {' or the '.join(lacking)}",
            f"Say which column is what. The columns are: {listed(headers)}. "
            f"What they may be: {listed(Role)}.",
        )
        self.headers = headers
        self.guess = guess


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of one list, by their numbers.

    `applied` are columns that stand for one code each, `above` names of what a code lies under,
    the nearest first. `key` is the column that tells passages apart, where there is one.
    """

    program: Program
    heads: Row
    roles: Mapping[Role, int]
    applied: tuple[tuple[str, int], ...] = ()
    above: tuple[int, ...] = ()
    key: int | None = None

    def spare(self) -> Iterator[tuple[int, str]]:
        """The columns that nothing is told of, with their heads; a repeated head counts once."""
        taken = {*self.roles.values(), *(column for _, column in self.applied), *self.above}
        seen = {folded(self.heads[column]) for column in taken}
        for column in range(len(self.heads.cells)):
            head = self.heads[column]
            if head and column != self.key and folded(head) not in seen:
                seen.add(folded(head))
                yield column, head


def columns_of(grid: Grid, told: Mapping[str, str] | None) -> Columns | None:
    """The columns of a table; None where it is no list of coded segments, or not as it was told."""
    rows = grid.rows[:_LOOKED_AT]
    if told:
        wanted = [folded(head) for head in told.values()]
        head = next((row for row in rows if set(wanted) <= _heads(row).keys()), None)
        return _told(head, told) if head else None
    found = (_recognised(row) for row in rows)
    return next((each for each in found if each is not None), None)


def unknown(grid: Grid, told: Mapping[str, str] | None) -> Unfit:
    """Why the columns of a table are not known, with what could be told of them."""
    heads = max(grid.rows[:_LOOKED_AT], key=lambda row: len(guessed(row.cells)))
    names = tuple(cell.strip() for cell in heads.cells if cell.strip())
    for role, head in (told or {}).items():
        if role not in set(Role):
            advice = offered(role, Role)
            return Unfit(f"`{role}` is nothing that a column may hold", advice)
        if folded(head) not in _heads(heads):
            advice = f"{did_you_mean(head, names)} The columns are: {listed(names)}.".strip()
            return Unfit(f"it has no column `{head}`", advice)
    # A person may leave codes out: such passages are yet to be looked at.
    needed = NEEDED if told else (*NEEDED, Role.CODE)
    guess = {str(role): heads[column] for role, column in guessed(heads.cells).items()}
    guess = dict(told) if told else guess
    lacking = [role for role in needed if str(role) not in guess]
    return ColumnsUnknown(names, MappingProxyType(guess), lacking)


def _heads(row: Row) -> dict[str, int]:
    found: dict[str, int] = {}
    for column, cell in enumerate(row.cells):
        found.setdefault(folded(cell), column)
    return found


def _told(heads: Row, told: Mapping[str, str]) -> Columns | None:
    known = _heads(heads)
    if not set(told) <= set(Role) or not {str(role) for role in NEEDED} <= told.keys():
        return None
    roles = {Role(role): known[folded(head)] for role, head in told.items()}
    program = program_of(known) or PLAIN
    return _with_extras(program, heads, roles, named=True)


def _recognised(heads: Row) -> Columns | None:
    program = program_of(_heads(heads))
    if program is not None:
        return _with_extras(program, heads, guessed(heads.cells, program.roles))
    roles = guessed(heads.cells)
    if all(role in roles for role in (*NEEDED, Role.CODE)):
        return _with_extras(PLAIN, heads, roles)
    return None


def _with_extras(
    program: Program, heads: Row, roles: Mapping[Role, int], *, named: bool = False
) -> Columns:
    applied = tuple(_applied(heads.cells))
    # One column a code tells more than all codes in one cell, in which names run together.
    if applied and not named:
        roles = {role: column for role, column in roles.items() if role is not Role.CODE}
    return Columns(
        program=program,
        heads=heads,
        roles=MappingProxyType(dict(roles)),
        applied=() if named and Role.CODE in roles else applied,
        above=tuple(_above(program, heads.cells)),
        key=_heads(heads).get(program.key),
    )


def _applied(heads: Sequence[str]) -> Iterator[tuple[str, int]]:
    for column, head in enumerate(heads):
        if found := _APPLIED.fullmatch(head.strip()):
            yield found["code"], column


def _above(program: Program, heads: Sequence[str]) -> Iterator[int]:
    if program.name == "QualCoder":
        yield from (column for column, head in enumerate(heads) if folded(head) == "category")


def variable(head: str) -> tuple[str, str]:
    """Of what (`file`, `case` or neither) a column holds an attribute, and the attribute's name."""
    found = _VARIABLE.fullmatch(head)
    return (found["of"].lower(), found["name"]) if found else ("", head)
