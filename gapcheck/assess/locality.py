"""One partnership's part of a report: its totals, who was heard there, what gets in the way."""

from __future__ import annotations

from gapcheck.assess import wording
from gapcheck.assess.across import totals
from gapcheck.assess.barriers import named
from gapcheck.assess.fieldwork import Fieldwork
from gapcheck.assess.heard import heard_cells, heard_sectors, source_views
from gapcheck.assess.hearing import expected
from gapcheck.model.choices import Verdict
from gapcheck.model.finding import Finding
from gapcheck.model.report import PartnershipReport


def partnership_report(work: Fieldwork, findings: tuple[Finding, ...]) -> PartnershipReport:
    """Count a partnership's findings and lay out its evidence."""
    words = work.settings.vocabulary
    return PartnershipReport(
        partnership=work.partnership,
        as_at=work.as_at,
        totals=totals(findings),
        not_applicable=sum(f.verdict is Verdict.NOT_APPLICABLE for f in findings),
        not_taken_up=sum(f.verdict is Verdict.NOT_TAKEN_UP for f in findings),
        sources=source_views(work),
        heard=heard_cells(work),
        unheard=wording.in_order(_expected(work, findings) - heard_sectors(work), words.sectors),
        barriers=named(work.passages, "barriers", words.barriers),
        enablers=named(work.passages, "enablers", words.barriers),
        tensions=named(work.passages, "tensions"),
    )


def _expected(work: Fieldwork, findings: tuple[Finding, ...]) -> frozenset[str]:
    """The members, and whoever an imperative that applies here obliges or is meant for."""
    members = frozenset(sector for sector, seats in work.partnership.members if seats > 0)
    applying = (f.imperative for f in findings if f.verdict is not Verdict.NOT_APPLICABLE)
    return members.union(*(expected(one, work.partnership) for one in applying))
