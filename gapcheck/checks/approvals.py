"""Whether a study spoke with people who exist, so that somebody has to answer for it."""

from __future__ import annotations

from gapcheck.model.corpus import Corpus


def asked_people(corpus: Corpus) -> bool:
    """Whether somebody speaks in a source that is not of an invented partnership."""
    invented = {one.id for one in corpus.partnerships if one.illustrative}
    every = (*corpus.sources, *corpus.background)
    return any(one.speakers and one.lsp not in invented for one in every)
