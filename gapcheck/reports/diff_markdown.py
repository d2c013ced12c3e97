"""Two states compared as Markdown, fit for a comment on a pull request."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TextIO

from gapcheck.model.comparison import Cause, Change, Comparison, Lone
from gapcheck.model.regression import is_worse
from gapcheck.reports import diff_words
from gapcheck.reports.markdown.text import code, inline
from gapcheck.reports.phrases import counted
from gapcheck.reports.words import marks

MOST = 60_000
"""Letters that a comment may have: GitHub takes 65,536."""

_IDLE = 40


def write(found: Comparison, stream: TextIO) -> None:
    """Write what is compared, each change with its causes, and what changed nothing."""
    blocks = ["\n".join(one) for one in (*_changes(found), *_rest(found))]
    text = "\n".join(_head(found))
    kept: list[str] = []
    for block in blocks:
        if len(text) + sum(len(one) + 1 for one in kept) + len(block) > MOST:
            break
        kept.append(block)
    text = "\n".join((text, *kept))
    if len(kept) < len(blocks):
        text += "\n\n*There is more: `gapcheck diff` shows all of it.*"
    stream.write(text.rstrip("\n") + "\n")


def _head(found: Comparison) -> Iterator[str]:
    invented = diff_words.invented(found)
    if invented:
        yield from (f"> **Illustrative: invented for demonstration: {inline(invented)}.**", "")
    yield from (f"## What changed in the findings: {inline(found.study)}", "")
    yield from (
        f"**{inline(diff_words.total(found))}** {inline(diff_words.only(found))}".rstrip(),
        "",
    )
    yield from (f"Compared: {inline(diff_words.compared(found))}.", "")
    lost = diff_words.left_out(found)
    if lost:
        yield from ("> **Left out, because the files have errors:**", ">")
        yield from (f"> - {inline(each)}" for each in lost)
        yield ""


def _changes(found: Comparison) -> Iterator[list[str]]:
    names = dict(found.names)
    for lsp, changes in groupby(found.changes, key=lambda one: one.lsp):
        heading = [f"### {inline(names.get(lsp, lsp))}", ""]
        for change in changes:
            yield [*heading, *_change(change)]
            heading = []


def _change(change: Change) -> Iterator[str]:
    before, after = change.before, change.after
    glyphs = marks(before.verdict).glyph, marks(after.verdict).glyph
    worse = " (worse)" if is_worse(before, after) else ""
    yield (
        f"- {code(change.imperative)}: {glyphs[0]} {diff_words.outcome(before)} → "
        f"{glyphs[1]} **{diff_words.outcome(after)}**{worse}"
    )
    numbered = len(change.causes) > 1
    for place, cause in enumerate(change.causes, 1):
        yield f"  {f'{place}.' if numbered else '-'} {_cause(cause)}"
    said = diff_words.together(change)
    if said:
        yield from ("", f"  {inline(said)}") if change.causes else (f"  - {inline(said)}",)
    yield ""


def _cause(cause: Cause) -> str:
    subject = diff_words.subject(cause)
    named = f" {code(subject)}" if subject else ""
    place = f" ({code(str(cause.location))})" if cause.location else ""
    said = inline(diff_words.detail(cause))
    return f"{diff_words.LABELS[cause.kind]}:{named}{',' if named else ''} {said}{place}"


def _rest(found: Comparison) -> Iterator[list[str]]:
    if found.appeared:
        yield ["### New findings", "", *_lones(found.appeared, "is new"), ""]
    if found.vanished:
        yield ["### Findings that are gone", "", *_lones(found.vanished, "is gone"), ""]
    if found.idle:
        count = counted(len(found.idle), "difference")
        more = len(found.idle) - _IDLE
        yield [
            f"<details><summary>{count} that changed no finding</summary>",
            "",
            *(f"- {_cause(each)}" for each in found.idle[:_IDLE]),
            *([f"- and {more:,} more"] if more > 0 else []),
            "",
            "</details>",
        ]


def _lones(every: Iterable[Lone], said: str) -> Iterator[str]:
    for (lsp, because), group in groupby(every, key=lambda one: (one.lsp, diff_words.lone(one))):
        yield f"- {code(lsp)} ({because} {said})"
        for one in group:
            yield f"  - {code(one.imperative)}: {diff_words.outcome(one.outcome)}"
