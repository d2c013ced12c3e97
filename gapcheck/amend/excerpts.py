"""Excerpts added at the end of a source, typed below what is there; and proved."""

from __future__ import annotations

import copy
import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from gapcheck.amend.change import Fields
from gapcheck.amend.composing import excerpt_lines
from gapcheck.amend.draft import Draft, draft_of
from gapcheck.amend.marks import restored
from gapcheck.amend.places import unfolded
from gapcheck.amend.refusal import Reason, Refusal
from gapcheck.amend.run import Amended
from gapcheck.amend.sheets import Sheet
from gapcheck.source.document import Document
from gapcheck.source.files import LIMIT
from gapcheck.source.layout import NoLayout

_LIST = ("excerpts",)


def with_excerpts(sheet: Sheet, excerpts: Sequence[Fields]) -> Amended | Refusal:
    """The file with excerpts below those that it has, or why that cannot be."""
    text, document = sheet.read(sheet.data)
    names = tuple(str(each["id"]) for each in excerpts)
    if not isinstance(document.value, dict):
        return _unsafe(sheet)
    try:
        draft = _added(draft_of(text), excerpts)
    except NoLayout:
        return _unsafe(sheet)
    if draft is None or not _proved(sheet, document, draft, excerpts):
        return _unsafe(sheet)
    mark = "\ufeff".encode() if sheet.data.startswith("\ufeff".encode()) else b""
    new = mark + draft.text.encode()
    if len(new) > LIMIT:
        message = f"{sheet.file} would be larger than {LIMIT // 1024:,} KiB"
        return Refusal(Reason.UNFIT, message, "Split it into several sources.")
    if restored(draft.text, draft.marks) != text:
        return _unsafe(sheet)
    return Amended(sheet.file, sheet.data, new, draft.marks, names)


def joined(first: Amended, then: Amended) -> Amended:
    """Two changes of one file, one made after the other, as one."""
    every = tuple(dict.fromkeys((*first.excerpts, *then.excerpts)))
    return replace(then, old=first.old, excerpts=every)


def _added(draft: Draft, excerpts: Sequence[Fields]) -> Draft | None:
    part = draft.part(_LIST)
    if part is None:
        return None
    if part.steps and not part.flow:
        lines = [line for each in excerpts for line in excerpt_lines(each, part.column)]
        return draft.with_edits([draft.below(part.end, lines)])
    if part.steps:
        return None
    lines = [line for each in excerpts for line in excerpt_lines(each, 2)]
    edits = unfolded(draft, _LIST, lines)
    return None if edits is None else draft.with_edits(edits)


def _proved(sheet: Sheet, old: Document, draft: Draft, excerpts: Sequence[Fields]) -> bool:
    """Whether the new text holds what the old one did, and after it these excerpts."""
    _, new = sheet.read(draft.text.encode())
    expected: Any = copy.deepcopy(old.value)
    expected["excerpts"] = [*expected.get("excerpts", ()), *map(_plain, excerpts)]
    told = json.dumps(expected, sort_keys=True) == json.dumps(new.value, sort_keys=True)
    return told and len(new.troubles) <= len(old.troubles)


def _plain(excerpt: Fields) -> Any:
    # Compared as JSON, in which a tuple is a list.
    return json.loads(json.dumps(excerpt))


def _unsafe(sheet: Sheet) -> Refusal:
    message = f"Nothing was written: {sheet.file} is typed in a way that this could have spoilt"
    return Refusal(Reason.UNSAFE, message, "Write it in by hand; `gapcheck check` then reads it.")
