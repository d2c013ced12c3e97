"""Judge one imperative in one partnership."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

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
from gapcheck.assess.signoffs import signoff
from gapcheck.assess.statements import Said, said
from gapcheck.assess.views import on_paper, sector_views, voice_views
from gapcheck.model.choices import Confidence
from gapcheck.model.corpus import Signoff
from gapcheck.model.finding import Background, Concern, Finding, Voices
from gapcheck.model.settings import Settings
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
    decisions: Iterable[Signoff] = (),
    background: tuple[Background, ...] = (),
) -> Finding:
    """From statements to the verdict, and from there to the doubts and what would change it."""
    statements = said(imperative, work)
    question = Question(imperative, out_of_scope(imperative, work), work.settings.vocabulary)
    facts = case(question, tuple(s for s in statements if s.excluded is None))
    rule = ruling(facts)
    applies = facts.out_of_scope is None
    sectors = heard(facts.admissible, work.asked.get(imperative.name, frozenset()))
    level, concerns = _confidence(facts, rule, sectors, work.settings)
    fragile = fragility(facts, rule.verdict) if level is not None else ()
    shown = listing(statements, facts, rule.verdict)
    tiers = tier_profile(facts.practice, work.settings.vocabulary.tiers)
    passages = _passages(statements)
    loci = work.settings.vocabulary.barriers
    return Finding(
        imperative=imperative,
        partnership=work.partnership,
        as_at=work.as_at,
        rule=rule.name,
        verdict=rule.verdict,
        why=rule.why(facts),
        confidence=level,
        reason=facts.out_of_scope,
        concerns=concerns,
        tried=trace(facts, rule),
        voice_views=voice_views(facts),
        sectors=sector_views(facts),
        on_paper=on_paper(facts),
        tiers=tiers,
        tier_pattern=tier_pattern(tiers),
        rungs=rung_profile(facts),
        statements=shown,
        fragile=fragile,
        negative_case=negative_case(rule.verdict, shown),
        voices=(
            voices(sectors, imperative, work.partnership, work.settings.vocabulary)
            if applies
            else Voices()
        ),
        barriers=named(passages, "barriers", loci),
        enablers=named(passages, "enablers", loci),
        tensions=named(passages, "tensions"),
        realist=realist_notes(passages),
        ask_next=ask_next(facts, rule, sectors, work.partnership, fragile=bool(fragile)),
        signoff=signoff(decisions, facts.admissible),
        background=background,
    )


def _confidence(
    facts: Case, rule: Rule, sectors: frozenset[str], settings: Settings
) -> tuple[Confidence | None, tuple[Concern, ...]]:
    if not has_confidence(rule.verdict):
        return None, ()
    return confidence(facts, deciding(facts, rule.verdict), sectors, settings)


def _passages(statements: tuple[Said, ...]) -> tuple[Passage, ...]:
    """Each excerpt once, however many codes it carries here."""
    return tuple(
        {(s.passage.source.id, s.passage.excerpt.id): s.passage for s in statements}.values()
    )
