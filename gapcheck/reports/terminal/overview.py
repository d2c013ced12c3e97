"""The overview on a terminal: partnerships side by side, and what is systemic or local."""

from __future__ import annotations

from collections import Counter

from rich.console import Console

from gapcheck.model.choices import AcrossPattern, Group
from gapcheck.model.report import PartnershipReport, Report
from gapcheck.reports import phrases, sentences
from gapcheck.reports.terminal import asides, beyond
from gapcheck.reports.terminal.head import opening
from gapcheck.reports.terminal.matrix import Matrix
from gapcheck.reports.terminal.patterns import patterns, unknown
from gapcheck.reports.terminal.sheet import Sheet, show
from gapcheck.reports.wrapping import Line


def write_overview(report: Report, console: Console) -> None:
    """Write the matrix, then the gaps that are systemic or local and where nobody can say."""
    sheet = Sheet.of(console)
    matrix = Matrix.of(report, sheet)
    blocks = (
        opening(report, sheet),
        _head(report, sheet),
        sheet.heading("IMPERATIVES BY PARTNERSHIP", "gap: of those judged   ?: not known"),
        matrix.lines(),
        _without_row(matrix, sheet),
        [[], *matrix.key()],
        _populations(report, sheet),
        patterns(report, AcrossPattern.SYSTEMIC, sheet),
        patterns(report, AcrossPattern.LOCAL, sheet),
        unknown(report, sheet),
        beyond.section(report, sheet),
        _reading(report, sheet),
        _next(report, sheet),
    )
    show([line for block in blocks for line in block], console)


def _head(report: Report, sheet: Sheet) -> list[Line]:
    settings = report.settings
    lines = sheet.wrap([(settings.title, "bold")]) if settings.title else []
    if settings.question:
        lines += sheet.wrap(settings.question)
    lines += sheet.wrap(_basis(report))
    return [*lines, [], *sheet.wrap([(_summary(report), "bold")])]


def _basis(report: Report) -> str:
    parts = report.partnerships
    days = {phrases.long_date(part.as_at) for part in parts if part.as_at}
    counts = (
        _places(parts),
        phrases.counted(len(report.across), "imperative"),
        sentences.number_of_sources(parts),
        f"judged as at {days.pop()}" if len(days) == 1 else "each judged as at its newest source",
    )
    return " · ".join(filter(None, counts))


def _places(parts: tuple[PartnershipReport, ...]) -> str:
    surveyed = sum(part.partnership.population is not None for part in parts)
    said = phrases.counted(len(parts) - surveyed, "partnership")
    apart = phrases.counted(surveyed, "survey population")
    return f"{said} and {apart}" if surveyed else said


def _summary(report: Report) -> str:
    places = [part for part in report.partnerships if not part.partnership.population]
    cells = sum(map(sentences.applying, places))
    if not cells:
        return "No imperative of this study applies to any of its partnerships."
    systemic, local = (_with(report, pattern) for pattern in AcrossPattern)
    unknown = sum(dict(part.totals).get(Group.UNKNOWN, 0) for part in places)
    first = f"{phrases.counted(systemic, 'gap is', 'gaps are')} systemic, {local} local."
    if not unknown:
        return f"{first} Each of the {cells} cells could be judged."
    are = "is" if unknown == 1 else "are"
    return f"{first} {unknown} of {cells} cells {are} not known: too few, or nobody, spoke."


def _with(report: Report, pattern: AcrossPattern) -> int:
    return sum(row.pattern is pattern for row in report.across)


def _without_row(matrix: Matrix, sheet: Sheet) -> list[Line]:
    rows = [row for row in matrix.report.across if not matrix.has_row(row)]
    if not rows:
        return []
    apply = "applies" if len(rows) == 1 else "apply"
    have = "has" if len(rows) == 1 else "have"
    head = f"{phrases.counted(len(rows), 'imperative')} {apply} in none of these and {have} no row"
    names = asides.by_policy([row.imperative.name for row in rows])
    return [[], *sheet.wrap([(f"{head}: {names}.", "dim")])]


def _populations(report: Report, sheet: Sheet) -> list[Line]:
    """What surveys say of many places at once: apart, and in none of the counts."""
    matrix = Matrix.of(report, sheet, populations=True)
    if not matrix.parts:
        return []
    lines = sheet.heading("SURVEY POPULATIONS", "each stands for many places; in no count")
    return [*lines, *matrix.lines(), [], *matrix.key()]


def _reading(report: Report, sheet: Sheet) -> list[Line]:
    lines = sheet.heading("HOW TO READ THIS")
    points = [
        "Systemic: a gap in two thirds or more of three or more judged. Local: a gap in exactly "
        "one of three or more judged. What is not known was not judged.",
        "Counts, not rates: with fewer than ten partnerships no percentage is given.",
        "Partnerships stand in the study's order. This is no league table: they were not asked "
        "the same things.",
    ]
    if any(part.partnership.population for part in report.partnerships):
        points.append(
            "A survey population stands apart and in none of the counts; an imperative of which "
            "no survey says anything has no row there."
        )
    for each in (*points, *sentences.limits(report)):
        lines += sheet.item(each)
    return lines


def _next(report: Report, sheet: Sheet) -> list[Line]:
    judged = [each for each in report.findings if each.group not in (None, Group.UNKNOWN)]
    # The partnership of which most is known has most to show.
    known = Counter(each.partnership.id for each in judged)
    judged.sort(key=lambda each: -known[each.partnership.id])
    lines: list[Line] = [[]]
    # Commands are for who has the files.
    for finding in judged[:1] if report.edition is None else ():
        place = finding.partnership.id
        lines += sheet.wrap(f"Next:  gapcheck report {place}")
        lines += sheet.wrap(f"       gapcheck explain {place} {finding.imperative.id}")
    return lines
