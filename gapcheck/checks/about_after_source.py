"""A passage is about a time after the day of its own source.

Who spoke in 2004 cannot have seen how things were done in 2006. Where a plan or a fear is told,
that is no practice; where `about:` holds the year in which the passage was coded, it is in the
wrong place.

Correct one of the two dates, or leave `about:` out: then the source's date holds.

Wrong:

    # evidence/north/int.yaml
    excerpts:
      - id: x1
        about: 2006
        text: The papers came on the night before we met.
        codes: {papers: absent}

Right:

    # evidence/north/int.yaml
    excerpts:
      - id: x1
        text: The papers came on the night before we met.
        codes: {papers: absent}
"""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck.checks.around import Around, Hit, warn
from gapcheck.model.study import Source

RULE = "about-after-source"


def check(source: Source, around: Around) -> Iterator[Hit]:
    """Find excerpts that speak of what had not happened when they were spoken."""
    for excerpt in source.excerpts:
        if excerpt.about is None or excerpt.about.first <= source.date.last:
            continue
        # What has not come yet at all is told by another rule.
        if around.today is None or excerpt.about.first <= around.today:
            said = f"excerpt {excerpt.id} is about {excerpt.about}, and its source is of"
            yield warn(RULE, excerpt, f"{said} {source.date}", "Correct one of the two dates.")
