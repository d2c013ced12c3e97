"""Codes in short (`{sectors-together: partly}`) turned into the long form, word by word."""

from __future__ import annotations

import re
from typing import Final

from gapcheck.amend.draft import Draft
from gapcheck.amend.habits import Form, Habits
from gapcheck.amend.marks import Edit
from gapcheck.amend.places import unfolded
from gapcheck.amend.rendering import braced, indented
from gapcheck.source.document import Path
from gapcheck.source.layout import Kind, Part

_ASKED: Final = re.compile(r"(?<![^\s{\[,])\?[ \t]+\Z")


def lengthened(draft: Draft, path: Path, habits: Habits) -> Draft:
    """The draft with the codes at a path in long form; as they are where they have it already.

    Names and stances stay as they were typed, quotation marks and all, and so do comments.
    """
    whole = draft.layout[path]
    if whole.kind is not Kind.MAPPING:
        return draft
    held = draft.held(path)
    if not whole.flow:
        return draft.with_edits(_long(draft, one, habits, "- ") for one in held)
    if habits.form is not Form.BRACKETS:
        dashes = [f"- {_pair(draft, one, habits)}" for one in held]
        edits = unfolded(draft, path, indented(dashes, whole.key_column + habits.dash))
        if edits:
            return draft.with_edits(edits)
    brackets = (Edit(whole.start, whole.start + 1, "["), Edit(whole.end - 1, whole.end, "]"))
    return draft.with_edits([*brackets, *(_long(draft, one, habits) for one in held)])


def _long(draft: Draft, part: Part, habits: Habits, dash: str = "") -> Edit:
    """One pair as a code; what stands between its two parts stays, but for the colon."""
    return Edit(_begin(draft, part), part.end, f"{dash}{_pair(draft, part, habits)}")


def _begin(draft: Draft, part: Part) -> int:
    """Where a pair begins: before a question mark that says that a key follows."""
    asked = _ASKED.search(draft.text, draft.line_start(part.begin), part.begin)
    return asked.start() if asked else part.begin


def _pair(draft: Draft, part: Part, habits: Habits) -> str:
    end = part.key[1] if part.key else part.start
    between = draft.text[end : part.start].replace(":", ", stance:", 1)
    gap = "" if between[-1:].isspace() else " "
    pair = f"imperative: {_key(draft, part)}{between}{gap}{draft.text[part.start : part.end]}"
    return braced("{", [pair], "}", habits.braces)


def _key(draft: Draft, part: Part) -> str:
    return draft.text[slice(*part.key)] if part.key else ""
