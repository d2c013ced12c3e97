"""A finding as everybody may read it: the verdict as it is, its people only as far as they hide."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from gapcheck.model.choices import Shown
from gapcheck.model.finding import (
    Concern,
    Finding,
    Fragility,
    SectorView,
    TierView,
    Voices,
    VoiceView,
)
from gapcheck.publish.counting import Numbers, numbers
from gapcheck.publish.ground import Ground
from gapcheck.publish.names import told_names
from gapcheck.publish.people import is_spoken
from gapcheck.publish.pooling import pooled, unnamed_why
from gapcheck.publish.statements import Pair, told_notes, told_statements

_HIDDEN = Fragility(None, None)


def told_finding(finding: Finding, ground: Ground) -> tuple[Finding, Numbers]:
    """The finding as it is told, and what its numbers of people are like."""
    own = pooled(finding, ground.together)
    found = numbers(own, ground)
    pairs = told_statements(own.statements, ground)
    told = _for_everybody(own, found, pairs, ground)
    if found.alone or (ground.lost and found.people):
        return _closed(told, pairs, ground), found
    return (_with_people(told, found, ground) if found.people else told), found


def _for_everybody(
    own: Finding, found: Numbers, pairs: tuple[Pair, ...], ground: Ground
) -> Finding:
    """Without what is the team's own: plans, reasons written for one another, ids of people."""
    against = set(own.negative_case)
    return replace(
        own,
        partnership=ground.partnership,
        as_at=ground.as_at,
        # The trace counts statements and voices; the rule that fired has its own sentence.
        tried=tuple(replace(each, why=own.why if each.fired else "") for each in own.tried),
        voice_views=tuple(_voices(own, ground)),
        statements=tuple(told for _, told in pairs),
        negative_case=tuple(told for each, told in pairs if each in against),
        realist=told_notes(own.realist, own.statements, ground),
        fragile=_fragile(own, found, ground),
        ask_next=(),
        signoff=replace(own.signoff, reason=None) if own.signoff else None,
        # Whoever spoke for the nation unpublished is as easy to recognise as anybody.
        background=tuple(each for each in own.background if each.citation),
        shown=Shown.SELECTION,
        # Nobody has looked yet at what waits to be reviewed, and its places name sources.
        pending=(),
        # When somebody spoke, and what the others said then, would tell whose words turned it.
        waves=(),
    )


def _voices(own: Finding, ground: Ground) -> Iterator[VoiceView]:
    """The voices of papers; of people only which sectors spoke without a position."""
    standing = {view.sector for view in own.sectors} | set(own.on_paper)
    for voice in own.voice_views:
        kinds = [ground.kinds.get(source) for source in voice.sources]
        if kinds and all(kind is not None and ground.named(kind) for kind in kinds):
            yield voice
        elif voice.sector not in standing:
            standing.add(voice.sector)
            yield VoiceView(voice.sector, None, ())


def _fragile(own: Finding, found: Numbers, ground: Ground) -> tuple[Fragility, ...]:
    """The papers that the verdict hangs on; of a person's source only that there is one."""
    told = [each for each in own.fragile if _is_named(each.without, ground) and not found.few]
    return (*told, _HIDDEN) if len(told) < len(own.fragile) else tuple(told)


def _is_named(source: str | None, ground: Ground) -> bool:
    kind = ground.kinds.get(source or "")
    return kind is not None and ground.named(kind)


def _with_people(told: Finding, found: Numbers, ground: Ground) -> Finding:
    """Tell positions, and numbers of people where none of them is too small."""
    least = None if found.few else ground.least
    untiered = ground.coarsened or found.few_in_tier
    told = replace(
        told,
        tiers=tuple(_tier(view, found, ground) for view in told.tiers),
        tier_pattern=None if untiered else told.tier_pattern,
        barriers=told_names(told.barriers, ground.common, least),
        enablers=told_names(told.enablers, ground.common, least),
        tensions=told_names(told.tensions, ground.common, least),
    )
    if not found.few:
        return told
    return replace(
        told,
        sectors=tuple(SectorView(each.sector, each.position, *_NO_COUNTS) for each in told.sectors),
        concerns=_uncounted(told, ground),
    )


_NO_COUNTS = (None, None, None, None)


def _tier(view: TierView, found: Numbers, ground: Ground) -> TierView:
    # Beside a tier with too few the silent ones are not told either: that would tell which it is.
    if ground.coarsened or (found.few_in_tier and view.tier not in found.many):
        return TierView(view.tier, None, None)
    return replace(view, voices=None) if found.few and view.voices else view


def _uncounted(told: Finding, ground: Ground) -> tuple[Concern, ...]:
    """The concerns with one on numbers in any case: whether it lowered anything would tell one."""
    if told.confidence is None:
        return told.concerns
    why = f"Voices are not counted here: of a sector or a tier fewer than {ground.least} speak."
    others = (each for each in told.concerns if each.component != "adequacy")
    return (Concern("adequacy", None, why), *others)


def _closed(told: Finding, pairs: tuple[Pair, ...], ground: Ground) -> Finding:
    """A finding of which neither the words of people nor their positions are told."""
    papers = tuple(shown for each, shown in pairs if not is_spoken(each.kind))
    why = unnamed_why(told)
    return replace(
        told,
        shown=Shown.NOTHING,
        why=why,
        tried=tuple(replace(each, why=why if each.fired else "") for each in told.tried),
        sectors=(),
        voice_views=(),
        on_paper=() if ground.lost else told.on_paper,
        voices=Voices() if ground.lost else told.voices,
        tiers=tuple(TierView(view.tier, None, None) for view in told.tiers),
        tier_pattern=None,
        rungs=tuple((rung, None) for rung, _ in told.rungs),
        concerns=_uncounted(told, ground),
        statements=papers,
        negative_case=tuple(each for each in papers if each in told.negative_case),
        fragile=(_HIDDEN,) if told.fragile else (),
        barriers=(),
        enablers=(),
        tensions=(),
        realist=(),
    )
