"""A passage speaks of a time at which the imperative it is coded on was not in force.

Practice before an imperative began, or after it had ended, says nothing about whether it is
followed. Such a code counts for no verdict, and reports list it as left out. Mostly the passage
speaks of another time than that of the interview, and `about:` is missing or mistyped.

Write `about:`, correct the date, or delete the code. Where the passage is meant to show what was
there before, an `ignore:` with that reason keeps it.

Wrong:

    # evidence/north/int.yaml
    excerpts:
      - id: x1
        about: 1997
        text: The papers came on the night before we met.
        codes: {papers: absent}

Right:

    # evidence/north/int.yaml
    excerpts:
      - id: x1
        about: 2003
        text: The papers came on the night before we met.
        codes: {papers: absent}
"""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck.checks.around import Around, Hit
from gapcheck.diagnostic import Diagnostic, Related, Severity
from gapcheck.model.dates import PartialDate
from gapcheck.model.study import Code, Imperative, Source

RULE = "about-outside-force"


def check(source: Source, around: Around) -> Iterator[Hit]:
    """Find codes on imperatives that were not in force at the time spoken of."""
    for excerpt in source.excerpts:
        when = excerpt.about or source.date
        for code in excerpt.codes or ():
            imperative = around.imperatives.get(code.imperative)
            if imperative and imperative.in_force.outside(when):
                yield Hit(_diagnostic(code, imperative, when), excerpt)


def _diagnostic(code: Code, imperative: Imperative, when: PartialDate) -> Diagnostic:
    force = imperative.in_force
    span = f"from {force.start}" + (f" to {force.end}" if force.end else " on")
    return Diagnostic(
        code.location,
        Severity.WARNING,
        RULE,
        f"{imperative.name} was in force {span}, and this speaks of {when}",
        "It counts for no verdict. Is `about:` missing, or a date mistyped?",
        (Related(imperative.location, "the imperative stands here"),),
    )
