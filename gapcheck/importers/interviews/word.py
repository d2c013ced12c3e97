"""Word documents: the paragraphs and tables of their body."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from gapcheck.importers.interviews.blocks import Block, Paragraph, Run, Table
from gapcheck.importers.interviews.package import repacked
from gapcheck.model.unfit import Unfit

_OLD = b"\xd0\xcf\x11\xe0"
_SKIPPED = frozenset({"del", "moveFrom", "pPr", "rPr", "txbxContent", "Fallback", "instrText"})
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_FALSE = frozenset({"0", "false", "off", "none"})


def word_blocks(data: bytes) -> list[Block]:
    """What the body of a Word document holds; Unfit where it cannot be opened."""
    if data.startswith(_OLD):
        raise Unfit(
            "it is a Word file of before 2007, or locked by a password",
            "Save it as .docx without a password.",
        )
    return list(_blocks(_body(repacked(data))))


def _body(data: bytes) -> Any:
    try:
        # Imported late: it belongs to an extra, and only this kind of file needs it.
        from docx import Document  # noqa: PLC0415
    except ModuleNotFoundError as error:
        raise Unfit(
            "reading Word files needs a package that is not installed",
            "Install it with `pip install 'gapcheck[docx]'`, or save the file as .txt.",
        ) from error
    try:
        return Document(BytesIO(data)).element.body
    # What goes wrong in somebody else's library, on somebody else's file, has many names.
    except Exception as error:
        raise Unfit(
            "it is no Word document that can be read",
            "Open it in Word and save it again as .docx, or as .txt.",
        ) from error


def _blocks(parent: Any) -> Iterator[Block]:
    for element in parent:
        kind = _kind(element)
        if kind == "p":
            yield Paragraph(tuple(_runs(element)))
        elif kind == "tbl":
            yield Table(tuple(_row(row) for row in element if _kind(row) == "tr"))
        elif kind in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
            yield from _blocks(element)


def _row(row: Any) -> tuple[str, ...]:
    return tuple(
        "\n".join("".join(text for text, _ in _runs(p)) for p in cell.iter() if _kind(p) == "p")
        for cell in row
        if _kind(cell) == "tc"
    )


def _runs(element: Any, bold: bool = False) -> Iterator[Run]:
    """The texts of a paragraph, deleted ones left out."""
    for child in element:
        kind = _kind(child)
        if kind in _SKIPPED:
            continue
        if kind == "t":
            yield child.text or "", bold
        elif kind in _SIGNS:
            yield _SIGNS[kind], bold
        else:
            yield from _runs(child, _is_bold(child) if kind == "r" else bold)


def _is_bold(run: Any) -> bool:
    for properties in run:
        if _kind(properties) == "rPr":
            for one in properties:
                if _kind(one) == "b":
                    return str(next(iter(one.values()), "1")).casefold() not in _FALSE
                if _kind(one) == "rStyle" and "strong" in str(one.values()).casefold():
                    return True
    return False


def _kind(element: Any) -> str:
    """The name of an element without its namespace; empty for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
