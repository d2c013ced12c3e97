"""`codes.yaml` to a CodeMap: entries that are wrong are left out and noted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gapcheck.load.names import Imperatives
from gapcheck.load.reading import Reading
from gapcheck.model.codemap import WORDS, CodeMap, Facts, Meaning
from gapcheck.source.document import Path

Item = Mapping[str, Any]


def unit(path: Path) -> Path:
    """Each entry of the map stands for itself."""
    return path[:2]


def codemap_of(reading: Reading, imperatives: Imperatives) -> CodeMap:
    """The map of one file, without what is wrong in it."""
    value: Item = reading.value if isinstance(reading.value, dict) else {}
    codes: dict[str, Meaning] = {}
    documents: dict[str, Facts] = {}
    for path, item in _kept(reading, "codes", value):
        if _first(reading, (*path, "code"), item["code"], codes):
            meaning = _meaning(reading, path, item, imperatives)
            if reading.keeps(path):
                codes[item["code"]] = meaning
    for path, item in _kept(reading, "documents", value):
        if _first(reading, (*path, "document"), item["document"], documents):
            fields = {key: one for key, one in item.items() if key not in ("document", "leave")}
            place = reading.place((*path, "document"))
            facts = Facts(item["document"], place, fields, item.get("leave", False))
            documents[item["document"]] = facts
    tables = {
        key: value.get(key, {}) if reading.keeps((key,)) else {}
        for key in ("coders", "attributes", "values", "columns")
    }
    return CodeMap(codes, documents, **tables)


def _kept(reading: Reading, key: str, value: Item) -> list[tuple[Path, Item]]:
    held = value.get(key)
    items = held if isinstance(held, list) else []
    found: list[tuple[Path, Item]] = [((key, at), one) for at, one in enumerate(items)]
    return [(path, one) for path, one in found if reading.keeps(path)]


def _first(reading: Reading, path: Path, name: str, seen: Mapping[str, object]) -> bool:
    if name in seen:
        advice = "Keep one; the first is used until then."
        reading.error(path, "duplicate-id", "this name is given twice", advice)
        return False
    return True


def _meaning(reading: Reading, path: Path, item: Item, imperatives: Imperatives) -> Meaning:
    named = ""
    if "imperative" in item:
        found = imperatives.resolve(reading, (*path, "imperative"), item["imperative"])
        named = found.name if found else ""
    return Meaning(
        item["code"],
        reading.place((*path, "code")),
        imperative=named,
        stance=item.get("stance", ""),
        words={each: item[each] for each in WORDS if each in item},
        leave=item.get("leave", False),
        suggested=tuple(item.get("suggested", ())),
    )
