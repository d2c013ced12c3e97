"""Which codes were made when their imperative said, demanded or applied to something else."""

from __future__ import annotations

from gapcheck.model.corpus import Corpus
from gapcheck.model.had_before import had_before, marks_of

Coded = tuple[str, str, str]
"""A source, an excerpt of it, and the full name of an imperative that it is coded for."""


def suspects(corpus: Corpus) -> dict[str, frozenset[Coded]]:
    """The suspect codes of the sources, by partnership; second coders' decide no verdict."""
    now = marks_of(one for policy in corpus.policies for one in policy.imperatives)
    found: dict[str, set[Coded]] = {}
    for source in corpus.sources if corpus.coded_as else ():
        had = had_before(corpus.coded_as.get(f"{source.lsp}/{source.id}", ""), now)
        for excerpt in source.excerpts if had else ():
            for code in excerpt.codes or ():
                if had and had.is_suspect(excerpt.id, code.imperative):
                    one = (source.id, excerpt.id, code.imperative)
                    found.setdefault(source.lsp, set()).add(one)
    return {lsp: frozenset(codes) for lsp, codes in found.items()}
