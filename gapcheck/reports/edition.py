"""What an edition for the public says before all else: who reviewed it, and what it leaves out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from gapcheck.model.choices import Shown
from gapcheck.model.edition import Edition
from gapcheck.model.report import Report
from gapcheck.reports import phrases

HEAD = "Edition for the public."

NONE_SHOWN: Mapping[Shown, str] = MappingProxyType(
    {
        Shown.WHOLE: "Nothing was said of it.",
        Shown.SELECTION: "Nothing that may be used was said of it.",
        Shown.NOTHING: "What so few say is not shown.",
    }
)
"""What stands in the place of statements where there are none."""


def edition(report: Report) -> tuple[str, ...]:
    """The sentences in whole, the review first; none in a report for the team."""
    own = report.edition
    if own is None:
        return ()
    invented = any(part.partnership.illustrative for part in report.partnerships)
    return (_review(own), _people(own, invented=invented), *_counts(own), *_besides(own))


def _review(own: Edition) -> str:
    if not own.reviewed_by:
        return "No re-identification review is on record, and nobody who exists was interviewed."
    when = f", {phrases.long_date(own.reviewed_on)}" if own.reviewed_on else ""
    return f"Re-identification review: {own.reviewed_by}{when}."


def _people(own: Edition, *, invented: bool) -> str:
    told = "sector and year alone"
    if not own.coarsened:
        told = f"sector and year, and role and tier where at least {own.least} share them"
        told += " (in invented partnerships all)" if invented else ""
    return (
        f"Told of those who spoke: {told}. Not told: their ids, days and files, and more than one "
        "quotation for each thing that a sector says. What consent shuts out is in no list."
    )


def _counts(own: Edition) -> Iterator[str]:
    few = f"fewer than {own.least} people"
    if own.uncounted:
        number = phrases.counted(own.uncounted, "finding")
        yield f"In {number} voices are not counted: {few} of a sector or a tier speak there."
    if own.alone:
        number = phrases.counted(own.alone, "finding")
        yield f"In {number} one voice alone speaks of practice: what it says is not shown."
    if own.passages:
        number = phrases.counted(own.passages, "passage is", "passages are")
        yield f"{number} not shown: {few} stand on one side of a count."
    if own.rare:
        names = ("barrier, enabler or tension is", "barriers, enablers or tensions are")
        number = phrases.counted(own.rare, *names)
        yield f"{number} not listed: each is named by fewer than {own.least} voices."


def _besides(own: Edition) -> Iterator[str]:
    if own.citations:
        number = phrases.counted(own.citations, "citation is", "citations are")
        lead = "it leads" if own.citations == 1 else "they lead"
        yield f"{number} left out: {lead} from a pseudonym to its place."
    if own.pooled:
        yield (
            f"In {phrases.joined(own.pooled)} sectors so small that their names alone would tell "
            "who spoke are told as one, or not at all."
        )
    if own.places_unread:
        yield "The key list of real place names could not be read: nobody has looked for them."
