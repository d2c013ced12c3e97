"""Words of somebody who withdrew are still in the files.

Who takes their consent back takes their words back. The source keeps its id, kind, date and
speaker with `excerpts: []`, so that its going is on record; nothing else of it may stay, in the
files or in the history of a version control system.
"""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck.checks.excerpts import every_excerpt
from gapcheck.diagnostic import Diagnostic, Severity
from gapcheck.model.corpus import Corpus
from gapcheck.model.study import Excerpt, Source

RULE = "withdrawn"


def check(corpus: Corpus) -> Iterator[Diagnostic]:
    """Find excerpts of withdrawn sources and speakers."""
    for source, excerpt in every_excerpt(corpus):
        if _withdrawn(source, excerpt):
            yield Diagnostic(
                excerpt.location,
                Severity.ERROR,
                RULE,
                f"consent for excerpt {excerpt.id} of {source.id} was withdrawn, and its words "
                "are still here",
                "Delete the excerpt, and clean the history of version control too.",
                left_out=f"excerpt {excerpt.id}",
            )


def _withdrawn(source: Source, excerpt: Excerpt) -> bool:
    if source.consent.withdrawn or (
        source.speakers and all(one.consent.withdrawn for one in source.speakers)
    ):
        return True
    return any(one.consent.withdrawn for one in source.speakers if one.id == excerpt.speaker)
