"""References in what is left out already, so that all that is wrong is told in one run.

A source with an impossible date is left out whole, and so nothing of it is read any further.
Whoever mends the date should not be told only then that a code's imperative is misspelt.
"""

from __future__ import annotations

import re
from typing import Any

from gapcheck.load.codes import items
from gapcheck.load.names import Imperatives
from gapcheck.load.reading import Reading
from gapcheck.load.speakers import unlisted
from gapcheck.schema.parts import IMPERATIVE
from gapcheck.source.document import Path


def note_lost_references(reading: Reading, imperatives: Imperatives) -> None:
    """Note unknown imperatives and speakers in those parts of a source that are left out."""
    value = reading.value
    if not reading.lost or not isinstance(value, dict):
        return
    known = _speakers(value)
    for number, item in enumerate(_listed(value.get("excerpts"))):
        if isinstance(item, dict):
            _excerpt(reading, ("excerpts", number), item, known, imperatives)
    if not reading.sound:
        for number, name in enumerate(_listed(value.get("asked"))):
            _imperative(reading, ("asked", number), name, imperatives)


def _excerpt(
    reading: Reading, path: Path, item: dict[str, Any], known: list[str], imperatives: Imperatives
) -> None:
    kept = reading.keeps(path)
    codes = list(items(item.get("codes")))
    # What is kept so far is looked at when it is read; here only the rest.
    lost = [(step, code) for step, code in codes if not reading.keeps((*path, "codes", step))]
    for step, code in lost:
        here: Path = (*path, "codes", step)
        named = here if isinstance(step, str) else (*here, "imperative")
        if isinstance(code, dict):
            _imperative(reading, named, code.get("imperative"), imperatives)
    name = item.get("speaker")
    if not kept and known and isinstance(name, str):
        unlisted(reading, (*path, "speaker"), name, known)


def _imperative(reading: Reading, path: Path, name: object, imperatives: Imperatives) -> None:
    # A name that cannot be one was refused for its form already.
    if isinstance(name, str) and re.match(IMPERATIVE, name):
        if isinstance(path[-1], str) and path[-1] == name:
            reading.document.values[path] = reading.document.key_span(path)
        imperatives.resolve(reading, path, name)


def _speakers(value: dict[str, Any]) -> list[str]:
    """The ids of all speakers that can be made out."""
    typed = [value.get("speaker"), *_listed(value.get("speakers"))]
    ids = [one.get("id") for one in typed if isinstance(one, dict)]
    return [one for one in ids if isinstance(one, str)]


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
