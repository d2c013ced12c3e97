"""What is promised of any file whatever: nothing raises, every place is real, nothing acts."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from gapcheck.analysis import examine
from gapcheck.checks.asking import Asking
from gapcheck.checks.catalogue import CATALOGUE
from gapcheck.diagnostic import Diagnostic, Location
from gapcheck.model.checked import Checked
from gapcheck.reports import check_terminal
from gapcheck.reports.check_formats import CHECK_FORMATS, TERMINAL
from gapcheck.reports.screen import make_console
from gapcheck.source.text import decode
from gapcheck.sweep.hands import Alone
from gapcheck.sweep.study import sweep

from .roles import Role, missing

TODAY = date(2026, 1, 1)

_CLASH = frozenset({"duplicate-id", "ambiguous-imperative"})
"""Rules by which a file can put another's things in doubt: then those are not used either."""

ACTS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def broken_by(root: Path, role: Role, data: bytes) -> str:
    """The first promise that a file breaks in its study; empty where it keeps all."""
    corpus, found = examine(root, today=TODAY)
    quickly = sweep(root, Asking(today=TODAY), Alone())[1]
    if quickly != found:
        return f"file by file something else is said: {_differing(quickly, found)}"
    lost = missing(corpus, role)
    if lost and not _CLASH & {one.rule for one in found}:
        return f"sound things were not read: {', '.join(sorted(lost))}"
    return next(_wrong_places(found, role, data), "") or _written(found, data)


def _differing(one: Sequence[Diagnostic], other: Sequence[Diagnostic]) -> list[Diagnostic]:
    return [each for each in (*one, *other) if (each in one) != (each in other)]


def _wrong_places(found: Sequence[Diagnostic], role: Role, data: bytes) -> Iterator[str]:
    lines = typed_lines(data)
    for one in found:
        if one.rule not in CATALOGUE:
            yield f"no page explains the rule {one.rule}"
        places = (one.location, *(other.location for other in one.related))
        for place in places:
            if place.path == role.path and not within(lines, place):
                yield f"{one.rule} at {place} column {place.column} is outside of the file"


def typed_lines(data: bytes) -> list[str]:
    """The lines of a file as YAML counts them."""
    text = data.decode("utf-8", "replace").removeprefix("\ufeff")
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def within(lines: Sequence[str], place: Location) -> bool:
    """Whether a span lies in a file; it may end just after the last character of a line."""
    first, last = place.line - 1, place.end_line - 1
    return (
        0 <= first <= last < len(lines)
        and 0 <= place.column - 1 <= len(lines[first])
        and (place.line, place.column) <= (place.end_line, place.end_column)
        and place.end_column - 1 <= len(lines[last]) + 1
    )


def _written(found: Sequence[Diagnostic], data: bytes) -> str:
    """Whether any format of `check` would let a sign through that a terminal obeys."""
    screen = io.StringIO()
    lines = decode(data)[0].splitlines()
    console = make_console(screen, width=80, ascii_only=False)
    check_terminal.write(found, None, lambda _: lines, console)
    written = {TERMINAL: screen.getvalue()}
    whole = Checked(tuple(found), "A small study", (), CATALOGUE)
    for name, write in CHECK_FORMATS.items():
        stream = io.StringIO()
        write(whole, stream)
        written[name] = stream.getvalue()
    for name, shown in written.items():
        acts = ACTS.search(shown)
        if acts:
            return f"the format {name} holds the sign {acts[0]!r}"
    return ""
