"""What stands beside a verdict, as labelled rows of plain text: the working of a finding.

What is not told, or says nothing, has no row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from gapcheck.model.finding import Finding, Named
from gapcheck.model.settings import Settings
from gapcheck.reports import doubts, phrases, who
from gapcheck.reports.pieces import Piece, Row, Said, pieces


def rows(finding: Finding, settings: Settings) -> list[Row]:
    """The rows of a finding in their order."""
    made = ((label, pieces(say(finding, settings))) for label, say in _ROWS)
    return [Row(label, said) for label, said in made if said]


def _why(finding: Finding, _: Settings) -> Said:
    reason = phrases.sentence(finding.reason or finding.why)
    return [Piece(f"{reason} Rule: "), Piece(finding.rule, code=True), Piece(".")]


def _ended(finding: Finding, _: Settings) -> Said:
    end = ended(finding)
    return f"In force until {end}; judged by evidence from within that time." if end else ""


def ended(finding: Finding) -> str:
    """The last day of an imperative's force where it was over by the as-at day; else nothing."""
    end = finding.imperative.in_force.end
    # For the public the as-at may be a year, which was over no sooner than it began.
    day = getattr(finding.as_at, "first", finding.as_at)
    over = end is not None and day is not None and end.last < day
    return phrases.long_date(end) if end is not None and over else ""


def _due(finding: Finding, _: Settings) -> Said:
    due = finding.imperative.due
    return f"By {phrases.long_date(due)}; until then a no does not count." if due else ""


def _named(named: Iterable[Named]) -> str:
    return " · ".join(f"{each.name}{who.voices(each.voices)}" for each in named)


def _tensions(finding: Finding, settings: Settings) -> Said:
    labels = settings.vocabulary.tensions
    return " · ".join(
        f"{phrases.label(each.name, labels)}{who.voices(each.voices)}" for each in finding.tensions
    )


_ROWS: tuple[tuple[str, Callable[[Finding, Settings], Said]], ...] = (
    ("Why", _why),
    ("Ended", _ended),
    ("Due", _due),
    ("Sectors", who.sectors),
    ("Not heard", who.not_heard),
    ("Tiers", who.tiers),
    ("Rungs", who.rungs),
    ("Confidence", doubts.confidence),
    ("Fragile", doubts.fragile),
    ("Against", doubts.against),
    ("Signed", doubts.signed),
    ("Set aside", doubts.set_aside),
    ("Left out", doubts.left_out),
    ("Barriers", lambda finding, _: _named(finding.barriers)),
    ("Enablers", lambda finding, _: _named(finding.enablers)),
    ("Tensions", _tensions),
    ("Ask next", who.ask_next),
    ("Pending", lambda finding, _: phrases.sentence(phrases.pending(finding))),
)
