"""Words of somebody who withdrew are still in the files.

Who takes their consent back takes their words back. The source keeps its id, kind, date and
speaker with `excerpts: []`, so that its going is on record; nothing else of it may stay, in the
files or in the history of a version control system.

Delete the excerpts, clean the history, and look in the report at what changes without them.

Wrong:

    # evidence/north/int.yaml
    consent: {withdrawn: true}
    excerpts:
      - id: x1
        text: The papers came on the night before we met.
        codes: {papers: absent}

Right:

    # evidence/north/int.yaml
    consent: {withdrawn: true}
    excerpts: []
"""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck.checks.around import Around, Hit
from gapcheck.diagnostic import Diagnostic, Severity
from gapcheck.model.study import Excerpt, Source

RULE = "withdrawn"


def check(source: Source, _around: Around) -> Iterator[Hit]:
    """Find excerpts of withdrawn sources and speakers."""
    if not any(
        one.withdrawn for one in (source.consent, *(each.consent for each in source.speakers))
    ):
        return
    for excerpt in source.excerpts:
        if _withdrawn(source, excerpt):
            yield Hit(_diagnostic(source, excerpt))


def _diagnostic(source: Source, excerpt: Excerpt) -> Diagnostic:
    said = f"consent for excerpt {excerpt.id} of {source.id} was withdrawn"
    return Diagnostic(
        excerpt.location,
        Severity.ERROR,
        RULE,
        f"{said}, and its words are still here",
        "Delete the excerpt, and clean the history of version control too.",
        left_out=f"excerpt {excerpt.id}",
    )


def _withdrawn(source: Source, excerpt: Excerpt) -> bool:
    if source.consent.withdrawn or (
        source.speakers and all(one.consent.withdrawn for one in source.speakers)
    ):
        return True
    return any(one.consent.withdrawn for one in source.speakers if one.id == excerpt.speaker)
