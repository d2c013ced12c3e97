"""From a study to the plan for one partnership: whom to see, on what, and what it could change."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from gapcheck.assess.conversations import conversations, doubtful
from gapcheck.assess.hypothetical import chances
from gapcheck.assess.run import assess, fieldworks
from gapcheck.assess.sampling import power, sampling
from gapcheck.diagnostic import Diagnostic
from gapcheck.model.corpus import Corpus
from gapcheck.model.finding import Finding
from gapcheck.model.plan import Chance, Kind, Plan


def plan(  # noqa: PLR0913  # what a plan rests on, each by its name
    corpus: Corpus,
    lsp: str,
    *,
    today: date,
    as_at: date | None = None,
    diagnostics: tuple[Diagnostic, ...] = (),
    left_out: tuple[str, ...] = (),
    commit: str = "",
) -> Plan:
    """Judge a partnership, and plan from what is contested, not known or fragile in it."""
    report = assess(corpus, today=today, as_at=as_at, lsps=(lsp,))
    report = replace(report, diagnostics=diagnostics, left_out=left_out, commit=commit)
    (work,) = fieldworks(corpus, today, as_at, (lsp,))
    known: dict[tuple[str, Kind], tuple[Chance, ...]] = {}

    def experiment(finding: Finding, kind: Kind) -> tuple[Chance, ...]:
        key = finding.imperative.name, kind
        if key not in known:
            known[key] = chances(work, finding, kind)
        return known[key]

    (part,) = report.partnerships
    doubts = doubtful(report.findings)
    visits = conversations(doubts, experiment)
    compared = sum(each.population is None for each in corpus.partnerships)
    return Plan(
        report,
        part,
        doubts,
        visits,
        tuple(each for each in doubts if not each.ask_next),
        sampling(part, doubts, report.settings.vocabulary),
        power(part, report.findings, doubts, visits, compared),
    )
