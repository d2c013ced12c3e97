"""Sensitivity says what the whole run says once a setting is written into the study by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gapcheck.analysis import analyse, examine
from gapcheck.assess.coder_view import coded_by
from gapcheck.assess.run import assess
from gapcheck.model.choices import Stance, Verdict
from gapcheck.model.corpus import Corpus, SecondCoding
from gapcheck.model.finding import Finding, Statement
from gapcheck.model.report import Report
from gapcheck.model.settings import NEVER_OBLIGED
from gapcheck.model.study import Code, Excerpt, Imperative, Source

from .builders import PLACE, TODAY, a_code
from .oracle import STANCES
from .strategies import as_at_days, modest, studies

Key = tuple[str, str]
Dropped = Callable[[Finding, Statement], bool]

BY_HAND: dict[str, Dropped] = {
    "without-stale": lambda _, one: one.stale,
    "without-unaware": lambda _, one: one.stance is Stance.UNAWARE,
    "without-obliged": lambda finding, one: obliged(finding, one.sector),
}
CUTS = {"cuts-5-95": (5, 95), "cuts-20-80": (20, 80), "cuts-33-67": (33, 67)}


def obliged(finding: Finding, sector: str) -> bool:
    """Whom it obliges, in the words of docs/verdicts.md."""
    asked = finding.imperative
    everybody = "partnership" in asked.actors and sector not in asked.beneficiaries
    return sector not in NEVER_OBLIGED and (sector in asked.actors or everybody)


def verdicts(report: Report) -> dict[Key, Verdict]:
    return {(one.partnership.id, one.imperative.name): one.verdict for one in report.findings}


def check(report: Report, key: str, other: Report) -> None:
    """What a setting reaches has the other run's verdict; what it does not reach keeps its own."""
    (own,) = [each for each in report.sensitivity if each.key == key]
    before, after = verdicts(report), verdicts(other)
    changed = {(c.lsp, c.imperative): (c.verdict, c.otherwise) for c in own.changes}
    reached = set(own.reached)
    assert changed == {
        name: (before[name], after[name]) for name in reached if before[name] != after[name]
    }
    if key in {*CUTS, *BY_HAND}:
        assert {name for name in before if before[name] != after[name]} <= reached
    assert bool(own.lacking) is not bool(reached)


def without(corpus: Corpus, report: Report, dropped: Dropped) -> Corpus:
    """The study with some statements' codes rubbed out of their excerpts, and nothing else."""
    gone = {
        (finding.partnership.id, one.source, one.excerpt, finding.imperative.name)
        for finding in report.findings
        for one in finding.statements
        if dropped(finding, one)
    }

    def kept(source: Source, excerpt: Excerpt) -> Excerpt:
        codes = (
            code
            for code in excerpt.codes or ()
            if (source.lsp, source.id, excerpt.id, code.imperative) not in gone
        )
        return excerpt if excerpt.codes is None else replace(excerpt, codes=tuple(codes))

    sources = (
        replace(source, excerpts=tuple(kept(source, each) for each in source.excerpts))
        for source in corpus.sources
    )
    return replace(corpus, sources=tuple(sources))


def with_cuts(corpus: Corpus, absent_at: int, happens_at: int) -> Corpus:
    lines = replace(corpus.settings.thresholds, absent_at=absent_at, happens_at=happens_at)
    return replace(corpus, settings=replace(corpus.settings, thresholds=lines))


@modest
@given(study=studies(), as_at=as_at_days)
def test_cuts_and_what_is_left_out(study: Corpus, as_at: date | None) -> None:
    report = assess(study, today=TODAY, as_at=as_at, with_sensitivity=True)
    for key, cuts in CUTS.items():
        check(report, key, assess(with_cuts(study, *cuts), today=TODAY, as_at=as_at))
    for key, dropped in BY_HAND.items():
        rubbed = without(study, report, dropped)
        check(report, key, assess(rubbed, today=TODAY, as_at=as_at))


@st.composite
def coded_twice(draw: st.DrawFn) -> Corpus:
    """A study in which two people coded everything between them, and some of it both."""
    study = draw(studies())
    asks = study.policies[0].imperatives
    sources = tuple(
        replace(each, coder=draw(st.sampled_from(("ab", "ef", None)))) for each in study.sources
    )
    second = tuple(
        SecondCoding(source.lsp, source.id, coder, tuple(again(draw, source, asks)), PLACE)
        for source in sources
        if (coder := draw(st.sampled_from(("cd", "ef", "", ""))))
        if coder != source.coder
    )
    return replace(study, sources=sources, second_codings=second)


def again(
    draw: st.DrawFn, source: Source, asks: tuple[Imperative, ...]
) -> list[tuple[str, tuple[Code, ...]]]:
    chosen = draw(st.lists(st.sampled_from(source.excerpts), unique_by=lambda each: each.id))
    return [
        (
            each.id,
            tuple(
                a_code(one, draw(st.sampled_from(STANCES))) for one in asks if draw(st.booleans())
            ),
        )
        for each in chosen
    ]


def substituted(corpus: Corpus, coder: str) -> Corpus:
    """The study as if this second coder's codes had been typed over the first's."""
    typed = {
        (one.lsp, one.source, excerpt): codes
        for one in corpus.second_codings
        if one.coder == coder
        for excerpt, codes in one.codes
    }
    sources = (
        replace(
            source,
            excerpts=tuple(
                replace(each, codes=typed.get((source.lsp, source.id, each.id), each.codes))
                for each in source.excerpts
            ),
        )
        for source in corpus.sources
    )
    return replace(corpus, sources=tuple(sources))


@modest
@given(study=coded_twice(), as_at=as_at_days)
def test_each_coder(study: Corpus, as_at: date | None) -> None:
    report = assess(study, today=TODAY, as_at=as_at, with_sensitivity=True)
    keys = {each.key for each in report.sensitivity} - {*CUTS, *BY_HAND}
    if not study.second_codings:
        assert keys == {"coders"}
        return
    second = {one.coder for one in study.second_codings}
    assert {f"second-{coder}" for coder in second} <= keys
    for key in keys:
        kind, coder = key.split("-")
        other = coded_by(study, coder) if kind == "coder" else substituted(study, coder)
        check(report, key, assess(other, today=TODAY, as_at=as_at))


SHIPPED = Path(__file__).parents[2]
DAY = date(2026, 11, 1)


@pytest.fixture(scope="module")
def shipped() -> tuple[Corpus, Report]:
    corpus, _ = examine(SHIPPED, today=DAY)
    return corpus, assess(corpus, today=DAY, with_sensitivity=True)


@pytest.mark.parametrize("key", CUTS)
def test_the_shipped_study_with_cuts_written_into_its_settings(
    shipped: tuple[Corpus, Report], tmp_path: Path, key: str
) -> None:
    absent_at, happens_at = CUTS[key]
    for folder in ("policies", "evidence"):
        (tmp_path / folder).symlink_to(SHIPPED / folder)
    settings = (SHIPPED / "gapcheck.yaml").read_text(encoding="utf-8")
    typed = settings.replace("survey_cuts: [10, 90]", f"survey_cuts: [{absent_at}, {happens_at}]")
    assert typed != settings
    (tmp_path / "gapcheck.yaml").write_text(typed, encoding="utf-8")
    check(shipped[1], key, analyse(tmp_path, today=DAY))


@pytest.mark.parametrize("key", BY_HAND)
def test_the_shipped_study_with_statements_rubbed_out(
    shipped: tuple[Corpus, Report], key: str
) -> None:
    corpus, report = shipped
    check(report, key, assess(without(corpus, report, BY_HAND[key]), today=DAY))


def test_the_shipped_study_by_each_of_its_coders(shipped: tuple[Corpus, Report]) -> None:
    corpus, report = shipped
    keys = {each.key for each in report.sensitivity} - {*CUTS, *BY_HAND}
    assert {"coder-ab", "coder-cd", "coder-pq", "second-cd", "second-pq"} <= keys
    for key in keys:
        kind, coder = key.split("-")
        other = coded_by(corpus, coder) if kind == "coder" else substituted(corpus, coder)
        check(report, key, assess(other, today=DAY))
