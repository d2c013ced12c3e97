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
from gapcheck.reports.plain_letters import plain
from gapcheck.reports.screen import draws_ascii
from gapcheck.reports.wrapping import cells, wrap

Lines = Callable[[str], Sequence[str]]
"""From a path of the study to the lines of that file; empty where it cannot be read."""

_STYLES = {Severity.ERROR: "bold color(161)", Severity.WARNING: "bold color(136)"}
_DIM = "color(243)"


def write(found: Sequence[Diagnostic], sound: int | None, lines: Lines, console: Console) -> None:
    """Write all diagnostics, file by file, and what they come to.

    `sound` is how many files have no problem; None where not all of the study was asked for.
    """
    for number, (path, group) in enumerate(groupby(found, key=lambda one: one.location.path)):
        if number:
            console.print()
        _print(console, [(one_line(path), "bold")])
        known = lines(path)
        for one in group:
            _diagnostic(console, one, known)
    _summary(console, found, sound)


def _diagnostic(console: Console, one: Diagnostic, known: Sequence[str]) -> None:
    label = "error " if one.severity is Severity.ERROR else "warn  "
    console.print()
    _print(console, [(f" {label} ", _STYLES[one.severity]), (one_line(one.message), "bold")], 8)
    place = f"{one.rule}   line {one.location.line}, column {one.location.column}"
    _print(console, [(f"  {place}", _DIM)])
    for other in one.related:
        if other.location.path == one.location.path:
            _line(console, one, other.location, known, other.message)
        else:
            _print(console, [(f"    {other.message}: {one_line(str(other.location))}", "")], 4)
    _line(console, one, one.location, known)
    if one.help:
        _print(console, [(f"         {one_line(one.help)}", "")], 9)
    if one.left_out:
        _print(console, [(f"         Left out until then: {one_line(one.left_out)}.", _DIM)], 9)


def _line(
    console: Console, one: Diagnostic, place: Location, known: Sequence[str], message: str = ""
) -> None:
    """Print one line of a file, its words masked, with marks under the span that is meant."""
    if place.line > len(known):
        return
    mark = "^" if place == one.location else "-"
    shown = _shown(one, place, known).replace("\t", " ")
    start, room = place.column - 1, max(console.width - 10, 20)
    end = place.end_column - 1 if place.end_line == place.line else len(shown)
    # A long line is cut so that what is meant stays in sight.
    first = max(0, start - room // 2) if len(shown) > room else 0
    text = one_line(shown[first : first + room])
    before = cells(one_line(shown[first:start]))
    width = max(1, min(cells(one_line(shown[start:end])), room - before))
    said = f"{' ' * before}{mark * width} {message}"
    for margin, words, style in (
        (f"{place.line:6}", text, ""),
        (" " * 6, said, _DIM if mark == "-" else ""),
    ):
        line = _drawn(console, f"{margin} │ {words}".rstrip())
        console.print(Text(line, style=style), no_wrap=True, crop=True)


def _shown(one: Diagnostic, place: Location, known: Sequence[str]) -> str:
    """The line without anybody's words; what the message itself names may be seen in it."""
    number = place.line - 1
    masked = mask(known, number, parsed=not one.rule.startswith(_NOT_PARSED))
    if place.end_line != place.line:
        return masked
    start, end = place.column - 1, place.end_column - 1
    value = known[number][start:end]
    named = f"`{value.strip(_QUOTES)}`" in one.message
    return masked[:start] + value + masked[end:] if named else masked


_NOT_PARSED = ("yaml-", "tab-", "unclosed-", "second-document", "forbidden-")
_QUOTES = "\"'"


def _drawn(console: Console, text: str) -> str:
    return plain(text) if draws_ascii(console) else text


def _summary(console: Console, found: Sequence[Diagnostic], sound: int | None) -> None:
    if not found:
        return
    counts = Counter(one.severity for one in found)
    # A study that holds nothing is named by its folders, which are no files.
    with_any = len({one.location.path for one in found if one.rule != "empty-study"})
    parts = [_counted(counts[level], word) for level, word in _WORDS if counts[level]]
    files = _counted(with_any, "file")
    if sound:
        rest = "The other one is sound." if sound == 1 else f"The other {sound:,} are sound."
        files = f"{with_any:,} of {with_any + sound:,} files. {rest[:-1]}"
    console.print()
    where = f" in {files}" if with_any else ""
    _print(console, [(f"{', '.join(parts)}{where}.", "bold")])
    first = min(found, key=lambda one: one.severity is not Severity.ERROR)
    _print(console, [(f"gapcheck rules {first.rule}   says what a rule is for", _DIM)])


_WORDS = ((Severity.ERROR, "error"), (Severity.WARNING, "warning"))


def _counted(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def _print(console: Console, runs: Sequence[tuple[str, str]], hanging: int = 0) -> None:
    """Print words, wrapped; all lines but the first are indented by `hanging`."""
    drawn = [(_drawn(console, words), style) for words, style in runs]
    for number, line in enumerate(wrap(drawn, console.width - hanging)):
        pad = " " * hanging if number else ""
        text = Text.assemble(pad, *((words, style) for words, style in line))
        console.print(text, no_wrap=True, crop=True)
