"""What a document says is coded as first-hand.

A document tells what its author wants to be known: that is a claim, however firmly it is put.
First-hand is what somebody did, saw or was done to. A verdict weighs the two differently, so
that a strategy's praise of itself would pass for practice.

Leave `basis:` out (a document's default is `claim`), or, where the document reports what its
author saw, say so under `ignore:`.

Wrong:

    # evidence/north/strategy.yaml
    source: strategy
    kind: document
    date: 2004
    author: council
    excerpts:
      - id: x1
        text: Papers go out ten days before each meeting.
        codes: [{imperative: papers, stance: happens, basis: first-hand}]

Right:

    # evidence/north/strategy.yaml
    source: strategy
    kind: document
    date: 2004
    author: council
    excerpts:
      - id: x1
        text: Papers go out ten days before each meeting.
        codes: [{imperative: papers, stance: happens}]
"""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck.checks.around import Around, Hit
from gapcheck.diagnostic import Diagnostic, Severity
from gapcheck.model.choices import Basis, SourceKind
from gapcheck.model.study import Source

RULE = "claim-as-first-hand"


def check(source: Source, _around: Around) -> Iterator[Hit]:
    """Find codes of a document that say it saw for itself."""
    if source.kind is not SourceKind.DOCUMENT:
        return
    for excerpt in source.excerpts:
        for code in excerpt.codes or ():
            if code.basis is Basis.FIRST_HAND:
                message = f"excerpt {excerpt.id} of a document is coded as first-hand"
                advice = "What a document says is a claim, unless its author saw it done."
                found = Diagnostic(code.location, Severity.WARNING, RULE, message, advice)
                yield Hit(found, excerpt)
