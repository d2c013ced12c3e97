"""Excerpts with errors of their own: nothing is added to them until those are mended."""

from __future__ import annotations

from typing import Any

from gapcheck.diagnostic import Location
from gapcheck.load.reading import Reading

Places = tuple[Location, ...]


def spoilt(reading: Reading) -> dict[str, Places]:
    """The ids of excerpts of which anything was left out, with the places of the errors."""
    found: dict[str, Places] = {}
    for path in sorted(reading.lost, key=str):
        name = _excerpt(reading.value, path)
        if name:
            own = [one for one in reading.diagnostics if one.record.partition("/")[0] == name]
            places = tuple(one.location for one in own) or (reading.place(path),)
            found[name] = places
    return found


def _excerpt(value: Any, path: tuple[Any, ...]) -> str:
    """The id of the excerpt that a path leads into; empty where it leads into none."""
    if len(path) < 2:
        return ""
    if path[0] == "codes":
        return str(path[1])
    item = value["excerpts"][path[1]] if path[0] == "excerpts" else None
    return str(item.get("id", "")) if isinstance(item, dict) else ""
