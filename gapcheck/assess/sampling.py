"""The sampling table, and what information power says of it: never how many, only what leans.

After Malterud, Siersma and Guassora (2016): the more a sample knows that bears on the aim, the
fewer people it takes. Five things decide how much it knows; of each stands here what the files
show, and which way it leans. What they cannot show is left to whoever plans.
"""

from __future__ import annotations

from collections.abc import Sequence

from gapcheck.assess import wording
from gapcheck.assess.conversations import concerns
from gapcheck.model.choices import Basis, SourceKind, Words
from gapcheck.model.finding import Finding
from gapcheck.model.plan import Conversation, Power, SampleCell
from gapcheck.model.report import PartnershipReport
from gapcheck.model.settings import Vocabulary

_FEW_TOPICS = 2
_SPOKEN = frozenset({SourceKind.INTERVIEW, SourceKind.FOCUS_GROUP})


def sampling(
    part: PartnershipReport, doubtful: Sequence[Finding], words: Vocabulary
) -> tuple[SampleCell, ...]:
    """Every sector and tier that was heard, or that a doubtful finding would ask."""
    heard = {(cell.sector, cell.tier): cell for cell in part.heard}
    hanging: dict[tuple[str, str | None], list[str]] = {}
    for finding in doubtful:
        for ask in finding.ask_next:
            hanging.setdefault((ask.sector, ask.tier), []).append(finding.imperative.name)
    known = {sector for sector, _ in (*heard, *hanging)} | set(part.unheard)
    places = (
        (sector, tier)
        for sector in wording.in_order(known, words.sectors)
        for tier in (*words.tiers, None)
    )
    return tuple(
        SampleCell(*place, heard.get(place), tuple(dict.fromkeys(hanging.get(place, ()))))
        for place in places
    )


def power(
    part: PartnershipReport,
    findings: Sequence[Finding],
    doubtful: Sequence[Finding],
    conversations: Sequence[Conversation],
    partnerships: int,
) -> tuple[Power, ...]:
    """The five, in the order of their authors."""
    return (
        _aim(doubtful),
        _specificity(conversations),
        _theory(doubtful),
        _dialogue(part, findings),
        _analysis(partnerships),
    )


def _aim(doubtful: Sequence[Finding]) -> Power:
    # What names no topic is as broad as the policy that it stands in.
    topics = {t for each in doubtful for t in each.imperative.topics or (each.imperative.policy,)}
    asked = f"{_many(len(doubtful), 'imperative')} on {_many(len(topics), 'topic')}"
    if len(topics) <= _FEW_TOPICS:
        return Power("aim", "fewer", f"It is narrow: {asked} wait for an answer.")
    return Power(
        "aim",
        "more",
        f"It is broad: {asked} wait for an answer. Each topic that you put off narrows it.",
    )


def _specificity(conversations: Sequence[Conversation]) -> Power:
    matters = [(one.sector, each.finding) for one in conversations for each in one.counted]
    meant = [sector for sector, finding in matters if concerns(finding, sector)]
    if matters and len(meant) == len(matters):
        why = "All who are to be seen are obliged by what they are asked, or it is meant for them."
        return Power("specificity", "fewer", why)
    rest = len(matters) - len(meant)
    why = (
        f"For {rest} of {_many(len(matters), 'question')} those to be seen are neither obliged nor "
        "those it is meant for: whether they know of it is yours to find out beforehand."
        if matters
        else "Nobody is to be seen, so there is nothing to say of how near people are to it."
    )
    return Power("specificity", "yours", why)


def _theory(doubtful: Sequence[Finding]) -> Power:
    bare = sum(not each.imperative.indicators for each in doubtful)
    head = "What is asked was fixed beforehand, from policy"
    if not bare:
        return Power("theory", "fewer", f"{head}, and every imperative says what one would see.")
    why = f"{head}; but {bare} of {len(doubtful)} say nowhere what one would see. Add indicators."
    return Power("theory", "more", why)


def _dialogue(part: PartnershipReport, findings: Sequence[Finding]) -> Power:
    spoken = {each.id for each in part.sources if each.used and each.kind in _SPOKEN}
    own = [
        each
        for finding in findings
        for each in finding.statements
        if each.source in spoken and not each.excluded
    ]
    hand = sum(each.basis is Basis.FIRST_HAND for each in own)
    notes = len({each.source for each in own if each.words is Words.NOTES})
    kept = f" ({notes} kept as notes alone)" if notes else ""
    said = f"So far {_many(len(spoken), 'conversation')}{kept} gave "
    said += _many(hand, "first-hand statement")
    why = f"{said}. How much the next will give hangs on who asks, and how well."
    return Power("dialogue", "yours", why)


def _analysis(partnerships: int) -> Power:
    if partnerships == 1:
        return Power("analysis", "fewer", "One partnership is looked at in depth.")
    why = f"It is compared with {_many(partnerships - 1, 'other partnership')}: both need voices."
    return Power("analysis", "more", why)


def _many(number: int, one: str) -> str:
    return f"{number} {one}{'' if number == 1 else 's'}"
