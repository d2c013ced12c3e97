"""Findings imperative by imperative: a few lines each, and of each side the words that decide it.

A study of 24,000 findings has to fit into a file that opens at once. So what many have in common
is said once: the imperative, the verdict, its rule and reason, and what is to be asked of those
who were not. A partnership's own report has everything.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from gapcheck.model.finding import Finding
from gapcheck.model.report import Across, Report
from gapcheck.reports import phrases, words
from gapcheck.reports.choosing import applying, in_reading_order
from gapcheck.reports.html import anchors, brief
from gapcheck.reports.html.anchors import Anchors
from gapcheck.reports.html.filters import Filters
from gapcheck.reports.html.findings import locator, policy_title
from gapcheck.reports.html.marks import mark
from gapcheck.reports.html.quotations import Quotation, quotation
from gapcheck.reports.html.room import Room
from gapcheck.reports.pieces import Row


@dataclass(frozen=True, slots=True)
class Brief:
    """A finding in a few lines: its id, its partnership's name, and tokens if no cell has them.

    Several where nobody's words are shown and all else that is said of them is the same.
    """

    names: tuple[tuple[str, str, str], ...]
    decided: str
    quotations: tuple[Quotation, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Alike:
    """The findings of one imperative that have verdict, rule and reason in common."""

    mark: str
    verdict: str
    why: str
    rule: str
    briefs: tuple[Brief, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One imperative: what it asks of whom, where, and what was found of it."""

    anchor: str
    text: str
    policy: str
    duty: str
    name: str
    locator: str
    doubt: str
    groups: tuple[Alike, ...]


@dataclass(frozen=True, slots=True)
class Briefs:
    """Makes the findings of one report ready to be shown in a few lines."""

    report: Report
    anchors: Anchors
    room: Room
    filters: Filters
    celled: frozenset[str]
    """The ids of the findings that have a cell in a table."""

    def parts(self, shown: Iterable[Across]) -> list[Part]:
        """The imperatives that apply anywhere, each with its findings, gaps first."""
        found: dict[str, list[Finding]] = defaultdict(list)
        for finding in applying(self.report.findings):
            found[finding.imperative.name].append(finding)
        return [self._part(row, found[row.imperative.name]) for row in shown]

    def _part(self, row: Across, found: Sequence[Finding]) -> Part:
        imperative = row.imperative
        alike: dict[tuple[str, str, str], list[Finding]] = defaultdict(list)
        for each in in_reading_order(found):
            alike[each.verdict, each.rule, each.why].append(each)
        return Part(
            anchor=anchors.imperative(imperative.name),
            text=imperative.text.strip(),
            policy=policy_title(imperative, self.report),
            duty=phrases.duty(imperative, self.report.settings),
            name=imperative.name,
            locator=locator(imperative),
            doubt=words.WORDINGS[imperative.wording],
            groups=tuple(map(self._alike, alike.values())),
        )

    def _alike(self, found: Sequence[Finding]) -> Alike:
        first = found[0]
        return Alike(
            mark(first.verdict),
            words.VERDICTS[first.verdict].screen,
            phrases.sentence(first.why),
            first.rule,
            tuple(_gathered(map(self._brief, found))),
        )

    def _brief(self, finding: Finding) -> Brief:
        settings = self.report.settings
        inside = f"evidence/{finding.partnership.id}/"
        said = (
            quotation(each, settings, most=self.room.most(finding), inside=inside)
            for each in self.room.words(finding)
        )
        decided = finding.signoff.verdict if finding.signoff else None
        anchor = self.anchors.finding(finding)
        tokens = "" if anchor in self.celled else self.filters.all_of(finding)
        return Brief(
            names=((anchor, phrases.full_name(finding.partnership), tokens),),
            decided=words.VERDICTS[decided].screen if decided else "",
            quotations=tuple(said),
            rows=brief.rows(finding, settings),
        )


def _gathered(briefs: Iterable[Brief]) -> list[Brief]:
    """Those without words of which the same is said as one, where the first of them stands."""
    alike: dict[object, list[Brief]] = defaultdict(list)
    for each in briefs:
        alike[each.names if each.quotations else (each.decided, each.rows)].append(each)
    return [
        replace(found[0], names=tuple(name for each in found for name in each.names))
        for found in alike.values()
    ]
