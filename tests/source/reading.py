"""One file's text in, its value and everything that is said of it out, whole."""

from __future__ import annotations

from functools import cache
from typing import Any

from gapcheck.checks.catalogue import CATALOGUE
from gapcheck.model.settings import Vocabulary
from gapcheck.schema.kinds import KINDS, schema
from gapcheck.source.builder import build
from gapcheck.source.document import Document, Span, Trouble
from gapcheck.source.text import decode
from gapcheck.source.validate import Format

HEAD = """\
source: s1
kind: interview
date: 2004
speaker: {id: P1, sector: vcs, role: officer}
consent: {}
excerpts:
"""
"""An interview to which excerpts may be added; they begin on line 7."""

SOURCE = HEAD.replace("excerpts:", "excerpts: []")
"""An interview in which nothing is wrong."""


@cache
def formats() -> dict[str, Format]:
    """Every kind of file, made ready once."""
    return {kind: Format(schema(kind, Vocabulary())) for kind in KINDS}


def read(typed: str | bytes, kind: str = "source") -> Document:
    """A file as the program reads it, with the schema's troubles after the reader's."""
    text, unreadable = decode(typed.encode() if isinstance(typed, str) else typed)
    if unreadable:
        return Document("file", troubles=[unreadable])
    form = formats()[kind]
    document = build("file", text, form.shape)
    document.troubles += form.troubles(document)
    return document


def said(typed: str | bytes, kind: str = "source") -> list[str]:
    """Each trouble on a line: where, what, and how to mend it."""
    return [line(one) for one in read(typed, kind).troubles]


def line(one: Trouble) -> str:
    """`line:column-line:column rule message | help | also line:column ...`."""
    assert one.rule in CATALOGUE, f"`gapcheck rules {one.rule}` explains nothing"
    also = [f"also {place(span)} {message}" for span, message in one.related]
    return " | ".join([f"{place(one.span)} {one.rule} {one.message}", one.help, *also])


def place(span: Span) -> str:
    """A span as people count: from 1."""
    return f"{span[0] + 1}:{span[1] + 1}-{span[2] + 1}:{span[3] + 1}"


def excerpt(*lines: str) -> str:
    """An interview with one excerpt of these lines, the first of them on line 7."""
    first, *rest = lines
    return HEAD + "".join(f"  {'- ' if part is first else '  '}{part}\n" for part in (first, *rest))


def excerpts(typed: str | bytes) -> Any:
    """The excerpts of a source that could be read."""
    value: Any = read(typed).value
    return value["excerpts"]
