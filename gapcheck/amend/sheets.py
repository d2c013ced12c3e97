"""A file that codes are written into: a source, or a second coder's codes for one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from gapcheck.source.builder import build
from gapcheck.source.document import Document, Path
from gapcheck.source.text import decode
from gapcheck.source.validate import Format


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file's bytes, and how files of its kind are read.

    `file` is its path in the study. Of a second coder's file (`second`) the codes stand under the
    ids of excerpts. `like` are the bytes of another file, whose habits serve where this one has
    none.
    """

    file: str
    data: bytes
    format: Format
    second: bool = False
    like: bytes = b""

    def read(self, data: bytes) -> tuple[str, Document]:
        """Some bytes as the loader reads this file's, without the byte-order mark."""
        text, trouble = decode(data)
        if trouble:
            return "", Document(self.file, troubles=[trouble])
        document = build(self.file, text, self.format.shape)
        document.troubles += self.format.troubles(document)
        return text, document

    def codes_path(self, value: Any, excerpt: str) -> Path | None:
        """Where the codes of an excerpt stand, or are to; None where there is no such excerpt."""
        if self.second:
            return ("codes", excerpt)
        places = excerpts_called(value, excerpt)
        return ("excerpts", places[0], "codes") if places else None


def excerpts_called(value: Any, name: str) -> list[int]:
    """The places in the list of all excerpts of that id: one, in a file that is right."""
    return [number for number, found in enumerate(ids_of(value)) if found == name]


def ids_of(value: Any) -> list[Any]:
    """What stands in the place of each excerpt's id; None where nothing does."""
    listed = value.get("excerpts") if isinstance(value, dict) else None
    items = listed if isinstance(listed, list) else []
    return [one.get("id") if isinstance(one, dict) else None for one in items]


def first_codes(source: str, coder: str) -> bytes:
    """A second coder's file in which nothing is coded yet."""
    return f"source: {source}\ncoder: {coder}\ncodes: {{}}\n".encode()
