"""A file with something added, composed and then proved: the old values plus exactly the change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from gapcheck.amend.change import EXCERPT_KEYS, LISTS, Change, Fields, prose
from gapcheck.amend.codes import with_codes
from gapcheck.amend.draft import Draft, draft_of, value_at
from gapcheck.amend.habits import Habits, habits_of, named_in
from gapcheck.amend.lists import with_words
from gapcheck.amend.marks import Marks, restored
from gapcheck.amend.objections import objection
from gapcheck.amend.proof import Step, holds
from gapcheck.amend.refusal import Reason, Refusal
from gapcheck.amend.replacing import set_key, with_replaced
from gapcheck.amend.sheets import Sheet
from gapcheck.source.document import Document, Path
from gapcheck.source.files import LIMIT
from gapcheck.source.layout import NoLayout

_MARK = "\ufeff".encode()


@dataclass(frozen=True, slots=True)
class Amended:
    """A file before and after; `marks` are the characters of the new text that were put in.

    They count from 0, without a byte-order mark. `excerpts` are the ids that it is about.
    """

    file: str
    old: bytes
    new: bytes
    marks: Marks
    excerpts: tuple[str, ...]

    @property
    def text(self) -> str:
        """The new text, without its byte-order mark."""
        return self.new.decode("utf-8").removeprefix("\ufeff")


@dataclass(frozen=True, slots=True)
class _State:
    """How far a file has come: its text, and what that holds."""

    draft: Draft
    document: Document


def amended(sheet: Sheet, changes: Sequence[Change]) -> Amended | Refusal:
    """The file with the changes made one after the other, or why that cannot be."""
    text, document = sheet.read(sheet.data)
    draft: Draft | None = None
    for change in changes:
        if refused := objection(sheet, document, change):
            return refused
        found = _step(sheet, _State(draft or draft_of(text), document), change)
        if isinstance(found, Refusal):
            return found
        draft, document = found.draft, found.document
    if draft is None:
        return Refusal(Reason.UNFIT, "There is nothing to write")
    return whole(sheet, text, draft, tuple(dict.fromkeys(one.excerpt for one in changes)))


def whole(sheet: Sheet, text: str, draft: Draft, excerpts: tuple[str, ...]) -> Amended | Refusal:
    """The file with a draft of its text, if without what was put in that is the `text` it had."""
    mark = _MARK if sheet.data.startswith(_MARK) else b""
    new = mark + draft.text.encode()
    if restored(draft.text, draft.marks) != text:
        return unsafe(sheet)
    if len(new) > LIMIT:
        message = f"{sheet.file} would be larger than {LIMIT // 1024:,} KiB"
        return Refusal(Reason.UNFIT, message, "Split it into several sources.")
    return Amended(sheet.file, sheet.data, new, draft.marks, excerpts)


def _step(sheet: Sheet, state: _State, change: Change) -> _State | Refusal:
    """One change made, if the file then holds what it held and that change."""
    samples = [(state.draft, state.document.value)]
    if sheet.like:
        text, document = sheet.read(sheet.like)
        samples += [(draft_of(text), document.value)] if document.value is not None else []
    habits = habits_of(*samples)
    codes = [code.fields(full=bool(habits.full)) for code in change.codes]
    # Blanks that stand below would belong to words under a sign; in quotation marks they do not.
    for way in (habits, replace(habits, signs=False)):
        found = _proved(sheet, state, (change, codes), way)
        if found:
            return found
    return unsafe(sheet)


def _proved(sheet: Sheet, state: _State, step: Step, habits: Habits) -> _State | None:
    try:
        draft = _composed(sheet, state, step, habits)
    except NoLayout:
        return None
    _, document = sheet.read(draft.text.encode())
    if not isinstance(document.value, dict):
        return None
    proved = holds(state.document, document, step, second=sheet.second)
    return _State(draft, document) if proved else None


def _composed(sheet: Sheet, state: _State, step: Step, habits: Habits) -> Draft:
    change, codes = step
    value, draft = state.document.value, state.draft
    path = sheet.codes_path(value, change.excerpt) or ()
    if codes or change.speaks_to_none:
        draft = _coded(draft, value, path, step, habits)
    for key in LISTS:
        if words := change.words(key):
            draft = with_words(draft, (*path[:-1], key), words, habits)
    if change.memo:
        memo = (*path[:-1], "memo")
        draft = set_key(draft, memo, prose(change.memo), habits, EXCERPT_KEYS)
    return draft


def _coded(draft: Draft, value: Any, path: Path, step: Step, habits: Habits) -> Draft:
    change, codes = step
    there = path in draft.layout
    held = list(named_in(value_at(value, path))) if there else []
    new: list[Fields] = []
    for code, typed in zip(change.codes, codes, strict=True):
        number = next((at for at, name in enumerate(held) if name in code.names), None)
        if number is None:
            new.append(typed)
        else:
            # Counted, not named: a replacement may turn the short form into a list.
            here = (*path, draft.layout[path].steps[number])
            draft = with_replaced(draft, here, typed, habits)
    if new or not there:
        draft = with_codes(draft, path, new, habits)
    return draft


def unsafe(sheet: Sheet) -> Refusal:
    """What is said of a file that may be typed in no way that is known here."""
    message = f"Nothing was written: {sheet.file} is typed in a way that this could have spoilt"
    return Refusal(Reason.UNSAFE, message, "Write it in by hand; `gapcheck check` then reads it.")
