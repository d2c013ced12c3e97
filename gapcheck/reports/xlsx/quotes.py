"""Every statement that counts, numbered, with its words where they may be shown."""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck.model.finding import Finding, Statement
from gapcheck.model.report import Report
from gapcheck.reports import phrases, words
from gapcheck.reports.xlsx.numbered import Numbered, key, shown
from gapcheck.reports.xlsx.sheet import Cell, Column, Sheet, cell

_COLUMNS = (
    *(Column("No.", 6), Column("Partnership", 26), Column("Imperative", 30)),
    *(Column("Verdict", 20), Column("Stance", 20), Column("Words", 70), Column("In English", 40)),
    *(Column("Speaker", 34), Column("Sector", 18), Column("Tier", 14), Column("Place", 44)),
    *(Column("Decides", 8), Column("Notes", 28)),
)


def quotes(report: Report, numbers: Numbered) -> Sheet:
    """One row a statement, in the order of the numbers."""
    rows = (
        _row(number, said, finding, report)
        for finding in shown(report)
        for number, said in numbers.of[key(finding)]
    )
    return Sheet("Quotes", _COLUMNS, tuple(rows), 1)


def _row(number: int, said: Statement, finding: Finding, report: Report) -> tuple[Cell, ...]:
    labels, settings = report.settings.vocabulary, report.settings
    tier = phrases.label(said.tier, labels.tiers) if said.tier else ""
    return (
        Cell(number),
        cell(phrases.full_name(finding.partnership)),
        cell(finding.imperative.name),
        cell(words.VERDICTS[finding.verdict].screen, finding.group or "outside"),
        cell(phrases.stance(said)),
        cell(phrases.quoted(said)),
        cell((said.translation or "").strip()),
        cell(phrases.speaker(said, settings)),
        cell(phrases.label(said.sector, labels.sectors)),
        cell(tier),
        cell(str(said.location) if said.location else ""),
        cell("yes" if said.deciding else "no"),
        cell(" ".join(_notes(said))),
    )


def _notes(said: Statement) -> Iterator[str]:
    if said.share:
        yield f"Share: {phrases.share(said.share)}."
    if said.stale:
        yield "Stale: counts, but lowers confidence."
    if said.set_aside:
        yield "Set aside: others know of it."
    if said.suspect:
        yield words.SUSPECT_NOTE
