"""Words under `>` or `|`: where their last line ends, and how such words are typed."""

from __future__ import annotations

import re
from collections.abc import Iterator

_HEADER = re.compile(r"[|>](?P<signs>[-+0-9]*)")
_LINE = re.compile(r"[^\r\n]*")


def content_end(text: str, start: int, end: int) -> int:
    """Where the last line of such words ends, before its break.

    `start` is the place of the sign, `end` what the parser takes for the end: behind all blank
    lines. Those count where the sign keeps them (`+`), and where they are wider than the words
    are indented; else they part the words from what follows.
    """
    header = _HEADER.match(text, start)
    signs = header["signs"] if header else ""
    lines = list(_lines(text, start, end))
    if "+" not in signs:
        width = _indentation(lines[1:]) if signs in ("", "-") else 0
        while len(lines) > 1 and _parts(lines[-1][0], width):
            lines.pop()
    return lines[-1][1]


def _lines(text: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    """Each line from `start` on, and where it ends."""
    at = start
    while True:
        found = _LINE.match(text, at, end)
        stop = found.end() if found else end
        yield text[at:stop], stop
        at = stop + (2 if text.startswith("\r\n", stop) else 1)
        if at >= end:
            return


def _indentation(lines: list[tuple[str, int]]) -> int:
    """How far words are indented that do not say so themselves: as their first line is."""
    first = next((line for line, _ in lines if line.strip(" ")), "")
    return len(first) - len(first.lstrip(" "))


def _parts(line: str, width: int) -> bool:
    return not line.strip(" ") and len(line) <= width
