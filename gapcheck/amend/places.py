"""Where a new key of a mapping goes: after those that the format's pages put before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gapcheck.amend.draft import Draft
from gapcheck.amend.flows import filled, joined
from gapcheck.amend.habits import Habits
from gapcheck.amend.marks import Edit
from gapcheck.amend.rendering import Entry, indented
from gapcheck.source.document import Path
from gapcheck.source.layout import Part


def put(draft: Draft, path: Path, entry: Entry, order: Sequence[str], habits: Habits) -> list[Edit]:
    """A key and its value into the mapping at the path's end, of which the key is the last step.

    `order` is that of the format's keys; a key that it does not name goes last.
    """
    *above, key = path
    whole = draft.layout[tuple(above)]
    before = _before(draft, tuple(above), str(key), order)
    if whole.flow:
        if before is None:
            return filled(draft, whole, entry.inline, habits.braces)
        return joined(draft, whole, before, entry.inline)
    end = before.end if before else whole.start
    return [draft.below(end, indented(entry.lines, whole.column))]


def unfolded(draft: Draft, path: Path, lines: Sequence[str]) -> list[Edit] | None:
    """Lines under a key in the place of its braces or brackets; `lines` are indented.

    None where those do not simply stand behind their key on one line of a block.
    """
    part = draft.layout[path]
    if part.key is None or not part.flow or draft.layout[path[:-1]].flow:
        return None
    typed = draft.text[part.key[1] : part.end]
    colon = typed.find(":") + 1
    if re.search(r"[#\r\n]", typed) or typed[colon:].lstrip(" \t")[:1] not in ("[", "{"):
        return None
    # What follows on the line can only be a comment, which stays there.
    return [Edit(part.key[1] + colon, part.end, ""), draft.below(part.end, lines)]


def _before(draft: Draft, path: Path, key: str, order: Sequence[str]) -> Part | None:
    """The last in the file of what goes before a key; the last of all where none does."""
    held = draft.layout[path].steps
    first = set(order[: order.index(key)]) if key in order else set(held)
    earlier = [step for step in held if step in first] or list(held)
    return draft.layout[(*path, earlier[-1])] if earlier else None
