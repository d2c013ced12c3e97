"""Findings, or the statements that they rest on, as CSV: a row each, for statistics and databases.

The columns are a contract like the JSON's, and hold the same values under the same names: nothing
is rounded, counted or worded anew. What is not told, or does not exist, is an empty cell. A mark
of the order of bytes stands first, without which Excel reads UTF-8 as something else.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TextIO

from gapcheck.model.choices import Position, Rung
from gapcheck.model.dates import Day, PartialDate
from gapcheck.model.finding import Finding, Named, Statement
from gapcheck.model.report import Report
from gapcheck.model.settings import TIERS
from gapcheck.reports.edition import HEAD, edition
from gapcheck.reports.narrowed import narrowed
from gapcheck.reports.spreadsheet import inert

MARK = "\ufeff"
"""So that Excel reads the file as UTF-8."""

_BOTH = ("lsp", "partnership", "illustrative", "imperative")
_NOTICE = ("audience", "edition", "only", "left_out")
"""What holds of the whole file, told in every row: a row may be all that is kept of it."""

FINDINGS = (
    *(*_BOTH, "text", "modality", "actors", "as_at", "verdict", "group", "confidence", "fragile"),
    *("rule", "why", "heard", "unheard", *TIERS, "tier_pattern", *Rung, "statements"),
    *("negative_case", "barriers", "enablers", "tensions", "ask_next"),
    *("signed_by", "signed_on", "signed_verdict", "signed_confidence", "changed_since"),
    "rests_on_suspect",
    *_NOTICE,
)
STATEMENTS = (
    *(*_BOTH, "verdict", "source", "excerpt", "kind", "stance", "practice", "basis", "rung"),
    *("sector", "tier", "role", "date", "about", "met", "of", "percent", "population", "deciding"),
    *("stale", "set_aside", "suspect", "excluded", "words", "language", "quote", "translation"),
    *("file", "line", *_NOTICE),
)
Cell = str | int | float | bool | None


def write(report: Report, stream: TextIO) -> None:
    """Write a row for each finding, those of imperatives that do not apply too."""
    _write(FINDINGS, (_finding(each, report) for each in report.findings), stream)


def write_statements(report: Report, stream: TextIO) -> None:
    """Write a row for each statement of each finding, those left out too."""
    rows = (
        _statement(each, found, report) for found in report.findings for each in found.statements
    )
    _write(STATEMENTS, rows, stream)


def _write(head: Sequence[str], rows: Iterable[list[Cell]], stream: TextIO) -> None:
    stream.write(MARK)
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(head)
    for row in rows:
        writer.writerow([_safe(cell) for cell in row])


def _safe(cell: Cell) -> str | int | float | None:
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return inert(cell) if isinstance(cell, str) else cell


def _both(finding: Finding) -> list[Cell]:
    own = finding.partnership
    return [own.id, own.name, own.illustrative, finding.imperative.name]


def _notice(report: Report) -> list[Cell]:
    own = edition(report)
    said = " ".join((HEAD, *own)) if own else ""
    return [report.audience, said, narrowed(report), _listed(report.left_out)]


def _finding(finding: Finding, report: Report) -> list[Cell]:
    told = (*_both(finding), *_judged(finding), *_heard(finding), *_beside(finding))
    return [*told, *_notice(report)]


def _judged(finding: Finding) -> Iterator[Cell]:
    imperative = finding.imperative
    yield from (imperative.text.strip(), imperative.modality, _listed(imperative.actors))
    yield from (_day(finding.as_at), finding.verdict, finding.group, finding.confidence)
    yield from (bool(finding.fragile), finding.rule, finding.reason or finding.why)


def _heard(finding: Finding) -> Iterator[Cell]:
    yield from (_listed(finding.voices.heard), _listed(finding.voices.unheard))
    tiers = {view.tier: view.position for view in finding.tiers}
    yield from (tiers.get(tier, Position.UNKNOWN) for tier in TIERS)
    yield finding.tier_pattern
    rungs = dict(finding.rungs)
    yield from (rungs.get(rung, Position.UNKNOWN) for rung in Rung)


def _beside(finding: Finding) -> Iterator[Cell]:
    yield from (len(finding.statements), len(finding.negative_case))
    yield from map(_named, (finding.barriers, finding.enablers, finding.tensions))
    asks = (" ".join(filter(None, (each.sector, each.tier))) for each in finding.ask_next)
    yield _listed(dict.fromkeys(asks))
    signed = finding.signoff
    yield from (signed.by, signed.on, signed.verdict, signed.confidence) if signed else (None,) * 4
    yield (signed.evidence_changed or signed.imperative_changed) if signed else None
    yield finding.rests_on_suspect


def _statement(one: Statement, finding: Finding, report: Report) -> list[Cell]:
    share = one.share
    return [
        *(*_both(finding), finding.verdict, one.source, one.excerpt, one.kind, one.stance),
        *(one.practice, one.basis, one.rung, one.sector, one.tier, one.role),
        *(_typed(one.source_date), _typed(one.about)),
        *((share.met, share.of, share.percent) if share else (None,) * 3),
        *(one.population, one.deciding, one.stale, one.set_aside, one.suspect),
        *(one.excluded, one.words, one.language, one.quote, one.translation),
        *((one.location.path, one.location.line) if one.location else (None, None)),
        *_notice(report),
    ]


def _named(named: Iterable[Named]) -> str:
    return _listed(
        each.name if each.voices is None else f"{each.name} ({each.voices})" for each in named
    )


def _listed(parts: Iterable[str]) -> str:
    return "; ".join(parts)


def _day(when: Day | None) -> str | None:
    return when.isoformat() if isinstance(when, date) else _typed(when)


def _typed(when: PartialDate | None) -> str | None:
    return when.text if when else None
