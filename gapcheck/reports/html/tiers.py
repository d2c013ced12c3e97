"""What was heard from the board table to the street: a mark for each tier, and the words for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gapcheck.model.finding import Finding, TierView
from gapcheck.model.settings import TIERS, Settings
from gapcheck.reports import phrases
from gapcheck.reports.html.marks import SILENT, UNTOLD, mark_of_position
from gapcheck.reports.who import speaks, tier
from gapcheck.reports.words import NOT_TOLD

NOTHING = "nothing heard"


@dataclass(frozen=True, slots=True)
class Tier:
    """One tier of a strip: its letter, its mark, and both in words."""

    letter: str
    mark: str
    words: str


def strip(finding: Finding, settings: Settings) -> tuple[Tier, ...]:
    """All tiers of a finding, the silent ones too; nothing where nobody spoke in any."""
    heard = {view.tier: view for view in finding.tiers}
    if not any(map(speaks, finding.tiers)):
        return ()
    return tuple(_tier(each, heard.get(each), settings) for each in order(settings))


def order(settings: Settings) -> tuple[str, ...]:
    """The four tiers from the board towards the street, then those that the study adds."""
    return (*TIERS, *(each for each in settings.vocabulary.tiers if each not in TIERS))


def letter(identifier: str, settings: Settings) -> str:
    """The first letter of a tier."""
    return phrases.label(identifier, settings.vocabulary.tiers)[:1].upper()


def _tier(identifier: str, view: TierView | None, settings: Settings) -> Tier:
    own = letter(identifier, settings)
    if view is None or not speaks(view):
        untold = view is not None and view.position is None
        mark, said = (UNTOLD, NOT_TOLD) if untold else (SILENT, NOTHING)
        return Tier(own, mark, f"{phrases.tier(identifier, settings)} {said}")
    return Tier(own, mark_of_position(view.position), tier(view, settings))


def in_words(tiers: Sequence[Tier]) -> str:
    """A strip for those who cannot see it."""
    return "; ".join(each.words for each in tiers)
