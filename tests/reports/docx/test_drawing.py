"""The picture of the bar, read back as any program reads a PNG."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from gapcheck.model.choices import Group
from gapcheck.reports.docx.drawing import EDGE, GAP, IN_A_ROW, INK, PAPER, PITCH, SQUARE, bar, png


def chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    at = 8
    while at < len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        kind, held = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        (sum_,) = struct.unpack(">I", data[at + 8 + length : at + 12 + length])
        assert sum_ == zlib.crc32(kind + held)
        yield kind, held
        at += 12 + length


def pixels(data: bytes) -> list[bytes]:
    held = dict(chunks(data))
    width, height, depth, colour = struct.unpack(">IIBB", held[b"IHDR"][:10])
    assert (depth, colour) == (8, 3)
    unpacked = zlib.decompress(held[b"IDAT"])
    lines = [unpacked[at : at + width + 1] for at in range(0, len(unpacked), width + 1)]
    assert len(lines) == height
    assert {each[0] for each in lines} <= {0}
    return [each[1:] for each in lines]


@given(st.lists(st.binary(min_size=7, max_size=7), min_size=1, max_size=5), st.integers(1, 3000))
def test_any_pixels_come_back(lines: list[bytes], times: int) -> None:
    wide = [each * times for each in lines]
    assert pixels(png(wide)) == wide


@given(st.lists(st.sampled_from(list(Group)), min_size=1, max_size=3 * IN_A_ROW))
def test_each_imperative_is_a_square_with_an_outline(groups: list[Group]) -> None:
    data, width = bar(groups)
    drawn = pixels(data)
    across = min(len(groups), IN_A_ROW)
    assert width == across * 4.0
    assert len(drawn[0]) == across * PITCH
    assert len(drawn) == -(-len(groups) // IN_A_ROW) * PITCH
    for at, group in enumerate(groups):
        row, column = divmod(at, IN_A_ROW)
        top = drawn[row * PITCH][column * PITCH :]
        assert top[:PITCH] == bytes([INK] * SQUARE + [PAPER] * GAP)
        middle = drawn[row * PITCH + SQUARE // 2][column * PITCH + EDGE :][: SQUARE - 2 * EDGE]
        assert len(set(middle)) == (2 if group in {Group.CONTESTED, Group.UNKNOWN} else 1)
        assert not set(middle) & {INK, PAPER}


def test_the_five_groups_have_five_fills() -> None:
    drawn = pixels(bar(list(Group))[0])
    fills = [drawn[SQUARE // 2][at * PITCH + EDGE : at * PITCH + SQUARE - EDGE] for at in range(5)]
    assert len(set(map(frozenset, fills))) == 5
