"""The table of statements: what each finding was judged by, and what was left out of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from gapcheck.exporters.parquet.columns import (
    COUNT,
    NUMBER,
    TEXT,
    WHOLE,
    YES_NO,
    Column,
    choice,
    dated,
)
from gapcheck.model.choices import Basis, Exclusion, Group, Rung, SourceKind, Stance, Verdict, Words
from gapcheck.model.finding import Finding, Statement

Said = tuple[Finding, Statement]
"""A statement with the finding that it belongs to."""


def _own(value: Callable[[Statement], Any]) -> Callable[[Said], Any]:
    return lambda said: value(said[1])


def _of(value: Callable[[Finding], Any]) -> Callable[[Said], Any]:
    return lambda said: value(said[0])


def _share(part: str) -> Callable[[Said], Any]:
    return lambda said: getattr(said[1].share, part) if said[1].share else None


def _number(part: str) -> Callable[[Said], float | None]:
    share = _share(part)
    # A whole number as typed may have more figures than a column of others takes.
    return lambda said: None if share(said) is None else float(share(said))


def _place(part: str) -> Callable[[Said], Any]:
    return lambda said: getattr(said[1].location, part) if said[1].location else None


STATEMENTS: Final[tuple[Column[Said], ...]] = (
    Column("partnership", TEXT, _of(lambda one: one.partnership.name)),
    Column("illustrative", YES_NO, _of(lambda one: one.partnership.illustrative)),
    Column("imperative", TEXT, _of(lambda one: one.imperative.name)),
    choice("verdict", Verdict, _of(lambda one: one.verdict)),
    choice("group", Group, _of(lambda one: one.group), optional=True),
    Column("source", TEXT, _own(lambda one: one.source or None), True),
    Column("excerpt", TEXT, _own(lambda one: one.excerpt or None), True),
    choice("kind", SourceKind, _own(lambda one: one.kind)),
    choice("stance", Stance, _own(lambda one: one.stance), optional=True),
    choice("practice", Stance, _own(lambda one: one.practice), optional=True),
    choice("basis", Basis, _own(lambda one: one.basis)),
    choice("rung", Rung, _own(lambda one: one.rung)),
    Column("sector", TEXT, _own(lambda one: one.sector)),
    Column("tier", TEXT, _own(lambda one: one.tier), True),
    Column("role", TEXT, _own(lambda one: one.role), True),
    *dated("date", _own(lambda one: one.source_date), optional=False),
    *dated("about", _own(lambda one: one.about), optional=False),
    Column("met", NUMBER, _number("met"), True),
    Column("of", WHOLE, _share("of"), True),
    Column("percent", NUMBER, _number("percent"), True),
    Column("population", WHOLE, _own(lambda one: one.population), True),
    Column("deciding", YES_NO, _own(lambda one: one.deciding)),
    Column("stale", YES_NO, _own(lambda one: one.stale)),
    Column("set_aside", YES_NO, _own(lambda one: one.set_aside)),
    Column("suspect", YES_NO, _own(lambda one: one.suspect), True),
    choice("excluded", Exclusion, _own(lambda one: one.excluded), optional=True),
    choice("words", Words, _own(lambda one: one.words)),
    Column("language", TEXT, _own(lambda one: one.language)),
    Column("quote", TEXT, _own(lambda one: one.quote), True),
    Column("translation", TEXT, _own(lambda one: one.translation), True),
    Column("file", TEXT, _place("path"), True),
    Column("line", COUNT, _place("line"), True),
)
"""A row for each statement of each finding, those that do not count too."""
