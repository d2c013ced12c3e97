"""A small writer of PDF files: pages of lines, each at its place and in its size."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence

Row = tuple[float, float, float, str]
"""A line: from the left, from the foot, the size of its letters, its words."""


def pdf(pages: Iterable[Sequence[Row]], *, packed: bool = True) -> bytes:
    """A PDF file with these pages, in the letters of Windows (cp1252)."""
    streams = [_stream(rows, packed) for rows in pages]
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(streams)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(streams)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>",
    ]
    for number, stream in enumerate(streams):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R"
            b" >> >> /Contents %d 0 R >>" % (5 + 2 * number)
        )
        objects.append(stream)
    return _file(objects)


def _stream(rows: Sequence[Row], packed: bool) -> bytes:
    drawn = b"BT\n" + b"".join(_drawn(*row) for row in rows) + b"ET\n"
    data = zlib.compress(drawn) if packed else drawn
    how = b" /Filter /FlateDecode" if packed else b""
    return b"<< /Length %d%s >>\nstream\n%s\nendstream" % (len(data), how, data)


def _drawn(x: float, y: float, size: float, words: str) -> bytes:
    text = words.encode("cp1252", "replace")
    for letter in (b"\\", b"(", b")"):
        text = text.replace(letter, b"\\" + letter)
    return b"/F1 %.1f Tf 1 0 0 1 %.1f %.1f Tm (%s) Tj\n" % (size, x, y, text)


def _file(objects: Sequence[bytes]) -> bytes:
    data, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    data += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        start,
    )
    return bytes(data)
