"""What a column of a list of coded segments may hold, and how its head is called."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType


class Role(StrEnum):
    """What a column is for; `group` is the folder or group that a document lies in."""

    DOCUMENT = "document"
    TEXT = "text"
    CODE = "code"
    CODER = "coder"
    MEMO = "memo"
    SPEAKER = "speaker"
    AT = "at"
    START = "start"
    END = "end"
    DATE = "date"
    LSP = "lsp"
    CASE = "case"
    GROUP = "group"


NEEDED = (Role.DOCUMENT, Role.TEXT)
"""Without these there is nothing to take."""

HEADS: Mapping[Role, tuple[str, ...]] = MappingProxyType(
    {
        Role.DOCUMENT: (
            *("source", "document", "document name", "source id", "file", "file name", "filename"),
            *("interview", "transcript", "media title", "source name", "dokument", "dokumentname"),
        ),
        Role.TEXT: (
            *("text", "excerpt", "excerpt copy", "quote", "quotation", "segment", "coded segment"),
            *("coded text", "quotation content", "content", "extract", "passage", "words"),
        ),
        Role.CODE: ("code", "codes", "code name", "codename", "tag", "tags", "node", "nodes"),
        Role.CODER: ("coder", "coded by", "analyst", "author", "created by", "autor"),
        Role.MEMO: ("memo", "comment", "comments", "note", "notes", "kommentar"),
        Role.SPEAKER: ("speaker", "speaker id", "participant", "respondent", "interviewee"),
        Role.AT: ("at", "where", "place", "timestamp", "time", "page", "paragraph", "line"),
        Role.START: ("start", "start position", "begin", "beginning", "from", "anfang"),
        Role.END: ("end", "end position", "to", "ende"),
        Role.DATE: ("date", "source date", "interview date", "date of interview", "datum"),
        Role.LSP: ("lsp", "partnership", "lsp id"),
        Role.CASE: ("case", "case name"),
        Role.GROUP: ("group", "document group", "folder", "dokumentgruppe"),
    }
)
"""Heads as `folded` has them, the likeliest first."""


def folded(head: str) -> str:
    """A head without regard to case, blanks and punctuation."""
    return " ".join(re.findall(r"\w+", head.casefold().replace("_", " ")))


def guessed(heads: Iterable[str], known: Mapping[Role, tuple[str, ...]] = HEADS) -> dict[Role, int]:
    """The column of each role that can be told from the heads; each column has one role."""
    columns: dict[str, int] = {}
    for number, head in enumerate(heads):
        columns.setdefault(folded(head), number)
    found: dict[Role, int] = {}
    for role, names in known.items():
        place = next((columns[each] for each in names if each in columns), None)
        if place is not None and place not in found.values():
            found[role] = place
    return found
