"""The working of a finding in as few words as will do, where tens of thousands stand on a page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gapcheck.model.choices import TierPattern
from gapcheck.model.finding import Finding
from gapcheck.model.settings import Settings
from gapcheck.reports import doubts, phrases, who, words
from gapcheck.reports.pieces import Row, Said, pieces

VOICES = re.compile(r"(?<=\d) voices?\b(?=[);])")
"""What `(2 voices)` says that `(2)` does not, once it is said that voices are counted."""


def rows(finding: Finding, settings: Settings) -> tuple[Row, ...]:
    """The rows that say something; that nothing is fragile or known the verdict says too."""
    made = ((label, pieces(said)) for label, said in _told(finding, settings))
    return tuple(Row(label, said) for label, said in made if said)


def _told(finding: Finding, settings: Settings) -> Iterator[tuple[str, Said]]:
    yield "Sectors", VOICES.sub("", who.sectors(finding, settings))
    yield "Tiers", VOICES.sub("", _tiers(finding, settings))
    yield "Confidence", doubts.confidence(finding, settings) if finding.confidence else ""
    yield "Fragile", _fragile(finding)
    yield "Against", doubts.against(finding, settings) if finding.negative_case else ""
    yield "Suspect", doubts.suspect(finding, settings)
    yield "Signed", doubts.signed(finding, settings)
    yield "Left out", doubts.left_out(finding, settings)
    yield "Ask next", _ask(finding, settings)


def _tiers(finding: Finding, settings: Settings) -> str:
    heard = [who.tier(view, settings) for view in finding.tiers if who.speaks(view)]
    known = finding.tier_pattern if finding.tier_pattern is not TierPattern.UNKNOWN else None
    pattern = [known.value.replace("-", " ")] if known else []
    return " · ".join([*heard, *pattern] if heard else heard)


def _fragile(finding: Finding) -> str:
    """The sources that it hangs on, those with one verdict in their absence together."""
    without: dict[str, list[str]] = {}
    for each in finding.fragile:
        if each.without is None or each.verdict is None:
            return "without one of its sources: another verdict"
        becomes = phrases.inside(words.VERDICTS[each.verdict].screen)
        without.setdefault(becomes, []).append(each.without)
    return "; ".join(
        f"without {phrases.joined(sources, 'or')}: {becomes}"
        for becomes, sources in without.items()
    )


def _ask(finding: Finding, settings: Settings) -> str:
    """Whom, and for want of which part; why else stands in the partnership's own report."""
    asked = (
        who.asked(each.sector, each.tier, settings) + phrases.part(each.sector, finding.imperative)
        for each in finding.ask_next
    )
    return " · ".join(asked)
