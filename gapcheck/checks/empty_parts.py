"""A partnership without a source, a source without an excerpt, a study without either.

Nothing can be judged where nothing was written down. An empty place is most often a file that
was put somewhere else, or an interview whose words are still to be typed.
"""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck.diagnostic import Diagnostic, Location, Severity
from gapcheck.model.corpus import Corpus

RULE = "empty-study"
PARTNERSHIP = "empty-partnership"
SOURCE = "empty-source"


def check(corpus: Corpus) -> Iterator[Diagnostic]:
    """Find what holds nothing that could be judged."""
    if not corpus.policies:
        yield _study("policies", "policies/ holds no policy that can be used", "policy")
    if not corpus.partnerships:
        yield _study("evidence", "evidence/ holds no partnership that can be used", "partnership")
    spoken = {source.lsp for source in corpus.sources}
    for partnership in corpus.partnerships:
        if partnership.id not in spoken:
            message = f"{partnership.id} has no source that can be used"
            advice = f"`gapcheck new interview {partnership.id}/NAME` writes one to fill in."
            yield _warning(partnership.location, PARTNERSHIP, message, advice)
    for source in corpus.sources:
        gone = source.consent.withdrawn or any(one.consent.withdrawn for one in source.speakers)
        if not source.excerpts and not gone:
            message = f"{source.id} has no excerpt that can be used"
            yield _warning(source.location, SOURCE, message, "Nothing rests on it yet.")


def _study(folder: str, message: str, kind: str) -> Diagnostic:
    advice = f"`gapcheck new {kind} NAME` writes a first one; `gapcheck init --example` shows many."
    return Diagnostic(Location(folder), Severity.ERROR, RULE, message, advice)


def _warning(place: Location, rule: str, message: str, advice: str) -> Diagnostic:
    return Diagnostic(place, Severity.WARNING, rule, message, advice)
