"""One partnership's board paper as its sections see it: its findings in order, and its anchors.

An anchor is `partnership-imperative`, which stays the same from run to run, or
`partnership-policy-imperative` where two would be alike in one report. The anchors of sections
hold a colon, which no id can, so they collide with none.
"""

from __future__ import annotations

import html
from collections import Counter
from dataclasses import dataclass

from gapcheck.model.choices import Group, Verdict
from gapcheck.model.finding import Finding
from gapcheck.model.report import PartnershipReport, Report
from gapcheck.model.settings import Settings
from gapcheck.reports import words
from gapcheck.reports.board import over, short_name
from gapcheck.reports.choosing import applying, findings_of
from gapcheck.reports.markdown.text import inline

NOT_KNOWN, LEFT_OUT = "not-known", "left-out"
"""The names of the sections that others link to."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A partnership's part of a report, its findings in the order of reading: gaps first."""

    report: Report
    part: PartnershipReport
    findings: tuple[Finding, ...]
    shared: frozenset[str]

    @classmethod
    def of(cls, report: Report, part: PartnershipReport) -> Paper:
        """Pick what concerns one partnership out of the report."""
        anchors = Counter(map(short_anchor, report.findings))
        return cls(
            report,
            part,
            tuple(findings_of(part, report)),
            frozenset(anchor for anchor, number in anchors.items() if number > 1),
        )

    @property
    def settings(self) -> Settings:
        """The study's settings."""
        return self.report.settings

    @property
    def judged(self) -> tuple[Finding, ...]:
        """The findings whose imperative applies here."""
        return tuple(applying(self.findings))

    @property
    def outside(self) -> tuple[Finding, ...]:
        """The findings whose imperative does not apply here."""
        return tuple(each for each in self.findings if each.verdict is Verdict.NOT_APPLICABLE)

    def group(self, group: Group) -> tuple[Finding, ...]:
        """The findings of one group."""
        return tuple(each for each in self.findings if each.group is group)

    def anchor(self, finding: Finding) -> str:
        """The stable name of a finding's place in annex A."""
        short = short_anchor(finding)
        if short not in self.shared:
            return short
        imperative = finding.imperative
        return f"{finding.partnership.id}-{imperative.policy}-{imperative.id}"

    def section(self, name: str, finding: Finding | None = None) -> str:
        """The name of a section's place, or of a finding's place within it."""
        return f"{name}:{self.anchor(finding) if finding else self.part.partnership.id}"


def short_anchor(finding: Finding) -> str:
    """The anchor of a finding, where no other finding of the report has the same."""
    return f"{finding.partnership.id}-{finding.imperative.id}"


def target(anchor: str) -> str:
    """The place that a link to `anchor` leads to."""
    return f'<a id="{html.escape(anchor)}"></a>'


def link(text: str, anchor: str) -> str:
    """A link to a place in the same document; `text` is Markdown already."""
    return f"[{text}](#{html.escape(anchor)})"


def name(finding: Finding) -> str:
    """A few words for the imperative: its title, or its text without the full stop."""
    return inline(short_name(finding))


def verdict(finding: Finding) -> str:
    """Glyph and word of the verdict, and what a person decided in its place."""
    text = f"{words.marks(finding.verdict).glyph} **{words.VERDICTS[finding.verdict].screen}**"
    if finding.signoff is None or finding.signoff.verdict is None:
        return text
    decided = finding.signoff.verdict
    return f"{text}; signed off as {words.marks(decided).glyph} {words.VERDICTS[decided].screen}"


def ended(finding: Finding) -> str:
    """`ended 31 March 2005`, where the imperative was over by the as-at day."""
    return inline(over(finding))
