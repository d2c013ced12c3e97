"""A transcript is there, but cannot be read as a text.

Plain texts in UTF-8 are read: `.txt`, `.md`, and the subtitles `.vtt` and `.srt`, of at most
16 MiB. Word, OpenDocument and PDF files are not; every program that writes them can save plain
text as well. Until then nobody looks for the quotes of this source.

Save it as plain text with the encoding UTF-8, and name that file.

Wrong:

    # evidence/north/int.yaml
    transcript: transcripts/int.docx

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

RULE = "unreadable-transcript"


def check(source: Source, around: Around) -> Iterator[Hit]:
    """Find a transcript that is no text that can be read."""
    quoted = around.quoted
    if quoted and quoted.sight is Sight.UNREADABLE:
        found = Diagnostic(
            source.transcript_place or source.location,
            Severity.WARNING,
            RULE,
            f"the transcript is {quoted.why}",
            f"{quoted.help} Until then its quotes are not looked for.",
        )
        yield Hit(found)
