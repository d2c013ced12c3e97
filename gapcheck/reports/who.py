"""Who was heard on a finding, in which tiers, and whom to ask next."""

from __future__ import annotations

from gapcheck.model.finding import Finding, TierView
from gapcheck.model.settings import Settings
from gapcheck.reports import phrases, profiles, words


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
    pattern = profiles.tier_pattern(finding)
    return " · ".join([*heard, pattern] if heard and pattern else heard)


def speaks(view: TierView) -> bool:
    """Whether it is told that something was heard in a tier."""
    return view.position in words.POSITION_GROUPS


def tier(view: TierView, settings: Settings) -> str:
    """A tier with its position and voices: `strategic no (2 voices)`."""
    position = words.POSITIONS[view.position] if view.position else words.NOT_TOLD
    return f"{phrases.tier(view.tier, settings)} {position}{profiles.voices(view.voices)}"


def rungs(finding: Finding, _: Settings) -> str:
    """What is known on paper, done and with an effect, where two of them are known."""
    known = profiles.rungs(finding)
    return " · ".join(f"{rung} {position}" for rung, position in known) if len(known) > 1 else ""


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
