"""The tables of a board paper as plain text: tiers, who was heard, what is left out, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from gapcheck.model.choices import Group, Position
from gapcheck.model.finding import Finding, RealistNote, TierView
from gapcheck.model.report import HeardCell, PartnershipReport
from gapcheck.model.settings import TIERS, Settings
from gapcheck.reports import phrases, sentences, words
from gapcheck.reports.doubts import why_excluded


def tier_order(settings: Settings) -> tuple[str, ...]:
    """The four tiers from the board towards the street, then those that the study adds."""
    return (*TIERS, *(tier for tier in settings.vocabulary.tiers if tier not in TIERS))


def tier_marks(finding: Finding, settings: Settings) -> str:
    """A mark for each tier with its number of voices: `○2 · ●1 ·`."""
    heard = {view.tier: view for view in finding.tiers}
    if finding.tiers and not any(view.position for view in finding.tiers):
        return words.NOT_TOLD
    return " ".join(_mark(heard.get(tier)) for tier in tier_order(settings))


def _mark(view: TierView | None) -> str:
    if view is None or view.position is Position.UNKNOWN:
        return words.NOTHING_THERE
    if view.position is None:
        return words.UNTOLD
    voices = "" if view.voices is None else str(view.voices)
    return f"{words.GROUPS[words.POSITION_GROUPS[view.position]].glyph}{voices}"


def marks_of(part: PartnershipReport) -> list[Group]:
    """The group of each imperative that is counted, in the order of reading."""
    totals = dict(part.totals)
    return [group for group in words.GROUPS for _ in range(totals.get(group, 0))]


def not_applying(findings: Iterable[Finding]) -> dict[str, list[str]]:
    """By its reason what does not apply, named in full."""
    by_reason: dict[str, list[str]] = {}
    for finding in findings:
        reason = phrases.clause(finding.reason or finding.why)
        by_reason.setdefault(reason, []).append(finding.imperative.name)
    return by_reason


def realist_notes(findings: Iterable[Finding]) -> list[RealistNote]:
    """The analyst's explanations, each once, in the order of their passages."""
    found = {_key(note): note for each in findings for note in each.realist}
    return [found[key] for key in sorted(found)]


def _key(note: RealistNote) -> tuple[str, ...]:
    """Its passage; what it says tells notes apart whose passages are not told."""
    own = note.realist
    return note.source, note.excerpt, own.context or "", own.mechanism or "", own.outcome or ""


def heard(part: PartnershipReport, settings: Settings) -> tuple[tuple[str, ...], ...]:
    """Sectors by tiers, the head first: how many sources speak there. Nothing where it is not told.

    A column without a tier stands only where somebody speaks from none.
    """
    if not part.heard or sentences.heard(part, settings):
        return ()
    tiers: list[str | None] = list(tier_order(settings))
    tiers += [None] if any(each.tier is None for each in part.heard) else []
    labels = settings.vocabulary.tiers
    cells = {(each.sector, each.tier): each for each in part.heard}
    sectors = dict.fromkeys((*(each.sector for each in part.heard), *part.unheard))
    head = ("Sector", *(phrases.label(tier, labels) if tier else "No tier" for tier in tiers))
    rows = (
        (
            phrases.label(sector, settings.vocabulary.sectors),
            *(_heard(cells.get((sector, tier))) for tier in tiers),
        )
        for sector in sectors
    )
    return (head, *rows)


def _heard(cell: HeardCell | None) -> str:
    if cell is None or not (cell.sources or cell.withheld):
        return "nobody"
    said = [str(len(cell.sources))] if cell.sources else []
    said += [f"survey of {cell.survey_of}"] if cell.survey_of else []
    said += [f"{len(cell.withheld)} left out"] if cell.withheld else []
    return ", ".join(said)


def left_out(findings: Sequence[Finding], part: PartnershipReport) -> list[tuple[str, int, str]]:
    """Sources of which something counts for nothing: how many statements, and why."""
    counts = Counter(
        (each.source, why_excluded(each))
        for finding in findings
        for each in finding.statements
        if each.excluded is not None
    )
    named = {source for source, _ in counts}
    for source in part.sources:
        if source.excluded is not None and source.id not in named:
            counts[(source.id, words.EXCLUSIONS[source.excluded])] = 0
    return [
        (source, number, phrases.sentence(reason))
        for (source, reason), number in sorted(counts.items())
    ]
