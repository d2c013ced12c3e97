"""A whole study as its page shows it: what spreads, who is who, and each imperative everywhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from gapcheck.model.choices import AcrossPattern, Group
from gapcheck.model.finding import Finding
from gapcheck.model.report import Across, PartnershipReport, Report
from gapcheck.reports import facts, phrases, sentences, spread
from gapcheck.reports.html import anchors, charts, heard, hindrance
from gapcheck.reports.html.anchors import Anchors
from gapcheck.reports.html.asides import Link
from gapcheck.reports.html.beyond import Section, section
from gapcheck.reports.html.compact import Briefs, Part
from gapcheck.reports.html.heard import Grid
from gapcheck.reports.html.hindrance import Counted
from gapcheck.reports.html.marks import GROUP_MARKS
from gapcheck.reports.html.matrix import Matrix, Weaver
from gapcheck.reports.html.parts import Count, Highlight, Item, legend
from gapcheck.reports.html.room import Room

_LOW = 20
"""How high the bars are that stand among many."""


@dataclass(frozen=True, slots=True)
class Place:
    """One partnership among others: its bar, who was heard there, and what gets in the way."""

    anchor: str
    name: str
    place: str
    judged: str
    command: str
    bar: Markup
    legend: tuple[Count, ...]
    grid: Grid
    hindrance: tuple[tuple[str, list[Counted]], ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """All that the page of a study shows, in the order in which it does."""

    title: str
    question: str
    facts: tuple[facts.Fact, ...]
    summary: str
    highlights: tuple[Highlight, ...]
    matrix: Matrix | None
    nowhere: tuple[str, ...]
    populations: Matrix | None
    parts: tuple[Part, ...]
    room: Room
    places: tuple[Place, ...]
    limits: tuple[str, ...]
    beyond: Section | None = None


def study_page(report: Report, own: Anchors, weaver: Weaver) -> Overview:
    """Arrange a whole study."""
    places, surveys = spread.places(report), spread.populations(report)
    room = Room.of(report.findings)
    matrix = weaver.matrix(places, weaver.applying(places), counted=True) if places else None
    spoken = weaver.spoken(surveys)
    beside = weaver.matrix(surveys, spoken, counted=False) if spoken else None
    celled = frozenset(name for each in (matrix, beside) if each for name in each.targets())
    briefs = Briefs(report, own, room, weaver.filters, celled)
    rows = weaver.applying(places)
    everywhere = weaver.applying(report.partnerships)
    return Overview(
        title=report.settings.title or "Policy and practice across partnerships",
        question=report.settings.question,
        facts=facts.of_study(report),
        summary=spread.summary(report),
        highlights=_highlights(report),
        matrix=matrix,
        nowhere=tuple(each.imperative.name for each in report.across if each not in rows),
        populations=beside,
        parts=tuple(briefs.parts(everywhere)),
        room=room,
        places=tuple(_place(part, report) for part in (*places, *surveys)),
        limits=(*spread.READING, *sentences.limits(report)),
        beyond=section(report),
    )


def _place(part: PartnershipReport, report: Report) -> Place:
    """A partnership of a study."""
    return Place(
        anchor=anchors.partnership(part.partnership.id),
        name=phrases.full_name(part.partnership),
        place=phrases.place(part.partnership, report.settings),
        judged=f"Judged as at {phrases.long_date(part.as_at)}." if part.as_at else "",
        command="" if report.edition else f"gapcheck report {part.partnership.id} --format html",
        bar=charts.bar(part, _LOW),
        legend=legend(part),
        grid=heard.grid(part, report.settings),
        hindrance=tuple(hindrance.lists(part, report.settings)),
    )


def _highlights(report: Report) -> tuple[Highlight, ...]:
    """What is systemic, what local, and where nobody can say, each leading to its imperative."""
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        found[finding.imperative.name].append(finding)
    gap, unknown = GROUP_MARKS[Group.GAP], GROUP_MARKS[Group.UNKNOWN]
    patterns = (
        ("Systemic gaps", AcrossPattern.SYSTEMIC, spread.SYSTEMIC),
        ("Local gaps", AcrossPattern.LOCAL, spread.LOCAL),
    )
    made = [
        Highlight(title, gap, _items(spread.with_pattern(report, pattern), found), said)
        for title, pattern, said in patterns
    ]
    silent = tuple(
        Item(tuple(map(_short_link, rows)), said) for said, rows in spread.silences(report)
    )
    return (*made, Highlight("Where nobody can say", unknown, silent, spread.TOO_FEW))


def _items(rows: Sequence[Across], found: dict[str, list[Finding]]) -> tuple[Item, ...]:
    return tuple(Item((_link(row),), spread.where(row, found[row.imperative.name])) for row in rows)


def _link(row: Across) -> Link:
    imperative = row.imperative
    return Link(phrases.sentence(imperative.text), anchors.imperative(imperative.name))


def _short_link(row: Across) -> Link:
    """A few words for an imperative, to stand in a line with others."""
    imperative = row.imperative
    return Link(
        imperative.title or phrases.clause(imperative.text), anchors.imperative(imperative.name)
    )
