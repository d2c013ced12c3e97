"""The transcript of somebody who withdrew is still in the study.

Who takes their consent back takes their words back, and a transcript holds all of them. It is not
opened to find this out.

Delete the transcript, the recording and every copy of both, and take the key `transcript:` out of
the source, which stays with its id, kind, date and speaker.

Wrong:

    # transcripts/int.txt
    P03: The papers came late, on the night before we met.
    # evidence/north/int.yaml
    consent: {withdrawn: true}
    transcript: transcripts/int.txt
    excerpts: []

Right:

    # evidence/north/int.yaml
    consent: {withdrawn: true}
    excerpts: []
"""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck.checks.around import Around, Hit
from gapcheck.diagnostic import Diagnostic, Severity
from gapcheck.model.study import Source

RULE = "withdrawn-transcript"


def check(source: Source, around: Around) -> Iterator[Hit]:
    """Find the transcript of a source that was withdrawn."""
    quoted = around.quoted
    if quoted and quoted.unopened:
        found = Diagnostic(
            source.transcript_place or source.location,
            Severity.ERROR,
            RULE,
            f"consent for {source.id} was withdrawn, and its transcript is still here",
            "Delete it with every copy, and clean the history of version control too.",
        )
        yield Hit(found)
