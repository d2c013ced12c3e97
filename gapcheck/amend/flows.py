"""Something more between braces or brackets, on one line or on several."""

from __future__ import annotations

import re
from typing import Final

from gapcheck.amend.draft import Draft, line_break
from gapcheck.amend.marks import Edit
from gapcheck.source.layout import Part

_BETWEEN: Final = re.compile(r"(?:[ \t\r\n]|#[^\r\n]*)*")
_REST: Final = re.compile(r"[ \t]*(?:#[^\r\n]*)?(?=[\r\n]|\Z)")


def filled(draft: Draft, whole: Part, entry: str, pad: str) -> list[Edit]:
    """Something in braces or brackets that hold nothing yet but, perhaps, a comment."""
    inside = draft.text[whole.start + 1 : whole.end - 1]
    if inside.strip(" \t"):
        return [Edit(whole.end - 1, whole.end - 1, entry)]
    return [Edit(whole.start + 1, whole.end - 1, f"{pad}{entry}{pad}")]


def joined(draft: Draft, whole: Part, before: Part, entry: str) -> list[Edit]:
    """Something after another thing in the same braces or brackets.

    It gets a line of its own where the other has one; a comment stays with what it stands beside.
    """
    text, end = draft.text, before.end
    begin = before.begin
    if not draft.first_on_line(begin) or draft.line_start(whole.start) == draft.line_start(begin):
        return [Edit(end, end, f", {entry}")]
    indent = text[draft.line_start(begin) : begin]
    following = _next(text, end)
    if text.startswith(",", following):
        if _REST.match(text, following + 1):
            return [draft.below(following, [f"{indent}{entry},"])]
        return [Edit(end, end, f", {entry}")]
    if _REST.match(text, end):
        return [Edit(end, end, ","), draft.below(end, [f"{indent}{entry}"])]
    return [Edit(end, end, f",{line_break(text)}{indent}{entry}")]


def _next(text: str, index: int) -> int:
    """The first character from `index` on that is neither blank nor part of a comment."""
    found = _BETWEEN.match(text, index)
    return found.end() if found else index
