"""A transcript is named by a path that leads out of the study.

Whoever checks a study of somebody else's must be sure that nothing but this study is opened. So
a path begins in the study's folder, is written with forward slashes, leads nowhere upwards with
`..`, and no part of it is a link. Such a transcript is not opened, and no quote is looked for.

Put the transcript into the study, under `transcripts/`: `gapcheck init` writes a `.gitignore` that
keeps that folder out of version control.

Wrong:

    # evidence/north/int.yaml
    transcript: ../recordings/int.txt

Right:

    # evidence/north/int.yaml
    transcript: transcripts/int.txt
"""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck.checks.around import Around, Hit
from gapcheck.diagnostic import Diagnostic, Severity
from gapcheck.model.choices import Sight
from gapcheck.model.study import Source

RULE = "transcript-outside"


def check(source: Source, around: Around) -> Iterator[Hit]:
    """Find a transcript's path that leads out of the study."""
    quoted = around.quoted
    if quoted and quoted.sight is Sight.OUTSIDE:
        found = Diagnostic(
            source.transcript_place or source.location,
            Severity.ERROR,
            RULE,
            f"the path of the transcript {quoted.why}, so that nothing is opened",
            "Put it into the study and name it from there: transcripts/NAME.txt.",
        )
        yield Hit(found)
