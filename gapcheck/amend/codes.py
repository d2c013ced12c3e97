"""Codes added to an excerpt, in whichever of the four forms they are typed there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gapcheck.amend.change import EXCERPT_KEYS, Fields
from gapcheck.amend.draft import Draft
from gapcheck.amend.flows import filled, joined
from gapcheck.amend.habits import Form, Habits
from gapcheck.amend.marks import Edit
from gapcheck.amend.places import put, unfolded
from gapcheck.amend.rendering import Entry, indented, inline, item
from gapcheck.amend.short import lengthened
from gapcheck.source.document import Path
from gapcheck.source.layout import Kind
from gapcheck.source.typed import scalar

PLAIN = ("imperative", "stance")
"""The only keys of a code that has room in the short form."""


def with_codes(draft: Draft, path: Path, codes: Sequence[Fields], habits: Habits) -> Draft:
    """The draft with codes added to those at a path; without any, an empty list is put there."""
    part = draft.part(path)
    if part is None:
        return draft.with_edits(_new(draft, path, codes, habits))
    if not part.steps:
        return _first(draft, path, codes, habits)
    plain = all(tuple(code) == PLAIN for code in codes)
    if part.kind is Kind.MAPPING and not plain:
        draft = lengthened(draft, path, habits)
    for code in codes:
        draft = draft.with_edits(_next(draft, path, code, habits))
    return draft


def _new(draft: Draft, path: Path, codes: Sequence[Fields], habits: Habits) -> list[Edit]:
    """Codes under a key that is not there yet."""
    name, within = scalar(str(path[-1])), draft.layout[path[:-1]]
    if within.flow and not within.steps:
        # A second coder's file in which nothing is coded yet.
        column = within.key_column + habits.step
        lines = _keyed(name, codes, column, habits)
        if edits := unfolded(draft, path[:-1], indented(lines, column)):
            return edits
    value = _value(codes, _form(codes, habits, within_braces=True), habits)
    entry = Entry(_keyed(name, codes, within.column, habits), f"{name}: {value}")
    return put(draft, path, entry, EXCERPT_KEYS, habits)


def _first(draft: Draft, path: Path, codes: Sequence[Fields], habits: Habits) -> Draft:
    """Codes in the place of empty brackets or braces."""
    part = draft.layout[path]
    within_braces = draft.layout[path[:-1]].flow
    if not within_braces:
        lines = indented(_keyed("", codes, part.key_column, habits)[1:], part.key_column)
        edits = unfolded(draft, path, lines) if lines else None
        if edits:
            return draft.with_edits(edits)
    if not draft.text[part.start + 1 : part.end - 1].strip(" \t"):
        value = _value(codes, _form(codes, habits, within_braces=within_braces), habits)
        return draft.with_edits([Edit(part.start, part.end, value)])
    # A comment stands in them, and stays.
    draft = lengthened(draft, path, habits)
    entry = ", ".join(inline(code, habits) for code in codes)
    return draft.with_edits(filled(draft, draft.layout[path], entry, ""))


def _next(draft: Draft, path: Path, code: Fields, habits: Habits) -> list[Edit]:
    """One code more where there are some."""
    part, last = draft.layout[path], draft.held(path)[-1]
    if part.kind is Kind.MAPPING:
        pair = f"{scalar(code['imperative'])}: {code['stance']}"
        if part.flow:
            return joined(draft, part, last, pair)
        return [draft.below(part.end, indented([pair], part.column))]
    if part.flow:
        return joined(draft, part, last, inline(code, habits))
    here = replace(habits, keys_on_lines=not last.flow)
    dash = draft.text.rfind("-", 0, last.start)
    gap = draft.text[dash + 1 : last.start]
    lines = item(code, part.column, here, gap=gap if gap.strip(" ") == "" else " ")
    return [draft.below(part.end, indented(lines, part.column))]


def _form(codes: Sequence[Fields], habits: Habits, *, within_braces: bool) -> Form:
    short = habits.form.short and all(tuple(code) == PLAIN for code in codes)
    if within_braces:
        return Form.SHORT_BRACES if short else Form.BRACKETS
    return Form.DASHES if habits.form.short and not short else habits.form


def _keyed(name: str, codes: Sequence[Fields], column: int, habits: Habits) -> list[str]:
    """A key in that column of a block, and under it or beside it its codes; indented against it."""
    form = _form(codes, habits, within_braces=False)
    if not codes or form in (Form.BRACKETS, Form.SHORT_BRACES):
        return [f"{name}: {_value(codes, form, habits)}"]
    if form is Form.SHORT_LINES:
        pairs = (f"{scalar(code['imperative'])}: {code['stance']}" for code in codes)
        return [f"{name}:", *indented(pairs, habits.step)]
    dash = column + habits.dash
    items = (line for code in codes for line in item(code, dash, habits))
    return [f"{name}:", *indented(items, habits.dash)]


def _value(codes: Sequence[Fields], form: Form, habits: Habits) -> str:
    """Codes on one line; none are an empty list."""
    if form.short and codes:
        return inline({code["imperative"]: code["stance"] for code in codes}, habits)
    return inline(list(codes), habits)
