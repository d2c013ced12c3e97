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
from gapcheck.amend.places import unfolded
from gapcheck.amend.refusal import Refusal
from gapcheck.amend.run import Amended, unsafe, whole
from gapcheck.amend.sheets import Sheet
from gapcheck.source.document import Document
from gapcheck.source.layout import NoLayout

_LIST = ("excerpts",)


def with_excerpts(sheet: Sheet, excerpts: Sequence[Fields]) -> Amended | Refusal:
    """The file with excerpts below those that it has, or why that cannot be."""
    text, document = sheet.read(sheet.data)
    names = tuple(str(each["id"]) for each in excerpts)
    if not isinstance(document.value, dict):
        return unsafe(sheet)
    try:
        draft = _added(draft_of(text), excerpts)
    except NoLayout:
        return unsafe(sheet)
    if draft is None or not _proved(sheet, document, draft, excerpts):
        return unsafe(sheet)
    return whole(sheet, text, draft, names)


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
