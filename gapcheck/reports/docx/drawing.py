"""The bar of a summary as a picture: one square an imperative, by group, drawn pixel by pixel.

A PNG holds its pixels as they are: what packs them is not the same on every machine, and the same
study must give the same bytes.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType

from gapcheck.model.choices import Group

SQUARE, GAP, EDGE = 26, 6, 2
"""The side of a square, what lies between two, and its outline, in pixels."""

PITCH = SQUARE + GAP
IN_A_ROW = 40
MILLIMETRES = 4.0
"""The room that a square takes, with what lies beside it."""

PAPER, INK = 0, 1
COLOURS = (0xFFFFFF, 0x16191D, 0xC2410C, 0x5B3FA0, 0xECE6F8, 0xE3E8EC, 0x7B8794, 0xE8BD4A, 0x0B7A6C)
_FILLS: Mapping[Group, tuple[int, int]] = MappingProxyType(
    {
        Group.GAP: (2, 2),
        Group.CONTESTED: (3, 4),
        Group.UNKNOWN: (5, 6),
        Group.PARTLY: (7, 7),
        Group.TRANSLATED: (8, 8),
    }
)
"""A group's fill, and the colour of the lines across it: those that are no hue are hatched."""

_STORED = 0xFFFF


def bar(groups: Sequence[Group]) -> tuple[bytes, float]:
    """The squares of some imperatives as a PNG, and how many millimetres wide it is."""
    rows = [groups[at : at + IN_A_ROW] for at in range(0, len(groups), IN_A_ROW)]
    across = max(map(len, rows), default=0)
    lines = [line for row in rows for line in _lines(row, across * PITCH)]
    return png(lines), across * MILLIMETRES


def _lines(groups: Sequence[Group], width: int) -> list[bytes]:
    """The lines of pixels of one row of squares."""
    blank = bytes(width)
    drawn = []
    for y in range(SQUARE):
        squares = (bytes(_pixel(group, x, y) for x in range(SQUARE)) for group in groups)
        line = b"".join(square + bytes(GAP) for square in squares)
        drawn.append(line.ljust(width, b"\0"))
    return [*drawn, *[blank] * GAP]


def _pixel(group: Group, x: int, y: int) -> int:
    inside = min(x, y) >= EDGE and max(x, y) < SQUARE - EDGE
    fill, across = _FILLS[group]
    if not inside:
        return INK
    return across if (x + y) % 8 < 2 else fill


def png(lines: Sequence[bytes]) -> bytes:
    """Lines of colour numbers as a picture; all lines are as long as the first."""
    width = len(lines[0]) if lines else 0
    head = struct.pack(">IIBBBBB", width, len(lines), 8, 3, 0, 0, 0)
    palette = b"".join(colour.to_bytes(3, "big") for colour in COLOURS)
    pixels = b"".join(b"\0" + line for line in lines)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        _chunk(kind, data)
        for kind, data in (
            (b"IHDR", head),
            (b"PLTE", palette),
            (b"IDAT", _unpacked(pixels)),
            (b"IEND", b""),
        )
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _unpacked(data: bytes) -> bytes:
    """The data as a stream of zlib's in which nothing is packed."""
    ends = [*range(0, len(data), _STORED), len(data)]
    blocks = [
        struct.pack("<BHH", end == len(data), end - start, end - start ^ _STORED) + data[start:end]
        for start, end in pairwise(ends)
    ]
    return b"\x78\x01" + b"".join(blocks) + struct.pack(">I", zlib.adler32(data))
