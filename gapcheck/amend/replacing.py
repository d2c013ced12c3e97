"""Another stance, or more, for a code that is there; and another memo in the place of one."""

from __future__ import annotations

from typing import Any

from gapcheck.amend.change import CODE_KEYS, Fields
from gapcheck.amend.draft import Draft, line_break
from gapcheck.amend.habits import Habits
from gapcheck.amend.marks import Edit
from gapcheck.amend.places import put
from gapcheck.amend.rendering import Entry, entry, indented, pair
from gapcheck.amend.short import lengthened
from gapcheck.source.document import Path
from gapcheck.source.layout import Kind, Part

_EITHER = {"stance": "share", "share": "stance"}
"""Of these a code has one."""


def with_replaced(draft: Draft, path: Path, code: Fields, habits: Habits) -> Draft:
    """The draft where the code at a path (of an item, or of a pair) has these parts.

    Those that are not given stay, and so does the name as it was typed.
    """
    given = {key: value for key, value in code.items() if key != "imperative"}
    codes, step = path[:-1], path[-1]
    if draft.layout[codes].kind is Kind.MAPPING:
        if list(given) == ["stance"]:
            part = draft.layout[path]
            return draft.with_edits([Edit(part.start, part.end, given["stance"])])
        number = draft.layout[codes].steps.index(step)
        draft, path = lengthened(draft, codes, habits), (*codes, number)
    for key, value in given.items():
        other = _EITHER.get(key, "")
        draft = set_key(draft, (*path, key), value, habits, CODE_KEYS, instead=other)
    return draft


def set_key(  # noqa: PLR0913  # what, where, how, and in whose place
    draft: Draft,
    path: Path,
    value: Any,
    habits: Habits,
    order: tuple[str, ...],
    *,
    instead: str = "",
) -> Draft:
    """The draft with a value under the key at the path's end, whether there is one or not.

    Where the key `instead` stands in the same mapping, the new one takes its place.
    """
    key, within = str(path[-1]), draft.layout[path[:-1]]
    line = pair(key, value, habits)
    lines = [line] if within.flow else entry(key, value, within.column, habits)
    old, other = draft.part(path), draft.part((*path[:-1], instead))
    if old:
        return draft.with_edits([_in_place(draft, old, line, lines, within.column)])
    if other and other.key:
        return draft.with_edits([Edit(other.key[0], other.end, line)])
    return draft.with_edits(put(draft, path, Entry(lines, line), order, habits))


def _in_place(draft: Draft, old: Part, line: str, lines: list[str], column: int) -> Edit:
    """Another value behind a colon: on one line where anything stands behind the old one.

    Even blanks: under a sign they would belong to the words.
    """
    beside = draft.line_end(old.end) != old.end
    first, *rest = [line] if beside else lines
    typed = [first.partition(": ")[2], *indented(rest, column)]
    return Edit(old.start, old.end, line_break(draft.text).join(typed))
