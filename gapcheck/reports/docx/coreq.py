"""The annex on methods as a Word document: the checklist, the codes, the summary of findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import BinaryIO

from gapcheck.model.report import Report
from gapcheck.reports import phrases
from gapcheck.reports.coreq.annex import ADAPTED, EMPTY, Annex, annex
from gapcheck.reports.coreq.answers import Answer
from gapcheck.reports.coreq.findings import Line, Section
from gapcheck.reports.docx.blocks import (
    Block,
    Cell,
    Paragraph,
    Run,
    Table,
    coded,
    paragraph,
    plain_row,
    text,
)
from gapcheck.reports.docx.front import fact_table
from gapcheck.reports.docx.paper import judged_runs
from gapcheck.reports.docx.writer import put
from gapcheck.reports.provenance import provenance
from gapcheck.reports.template_file import TemplateFile


def write(report: Report, stream: BinaryIO, template: TemplateFile | None = None) -> None:
    """Write the whole annex; NoTemplate says why a template cannot be used."""
    put(report, _blocks(annex(report), report), stream, template)


def _blocks(own: Annex, report: Report) -> Iterator[Block]:
    yield paragraph("Title", f"Methods annex: {own.title}")
    yield fact_table("What this annex rests on", own.facts)
    yield from _checklist(own)
    if own.codes:
        yield paragraph("Heading 1", "The codes")
        rows = tuple(plain_row(each.title, each.about, str(each.imperatives)) for each in own.codes)
        head = ("Policy", "Force", "Imperatives")
        yield Table("Policies and their imperatives", "Paper Table", (50, 35, 15), head, rows)
    yield paragraph("Heading 1", "Summary of findings")
    yield text(ADAPTED)
    for section in own.sections:
        yield from _section(section)
    if not own.sections:
        yield text(EMPTY)
    yield paragraph("Heading 1", "Where this annex comes from")
    yield fact_table("Where this annex comes from", provenance(report))


def _checklist(own: Annex) -> Iterator[Block]:
    yield paragraph("Heading 1", "Checklist of methods")
    yield paragraph("Summary", own.summary)
    yield from map(text, own.remarks)
    for domain, groups in groupby(own.checklist, key=lambda each: each.part.domain):
        yield paragraph("Heading 2", f"Domain {domain}")
        for group in groups:
            yield paragraph("Heading 3", group.part.name)
            yield Table(
                group.part.name,
                "Paper Table",
                (6, 24, 40, 12, 18),
                ("No.", "Item", "What the study says", "State", "Taken from"),
                tuple(map(_answer, group.answers)),
            )


def _answer(answer: Answer) -> tuple[Cell, ...]:
    item = answer.item
    said = [*([answer.own] if answer.own else []), *answer.facts]
    said += [answer.missing] if answer.missing else []
    return (
        _cell([str(item.number)]),
        (*_strong(item.name), *_cell([item.asks])),
        _cell(said),
        _cell([answer.state]),
        _cell(["; ".join(answer.places) or "–"]),
    )


def _section(section: Section) -> Iterator[Block]:
    yield paragraph("Heading 2", phrases.full_name(section.part.partnership))
    if section.lines:
        yield Table(
            f"Findings on {section.part.partnership.name}",
            "Paper Table",
            (30, 16, 14, 24, 16),
            ("Finding", "Verdict", "Confidence", "Why this confidence", "Rests on"),
            tuple(map(_line, section.lines)),
        )
    elif not section.nothing_heard:
        yield text(EMPTY)
    if section.nothing_heard:
        yield text("Nothing heard of: ", Run(", ".join(section.nothing_heard), "Place"), ".")
    if section.outside:
        does = phrases.counted(section.outside, "imperative does", "imperatives do")
        yield text(f"{does} not apply here.")


def _line(line: Line) -> tuple[Cell, ...]:
    name = Run(line.finding.imperative.name, "Place")
    return (
        (*_cell([line.sentence, line.reason]), paragraph("Table Text", name)),
        (paragraph("Table Text", *judged_runs(line.finding)),),
        _cell([line.confidence]),
        _cell([f"{label}: {said}" for label, said in line.reasons] or ["–"]),
        (paragraph("Table Text", *coded(line.rests_on)),),
    )


def _strong(said: str) -> Cell:
    return (paragraph("Table Text", Run(said, "Strong")),)


def _cell(said: Iterable[str]) -> tuple[Paragraph, ...]:
    return tuple(paragraph("Table Text", each) for each in said if each)
