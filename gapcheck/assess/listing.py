"""The statements of a finding as a report may show them: what consent withholds is not in them."""

from __future__ import annotations

from gapcheck.assess.case import Case
from gapcheck.assess.left_out import BY_CONSENT, left_out
from gapcheck.assess.statements import Said, population_of
from gapcheck.assess.suspects import Coded
from gapcheck.model.choices import Verdict
from gapcheck.model.finding import Statement


def listing(
    said: tuple[Said, ...], case: Case, verdict: Verdict, suspect: frozenset[Coded] = frozenset()
) -> tuple[Statement, ...]:
    """Every statement with its standing, used or not, in the order in which they were read."""
    return tuple(_statement(statement, case, verdict, suspect) for statement in said)


def _statement(said: Said, case: Case, verdict: Verdict, suspect: frozenset[Coded]) -> Statement:
    passage = said.passage
    source, excerpt, speaker = passage.source, passage.excerpt, passage.speaker
    # Redaction happens here, so that no report can forget it.
    told = said.excluded not in BY_CONSENT
    shown = told and passage.quotable
    on_paper = said.adoption and verdict is Verdict.PAPER_ONLY
    return Statement(
        source=source.id,
        excerpt=excerpt.id,
        kind=source.kind,
        sector=passage.sector,
        voice=passage.voice,
        basis=said.basis,
        rung=said.rung,
        about=said.about,
        source_date=source.date,
        location=excerpt.location,
        stance=said.stance if told else None,
        practice=said.practice,
        tier=said.tier,
        role=speaker.role if speaker and told else None,
        share=said.code.share if told else None,
        population=population_of(said) if told else None,
        quote=excerpt.text if shown else None,
        translation=excerpt.translation if shown else None,
        words=source.words,
        language=source.language,
        single_coded=not passage.double_coded,
        stale=said.stale,
        deciding=case.weighs(said) or on_paper,
        set_aside=case.sets_aside(said),
        adoption=said.adoption,
        excluded=said.excluded,
        why_excluded=left_out(said.excluded, source, said.about, case.question.imperative),
        suspect=(source.id, excerpt.id, said.code.imperative) in suspect,
    )
