"""Two columns that a file draws line by line, across both: the left one is read first.

Most files draw one column after the other, and nothing has to be done.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from gapcheck.importers.policies.lines import Line

_SHARE = 0.5
_LEAST = 6
_APART = 100.0
"""Points that a second column stands to the right of the first, at the least."""


def in_columns(lines: list[Line]) -> list[Line]:
    """The lines of a page in the order of reading."""
    edge = _edge(lines)
    if edge is None:
        return lines
    found: list[Line] = []
    right: list[Line] = []
    for line in lines:
        cut = next((at for x, at in line.pieces[1:] if abs(x - edge) <= 2), None)
        if cut is None and line.x < edge - 2 and _spans(line, edge):
            # A heading across both columns ends what stands above it.
            found += right
            right = []
        if cut is None:
            (right if line.x >= edge - 2 else found).append(line)
            continue
        found.append(replace(line, text=line.text[:cut], pieces=()))
        right.append(replace(line, text=line.text[cut:], x=edge, pieces=()))
    return found + right


def _edge(lines: list[Line]) -> float | None:
    """Where a second column begins in the midst of many lines; None where there is none."""
    if len(lines) < _LEAST:
        return None
    left = min(line.x for line in lines)
    starts = Counter(
        x for line in lines for x in {round(x) for x, _ in line.pieces[1:] if x > left + _APART}
    )
    if not starts:
        return None
    edge, count = max(starts.items(), key=lambda pair: (pair[1], -pair[0]))
    return float(edge) if count >= max(_LEAST, _SHARE * len(lines)) else None


def _spans(line: Line, edge: float) -> bool:
    width = len(line.text) * line.size * 0.45
    return line.x + width > edge + 20
