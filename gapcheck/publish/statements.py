"""Which statements are told, and what of each: the words, and as little else as they need."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from gapcheck.model.choices import Stance
from gapcheck.model.finding import RealistNote, Statement
from gapcheck.publish.ground import Ground
from gapcheck.publish.people import is_spoken, year

Pair = tuple[Statement, Statement]
"""A statement as the team has it, and as it is told."""


def told_statements(statements: Iterable[Statement], ground: Ground) -> tuple[Pair, ...]:
    """What is told of a finding's statements: all of papers, of people one a sector and stance.

    So nobody can count people by counting quotations. What decides comes before what does not,
    and what may be quoted before what may not. What was left out of the judgement is not told.
    """
    admitted = [each for each in statements if each.excluded is None]
    people = [each for each in admitted if is_spoken(each.kind) and not each.set_aside]
    people.sort(key=lambda each: (not each.deciding, _silent(each, ground)))
    first: dict[tuple[str, Stance | None], Statement] = {}
    for each in people:
        first.setdefault((each.sector, each.stance), each)
    kept = {id(each) for each in first.values()}
    return tuple(
        (each, _told(each, ground))
        for each in admitted
        if id(each) in kept or not is_spoken(each.kind)
    )


def _silent(statement: Statement, ground: Ground) -> bool:
    return statement.quote is None or _counts_few(statement, ground)


def _counts_few(statement: Statement, ground: Ground) -> bool:
    return (statement.source, statement.excerpt) in ground.few


def _told(statement: Statement, ground: Ground) -> Statement:
    told = replace(statement, voice=(), suspect=None)
    if not ground.named(statement.kind):
        told = _unplaced(told)
    if is_spoken(statement.kind):
        role, tier = ground.fields.of(statement)
        told = replace(told, role=role, tier=tier)
        if told.translation is not None and not ground.fields.spoken(told.language):
            told = replace(told, quote=told.translation, translation=None, language="en")
    return _without_count(told, ground) if _counts_few(statement, ground) else told


def _unplaced(statement: Statement) -> Statement:
    return replace(
        statement,
        source="",
        excerpt="",
        location=None,
        source_date=year(statement.source_date),
        about=year(statement.about),
    )


def _without_count(statement: Statement, ground: Ground) -> Statement:
    whole = statement.population
    return replace(
        statement,
        quote=None,
        translation=None,
        share=None,
        population=None if whole is None or whole < ground.least else whole,
        too_few=True,
    )


def told_notes(
    notes: Iterable[RealistNote], statements: Iterable[Statement], ground: Ground
) -> tuple[RealistNote, ...]:
    """The analyst's notes on passages whose words may be quoted, each without its place."""
    quotable = {
        (each.source, each.excerpt): each.kind
        for each in statements
        if each.excluded is None and not _silent(each, ground)
    }
    told = []
    for note in notes:
        kind = quotable.get((note.source, note.excerpt))
        if kind is not None:
            told.append(note if ground.named(kind) else replace(note, source="", excerpt=""))
    return tuple(told)
