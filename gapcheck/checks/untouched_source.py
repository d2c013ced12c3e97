"""Every excerpt of a source was reviewed, and none speaks to any imperative.

Then no verdict rests on the source, although somebody gave an hour of their time. It may be
quite right. It may also be that the imperatives that people talked about are not in the study,
or that a file of codes was emptied by mistake.

Look at the excerpts again with `gapcheck list imperatives` beside them. Where it is right, set
the rule `off` for this path under `severities:` in gapcheck.yaml.

Wrong:

    # evidence/north/int.yaml
    excerpts:
      - id: x1
        text: The papers came on the night before we met.
        codes: []

Right:

    # evidence/north/int.yaml
    excerpts:
      - id: x1
        text: The papers came on the night before we met.
        codes: {papers: absent}
"""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck.checks.around import Around, Hit
from gapcheck.diagnostic import Diagnostic, Severity
from gapcheck.model.study import Source

RULE = "untouched-source"


def check(source: Source, _around: Around) -> Iterator[Hit]:
    """Find a source whose excerpts were all reviewed and all found to say nothing."""
    if source.excerpts and all(one.codes == () for one in source.excerpts):
        message = f"no excerpt of {source.id} speaks to any imperative"
        advice = "All are reviewed, so no verdict rests on it. Is that meant?"
        yield Hit(Diagnostic(source.location, Severity.WARNING, RULE, message, advice))
