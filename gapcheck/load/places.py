"""The key list of real place names that pseudonyms stand for, which is kept outside git."""

from __future__ import annotations

from pathlib import Path

from gapcheck.diagnostic import Diagnostic, Severity
from gapcheck.load.reading import Reading
from gapcheck.source.files import Unreadable, is_there, read_file
from gapcheck.source.text import decode

RULE = "missing-places"


def read_places(reading: Reading, root: Path) -> tuple[str, ...]:
    """The names of the list that `places:` leads to; a warning where it cannot be read."""
    value = reading.value if isinstance(reading.value, dict) else {}
    if "places" not in value or not reading.keeps(("places",)):
        return ()
    path = root / value["places"]
    if not is_there(path):
        _note(reading, "not there")
        return ()
    try:
        text, trouble = decode(read_file(path))
    except Unreadable as error:
        _note(reading, str(error))
        return ()
    if trouble:
        _note(reading, "not encoded in UTF-8, or holds characters that hide words")
        return ()
    lines = (line.strip() for line in text.splitlines())
    return tuple(sorted({line for line in lines if line and not line.startswith("#")}))


def _note(reading: Reading, why: str) -> None:
    found = Diagnostic(
        reading.place(("places",)),
        Severity.WARNING,
        RULE,
        f"the key list of real place names is {why}",
        "Put it in its place: without it nobody looks for the names that pseudonyms hide.",
    )
    reading.diagnostics.append(found)
