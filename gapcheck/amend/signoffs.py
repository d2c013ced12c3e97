"""A decision added below those that a partnership's file of sign-offs holds; and proved."""

from __future__ import annotations

import json
from typing import Any, Final

from gapcheck.amend.change import Fields
from gapcheck.amend.draft import Draft, draft_of
from gapcheck.amend.flows import filled, joined
from gapcheck.amend.habits import named_in
from gapcheck.amend.marks import Edit, restored
from gapcheck.amend.refusal import Reason, Refusal
from gapcheck.amend.rendering import WIDTH, braced, indented
from gapcheck.amend.run import Amended
from gapcheck.amend.sheets import Sheet
from gapcheck.source.document import Document
from gapcheck.source.files import LIMIT
from gapcheck.source.layout import Kind, NoLayout
from gapcheck.source.typed import quoted, scalar, under_a_sign

KEYS: Final = ("imperative", "verdict", "confidence", "summary", "reason", "by", "on")
"""The keys of a decision in the order in which they are typed."""

_PROSE: Final = ("summary", "reason")
_MARK: Final = "\ufeff".encode()


def with_signoff(sheet: Sheet, decision: Fields, short: str = "") -> Amended | Refusal:
    """The file with one decision below the others, or why that cannot be.

    `short` is the imperative's last part where no other shares it; the file's habit decides.
    """
    text, document = sheet.read(sheet.data)
    empty = all(line.lstrip()[:1] in ("", "#") for line in text.splitlines())
    if document.troubles and not (empty and text) and sheet.data:
        places = tuple(document.location(one.path) for one in document.troubles)
        message = f"{sheet.file} has errors: {document.troubles[0].message}"
        return Refusal(Reason.ERRORS, message, "Mend them first.", places)
    held = document.value if isinstance(document.value, list) else []
    typed = dict(decision)
    if short and not any("/" in name for name in named_in(held)):
        typed["imperative"] = short
    try:
        draft = _first(text, typed) if empty else _added(draft_of(text), typed)
    except NoLayout:
        return _unsafe(sheet)
    if draft is None or not _proved(sheet, held, draft, typed):
        return _unsafe(sheet)
    new = (_MARK if sheet.data.startswith(_MARK) else b"") + draft.text.encode()
    if restored(draft.text, draft.marks) != text or len(new) > LIMIT:
        return _unsafe(sheet)
    return Amended(sheet.file, sheet.data, new, draft.marks, ())


def _first(text: str, decision: Fields) -> Draft:
    """A file that holds nothing yet, but perhaps comments."""
    start = Draft(text, {})
    lines = _lines(decision, "")
    end = "" if not text or text.endswith(("\n", "\r")) else "\n"
    return start.with_edits([Edit(len(text), len(text), end + "\n".join(lines) + "\n")])


def _added(draft: Draft, decision: Fields) -> Draft | None:
    part = draft.part(())
    if part is None or part.kind is not Kind.LIST:
        return None
    if part.flow:
        inline = _inline(decision)
        held = draft.held(())
        edits = joined(draft, part, held[-1], inline) if held else filled(draft, part, inline, "")
        return draft.with_edits(edits)
    last = draft.held(())[-1]
    gap = draft.text[draft.text.rfind("-", 0, last.start) + 1 : last.start]
    lines = _lines(decision, gap if gap.strip(" ") == "" else " ")
    return draft.with_edits([draft.below(part.end, indented(lines, part.column))])


def _lines(decision: Fields, gap: str) -> list[str]:
    """A decision as an item of a block list, not yet indented."""
    gap = gap or " "
    lines = [line for key in KEYS if key in decision for line in _entry(key, str(decision[key]))]
    return [f"-{gap}{lines[0]}", *indented(lines[1:], 1 + len(gap))]


def _entry(key: str, value: str) -> list[str]:
    if key == "on":
        return [f"on: {value}"]
    line = f"{key}: {scalar(value)}"
    if key not in _PROSE or (len(line) <= WIDTH - 2 and "\n" not in value):
        return [line]
    under = under_a_sign(value, WIDTH - 4)
    if under is None:
        return [f"{key}: {quoted(value)}"]
    return [f"{key}: {under[0]}", *indented(under[1:], 2)]


def _inline(decision: Fields) -> str:
    parts = (
        f"{key}: {decision[key] if key == 'on' else _flat(key, str(decision[key]))}"
        for key in KEYS
        if key in decision
    )
    return braced("{", parts, "}", "")


def _flat(key: str, value: str) -> str:
    return quoted(value) if key in _PROSE else scalar(value)


def _proved(sheet: Sheet, held: list[Any], draft: Draft, decision: Fields) -> bool:
    """Whether the new text holds what the old one did, and after it the decision."""
    new: Document = sheet.read(draft.text.encode())[1]
    expected = [*held, {key: str(decision[key]) for key in KEYS if key in decision}]
    told = (json.dumps(one, sort_keys=True) for one in (expected, new.value))
    return len(set(told)) == 1 and not new.troubles


def _unsafe(sheet: Sheet) -> Refusal:
    message = f"Nothing was written: {sheet.file} is typed in a way that this could have spoilt"
    return Refusal(Reason.UNSAFE, message, "Write it in by hand; `gapcheck check` then reads it.")
