"""Items cut out of a YAML list by their lines, so that comments and layout of the rest stay."""

from __future__ import annotations

from collections.abc import Collection, Sequence


def without(text: str, starts: Sequence[int], dropped: Collection[int]) -> str | None:
    """The text without the list's items that begin on the lines `dropped`, counted from 1.

    `starts` are the first lines of all items. An item takes the comments right above it, and
    the blank lines above those, along. None where the list has not one `-` a line, so that it
    cannot be cut by lines.
    """
    lines = text.splitlines(keepends=True)
    indents = {_dash(lines[start - 1]) for start in starts}
    indent = indents.pop()
    if indents or indent < 0 or list(starts) != sorted(set(starts)):
        return None
    tail = _above(lines, _end(lines, starts[-1], indent), indent)
    begins = [*(_above(lines, start - 1, indent) for start in starts), tail]
    kept = [
        lines[begin:end]
        for start, begin, end in zip(starts, begins, begins[1:], strict=False)
        if start not in dropped
    ]
    # The blank line that parted an item from the one above would now follow the key.
    if kept and starts[0] in dropped:
        kept[0] = _unspaced(kept[0])
    every = [*lines[: begins[0]], *(line for item in kept for line in item), *lines[tail:]]
    return "".join(every).rstrip() + "\n"


def _dash(line: str) -> int:
    """How far the line's `-` is indented; -1 where the line does not begin with one."""
    bare = line.lstrip(" ")
    return len(line) - len(bare) if bare.startswith("- ") else -1


def _above(lines: Sequence[str], start: int, indent: int) -> int:
    """Where the blank lines and comments begin that stand right above the line at `start`."""
    while start > 0 and _is_beside(lines[start - 1], indent):
        start -= 1
    return start


def _is_beside(line: str, indent: int) -> bool:
    """Whether a line is blank, or a comment that is no part of what an item holds."""
    bare = line.strip()
    outside = len(line) - len(line.lstrip(" ")) <= indent
    return not bare or (bare.startswith("#") and outside)


def _end(lines: Sequence[str], last: int, indent: int) -> int:
    """The first line after the item that begins before `last` which belongs to no item."""
    for number in range(last, len(lines)):
        line = lines[number]
        depth = len(line) - len(line.lstrip(" "))
        if depth <= indent and not _is_beside(line, indent):
            return number
    return len(lines)


def _unspaced(lines: Sequence[str]) -> list[str]:
    """The lines without the blank ones at the top."""
    first = next(number for number, line in enumerate(lines) if line.strip())
    return list(lines[first:])
