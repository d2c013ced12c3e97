"""One partnership as its own page shows it, section by section."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from gapcheck.model.choices import Group, Position
from gapcheck.model.edition import Edition
from gapcheck.model.finding import Finding
from gapcheck.model.report import PartnershipReport, Report
from gapcheck.reports import facts, phrases, sentences, words
from gapcheck.reports.choosing import applying, findings_of
from gapcheck.reports.html import asides, charts, heard, hindrance, tiers
from gapcheck.reports.html.anchors import Anchors, partnership
from gapcheck.reports.html.asides import Link, Omission, Question, Silence
from gapcheck.reports.html.findings import Opened, Opener
from gapcheck.reports.html.heard import Grid
from gapcheck.reports.html.hindrance import Configuration, Counted
from gapcheck.reports.html.marks import GROUP_MARKS, OUT
from gapcheck.reports.narrowed import NOT_ASKED, asked
from gapcheck.reports.profiles import tier_pattern
from gapcheck.reports.who import speaks

_SECTIONS = (
    ("short", "In short"),
    ("heard", "Who was heard"),
    ("findings", "Findings"),
    ("tiers", "Tiers"),
    ("barriers", "Barriers"),
    ("ask", ""),
    ("out", "Left out"),
    ("limits", "Method and limits"),
)


@dataclass(frozen=True, slots=True)
class Item:
    """One or several findings in a list of the summary, and in a few words what they are."""

    links: tuple[Link, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Highlight:
    """One list of the summary, and what must be said beneath it."""

    title: str
    mark: str
    items: tuple[Item, ...]
    remark: str


@dataclass(frozen=True, slots=True)
class Count:
    """How many imperatives a group holds, with its mark and label."""

    mark: str
    number: int
    label: str


@dataclass(frozen=True, slots=True)
class Profile:
    """One imperative from the board table to the street: drawn, and in words."""

    link: Link
    chart: Markup
    pattern: str


@dataclass(frozen=True, slots=True)
class Partnership:
    """All that the page of a partnership shows, in the order in which it does."""

    id: str
    name: str
    place: str
    facts: tuple[facts.Fact, ...]
    summary: str
    bar: Markup
    legend: tuple[Count, ...]
    highlights: tuple[Highlight, ...]
    grid: Grid
    findings: tuple[Opened, ...]
    outside: tuple[tuple[str, list[str]], ...]
    profiles: tuple[Profile, ...]
    tiers: tuple[tuple[str, str], ...]
    hindrance: tuple[tuple[str, list[Counted]], ...]
    configurations: tuple[Configuration, ...]
    questions: tuple[Question, ...]
    silences: tuple[Silence, ...]
    omissions: tuple[Omission, ...]
    pending: str
    limits: tuple[str, ...]
    none: str
    """What stands where no finding is shown."""
    edition: Edition | None
    """None for the team, which is also told whom to ask and what is left out."""

    @property
    def sections(self) -> tuple[tuple[str, str], ...]:
        """The sections of its page, in their order: the end of their ids, and their names."""
        ask = "Not heard" if self.edition else "Ask next"
        return tuple((id_, name or ask) for id_, name in _SECTIONS)

    def at(self, section: str) -> str:
        """The id of a section."""
        return partnership(self.id, section)


def partnership_page(part: PartnershipReport, report: Report, opener: Opener) -> Partnership:
    """Arrange one partnership's part of a report."""
    settings, anchors = report.settings, opener.anchors
    findings = findings_of(part, report)
    judged = applying(findings)
    labels = settings.vocabulary.tiers
    return Partnership(
        id=part.partnership.id,
        name=part.partnership.name,
        place=phrases.place(part.partnership, settings),
        facts=facts.of_partnership(part, findings, report),
        summary=sentences.summary(part),
        bar=charts.bar(part),
        legend=legend(part),
        highlights=tuple(_highlights(judged, anchors, report)),
        grid=heard.grid(part, settings),
        findings=tuple(map(opener.opened, judged)),
        outside=tuple(asides.not_applying(findings)),
        profiles=tuple(_profiles(judged, report, anchors)),
        tiers=tuple(
            (tiers.letter(each, settings), phrases.label(each, labels))
            for each in tiers.order(settings)
        ),
        hindrance=tuple(hindrance.lists(part, settings)),
        configurations=tuple(hindrance.configurations(judged)),
        questions=tuple(asides.questions(judged, anchors, settings)),
        silences=tuple(asides.silences(judged, anchors, settings)),
        omissions=tuple(asides.omissions(findings, part)),
        pending=asides.pending(part),
        limits=sentences.limits(report, part),
        none="" if report.narrowing is None else NOT_ASKED,
        edition=report.edition,
    )


def legend(part: PartnershipReport) -> tuple[Count, ...]:
    """The counts of a bar in words, and what stands outside of it."""
    totals = dict(part.totals)
    counts = [
        Count(GROUP_MARKS[group], number, _counted(group, number))
        for group in words.GROUPS
        for number in (totals.get(group, 0),)
    ]
    beside = (
        (part.not_taken_up, "not taken up, not counted here"),
        (part.not_applicable, f"{_does(part.not_applicable)} not apply, not counted here"),
    )
    counts += [Count(OUT, number, label) for number, label in beside if number]
    return tuple(counts)


def _does(number: int) -> str:
    return "does" if number == 1 else "do"


def _counted(group: Group, number: int) -> str:
    label = phrases.inside(words.GROUPS[group].label)
    return f"{label}s" if group is Group.GAP and number != 1 else label


_HIGHLIGHTS = (
    (Group.GAP, "Gaps", ""),
    (Group.CONTESTED, "Contested", "Both sides stand in this report; neither is outvoted."),
    (Group.UNKNOWN, "Not known", "Not known is no failing: nobody, or too few, were asked."),
)


def _highlights(judged: Sequence[Finding], anchors: Anchors, report: Report) -> Iterable[Highlight]:
    for group, title, remark in _HIGHLIGHTS:
        found = [each for each in judged if each.group is group]
        items = tuple(Item((asides.link(each, anchors),), _note(each)) for each in found)
        none = "None." if asked(report, group) else NOT_ASKED
        yield Highlight(title, GROUP_MARKS[group], items, remark if items else none)


def _note(finding: Finding) -> str:
    sure = phrases.confidence(finding) if finding.confidence else ""
    return ", ".join(filter(None, (words.VERDICTS[finding.verdict].screen, sure)))


def _profiles(judged: Sequence[Finding], report: Report, anchors: Anchors) -> Iterable[Profile]:
    for finding in judged:
        strip = tiers.strip(finding, report.settings)
        if not strip:
            continue
        told = {view.tier: view.position for view in finding.tiers}
        positions = [told.get(each, Position.UNKNOWN) for each in tiers.order(report.settings)]
        known = [view for view in finding.tiers if speaks(view)]
        chart = charts.profile(positions, tiers.in_words(strip))
        pattern = tier_pattern(finding) or ("one tier only" if len(known) == 1 else "no pattern")
        yield Profile(asides.link(finding, anchors), chart, pattern)
