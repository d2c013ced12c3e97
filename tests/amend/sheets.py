"""Small files to write into, and what came of it as a whole text or a line."""

from __future__ import annotations

from functools import cache
from typing import Any

from gapcheck.amend.change import Change, NewCode
from gapcheck.amend.refusal import Refusal
from gapcheck.amend.run import Amended, amended
from gapcheck.amend.sheets import Sheet
from gapcheck.model.choices import Stance
from gapcheck.model.settings import Vocabulary
from gapcheck.schema.kinds import schema
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


@cache
def form(kind: str) -> Format:
    """How files of a kind are read, made ready once."""
    return Format(schema(kind, Vocabulary()))


def sheet(typed: str | bytes, *, second: bool = False, like: bytes = b"") -> Sheet:
    """A file of that text; what follows HEAD where it begins with a list."""
    data = typed.encode() if isinstance(typed, str) else typed
    return Sheet("file.yaml", data, form("codes" if second else "source"), second, like)


def code(name: str, stance: Stance | None = Stance.HAPPENS, **more: Any) -> NewCode:
    """A code on `guidance/<name>`, whose last part is its own."""
    return NewCode(f"guidance/{name}", name, stance, **more)


def change(*codes: NewCode, to: str = "x1", **more: Any) -> Change:
    """A change of one excerpt."""
    return Change(to, codes, **more)


def wrote(typed: str, *changes: Change, second: bool = False, like: str = "") -> str:
    """The excerpts (or, of a second coder, the file) after some changes; or why there is none."""
    head = "" if second else HEAD
    samples = (head + like).encode() if like else b""
    found = amended(sheet(head + typed, second=second, like=samples), changes)
    return told(found).removeprefix(head)


def told(found: Amended | Refusal) -> str:
    """The new text, or the refusal on one line with its places."""
    if isinstance(found, Amended):
        return found.text
    places = "".join(f" [{one.line}:{one.column}]" for one in found.places)
    return f"{found.reason}: {found.message} | {found.help}{places}"
