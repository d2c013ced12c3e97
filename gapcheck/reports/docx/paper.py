"""One partnership's paper as its parts see it: its findings in order, and where each one stands."""

from __future__ import annotations

from dataclasses import dataclass

from gapcheck.model.choices import Group, Verdict
from gapcheck.model.finding import Finding
from gapcheck.model.report import PartnershipReport, Report
from gapcheck.model.settings import Settings
from gapcheck.reports import words
from gapcheck.reports.choosing import applying, findings_of
from gapcheck.reports.docx.blocks import Run, Said
from gapcheck.reports.docx.styles import VERDICT_STYLES


@dataclass(frozen=True, slots=True)
class Paper:
    """A partnership's part of a report, its findings in the order of reading: gaps first.

    `number` tells the papers of one document apart.
    """

    report: Report
    part: PartnershipReport
    findings: tuple[Finding, ...]
    number: int

    @classmethod
    def of(cls, report: Report, part: PartnershipReport, number: int) -> Paper:
        """Pick what concerns one partnership out of the report."""
        return cls(report, part, tuple(findings_of(part, report)), number)

    @property
    def settings(self) -> Settings:
        """The study's settings."""
        return self.report.settings

    @property
    def judged(self) -> tuple[Finding, ...]:
        """The findings whose imperative applies here."""
        return tuple(applying(self.findings))

    @property
    def not_applying(self) -> tuple[Finding, ...]:
        """The findings whose imperative does not apply here."""
        return tuple(each for each in self.findings if each.verdict is Verdict.NOT_APPLICABLE)

    def group(self, group: Group) -> tuple[Finding, ...]:
        """The findings of one group."""
        return tuple(each for each in self.findings if each.group is group)

    def place(self, section: str, finding: Finding | None = None) -> str:
        """The name of a section's place in the document, or of a finding's within it.

        It is made of numbers alone: no word of a file is in it.
        """
        own = self.findings.index(finding) + 1 if finding else 0
        return f"{section}_{self.number}_{own}"

    def link(self, said: str, section: str, finding: Finding | None = None) -> Run:
        """Words that lead to a place in the document."""
        return Run(said, "Hyperlink", target=self.place(section, finding))


def verdict_runs(verdict: Verdict) -> list[Said]:
    """Glyph and word of a verdict, in the style of its group."""
    marks, said = words.marks(verdict), words.VERDICTS[verdict].screen
    return [Run(f"{marks.glyph} {said}", VERDICT_STYLES[verdict.group])]


def judged_runs(finding: Finding) -> list[Said]:
    """The rules' verdict, and what a person decided in its place."""
    signoff = finding.signoff
    if signoff is None or signoff.verdict is None:
        return verdict_runs(finding.verdict)
    return [*verdict_runs(finding.verdict), "; signed off as ", *verdict_runs(signoff.verdict)]
