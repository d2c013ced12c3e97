"""The annex on methods as Markdown: the checklist, the codes, and the summary of findings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from gapcheck.model.report import Report
from gapcheck.reports import phrases, words
from gapcheck.reports.coreq.annex import ADAPTED, EMPTY, Annex, annex
from gapcheck.reports.coreq.answers import Answer
from gapcheck.reports.coreq.findings import Line, Section
from gapcheck.reports.markdown.front import banner
from gapcheck.reports.markdown.text import cell, code, inline, table
from gapcheck.reports.provenance import provenance


def write(report: Report, stream: TextIO) -> None:
    """Write the whole annex."""
    stream.write("\n".join(_lines(report, annex(report))).rstrip("\n") + "\n")


def _lines(report: Report, own: Annex) -> Iterator[str]:
    yield from banner(report)
    yield f"# Methods annex: {inline(own.title)}"
    yield ""
    yield from table(("", ""), *((label, cell(said)) for label, said in own.facts))
    yield from _checklist(own)
    yield from _codebook(own)
    yield "## Summary of findings"
    yield ""
    yield ADAPTED
    yield ""
    for section in own.sections:
        yield from _section(section)
    yield "## Where this annex comes from"
    yield ""
    yield from table(("", ""), *((label, cell(said)) for label, said in provenance(report)))


def _checklist(own: Annex) -> Iterator[str]:
    yield "## Checklist of methods"
    yield ""
    yield f"**{own.summary}**"
    yield ""
    for remark in own.remarks:
        yield remark
        yield ""
    domain = ""
    for group in own.checklist:
        if group.part.domain != domain:
            domain = group.part.domain
            yield f"### Domain {domain}"
            yield ""
        yield f"#### {group.part.name}"
        yield ""
        yield from table(
            ("No.", "Item", "What the study says", "State", "Taken from"),
            *map(_answer, group.answers),
        )


def _answer(answer: Answer) -> tuple[str, ...]:
    item = answer.item
    said = [cell(answer.own)] if answer.own else []
    said += map(inline, answer.facts)
    said += [f"*{inline(answer.missing)}*"] if answer.missing else []
    places = "; ".join(map(inline, answer.places))
    asks = f"**{item.name}**<br>{item.asks}"
    return str(item.number), asks, "<br>".join(said), str(answer.state), places or "–"


def _codebook(own: Annex) -> Iterator[str]:
    if own.codes:
        yield "## The codes"
        yield ""
        rows = ((cell(each.title), cell(each.about), str(each.imperatives)) for each in own.codes)
        yield from table(("Policy", "Force", "Imperatives"), *rows)


def _section(section: Section) -> Iterator[str]:
    yield f"### {inline(phrases.full_name(section.part.partnership))}"
    yield ""
    if section.lines:
        head = ("Finding", "Verdict", "Confidence", "Why this confidence", "Rests on")
        yield from table(head, *map(_line, section.lines))
    elif not section.nothing_heard:
        yield EMPTY
        yield ""
    if section.nothing_heard:
        yield f"Nothing heard of: {', '.join(map(code, section.nothing_heard))}."
        yield ""
    if section.outside:
        does = phrases.counted(section.outside, "imperative does", "imperatives do")
        yield f"{does} not apply here."
        yield ""


def _line(line: Line) -> tuple[str, ...]:
    verdict = f"{words.marks(line.finding.verdict).glyph} {line.verdict}"
    if line.decided:
        verdict += f"<br>signed off as {line.decided}"
    reasons = (f"{label}: {inline(said)}" for label, said in line.reasons)
    said = [inline(line.sentence), *([inline(line.reason)] if line.reason else [])]
    return (
        "<br>".join((*said, code(line.finding.imperative.name))),
        verdict,
        inline(line.confidence),
        "<br>".join(reasons) or "–",
        "".join(code(each.text) if each.code else each.text for each in line.rests_on),
    )
