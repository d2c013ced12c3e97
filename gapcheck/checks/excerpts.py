"""Every excerpt of a Corpus in its fixed order, and what it is exempt from."""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck.model.corpus import Corpus
from gapcheck.model.study import Excerpt, Source


def every_excerpt(corpus: Corpus) -> Iterator[tuple[Source, Excerpt]]:
    """Each excerpt with its source, local ones first, then the national background."""
    for source in (*corpus.sources, *corpus.background):
        for excerpt in source.excerpts:
            yield source, excerpt


def exempt(excerpt: Excerpt, rule: str) -> bool:
    """Whether somebody wrote, with a reason, that a rule does not matter for an excerpt."""
    return any(one.rule == rule for one in excerpt.ignores)
