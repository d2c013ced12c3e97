"""What stands beside a verdict, as labelled rows of plain text: the working of a finding.

What is not told, or says nothing, has no row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import groupby

from gapcheck.model.choices import Verdict
from gapcheck.model.finding import Finding, Named
from gapcheck.model.settings import Settings
from gapcheck.model.wave import Wave
from gapcheck.reports import doubts, phrases, profiles, who
from gapcheck.reports.pieces import Piece, Row, Said, pieces
from gapcheck.reports.words import VERDICTS


def rows(finding: Finding, settings: Settings) -> list[Row]:
    """The rows of a finding in their order."""
    made = ((label, pieces(say(finding, settings))) for label, say in _ROWS)
    return [Row(label, said) for label, said in made if said]


def _why(finding: Finding, _: Settings) -> Said:
    reason = phrases.sentence(finding.reason or finding.why)
    return [Piece(f"{reason} Rule: "), Piece(finding.rule, code=True), Piece(".")]


def ended_by(finding: Finding, _: Settings) -> str:
    """That the force is over, and by what it is judged; nothing where it is not."""
    end = ended(finding)
    return f"In force until {end}; judged by evidence from within that time." if end else ""


def ended(finding: Finding) -> str:
    """The last day of an imperative's force where it was over by the as-at day; else nothing."""
    force = finding.imperative.in_force
    return phrases.long_date(force.end) if force.end and force.over(finding.as_at) else ""


def due(finding: Finding, _: Settings) -> str:
    """From when on a no counts; nothing where no day is set."""
    day = finding.imperative.due
    return f"By {phrases.long_date(day)}; until then a no does not count." if day else ""


def named(names: Iterable[Named]) -> str:
    """Barriers or enablers, each with its voices."""
    return " · ".join(f"{each.name}{profiles.voices(each.voices)}" for each in names)


def _tensions(finding: Finding, settings: Settings) -> Said:
    labels = settings.vocabulary.tensions
    return " · ".join(
        f"{phrases.label(each.name, labels)}{profiles.voices(each.voices)}"
        for each in finding.tensions
    )


def over_time(finding: Finding, _: Settings) -> str:
    """`2003 and 2004 not in practice → 2006 partly in practice`; nothing where all is the same."""
    runs = [(verdict, [each.year for each in own]) for verdict, own in _same(finding.waves)]
    if len(runs) < 2:
        return ""
    return " → ".join(f"{_years(years)} {_named(verdict)}" for verdict, years in runs)


def _same(waves: tuple[Wave, ...]) -> Iterable[tuple[Verdict, Iterable[Wave]]]:
    return groupby(waves, key=lambda each: each.verdict)


def _years(years: list[int]) -> str:
    return phrases.joined(map(str, years))


def _named(verdict: Verdict) -> str:
    return phrases.inside(VERDICTS[verdict].screen)


_ROWS: tuple[tuple[str, Callable[[Finding, Settings], Said]], ...] = (
    ("Why", _why),
    ("Ended", ended_by),
    ("Due", due),
    ("Over time", over_time),
    ("Sectors", who.sectors),
    ("Not heard", who.not_heard),
    ("Tiers", who.tiers),
    ("Rungs", who.rungs),
    ("Confidence", doubts.confidence),
    ("Fragile", doubts.fragile),
    ("Against", doubts.against),
    ("Suspect", doubts.suspect),
    ("Signed", doubts.signed),
    ("Set aside", doubts.set_aside),
    ("Left out", doubts.left_out),
    ("Barriers", lambda finding, _: named(finding.barriers)),
    ("Enablers", lambda finding, _: named(finding.enablers)),
    ("Tensions", _tensions),
    ("Ask next", who.ask_next),
    ("Pending", lambda finding, _: phrases.sentence(phrases.pending(finding))),
)
