"""What an overview says across partnerships, in words: its sum, its patterns, its silences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from gapcheck.model.choices import AcrossPattern, Group, Modality
from gapcheck.model.finding import Finding
from gapcheck.model.report import Across, PartnershipReport, Report
from gapcheck.reports import phrases
from gapcheck.reports.words import VERDICTS

SYSTEMIC = "A gap in two thirds or more of three or more judged."
LOCAL = "A gap in exactly one of three or more judged."
TOO_FEW = "Where fewer than three were judged, no gap can be called systemic or local."
READING = (
    "Counts with their denominators, and no percentages.",
    "Partnerships stand in the study's order. This is no league table: they were not asked the "
    "same things.",
)
APART = (
    "Each stands for many places and is in none of the counts above. An imperative of which no "
    "survey says anything has no row."
)
OPTION = "It is an option, not a duty."
_JUDGED = frozenset({Group.TRANSLATED, Group.PARTLY, Group.CONTESTED})


def places(report: Report) -> tuple[PartnershipReport, ...]:
    """The partnerships, without the survey populations."""
    return tuple(part for part in report.partnerships if part.partnership.population is None)


def populations(report: Report) -> tuple[PartnershipReport, ...]:
    """The survey populations, each of which stands for many places."""
    return tuple(part for part in report.partnerships if part.partnership.population is not None)


def summary(report: Report) -> str:
    """How many gaps are systemic and local, and how many cells nobody can judge."""
    patterns = [row.pattern for row in report.across]
    systemic, local = (patterns.count(each) for each in AcrossPattern)
    totals = [dict(part.totals) for part in places(report)]
    unknown = sum(each.get(Group.UNKNOWN, 0) for each in totals)
    cells = sum(sum(each.values()) for each in totals)
    cells += sum(part.not_taken_up for part in places(report))
    return (
        f"{phrases.counted(systemic, 'gap is', 'gaps are')} systemic, "
        f"{phrases.counted(local, 'is', 'are')} local. Of {phrases.counted(cells, 'cell')}, "
        f"{phrases.counted(unknown, 'is', 'are')} not known: nobody, or too few, were asked."
    )


def counts(row: Across) -> tuple[str, str]:
    """`5 of 6 judged` are gaps, and `1 not known` (nothing where all are known)."""
    unknown = number(row, Group.UNKNOWN)
    judged = f"{number(row, Group.GAP)} of {row.judged} judged"
    return judged, f"{unknown} not known" if unknown else ""


def number(row: Across, group: Group) -> int:
    """How many partnerships one group of an imperative holds."""
    return dict(row.totals).get(group, 0)


def with_pattern(report: Report, pattern: AcrossPattern) -> tuple[Across, ...]:
    """The imperatives whose gaps spread so."""
    return tuple(row for row in report.across if row.pattern is pattern)


def where(row: Across, own: Iterable[Finding]) -> str:
    """What is said of a pattern's imperative beside its text; `own` are its findings."""
    option = f" {OPTION}" if row.imperative.modality is Modality.MAY else ""
    places_of = [each for each in own if each.partnership.population is None]
    if row.pattern is AcrossPattern.LOCAL:
        said = phrases.joined(
            f"{each.partnership.name} ({phrases.inside(VERDICTS[each.verdict].screen)})"
            for each in places_of
            if each.partnership.id in row.gaps_in
        )
        return f"{said}, of {row.judged} judged.{option}"
    judged, unknown = counts(row)
    spared = [each.partnership.name for each in places_of if each.group in _JUDGED]
    others = f" Not a gap in {phrases.joined(spared)}." if spared else ""
    return f"Gap in {', '.join(filter(None, (judged, unknown)))}.{option}{others}"


def silences(report: Report) -> list[tuple[str, tuple[Across, ...]]]:
    """`not known in 6 of 7` with the imperatives of which that holds, the most unknown first."""
    found: dict[tuple[int, int], list[Across]] = defaultdict(list)
    for row in report.across:
        if unknown := number(row, Group.UNKNOWN):
            found[unknown, unknown + row.judged].append(row)
    ordered = sorted(found.items(), key=lambda each: (-each[0][0], each[0][1]))
    return [(f"not known in {unknown} of {of}", tuple(rows)) for (unknown, of), rows in ordered]
