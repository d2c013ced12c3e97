"""The same words are coded in two places of one partnership.

One passage would count as two. It happens when an interview is saved under two names, or when a
passage is moved from one file to another and stays behind in the first. Words that agree but for
case and punctuation are the same; fewer than eight words may well be said by two people.

Delete one of the two. Where two people did say the very same, `ignore:` says so with its reason.

Wrong:

    # evidence/north/int.yaml
    excerpts:
      - id: x1
        text: The papers came on the night before we met.
        codes: {papers: absent}
      - id: x2
        text: The papers came on the night before we met.
        codes: {seats: partly}

Right:

    # evidence/north/int.yaml
    excerpts:
      - id: x1
        text: The papers came on the night before we met.
        codes: {papers: absent, seats: partly}
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b

from gapcheck.checks.asking import Asking
from gapcheck.checks.ignores import unused
from gapcheck.checks.prose import split
from gapcheck.diagnostic import Diagnostic, Related, Severity
from gapcheck.model.corpus import Corpus
from gapcheck.model.study import Excerpt, Source

RULE = "duplicate-text"
LEAST = 8
"""Words below which two people may well have said the same."""


def check(corpus: Corpus, _asking: Asking) -> Iterator[Diagnostic]:
    """Find coded words that stand a second time in the partnership, and needless exemptions."""
    first: dict[tuple[str, bytes], tuple[Source, Excerpt]] = {}
    for source in (*corpus.sources, *corpus.background):
        for excerpt in source.excerpts:
            mark = fingerprint(excerpt)
            earlier = first.setdefault((source.lsp, mark), (source, excerpt)) if mark else None
            exempt = [one for one in excerpt.ignores if one.rule == RULE]
            if earlier is None or earlier[1] is excerpt:
                yield from (unused(one, excerpt) for one in exempt)
            elif not exempt:
                yield _diagnostic(excerpt, *earlier)


def fingerprint(excerpt: Excerpt) -> bytes | None:
    """What the words of a coded excerpt come to; None where nothing would count twice."""
    if not excerpt.codes:
        return None
    words = split(excerpt.text)
    if len(words) < LEAST:
        return None
    return blake2b(" ".join(words).encode(), digest_size=16).digest()


def _diagnostic(excerpt: Excerpt, source: Source, earlier: Excerpt) -> Diagnostic:
    return Diagnostic(
        excerpt.location,
        Severity.WARNING,
        RULE,
        f"excerpt {excerpt.id} holds the words of excerpt {earlier.id} of {source.id} again",
        "Delete one of the two: one passage would count as two.",
        (Related(earlier.location, "the first stands here"),),
        record=excerpt.id,
    )
