"""One excerpt is coded on one imperative in two ways that cannot both be meant.

A passage that both affirms and denies the same thing is usually a slip of the hand. Where both
are meant, `partly` says so once. Until then both codes stay in.

Delete one of the two, or code the passage once as `partly`. Paper and practice may differ: give
each code its `rung:` then.

Wrong:

    # evidence/north/int.yaml
    excerpts:
      - id: x1
        text: The papers came on the night before we met.
        codes:
          - {imperative: papers, stance: happens}
          - {imperative: papers, stance: absent}

Right:

    # evidence/north/int.yaml
    excerpts:
      - id: x1
        text: The papers came on the night before we met.
        codes:
          - {imperative: papers, stance: partly}
"""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck.checks.around import Around, Hit
from gapcheck.diagnostic import Diagnostic, Related, Severity
from gapcheck.model.choices import Stance
from gapcheck.model.study import Code, Excerpt, Source

RULE = "contradictory-codes"
_DENIES = frozenset({Stance.ABSENT, Stance.OPPOSITE, Stance.UNAWARE})


def check(source: Source, _around: Around) -> Iterator[Hit]:
    """Find excerpts that affirm and deny, or say the same of, one imperative twice."""
    for excerpt in source.excerpts:
        for found in _in_excerpt(excerpt):
            yield Hit(found, excerpt)


def _in_excerpt(excerpt: Excerpt) -> Iterator[Diagnostic]:
    first: dict[tuple[str, str | None], Code] = {}
    for code in excerpt.codes or ():
        # The same words may well say one thing of paper and another of practice.
        key = (code.imperative, code.rung)
        earlier = first.setdefault(key, code)
        if earlier is not code:
            yield _diagnostic(excerpt, earlier, code)


def _diagnostic(excerpt: Excerpt, earlier: Code, later: Code) -> Diagnostic:
    stances = {earlier.stance, later.stance}
    clash = Stance.HAPPENS in stances and bool(stances & _DENIES)
    said = "both affirms and denies" if clash else "is coded twice on"
    return Diagnostic(
        later.location,
        Severity.WARNING,
        RULE,
        f"excerpt {excerpt.id} {said} {later.imperative}",
        "If both are meant, code it once as partly. Until then both stay in.",
        (Related(earlier.location, "the first stands here"),),
    )
