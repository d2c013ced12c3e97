"""What a file must hold after a change, worked out from what it held: never from its text."""

from __future__ import annotations

import copy
import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

from gapcheck.amend.change import LISTS, Change, Fields, prose
from gapcheck.amend.sheets import excerpts_called
from gapcheck.source.document import Document

Step = tuple[Change, Sequence[Fields]]
"""A change, and its codes as they are typed."""


def holds(old: Document, new: Document, step: Step, *, second: bool) -> bool:
    """Whether a file holds what it did and the change, no less and no more."""
    expected = _long(copy.deepcopy(old.value), second=second)
    _make(expected, *step, second=second)
    found = _long(copy.deepcopy(new.value), second=second)
    return _told(expected) == _told(found) and _noted(old) == _noted(new)


def _told(value: Any) -> str:
    # Unlike ==, it tells true from 1.
    return json.dumps(value, sort_keys=True)


def _noted(document: Document) -> Counter[tuple[object, ...]]:
    return Counter((one.path, one.rule, one.message) for one in document.troubles)


def _long(value: Any, *, second: bool) -> Any:
    """The value with all codes in long form."""
    holders = [value] if second else value.get("excerpts")
    for holder in holders if isinstance(holders, list) else ():
        table = holder.get("codes") if isinstance(holder, dict) else None
        if second and isinstance(table, dict):
            holder["codes"] = {name: _as_list(codes) for name, codes in table.items()}
        elif table is not None:
            holder["codes"] = _as_list(table)
    return value


def _as_list(codes: Any) -> Any:
    if not isinstance(codes, dict):
        return codes
    return [{"imperative": name, "stance": stance} for name, stance in codes.items()]


def _make(value: Any, change: Change, codes: Sequence[Fields], *, second: bool) -> None:
    if second:
        holder, key = value["codes"], change.excerpt
    else:
        holder, key = value["excerpts"][excerpts_called(value, change.excerpt)[0]], "codes"
    for name in LISTS:
        if words := change.words(name):
            holder[name] = [*holder.get(name, ()), *words]
    if change.memo:
        holder["memo"] = prose(change.memo)
    if codes or change.speaks_to_none:
        held = holder.setdefault(key, [])
        for new, typed in zip(change.codes, codes, strict=True):
            _add(held, new.names, typed)


def _add(held: list[Any], names: Sequence[str], code: Fields) -> None:
    for one in held:
        if one.get("imperative") in names:
            kept = {"imperative": one["imperative"]}
            for either in {"stance", "share"} & code.keys():
                one.pop({"stance": "share", "share": "stance"}[either], None)
            one.update({**code, **kept})
            return
    held.append(dict(code))
