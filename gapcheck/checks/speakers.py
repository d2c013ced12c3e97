"""One speaker has two sectors in the sources of one partnership.

A speaker's id is one voice, however many of the partnership's sources it speaks in. Where the
same id stands for two sectors, either somebody changed jobs, which a note should say, or two
people were given one id.
"""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck.diagnostic import Diagnostic, Related, Severity
from gapcheck.model.corpus import Corpus
from gapcheck.model.study import Source

RULE = "changing-speaker"


def check(corpus: Corpus) -> Iterator[Diagnostic]:
    """Find speakers of several single interviews whose sector differs."""
    first: dict[tuple[str, str], Source] = {}
    for source in corpus.sources:
        if len(source.speakers) != 1:
            continue
        speaker = source.speakers[0]
        earlier = first.setdefault((source.lsp, speaker.id), source)
        sector = earlier.speakers[0].sector
        if sector != speaker.sector:
            yield Diagnostic(
                source.location,
                Severity.WARNING,
                RULE,
                f"{speaker.id} speaks for {speaker.sector} here and for {sector} in {earlier.id}",
                "If these are two people, give each an id; if one, say so in a memo.",
                (Related(earlier.location, "the other source"),),
            )
