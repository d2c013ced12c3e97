"""Judge every imperative in every partnership: from a corpus to the report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from gapcheck.assess.across import across
from gapcheck.assess.as_at import as_at as day_for
from gapcheck.assess.as_at import newest_days
from gapcheck.assess.background import background
from gapcheck.assess.fieldwork import Fieldwork, fieldwork
from gapcheck.assess.judge import judge_in
from gapcheck.assess.locality import partnership_report
from gapcheck.assess.methods import methods
from gapcheck.assess.sensitivity import sensitivity
from gapcheck.assess.signoffs import Decisions
from gapcheck.assess.suspects import suspects
from gapcheck.assess.waves import OverTime
from gapcheck.model.choices import Audience
from gapcheck.model.corpus import Corpus, SecondCoding
from gapcheck.model.finding import Background, Finding
from gapcheck.model.report import Report
from gapcheck.model.study import Imperative, Partnership, Source


def assess(  # noqa: PLR0913  # what a judgement may be asked for, each by its name
    corpus: Corpus,
    *,
    today: date,
    as_at: date | None = None,
    lsps: tuple[str, ...] = (),
    with_sensitivity: bool = False,
    works: Sequence[Fieldwork] | None = None,
) -> Report:
    """Judge the partnerships named, or all; `today` decides which embargoes are over.

    Sensitivity judges everything several times over, so it has to be asked for. `works` are their
    `fieldworks`, where somebody has gone through them already.
    """
    policies = tuple(sorted(corpus.policies, key=lambda policy: policy.id))
    imperatives = tuple(one for policy in policies for one in policy.imperatives)
    shown = background(corpus.background, today)
    decisions = Decisions.of(corpus)
    if works is None:
        works = fieldworks(corpus, today, as_at, lsps)
    judged = [(work, _findings(work, imperatives, decisions, shown)) for work in works]
    if lsps:
        # Beside all others nobody reads a finding's years, and they take as long again.
        judged = [(work, OverTime(work).of(findings)) for work, findings in judged]
    findings = tuple(finding for _, local in judged for finding in local)
    return Report(
        settings=corpus.settings,
        audience=Audience.TEAM,
        policies=policies,
        partnerships=tuple(partnership_report(work, local) for work, local in judged),
        findings=findings,
        across=across(imperatives, findings),
        whole_study=not lsps,
        as_at_given=as_at is not None,
        sensitivity=sensitivity(judged, corpus) if with_sensitivity else (),
        methods=methods(corpus, frozenset(work.partnership.id for work, _ in judged), today),
    )


def fieldworks(
    corpus: Corpus, today: date, given: date | None, lsps: tuple[str, ...]
) -> list[Fieldwork]:
    """The chosen partnerships' evidence; one without any takes its day from all the others."""
    # All partnerships, not only those named: a silent one borrows the newest day of any.
    days = newest_days(corpus.sources, today)
    sources = _by_partnership(corpus.sources)
    double = _double_coded(corpus.second_codings)
    suspect = suspects(corpus)
    return [
        fieldwork(
            partnership,
            sources.get(partnership.id, ()),
            corpus.settings,
            as_at=day_for(partnership.id, days, given),
            today=today,
            double_coded=double.get(partnership.id, frozenset()),
            suspect=suspect.get(partnership.id, frozenset()),
        )
        for partnership in _chosen(corpus.partnerships, lsps)
    ]


def _chosen(partnerships: tuple[Partnership, ...], lsps: tuple[str, ...]) -> list[Partnership]:
    chosen = [one for one in partnerships if not lsps or one.id in lsps]
    return sorted(chosen, key=lambda partnership: partnership.id)


def _by_partnership(sources: Iterable[Source]) -> dict[str, tuple[Source, ...]]:
    ordered = sorted(sources, key=lambda source: (source.lsp, source.id))
    return {lsp: tuple(local) for lsp, local in groupby(ordered, key=lambda source: source.lsp)}


def _double_coded(codings: Iterable[SecondCoding]) -> dict[str, frozenset[tuple[str, str]]]:
    found: dict[str, set[tuple[str, str]]] = {}
    for coding in codings:
        excerpts = ((coding.source, excerpt) for excerpt, _ in coding.codes)
        found.setdefault(coding.lsp, set()).update(excerpts)
    return {lsp: frozenset(excerpts) for lsp, excerpts in found.items()}


def _findings(
    work: Fieldwork,
    imperatives: tuple[Imperative, ...],
    decisions: Decisions,
    shown: dict[str, tuple[Background, ...]],
) -> tuple[Finding, ...]:
    return tuple(
        judge_in(
            work,
            imperative,
            decisions.on(work, imperative),
            shown.get(imperative.name, ()),
        )
        for imperative in imperatives
    )
