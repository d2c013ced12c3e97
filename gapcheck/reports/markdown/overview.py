"""All partnerships in one document: the matrix, what is systemic or local, what nobody knows."""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck.model.choices import AcrossPattern, Group, Modality
from gapcheck.model.report import Across, PartnershipReport, Report
from gapcheck.reports import phrases, sentences, words
from gapcheck.reports.markdown import beyond
from gapcheck.reports.markdown.front import AUDIENCES
from gapcheck.reports.markdown.matrix import matrix, populations
from gapcheck.reports.markdown.method import limits
from gapcheck.reports.markdown.text import code, inline


def overview(report: Report) -> Iterator[str]:
    """The whole overview, without its banner."""
    yield from _head(report)
    yield from matrix(report, _places(report))
    yield from _systemic(report)
    yield from _local(report)
    yield from _unknown(report)
    yield from populations(report, _surveys(report))
    yield from beyond.section(report)
    yield from _reading(report)


def _places(report: Report) -> tuple[PartnershipReport, ...]:
    return tuple(part for part in report.partnerships if part.partnership.population is None)


def _surveys(report: Report) -> tuple[PartnershipReport, ...]:
    return tuple(part for part in report.partnerships if part.partnership.population is not None)


def _head(report: Report) -> Iterator[str]:
    places = _places(report)
    yield f"# {inline(report.settings.title) or 'Policy and practice across partnerships'}"
    yield ""
    counts = (
        phrases.counted(len(places), "partnership"),
        phrases.counted(len(report.across), "imperative"),
        sentences.number_of_sources(report.partnerships),
        _judged(places),
        f"for {AUDIENCES[report.audience]}" if report.edition else AUDIENCES[report.audience],
    )
    yield f"*{' · '.join(filter(None, counts))}*"
    yield ""
    if report.settings.question:
        yield inline(phrases.sentence(report.settings.question))
        yield ""
    yield f"**{_summary(report, places)}**"
    yield ""


def _judged(places: tuple[PartnershipReport, ...]) -> str:
    days = {part.as_at for part in places}
    day = days.pop() if len(days) == 1 else None
    return f"judged as at {phrases.long_date(day)}" if day else "each judged as at its own day"


def _summary(report: Report, places: tuple[PartnershipReport, ...]) -> str:
    patterns = [across.pattern for across in report.across]
    systemic, local = (patterns.count(each) for each in AcrossPattern)
    totals = [dict(part.totals) for part in places]
    unknown = sum(each.get(Group.UNKNOWN, 0) for each in totals)
    cells = sum(sum(each.values()) for each in totals) + sum(part.not_taken_up for part in places)
    return (
        f"{phrases.counted(systemic, 'gap is', 'gaps are')} systemic, "
        f"{phrases.counted(local, 'is', 'are')} local. Of {phrases.counted(cells, 'cell')}, "
        f"{phrases.counted(unknown, 'is', 'are')} not known: nobody, or too few, were asked."
    )


def _systemic(report: Report) -> Iterator[str]:
    yield "## Systemic gaps"
    yield ""
    yield "A gap in two thirds or more of three or more judged."
    yield ""
    found = [each for each in report.across if each.pattern is AcrossPattern.SYSTEMIC]
    for across in found:
        text = inline(phrases.sentence(across.imperative.text))
        optional = across.imperative.modality is Modality.MAY
        unknown = _number(across, Group.UNKNOWN)
        beside = f", {unknown} not known" if unknown else ""
        yield (
            f"- {_mark(Group.GAP)} {code(across.imperative.name)}: gap in "
            f"{_number(across, Group.GAP)} of {across.judged} judged{beside}. {text}"
            f"{' It is an option, not a duty.' if optional else ''}{_spared(report, across)}"
        )
    if not found:
        yield "None."
    yield ""


def _spared(report: Report, across: Across) -> str:
    known = (Group.TRANSLATED, Group.PARTLY, Group.CONTESTED)
    others = [
        finding.partnership.name
        for finding in report.findings
        if finding.imperative.name == across.imperative.name
        and finding.group in known
        and finding.partnership.population is None
    ]
    return f" Not a gap in {inline(phrases.joined(others))}." if others else ""


def _local(report: Report) -> Iterator[str]:
    yield "## Local gaps"
    yield ""
    yield "A gap in exactly one of three or more judged."
    yield ""
    names = {part.partnership.id: part.partnership.name for part in report.partnerships}
    found = [each for each in report.across if each.pattern is AcrossPattern.LOCAL]
    for across in found:
        where = inline(phrases.joined(names.get(lsp, lsp) for lsp in across.gaps_in))
        yield (
            f"- {_mark(Group.GAP)} {code(across.imperative.name)}: {where}, "
            f"of {across.judged} judged. {inline(phrases.sentence(across.imperative.text))}"
        )
    if not found:
        yield "None."
    yield ""


def _unknown(report: Report) -> Iterator[str]:
    yield "## Where nobody can say"
    yield ""
    found: dict[tuple[int, int], list[str]] = {}
    for across in report.across:
        if unknown := _number(across, Group.UNKNOWN):
            of = unknown + across.judged
            found.setdefault((unknown, of), []).append(code(across.imperative.name))
    if found:
        yield "Where fewer than three were judged, no gap can be called systemic or local."
        yield ""
    for (unknown, of), names in sorted(found.items(), key=lambda each: (-each[0][0], each[0][1])):
        yield f"- {_mark(Group.UNKNOWN)} not known in {unknown} of {of}: {', '.join(names)}"
    if not found:
        yield "Every imperative could be judged wherever it applies."
    yield ""


def _reading(report: Report) -> Iterator[str]:
    yield "## How to read this"
    yield ""
    yield "- Counts with their denominators, and no percentages."
    yield (
        "- Partnerships stand in the study's order. This is no league table: they were not asked "
        "the same things."
    )
    yield from limits(report)


def _number(across: Across, group: Group) -> int:
    return dict(across.totals).get(group, 0)


def _mark(group: Group) -> str:
    return words.GROUPS[group].glyph
