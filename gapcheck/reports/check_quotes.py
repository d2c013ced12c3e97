"""What `check` says, beside its list of problems, of quotes and transcripts."""

from __future__ import annotations

from gapcheck.model.quoted import Tally
from gapcheck.reports.check_text import one_line

_FEW = 3
"""Transcripts that are not here, and are named: where most are, few lie elsewhere on purpose."""


def quotes_said(counts: Tally) -> str:
    """A line on what was looked for and what could not be; nothing where no transcript is named."""
    if not counts.named:
        return ""
    if not counts.seen:
        return f"{_none(counts)}, so no quote was looked for.\n"
    outcomes = (
        (counts.verified, "verified"),
        (counts.doubtful, "in doubt"),
        (counts.missing, "not found"),
    )
    found = ", ".join(f"{number:,} {word}" for number, word in outcomes if number)
    plural = "" if counts.seen == 1 else "s"
    return f"Quotes in {counts.seen:,} transcript{plural}: {found}.{_hidden(counts)}\n"


def _none(counts: Tally) -> str:
    if counts.named == 1:
        return "The one transcript that is named " + (
            "is not here" if counts.absent else "cannot be read"
        )
    if len(counts.absent) == counts.named:
        return f"None of the {counts.named:,} transcripts that are named is here"
    return f"None of the {counts.named:,} transcripts that are named can be read here"


def _hidden(counts: Tally) -> str:
    """How many transcripts could not be seen; empty where all were."""
    rest = counts.named - counts.seen
    if not rest:
        return ""
    are = "is" if rest == 1 else "are"
    if rest != len(counts.absent):
        return f" {rest:,} of {counts.named:,} cannot be read here."
    # A slip in a path would otherwise look like a transcript that lies on another machine.
    names = ": " + ", ".join(map(one_line, counts.absent)) if rest <= _FEW else ""
    return f" {rest:,} of {counts.named:,} {are} not here{names}."
