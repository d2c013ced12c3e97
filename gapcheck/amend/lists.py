"""Words added to a list of an excerpt: barriers, enablers, themes, tensions."""

from __future__ import annotations

from collections.abc import Sequence

from gapcheck.amend.change import EXCERPT_KEYS
from gapcheck.amend.draft import Draft
from gapcheck.amend.flows import filled, joined
from gapcheck.amend.habits import Habits
from gapcheck.amend.places import put, unfolded
from gapcheck.amend.rendering import Entry, indented, inline
from gapcheck.source.document import Path
from gapcheck.source.typed import scalar


def with_words(draft: Draft, path: Path, words: Sequence[str], habits: Habits) -> Draft:
    """The draft with words added to the list at a path, which is made where there is none."""
    part, key = draft.part(path), str(path[-1])
    dashes = indented((f"- {scalar(word)}" for word in words), habits.dash)
    dashed = key in habits.dashed
    if part is None:
        line = f"{key}: {inline(list(words), habits)}"
        entry = Entry([f"{key}:", *dashes] if dashed else [line], line)
        return draft.with_edits(put(draft, path, entry, EXCERPT_KEYS, habits))
    if not part.steps:
        edits = unfolded(draft, path, indented(dashes, part.key_column)) if dashed else None
        inside = ", ".join(scalar(word) for word in words)
        return draft.with_edits(edits or filled(draft, part, inside, habits.brackets))
    if not part.flow:
        lines = [f"- {scalar(word)}" for word in words]
        return draft.with_edits([draft.below(part.end, indented(lines, part.column))])
    for word in words:
        last = draft.held(path)[-1]
        draft = draft.with_edits(joined(draft, draft.layout[path], last, scalar(word)))
    return draft
