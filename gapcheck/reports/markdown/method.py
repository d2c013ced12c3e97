"""How a board paper's verdicts came about, from whose voices, and what they cannot say."""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck import __version__
from gapcheck.model.report import HeardCell, PartnershipReport, Report
from gapcheck.model.settings import Ethics, Settings
from gapcheck.reports import phrases, sentences
from gapcheck.reports.markdown.text import cell, inline, table
from gapcheck.reports.markdown.verdicts import tier_order


def method(report: Report, part: PartnershipReport) -> Iterator[str]:
    """Part 8: the rules, who was heard, the limits and the settings."""
    yield "## 8 Method and limits"
    yield ""
    yield (
        "Each verdict follows from a written rule, named beside it; none counts votes or takes a "
        "mean. Confidence starts at high and drops one step for each concern named beside it."
    )
    yield ""
    yield from _heard(part, report.settings)
    yield from limits(report, part)


def limits(report: Report, part: PartnershipReport | None = None) -> Iterator[str]:
    """What the report cannot say, as a list, with the settings that it was made with."""
    for limit in sentences.limits(report, part):
        yield f"- {inline(limit)}"
    yield f"- {inline(settings_line(report))}"
    for label, value in _promises(report.settings.ethics):
        if value:
            yield f"- {label}: {inline(phrases.clause(value))}."
    yield ""


def settings_line(report: Report) -> str:
    """The thresholds, the coding, and the program that made the report."""
    lines = report.settings.thresholds
    coding = "excerpts coded by two people" if report.settings.double_coded else "single coding"
    commit = f", study at commit {report.commit[:12]}" if report.commit else ""
    return (
        f"Settings: survey cuts {lines.absent_at:g} and {lines.happens_at:g} %; stale after "
        f"{phrases.counted(int(lines.stale_after_years), 'year')}; small cells below "
        f"{lines.small_cell}; {coding}. gapcheck {__version__}{commit}."
    )


def _promises(ethics: Ethics) -> tuple[tuple[str, str], ...]:
    reviewed = f"{ethics.reviewed_by}, {ethics.reviewed_on}" if ethics.reviewed_by else ""
    return (
        ("Ethics approval", ethics.approval),
        ("Data controller", ethics.controller),
        ("Lawful basis", ethics.lawful_basis),
        ("Consent form", ethics.consent_form),
        ("Kept until", ethics.retention_until),
        ("Re-identification reviewed by", reviewed.removesuffix(", ")),
    )


def _heard(part: PartnershipReport, settings: Settings) -> Iterator[str]:
    if not part.heard:
        return
    if said := sentences.heard(part, settings):
        yield said
        yield ""
        return
    tiers: list[str | None] = list(tier_order(settings))
    if any(each.tier is None for each in part.heard):
        tiers.append(None)
    heads = [
        phrases.label(tier, settings.vocabulary.tiers) if tier else "No tier" for tier in tiers
    ]
    heard = {(each.sector, each.tier): each for each in part.heard}
    sectors = dict.fromkeys((*(each.sector for each in part.heard), *part.unheard))
    rows = [
        (
            cell(phrases.label(sector, settings.vocabulary.sectors)),
            *(_cell(heard.get((sector, tier))) for tier in tiers),
        )
        for sector in sectors
    ]
    yield "Who was heard (sources; “nobody” is not a no):"
    yield ""
    yield from table(("Sector", *map(cell, heads)), *rows)


def _cell(heard: HeardCell | None) -> str:
    if heard is None or not (heard.sources or heard.withheld):
        return "nobody"
    said = [str(len(heard.sources))] if heard.sources else []
    if heard.survey_of:
        said.append(f"survey of {heard.survey_of}")
    if heard.withheld:
        said.append(f"{len(heard.withheld)} left out")
    return ", ".join(said)
