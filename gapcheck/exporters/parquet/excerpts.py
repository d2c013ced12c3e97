"""The table of excerpts: those whose words consent lets out, coded or not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from gapcheck.exporters.parquet.columns import (
    COUNT,
    TEXT,
    WHOLE,
    YES_NO,
    Column,
    choice,
    dated,
    listed,
)
from gapcheck.exporters.selected import Kept
from gapcheck.model.choices import SourceKind, Words
from gapcheck.model.study import Excerpt, Partnership


@dataclass(frozen=True, slots=True)
class Passage:
    """An excerpt, the source that it stands in, and its partnership: None of the background."""

    partnership: Partnership | None
    kept: Kept
    excerpt: Excerpt


def _place(part: str) -> Callable[[Passage], Any]:
    return lambda one: getattr(one.partnership, part) if one.partnership else None


def _source(part: str) -> Callable[[Passage], Any]:
    return lambda one: getattr(one.kept.source, part)


def _speaker(part: str) -> Callable[[Passage], Any]:
    def told(one: Passage) -> Any:
        speaker = one.kept.speaker_of(one.excerpt)
        return getattr(speaker, part) if speaker else None

    return told


def _own(part: str) -> Callable[[Passage], Any]:
    return lambda one: getattr(one.excerpt, part)


def _realist(part: str) -> Callable[[Passage], Any]:
    return lambda one: getattr(one.excerpt.realist, part) if one.excerpt.realist else None


def _codes(one: Passage) -> int | None:
    return None if one.excerpt.codes is None else len(one.excerpt.codes)


EXCERPTS: Final[tuple[Column[Passage], ...]] = (
    Column("partnership", TEXT, _place("name"), True),
    Column("illustrative", YES_NO, _place("illustrative"), True),
    Column("source", TEXT, _source("id")),
    Column("excerpt", TEXT, _own("id")),
    choice("kind", SourceKind, _source("kind")),
    *dated("date", _source("date"), optional=False),
    *dated("about", _own("about")),
    Column("at", TEXT, _own("at"), True),
    Column("speaker", TEXT, _speaker("id"), True),
    Column("sector", TEXT, lambda one: one.kept.sector_of(one.excerpt), True),
    Column("role", TEXT, _speaker("role"), True),
    Column("tier", TEXT, _speaker("tier"), True),
    Column("population", WHOLE, _source("population"), True),
    choice("words", Words, _source("words")),
    Column("language", TEXT, _source("language")),
    Column("text", TEXT, _own("text")),
    Column("translation", TEXT, _own("translation"), True),
    Column("reviewed", YES_NO, lambda one: one.excerpt.codes is not None),
    Column("codes", COUNT, _codes, True),
    Column("themes", listed(TEXT), _own("themes")),
    Column("barriers", listed(TEXT), _own("barriers")),
    Column("enablers", listed(TEXT), _own("enablers")),
    Column("tensions", listed(TEXT), _own("tensions")),
    Column("context", TEXT, _realist("context"), True),
    Column("mechanism", TEXT, _realist("mechanism"), True),
    Column("outcome", TEXT, _realist("outcome"), True),
    Column("file", TEXT, lambda one: one.excerpt.location.path),
    Column("line", COUNT, lambda one: one.excerpt.location.line),
)
"""A row for each excerpt whose words may leave."""
