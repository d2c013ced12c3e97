"""The plain text of a source or a note: inline, or a file of the package."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gapcheck.importers.qdpx.package import Package, Spoilt
from gapcheck.importers.qdpx.tree import child

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

Text = tuple[str | None, str]
"""A text as it lies in the file, its line ends too; or None, and why there is none."""


def raw_text(element: Element, package: Package | None) -> Text:
    """The text of an element that has one, without a byte-order mark."""
    inline = child(element, "PlainTextContent")
    if inline is not None:
        return "".join(inline.itertext()).removeprefix("\ufeff"), ""
    path = element.get("plainTextPath", "")
    if not path:
        return None, "The file holds no plain text of them."
    if package is None:
        return None, "Their text lies in a file beside the .qde; import the .qdpx."
    try:
        data = package.text(path)
    except Spoilt as error:
        return None, f"Their text is {error}."
    if data is None:
        return None, "The text that they name is not in the package."
    return _decoded(data)


def _decoded(data: bytes) -> Text:
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return _as(data, encoding)
    return _as(data, "utf-8")


def _as(data: bytes, encoding: str) -> Text:
    try:
        text = data.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError:
        return None, "Their text is not encoded in UTF-8."
    if "\0" in text:
        return None, "Their text holds characters that no text has."
    return text, ""
