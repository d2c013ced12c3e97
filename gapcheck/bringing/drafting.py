"""What a code map lacks, drafted below what it has: codes to decide on, documents to describe."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from gapcheck.amend.draft import Draft, draft_of
from gapcheck.amend.habits import Habits
from gapcheck.amend.marks import Edit
from gapcheck.amend.places import unfolded
from gapcheck.amend.rendering import indented, inline
from gapcheck.bringing.planning import Planned
from gapcheck.model.brought import ForeignCode
from gapcheck.source.layout import NoLayout

_HABITS: Final = Habits()
_HEAD: Final = """\
# What the codes and documents of other programs mean in this study. `gapcheck import` drafts it,
# people decide, and every later import keeps to it.
# Names of documents may be names of people: look through this file before you share it.
"""
_CODES: Final = """\
# For each code one of: imperative (with a stance: happens, partly, absent, opposite, unaware),
# a stance alone, theme, barrier, enabler, tension, or leave: true. `suggested` counts for nothing;
# a code that is left undecided becomes a theme.
"""
_DOCUMENTS: Final = """\
# For each document what a source says of itself. What stands behind a # is still missing.
"""
_COLUMNS: Final = """\
# What the columns of a table hold, by role: document and text are needed; code, coder, memo,
# speaker, at, start, end, date, lsp, case, group where there are such columns.
"""
_WORTH: Final[Mapping[str, str]] = {
    "lsp": "lsp: northtown",
    "kind": "kind: interview",
    "date": "date: 2004-05",
    "sector": "speaker: {id: P01, sector: vcs, role: board member}",
    "role": "speaker: {id: P01, sector: vcs, role: board member}",
    "author": "author: council",
    "respondents": "respondents: vcs",
}


def drafted(
    old: str,
    codes: Sequence[tuple[ForeignCode, tuple[str, ...]]],
    plans: Sequence[Planned],
) -> str | None:
    """The text of the map with entries for these codes and documents; None where it has no room.

    `old` is its text so far. What it holds stays as it is.
    """
    parts = {
        "codes": [line for each in codes for line in _code(*each)],
        "documents": [line for each in plans for line in _document(each)],
    }
    text = old or _HEAD
    for key, lines in parts.items():
        if lines:
            made = _with(text, key, lines)
            if made is None:
                return None
            text = made
    return text


def with_columns(old: str, columns: Mapping[str, str], headers: Sequence[str] = ()) -> str | None:
    """The map's text with what each column of a table holds; None where it says so already.

    `headers` are those of which nobody knows what they hold.
    """
    lines = [f"{role}: {inline(head, _HABITS)}" for role, head in columns.items()]
    lines += [f"# role: {inline(head, _HABITS)}" for head in headers]
    try:
        if draft_of(old or _HEAD).part(("columns",)) is not None:
            return None
    except NoLayout:
        if _says_anything(old):
            return None
    block = [f"\n{_COLUMNS}columns:", *indented(lines, 2)]
    return (old or _HEAD).rstrip("\n") + "\n" + "\n".join(block) + "\n"


def _code(code: ForeignCode, suggestions: tuple[str, ...]) -> list[str]:
    lines = [f"- code: {inline(code.name, _HABITS)}"]
    if suggestions:
        lines.append(f"  suggested: {inline(list(suggestions), _HABITS)}")
    return lines


def _document(plan: Planned) -> list[str]:
    lines = [f"- document: {inline(plan.document, _HABITS)}"]
    if plan.told.lsp:
        lines.append(f"  lsp: {inline(plan.told.lsp, _HABITS)}")
    lines.append(f"  source: {inline(plan.told.source, _HABITS)}")
    lines += [f"  {key}: {inline(value, _HABITS)}" for key, value in _known(plan)]
    missing = dict.fromkeys(_WORTH[key] for key in plan.told.missing)
    return [*lines, *(f"  # {each}" for each in missing)]


def _known(plan: Planned) -> Iterable[tuple[str, Any]]:
    for key in ("kind", "date", "author", "respondents", "of"):
        if key in plan.told.fields and key not in plan.told.missing:
            yield key, plan.told.fields[key]


def _with(text: str, key: str, lines: Sequence[str]) -> str | None:
    try:
        draft = draft_of(text)
    except NoLayout:
        # A text that holds comments alone is no document yet.
        return None if _says_anything(text) else text + _fresh(key, lines)
    part = draft.part((key,))
    if part is None:
        return text.rstrip("\n") + "\n" + _fresh(key, lines)
    edits = _edits(draft, key, lines)
    return None if edits is None else draft.with_edits(edits).text


def _edits(draft: Draft, key: str, lines: Sequence[str]) -> list[Edit] | None:
    part = draft.layout[(key,)]
    if part.steps and not part.flow:
        return [draft.below(part.end, indented(lines, part.column))]
    return None if part.steps else unfolded(draft, (key,), indented(lines, 2))


def _fresh(key: str, lines: Sequence[str]) -> str:
    head = _CODES if key == "codes" else _DOCUMENTS
    return "\n".join([f"\n{head}{key}:", *indented(lines, 2)]) + "\n"


def _says_anything(text: str) -> bool:
    return any(line.strip() and not line.lstrip().startswith("#") for line in text.splitlines())
