"""What was written into a file, on the terminal: the lines that were added, and nobody's words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gapcheck.amend.difference import Hunk, hunks
from gapcheck.amend.run import Amended
from gapcheck.reports.inert import visible
from gapcheck.reports.masked import mask


def difference(found: Amended, *, shown: bool) -> str:
    """The added lines as a difference; where `shown` is false with every word of prose as dots."""
    name = visible(found.file)
    lines = [f"--- {name}", f"+++ {name}"]
    for hunk in hunks(found):
        lines.append(f"@@ line {hunk.line} @@")
        added = hunk.lines if shown else _masked(found, hunk)
        lines += [f"+{visible(one)}" for one in added]
    return "".join(f"{line}\n" for line in lines)


def place(found: Amended) -> str:
    """Where the first of it stands: path and line, as a terminal can open it."""
    return f"{visible(found.file)}:{hunks(found)[0].line}"


def _masked(found: Amended, hunk: Hunk) -> Iterator[str]:
    lines: Sequence[str] = found.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    first = hunk.line - 1
    return (mask(lines, number) for number in range(first, first + len(hunk.lines)))
