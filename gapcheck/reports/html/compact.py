"""Findings imperative by imperative: a few lines each, and of each side the words that decide it.

A study of 24,000 findings has to fit into a file that opens at once. So what many have in common
is said once (the imperative, the verdict, its rule and reason), and beyond a number of letters
words are cut where a word ends, with a mark. A partnership's own report has everything.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from gapcheck.model.finding import Finding, Statement
from gapcheck.model.report import Across, Report
from gapcheck.model.settings import Settings
from gapcheck.reports import phrases, words
from gapcheck.reports.choosing import SIDES, applying, chosen, in_reading_order, on_side
from gapcheck.reports.html import anchors
from gapcheck.reports.html.anchors import Anchors
from gapcheck.reports.html.findings import locator, policy_title
from gapcheck.reports.html.marks import mark
from gapcheck.reports.html.quotations import Quotation, quotation
from gapcheck.reports.rows import Row, rows

ROWS = frozenset(
    {"Sectors", "Tiers", "Confidence", "Fragile", "Against", "Signed", "Left out", "Ask next"}
)
"""The rows of a finding that are shown here."""

_QUIET = frozenset({"None found."})
LENGTHS = (0, 400, 240, 160, 110, 80)
"""How many letters of a statement are shown at most: all where there is room, else fewer."""

ROOM = 2_500_000
"""How many letters of what people said one page holds."""


@dataclass(frozen=True, slots=True)
class Brief:
    """A finding in a few lines: its id and its partnership's name.

    Several where nobody's words are shown and all else that is said of them is the same.
    """

    names: tuple[tuple[str, str], ...]
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
    most: int

    @classmethod
    def of(cls, report: Report, own: Anchors) -> Briefs:
        """Decide first how many letters of a statement there is room for."""
        lengths = [
            len(each.quote or "") + len(each.translation or "")
            for finding in applying(report.findings)
            for each in deciding(finding)
        ]
        return cls(report, own, _most(lengths))

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
            quotation(each, settings, most=self.most, inside=inside) for each in deciding(finding)
        )
        decided = finding.signoff.verdict if finding.signoff else None
        return Brief(
            names=((self.anchors.finding(finding), phrases.full_name(finding.partnership)),),
            decided=words.VERDICTS[decided].screen if decided else "",
            quotations=tuple(said),
            rows=tuple(_rows(finding, settings)),
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


def deciding(finding: Finding) -> list[Statement]:
    """Of each side the first words that decide; where none does, the first that may be used."""
    sides = [found[0] for which in SIDES if (found := on_side(finding, which))]
    return sides or chosen(finding)[:1]


def _rows(finding: Finding, settings: Settings) -> list[Row]:
    """The rows that say something: that nothing is fragile, or unknown, the verdict says too."""
    quiet = {"Fragile"} if not finding.fragile else set()
    quiet |= {"Confidence"} if finding.confidence is None else set()
    return [row for row in rows(finding, settings, ROWS - quiet) if row.text not in _QUIET]


def _most(lengths: Sequence[int]) -> int:
    """The largest number of letters with which all statements fit; all of them where they do."""
    for most in LENGTHS:
        if sum(min(each, most) if most else each for each in lengths) <= ROOM:
            return most
    return LENGTHS[-1]
