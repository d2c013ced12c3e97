"""Elements of a project, whatever their words hold: XML has no place for some characters."""

from __future__ import annotations

import re
from typing import Final
from xml.etree.ElementTree import Element, indent, tostring

_BARRED: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def made(tag: str, *parts: Element | str | None, **attributes: str) -> Element:
    """An element; None among its parts is nothing, and an empty attribute is none."""
    element = Element(tag, {key: clean(one) for key, one in attributes.items() if one})
    for part in parts:
        if isinstance(part, str):
            element.text = (element.text or "") + clean(part)
        elif part is not None:
            element.append(part)
    return element


def held(tag: str, parts: list[Element]) -> Element | None:
    """A container; None where it would be empty, which the standard forbids."""
    return made(tag, *parts) if parts else None


def clean(text: str) -> str:
    """A text without the characters that no XML may hold."""
    return _BARRED.sub("", text)


def document(root: Element) -> bytes:
    """The bytes of a document, an element a line."""
    indent(root, space=" ")
    written: bytes = tostring(root, encoding="UTF-8", xml_declaration=True)
    return written + b"\n"
