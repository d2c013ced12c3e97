"""Edits of a text, and marks on what they put in: with them the old text can be had back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters `start` to `end` of a text give way to `text`; both are alike where it is new."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters `start` to `end` of the new text stand where `gone` stood in the old one."""

    start: int
    end: int
    gone: str = ""


Marks = tuple[Mark, ...]


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text with all edits made; of two in one place, the first given comes first."""
    parts, at = [], 0
    for one in _in_order(edits):
        parts += [text[at : one.start], one.text]
        at = one.end
    return "".join([*parts, text[at:]])


def marked(text: str, marks: Marks, edits: Iterable[Edit]) -> Marks:
    """The marks after further edits of a marked text: moved, joined where they touch, and new."""
    found = list(marks)
    # From the last to the first, so that what was not reached yet has not moved.
    for one in reversed(_in_order(edits)):
        found = _with(text, found, one)
        text = edited(text, [one])
    return tuple(sorted(found, key=lambda mark: mark.start))


def restored(text: str, marks: Sequence[Mark]) -> str:
    """The text as it was before all that is marked."""
    return edited(text, [Edit(one.start, one.end, one.gone) for one in marks])


def _in_order(edits: Iterable[Edit]) -> list[Edit]:
    # What is put in before something that goes is no part of that.
    return sorted(edits, key=lambda one: (one.start, one.end))


def _with(text: str, marks: list[Mark], edit: Edit) -> list[Mark]:
    grown = len(edit.text) - (edit.end - edit.start)
    before = [one for one in marks if one.end < edit.start]
    after = [one for one in marks if one.start > edit.end]
    met = sorted((one for one in marks if one not in before and one not in after), key=_start)
    first = min([edit.start, *(one.start for one in met)])
    last = max([edit.end, *(one.end for one in met)])
    # What no mark covers is as it was in the old text.
    whole = [Edit(one.start - first, one.end - first, one.gone) for one in met]
    joined = Mark(first, last + grown, edited(text[first:last], whole))
    return [
        *before,
        joined,
        *(Mark(one.start + grown, one.end + grown, one.gone) for one in after),
    ]


def _start(mark: Mark) -> int:
    return mark.start
