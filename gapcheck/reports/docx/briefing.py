"""The briefing as a Word document of two pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from gapcheck.model.report import Report
from gapcheck.reports import board, words
from gapcheck.reports import briefing as told
from gapcheck.reports.briefing import Briefing, briefing, shortened_report
from gapcheck.reports.docx.blocks import (
    Block,
    Run,
    Said,
    Table,
    bullets,
    cell,
    paragraph,
    text,
)
from gapcheck.reports.docx.drawing import IN_A_ROW
from gapcheck.reports.docx.evidence import quoted
from gapcheck.reports.docx.front import bar_of
from gapcheck.reports.docx.paper import judged_runs
from gapcheck.reports.docx.styles import VERDICT_STYLES
from gapcheck.reports.docx.writer import put
from gapcheck.reports.template_file import TemplateFile

MOST_SQUARES = 4 * IN_A_ROW
"""Of more imperatives the bar takes more room than two pages have; the lists count them too."""


def write(report: Report, stream: BinaryIO, template: TemplateFile | None = None) -> None:
    """Write the briefing of each partnership that was named.

    NoTemplate says why a template cannot be used.
    """
    report = shortened_report(report)
    each = (briefing(part, report) for part in report.partnerships)
    put(report, (block for own in each for block in _blocks(own, report)), stream, template)


def _blocks(own: Briefing, report: Report) -> Iterator[Block]:
    yield paragraph("Title", own.title)
    facts = " · ".join(f"{label}: {said}" for label, said in own.facts)
    yield paragraph("Duty", f"{own.place} · {facts}")
    parts = (_happening(own), _gaps(own, report), _disputed(own), _unasked(own), _to_do(own))
    for head, part in zip(told.SECTIONS, parts, strict=True):
        yield from _part(head, list(part))
    yield paragraph("Caption", told.WHOLE)


def _happening(own: Briefing) -> Iterator[Block]:
    yield paragraph("Summary", own.summary)
    if sum(each.number for each in own.listings) <= MOST_SQUARES:
        yield from bar_of(own.part)
    yield from bullets(_listing(own))


def _listing(own: Briefing) -> Iterator[list[Said]]:
    for each in own.listings:
        marks = words.GROUPS[each.group]
        label = Run(f"{marks.glyph} {marks.label}", VERDICT_STYLES[each.group])
        yield [label, f" ({each.number}): {each.names}" if each.number else " (0)"]


def _part(head: str, blocks: list[Block]) -> list[Block]:
    """A part under its head; nothing where the part is empty."""
    return [paragraph("Heading 1", head), *blocks] if blocks else []


def _gaps(own: Briefing, report: Report) -> Iterator[Block]:
    if not own.matters:
        yield text(board.no_matter(report))
        return
    for number, matter in enumerate(own.matters, 1):
        yield paragraph("Heading 2", f"{number} {matter.name}")
        yield paragraph("Finding", *judged_runs(matter.finding), f". {matter.text}")
        yield paragraph("Duty", matter.asked)
        for statement in matter.voices:
            yield from quoted(statement, report.settings)
        said: list[Said] = [f"{matter.instead} " if matter.instead else "", matter.doubts]
        yield paragraph("Working", *said)
    yield paragraph("Caption", told.CHOICE)


def _disputed(own: Briefing) -> Iterator[Block]:
    yield from bullets([Run(f"{name}.", "Strong"), f" {why}"] for name, why in own.disputed)
    if not own.disputed:
        yield text(told.NO_DISPUTE)


def _unasked(own: Briefing) -> Iterator[Block]:
    yield from bullets(own.unasked)
    if not own.unasked:
        yield text(told.ALL_HEARD)


def _to_do(own: Briefing) -> Iterator[Block]:
    yield from bullets([f"Ask {whom}, ", f"{about}."] for whom, about in own.asks)
    if own.actions:
        yield text(told.TO_DECIDE)
        rows = tuple((cell(name), cell(), cell(), cell()) for name in own.actions)
        title = "What to do, to be filled in"
        yield Table(title, "Fill In Table", (52, 31, 13, 13), told.TO_FILL_IN, rows)
