"""A transcript is not the one that its source was coded from.

`gapcheck.lock` notes the hash of a transcript whenever codes are written. Where the transcript
has another hash now, it was corrected, cut or exchanged since, and codes may rest on words that
are no longer there. The quotes are looked for in the transcript as it is now.

Look at what changed, and go through the source once more with `gapcheck review`, which notes the
new hash. No check ever writes the lock.

Wrong:

    # transcripts/int.txt
    P03: The papers came late, on the night before we met.
    # gapcheck.lock
    format: gapcheck-lock/1
    transcripts:
      "transcripts/int.txt": [... another hash ...]
    # evidence/north/int.yaml
    transcript: transcripts/int.txt
    excerpts:
      - id: x1
        text: The papers came late, on the night before we met.
        codes: {papers: absent}

Right:

    # transcripts/int.txt
    P03: The papers came late, on the night before we met.
    # gapcheck.lock
    format: gapcheck-lock/1
    transcripts:
      "transcripts/int.txt": [... its sha256 ...]
    # evidence/north/int.yaml
    transcript: transcripts/int.txt
    excerpts:
      - id: x1
        text: The papers came late, on the night before we met.
        codes: {papers: absent}
"""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck.checks.around import Around, Hit
from gapcheck.diagnostic import Diagnostic, Severity
from gapcheck.model.study import Source

RULE = "changed-transcript"


def check(source: Source, around: Around) -> Iterator[Hit]:
    """Find a transcript that has another hash than the lock notes."""
    quoted = around.quoted
    if quoted and quoted.sha256 and quoted.noted and quoted.sha256 != quoted.noted:
        found = Diagnostic(
            source.transcript_place or source.location,
            Severity.WARNING,
            RULE,
            f"the transcript of {source.id} has changed since it was coded",
            "Look at what changed, and go through the source again with `gapcheck review`.",
        )
        yield Hit(found)
