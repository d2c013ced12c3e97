"""Judge one imperative in one partnership."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from gapcheck.assess.ask import ask_next
from gapcheck.assess.barriers import named, realist_notes
from gapcheck.assess.case import Case, Question, case
from gapcheck.assess.confidence import confidence, deciding, has_confidence
from gapcheck.assess.fieldwork import Fieldwork, Passage, fieldwork
from gapcheck.assess.fragility import fragility
from gapcheck.assess.hearing import heard, voices
from gapcheck.assess.listing import listing
from gapcheck.assess.negative import negative_case
from gapcheck.assess.profiles import rung_profile, tier_pattern, tier_profile
from gapcheck.assess.rules import Rule
from gapcheck.assess.ruling import ruling, trace
from gapcheck.assess.scope import out_of_scope
from gapcheck.assess.signoffs import Decision, signoff
from gapcheck.assess.statements import Said, said
from gapcheck.assess.views import on_paper, sector_views, voice_views
from gapcheck.model.choices import Confidence
from gapcheck.model.finding import Ask, Background, Concern, Finding, Fragility
from gapcheck.model.settings import Settings
from gapcheck.model.signoff_view import SignoffView
from gapcheck.model.study import Imperative, Partnership, Source


def judge(  # noqa: PLR0913 - all that a judgement rests on, each by its name
    imperative: Imperative,
    partnership: Partnership,
    sources: Iterable[Source],
    settings: Settings,
    *,
    as_at: date | None,
    today: date,
) -> Finding:
    """Judge an imperative by a partnership's sources alone; a whole study goes by `assess`."""
    found = fieldwork(partnership, sources, settings, as_at=as_at, today=today)
    return judge_in(found, imperative)


def judge_in(
    work: Fieldwork,
    imperative: Imperative,
    decision: Decision | None = None,
    background: tuple[Background, ...] = (),
) -> Finding:
    """From statements to the verdict, and from there to the doubts and what would change it."""
    statements = said(imperative, work)
    question = Question(imperative, out_of_scope(imperative, work), work.settings.vocabulary)
    facts = case(question, tuple(s for s in statements if s.excluded is None))
    rule = ruling(facts)
    sectors = heard(facts.admissible, work.asked.get(imperative.name, frozenset()))
    judged = _Judged(statements, facts, rule, sectors, *_confidence(facts, rule, sectors, work))
    return _finding(judged, work, signoff(decision, facts.admissible), background)


class _Judged(NamedTuple):
    """A verdict and what it rests on, before it is laid out."""

    statements: tuple[Said, ...]
    facts: Case
    rule: Rule
    heard: frozenset[str]
    confidence: Confidence | None
    concerns: tuple[Concern, ...]
    fragile: tuple[Fragility, ...]


def _confidence(
    facts: Case, rule: Rule, sectors: frozenset[str], work: Fieldwork
) -> tuple[Confidence | None, tuple[Concern, ...], tuple[Fragility, ...]]:
    if not has_confidence(rule.verdict):
        return None, (), ()
    decided_by = deciding(facts, rule.verdict)
    level, concerns = confidence(facts, decided_by, sectors, work.settings)
    return level, concerns, fragility(facts, rule.verdict)


def _finding(
    judged: _Judged,
    work: Fieldwork,
    decision: SignoffView | None,
    background: tuple[Background, ...],
) -> Finding:
    facts, rule, words = judged.facts, judged.rule, work.settings.vocabulary
    shown = listing(judged.statements, facts, rule.verdict, work.suspect)
    tiers = tier_profile(facts.practice, words.tiers)
    passages = _passages(judged.statements)
    return Finding(
        facts.question.imperative,
        work.partnership,
        work.as_at,
        rule.name,
        rule.verdict,
        rule.why(facts),
        judged.confidence,
        facts.out_of_scope,
        judged.concerns,
        tried=trace(facts, rule),
        voice_views=voice_views(facts),
        sectors=sector_views(facts),
        on_paper=on_paper(facts),
        tiers=tiers,
        tier_pattern=tier_pattern(tiers),
        rungs=rung_profile(facts),
        statements=shown,
        fragile=judged.fragile,
        negative_case=negative_case(rule.verdict, shown),
        voices=voices(facts, judged.heard, work.partnership),
        barriers=named(passages, "barriers", words.barriers),
        enablers=named(passages, "enablers", words.barriers),
        tensions=named(passages, "tensions"),
        realist=realist_notes(passages),
        ask_next=_questions(judged, work.partnership),
        signoff=decision,
        background=background,
        rests_on_suspect=any(one.suspect and one.deciding for one in shown),
    )


def _questions(judged: _Judged, partnership: Partnership) -> tuple[Ask, ...]:
    fragile = bool(judged.fragile)
    return ask_next(judged.facts, judged.rule, judged.heard, partnership, fragile=fragile)


def _passages(statements: tuple[Said, ...]) -> tuple[Passage, ...]:
    """Each excerpt once, however many codes it carries here."""
    return tuple(
        {(s.passage.source.id, s.passage.excerpt.id): s.passage for s in statements}.values()
    )
