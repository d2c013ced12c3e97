"""A Word document as paragraphs, with the numbers that Word draws beside them.

Words that a tracked change deletes are left out, those that it inserts are read.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any, Final

from gapcheck.importers.policies.blocks import Block, Kind, Reading
from gapcheck.importers.policies.limits import MEBIBYTE, needing, within
from gapcheck.importers.policies.mending import mended
from gapcheck.importers.policies.word_numbers import Numbers
from gapcheck.model.brought import Fate, Tally
from gapcheck.model.unfit import Unfit

_MOST_UNPACKED: Final = 256 * MEBIBYTE
_MOST_XML: Final = 64 * MEBIBYTE
_MOST_PARTS: Final = 4_000
_PIECE: Final = MEBIBYTE
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BLANKS: Final = frozenset({f"{_W}tab", f"{_W}br", f"{_W}cr"})
_HEADING: Final = re.compile(r"(?:heading|title|subtitle|toc heading)\b", re.IGNORECASE)
_CONTENTS: Final = re.compile(r"(?:toc \d|table of figures)", re.IGNORECASE)
_QUOTE: Final = re.compile(r"(?:intense )?quote\b", re.IGNORECASE)


def read_docx(data: bytes) -> Reading:
    """The paragraphs of a Word document, those in tables too."""
    with needing("docx", "docx", "Word documents"):
        # Imported late: only who installed the extra has it, and it is slow to start.
        from docx import Document  # noqa: PLC0415
    safe = _unpacked(data)
    try:
        document = Document(io.BytesIO(safe))
        rows = list(_rows(document))
        title = mended(document.core_properties.title or "")
    except Unfit:
        raise
    except Exception as error:  # a damaged file makes the libraries raise whatever comes
        told = " ".join(f"{type(error).__name__}: {error}".split())[:160]
        raise Unfit(
            "it is damaged, or no Word document (.docx)",
            f"Open it in Word and save it again as .docx. ({told})",
        ) from None
    blocks = tuple(row for row in rows if row is not None)
    within(sum(len(one.text) for one in blocks))
    return Reading(blocks, title, 0, tuple(_left(rows, blocks)))


def _left(rows: list[Block | None], blocks: tuple[Block, ...]) -> Iterator[Tally]:
    contents = sum(row is None for row in rows)
    quoted = sum(one.kind is Kind.QUOTED for one in blocks)
    if contents:
        why = "they only name what stands elsewhere"
        yield Tally(Fate.LEFT, "lines of tables of contents", contents, why)
    if quoted:
        yield Tally(Fate.LEFT, "quoted paragraphs", quoted, "said by others")
    why = "not read; look through them by hand"
    yield Tally(Fate.LEFT, "footnotes, headers, footers and text boxes", 0, why)


def _unpacked(data: bytes) -> bytes:
    """The same package without compression, each part read by itself and none too large.

    The library would unpack a part whole whatever its size is.
    """
    target, total = io.BytesIO(), 0
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w") as new:
            entries = old.infolist()
            if len(entries) > _MOST_PARTS:
                raise Unfit(f"it has {len(entries):,} parts; {_MOST_PARTS:,} are allowed")
            if any(entry.flag_bits & 1 for entry in entries):
                raise _locked()
            for entry in entries:
                # Pictures and fonts are never looked at.
                wanted = entry.filename.endswith((".xml", ".rels"))
                part = _part(old, entry, total) if wanted else b""
                total += len(part)
                new.writestr(zipfile.ZipInfo(entry.filename), part)
    except Unfit:
        raise
    except Exception as error:  # so many ways in which a package can be damaged
        if data.startswith(b"\xd0\xcf\x11\xe0"):
            raise _locked() from None
        told = " ".join(f"{type(error).__name__}: {error}".split())[:160]
        raise Unfit(
            "it is no Word document (.docx), or is damaged",
            f"Open it in Word and save it again as .docx. ({told})",
        ) from None
    return target.getvalue()


def _locked() -> Unfit:
    return Unfit(
        "it is encrypted, or in the format of Word before 2007",
        "Open it in Word and save it as .docx without a password.",
    )


def _part(package: zipfile.ZipFile, entry: zipfile.ZipInfo, total: int) -> bytes:
    pieces, size = [], 0
    with package.open(entry) as stream:
        while piece := stream.read(_PIECE):
            size += len(piece)
            if size > _MOST_XML or total + size > _MOST_UNPACKED:
                raise Unfit(
                    f"it unpacks to more than {_MOST_XML // MEBIBYTE} MiB in one part, or "
                    f"{_MOST_UNPACKED // MEBIBYTE} MiB in all",
                    "No document of text is that large. Copy its text into a new document.",
                )
            pieces.append(piece)
    return b"".join(pieces)


def _rows(document: Any) -> Iterator[Block | None]:
    """Each paragraph; None for a line of a table of contents."""
    numbers = Numbers(document)
    styles = {style.style_id: str(style.name or "") for style in document.styles}
    for paragraph in document.element.body.iter(f"{_W}p"):
        text = mended(_text(paragraph))
        style = styles.get(_style(paragraph), "")
        label = numbers.of(paragraph, _style(paragraph))
        if not text:
            continue
        if _CONTENTS.match(style):
            yield None
            continue
        kind = Kind.TEXT
        if _HEADING.match(style):
            kind = Kind.HEADING
        elif _QUOTE.match(style):
            kind = Kind.QUOTED
        yield Block(text, kind=kind, label=label)


def _style(paragraph: Any) -> str:
    found = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return "" if found is None else str(found.get(f"{_W}val", ""))


def _text(paragraph: Any) -> str:
    """The words of a paragraph, without those of a text box in it, which has its own."""
    words: list[str] = []
    stack = [iter(paragraph)]
    while stack:
        element = next(stack[-1], None)
        if element is None:
            stack.pop()
        elif element.tag == f"{_W}t":
            words.append(element.text or "")
        elif element.tag in _BLANKS:
            words.append(" ")
        elif element.tag == f"{_W}noBreakHyphen":
            words.append("-")
        elif element.tag not in (f"{_W}p", f"{_W}del", f"{_W}moveFrom", f"{_W}pPr"):
            stack.append(iter(element))
    return "".join(words)
