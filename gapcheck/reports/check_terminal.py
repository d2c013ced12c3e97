"""Diagnostics for the eye: the line, a caret under what is wrong, and how to mend it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import groupby

from rich.console import Console
from rich.text import Text

from gapcheck.diagnostic import Diagnostic, Location, Severity
from gapcheck.reports.check_text import one_line
from gapcheck.reports.masked import mask
from gapcheck.reports.screen import draws_ascii
from gapcheck.reports.wrapping import cells, wrap

Lines = Callable[[str], Sequence[str]]
"""From a path of the study to the lines of that file; empty where it cannot be read."""

_STYLES = {Severity.ERROR: "bold color(161)", Severity.WARNING: "bold color(136)"}
_DIM = "color(243)"


def write(found: Sequence[Diagnostic], files: int, lines: Lines, console: Console) -> None:
    """Write all diagnostics, file by file, and what they come to."""
    for path, group in groupby(found, key=lambda one: one.location.path):
        _print(console, [(one_line(path), "bold")])
        known = lines(path)
        for one in group:
            _diagnostic(console, one, known)
    _summary(console, found, files)


def _diagnostic(console: Console, one: Diagnostic, known: Sequence[str]) -> None:
    label = "error " if one.severity is Severity.ERROR else "warn  "
    console.print()
    _print(console, [(f" {label} ", _STYLES[one.severity]), (one_line(one.message), "bold")], 8)
    place = f"{one.rule}   line {one.location.line}, column {one.location.column}"
    _print(console, [(f"  {place}", _DIM)])
    for other in one.related:
        if other.location.path == one.location.path:
            _line(console, other.location, known, "-", other.message)
        else:
            _print(console, [(f"    {other.message}: {one_line(str(other.location))}", "")], 4)
    _line(console, one.location, known, "^", "")
    if one.help:
        _print(console, [(f"         {one_line(one.help)}", "")], 9)
    if one.left_out:
        _print(console, [(f"         Left out until then: {one_line(one.left_out)}.", _DIM)], 9)


def _line(console: Console, place: Location, known: Sequence[str], mark: str, message: str) -> None:
    """Print one line of a file, its words masked, with marks under the span that is meant."""
    if place.line > len(known):
        return
    bar = "|" if draws_ascii(console) else "│"
    shown = mask(known[place.line - 1]).replace("\t", " ")
    start, room = place.column - 1, max(console.width - 10, 20)
    end = place.end_column - 1 if place.end_line == place.line else len(shown)
    # A long line is cut so that what is meant stays in sight.
    first = max(0, start - room // 2) if len(shown) > room else 0
    text = one_line(shown[first : first + room])
    before = cells(one_line(shown[first:start]))
    width = max(1, min(cells(one_line(shown[start:end])), room - before))
    console.print(Text(f"{place.line:6} {bar} {text}".rstrip()), no_wrap=True, crop=True)
    said = f"{' ' * 6} {bar} {' ' * before}{mark * width} {message}".rstrip()
    console.print(Text(said, style=_DIM if mark == "-" else ""), no_wrap=True, crop=True)


def _summary(console: Console, found: Sequence[Diagnostic], files: int) -> None:
    if not found:
        return
    counts = Counter(one.severity for one in found)
    with_any = len({one.location.path for one in found})
    parts = [_counted(counts[level], word) for level, word in _WORDS if counts[level]]
    sound = f" The other {files - with_any} are sound." if files > with_any else ""
    console.print()
    said = f"{', '.join(parts)} in {with_any} of {_counted(max(files, with_any), 'file')}.{sound}"
    _print(console, [(said, "bold")])
    rule = next((one.rule for one in found), "")
    _print(console, [(f"gapcheck rules {rule}   says what a rule is for", _DIM)])


_WORDS = ((Severity.ERROR, "error"), (Severity.WARNING, "warning"))


def _counted(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def _print(console: Console, runs: Sequence[tuple[str, str]], hanging: int = 0) -> None:
    """Print words, wrapped; all lines but the first are indented by `hanging`."""
    for number, line in enumerate(wrap(runs, console.width - (hanging if hanging else 0))):
        pad = " " * hanging if number else ""
        text = Text.assemble(pad, *((words, style) for words, style in line))
        console.print(text, no_wrap=True, crop=True)
