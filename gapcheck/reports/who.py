"""Who was heard on a finding, in which tiers, and whom to ask next."""

from __future__ import annotations

from gapcheck.model.choices import Position, TierPattern
from gapcheck.model.finding import Finding, TierView
from gapcheck.model.settings import Settings
from gapcheck.reports import phrases, words


def sectors(finding: Finding, settings: Settings) -> str:
    """Every sector that spoke and where it stands: `Council: yes (3 voices)`."""
    return " · ".join(phrases.sectors(finding, settings))


def not_heard(finding: Finding, settings: Settings) -> str:
    """The sectors not heard, each with the part that the imperative gives it."""
    labels = settings.vocabulary.sectors
    return " · ".join(
        phrases.label(each, labels) + phrases.part(each, finding.imperative)
        for each in finding.voices.unheard
    )


def tiers(finding: Finding, settings: Settings) -> str:
    """The tiers in which somebody spoke, and how practice changes between them."""
    heard = [tier(view, settings) for view in finding.tiers if speaks(view)]
    pattern = pattern_of(finding)
    return " · ".join([*heard, pattern] if heard and pattern else heard)


def speaks(view: TierView) -> bool:
    """Whether it is told that something was heard in a tier."""
    return view.position in words.POSITION_GROUPS


def tier(view: TierView, settings: Settings) -> str:
    """A tier with its position and voices: `strategic no (2 voices)`."""
    return f"{phrases.tier(view.tier, settings)} {words.POSITIONS[view.position]}" + voices(
        view.voices
    )


def voices(number: int | None) -> str:
    """How many voices, in brackets; nothing where that is not told."""
    return "" if number is None else f" ({phrases.counted(number, 'voice')})"


def pattern_of(finding: Finding) -> str:
    """How practice changes from the board towards the street; nothing where that is not known."""
    return words.TIER_PATTERNS[finding.tier_pattern or TierPattern.UNKNOWN]


def rungs(finding: Finding, _: Settings) -> str:
    """What is known on paper, done and with an effect, where two of them are known."""
    unheard = (None, Position.UNKNOWN)
    known = [pair for pair in finding.rungs if pair[1] not in unheard]
    if len(known) < 2:
        return ""
    return " · ".join(
        f"{words.RUNGS[rung]} {words.POSITIONS[position]}" for rung, position in known
    )


def ask_next(finding: Finding, settings: Settings) -> str:
    """Whom to ask next, and why."""
    return " ".join(f"{who}: {phrases.sentence(why)}" for who, why in asks(finding, settings))


def asks(finding: Finding, settings: Settings) -> list[tuple[str, str]]:
    """Whom to ask and why, those with one reason together."""
    whom: dict[str, list[str]] = {}
    for each in finding.ask_next:
        whom.setdefault(each.why, []).append(asked(each.sector, each.tier, settings))
    return [(" · ".join(names), why) for why, names in whom.items()]


def asked(sector: str, tier_id: str | None, settings: Settings) -> str:
    """Whom to ask, and where: `Council, strategic`."""
    who = phrases.label(sector, settings.vocabulary.sectors)
    return f"{who}, {phrases.tier(tier_id, settings)}" if tier_id else who
