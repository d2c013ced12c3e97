"""An excerpt is longer than 150 words.

A passage should be as long as the one thing that it is evidence for. A page of talk says several
things at once, its code cannot be traced to any of them, and a reader of the report skips it.

Split it into excerpts that each carry their own codes. Where it cannot be cut, `ignore:` keeps
it with the reason.

Wrong:

    # evidence/north/int.yaml
    excerpts:
      - id: x1
        text: >
          The papers came late [... and 150 more words ...]
        codes: {papers: absent}

Right:

    # evidence/north/int.yaml
    excerpts:
      - id: x1
        text: >
          The papers came on the night before we met.
        codes: {papers: absent}
"""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck.checks.around import Around, Hit, warn
from gapcheck.model.study import Source

RULE = "long-quote"
MOST = 150


def check(source: Source, _around: Around) -> Iterator[Hit]:
    """Find excerpts of more words than anybody reads at once."""
    for excerpt in source.excerpts:
        text = excerpt.text
        # Where blanks and line ends are so few, words cannot be so many: that is quickly told.
        if text.count(" ") + text.count("\n") > MOST // 2 and (count := len(text.split())) > MOST:
            said = f"excerpt {excerpt.id} has {count:,} words, more than {MOST}"
            yield warn(RULE, excerpt, said, "Split it, each part with its own codes.")
