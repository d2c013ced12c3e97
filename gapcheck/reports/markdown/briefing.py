"""The briefing as Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from gapcheck.model.report import Report
from gapcheck.reports import board, words
from gapcheck.reports import briefing as told
from gapcheck.reports.briefing import Briefing, Matter, briefing, shortened_report
from gapcheck.reports.markdown import front
from gapcheck.reports.markdown.evidence import quotation
from gapcheck.reports.markdown.paper import verdict
from gapcheck.reports.markdown.text import cell, inline, table


def write(report: Report, stream: TextIO) -> None:
    """Write the briefing of each partnership that was named."""
    report = shortened_report(report)
    lines = [*front.banner(report)]
    for number, part in enumerate(report.partnerships):
        lines += ["---", ""] if number else []
        lines += _briefing(briefing(part, report), report)
    stream.write("\n".join(lines).rstrip("\n") + "\n")


def _briefing(own: Briefing, report: Report) -> Iterator[str]:
    yield f"# {inline(own.title)}"
    yield ""
    facts = " · ".join(f"{label}: {said}" for label, said in own.facts)
    yield f"*{inline(own.place)}* · {inline(facts)}"
    yield ""
    parts = (_happening(own), _gaps(own, report), _disputed(own), _unasked(own), _to_do(own))
    for head, part in zip(told.SECTIONS, parts, strict=True):
        lines = list(part)
        if lines:
            yield from (f"## {head}", "", *lines, *([""] if lines[-1] else []))
    yield f"*{told.WHOLE}*"


def _happening(own: Briefing) -> Iterator[str]:
    yield f"**{own.summary}**"
    yield ""
    for each in own.listings:
        marks = words.GROUPS[each.group]
        names = f": {inline(each.names)}" if each.names else ""
        yield f"- {marks.glyph} **{marks.label}** ({each.number}){names}"


def _gaps(own: Briefing, report: Report) -> Iterator[str]:
    if not own.matters:
        yield board.no_matter(report)
        return
    for number, matter in enumerate(own.matters, 1):
        yield from _matter(number, matter, report)
    yield f"*{told.CHOICE}*"


def _matter(number: int, matter: Matter, report: Report) -> Iterator[str]:
    yield f"### {number} {inline(matter.name)}"
    yield ""
    yield f"{verdict(matter.finding)}. {inline(matter.text)}".rstrip()
    yield ""
    yield inline(matter.asked)
    yield ""
    for statement in matter.voices:
        yield from quotation(statement, report.settings)
    yield " ".join(filter(None, (matter.instead, inline(matter.doubts))))
    yield ""


def _disputed(own: Briefing) -> Iterator[str]:
    yield from (f"- **{inline(name)}.** {inline(why)}" for name, why in own.disputed)
    if not own.disputed:
        yield told.NO_DISPUTE


def _unasked(own: Briefing) -> Iterator[str]:
    yield from (f"- {inline(each)}" for each in own.unasked)
    if not own.unasked:
        yield told.ALL_HEARD


def _to_do(own: Briefing) -> Iterator[str]:
    yield from (f"- Ask {inline(whom)}, {inline(about)}." for whom, about in own.asks)
    if own.actions:
        yield from ("", told.TO_DECIDE, "") if own.asks else (told.TO_DECIDE, "")
        yield from table(told.TO_FILL_IN, *((cell(name), "", "", "") for name in own.actions))
