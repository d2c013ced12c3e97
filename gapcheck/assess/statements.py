"""What a code says once every default is filled in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from gapcheck.assess.admissible import is_stale, time_exclusion
from gapcheck.assess.fieldwork import Fieldwork, Passage
from gapcheck.assess.obliged import is_obliged
from gapcheck.model.choices import Basis, Exclusion, Rung, SourceKind, Stance
from gapcheck.model.dates import PartialDate
from gapcheck.model.settings import Settings, Thresholds
from gapcheck.model.study import Code, Imperative, Share, Speaker

HEIGHT = {rung: height for height, rung in enumerate(Rung)}
COUNTED = frozenset({SourceKind.SURVEY, SourceKind.EVALUATION})
"""The kinds whose own fieldwork counts many at once."""
_SPOKEN = frozenset({SourceKind.INTERVIEW, SourceKind.FOCUS_GROUP, SourceKind.OBSERVATION})
_PAPERS = frozenset({SourceKind.DOCUMENT, SourceKind.MINUTES})
_STRATEGIC = _PAPERS | {SourceKind.ACCOUNTS}
KNOWN = frozenset({Basis.FIRST_HAND, Basis.RECORD})
"""The bases that practice statements rest on."""


@dataclass(frozen=True, slots=True)
class Said:
    """A code on a passage as the judgement takes it, before it is weighed with the others.

    `practice` is the stance as it counts on the rung demanded; an `unaware` may yet give way.
    """

    passage: Passage
    code: Code
    stance: Stance
    basis: Basis
    rung: Rung
    tier: str | None
    about: PartialDate
    excluded: Exclusion | None
    practice: Stance | None
    adoption: bool
    stale: bool


def said(imperative: Imperative, fieldwork: Fieldwork) -> tuple[Said, ...]:
    """All that a partnership's sources say on an imperative, ordered by source and excerpt."""
    found = (
        _said(passage, code, imperative, fieldwork.settings, fieldwork.as_at)
        for passage, code in fieldwork.coded.get(imperative.name, ())
    )
    return tuple(statement for statement in found if statement is not None)


def _said(
    passage: Passage, code: Code, imperative: Imperative, settings: Settings, as_at: date | None
) -> Said | None:
    stance = code.stance or stance_of(code.share, settings.thresholds)
    # The loader leaves such codes out; without either nothing was said.
    if stance is None:
        return None
    kind = passage.source.kind
    basis = code.basis or basis_by_default(kind, imperative, passage.sector)
    rung = code.rung or rung_by_default(kind, imperative.demands)
    about = passage.excerpt.about or passage.source.date
    excluded = passage.shut_out or time_exclusion(stance, about, imperative)
    admitted = excluded is None
    return Said(
        passage,
        code,
        stance,
        basis,
        rung,
        code.tier or tier_by_default(kind, passage.speaker),
        about,
        excluded,
        practice_of(stance, basis, rung, imperative.demands) if admitted else None,
        admitted and shows_adoption(stance, basis, rung),
        admitted and is_stale(about, imperative, as_at, settings.thresholds.stale_after_years),
    )


def stance_of(share: Share | None, cuts: Thresholds) -> Stance | None:
    """The stance that a published share comes to: the cuts themselves count as met."""
    if share is None:
        return None
    if share.percent is not None:
        part, whole = Decimal(str(share.percent)), 100
    elif share.met is not None and share.of:
        # Compared crosswise with the cut: a quotient might round over it.
        part, whole = Decimal(str(share.met)), share.of
    else:
        return None
    if part * 100 >= Decimal(str(cuts.happens_at)) * whole:
        return Stance.HAPPENS
    return Stance.ABSENT if part * 100 <= Decimal(str(cuts.absent_at)) * whole else Stance.PARTLY


def basis_by_default(kind: SourceKind, imperative: Imperative, sector: str) -> Basis:
    """How the speaker knows it, where the code does not say."""
    if kind in _SPOKEN:
        return Basis.FIRST_HAND
    # Those obliged who answer for themselves claim; others record what they saw.
    if kind in COUNTED and is_obliged(sector, imperative):
        return Basis.CLAIM
    if kind is SourceKind.DOCUMENT and imperative.demands is not Rung.ADOPTED:
        return Basis.CLAIM
    return Basis.RECORD


def rung_by_default(kind: SourceKind, demanded: Rung) -> Rung:
    """The rung that it speaks of, where the code does not say: never above the one demanded."""
    if kind in _PAPERS or demanded is Rung.ADOPTED:
        return Rung.ADOPTED
    return Rung.ENACTED


def tier_by_default(kind: SourceKind, speaker: Speaker | None) -> str | None:
    """The tier that it speaks from, where the code does not say."""
    if speaker is not None and speaker.tier is not None:
        return speaker.tier
    return "strategic" if kind in _STRATEGIC else None


def practice_of(stance: Stance, basis: Basis, rung: Rung, demanded: Rung) -> Stance | None:
    """What an admissible statement says of practice on the rung demanded, if anything."""
    if basis not in KNOWN:
        return None
    if rung is demanded:
        return stance
    # What made a difference was done; what made none may still have been.
    if HEIGHT[rung] > HEIGHT[demanded]:
        return stance if stance is Stance.HAPPENS else None
    if rung is Rung.ENACTED:
        # Done, but whether it made the difference demanded is not shown.
        return Stance.PARTLY if stance is Stance.HAPPENS else stance
    return None


def shows_adoption(stance: Stance, basis: Basis, rung: Rung) -> bool:
    """Whether an admissible statement shows that the imperative stands on paper."""
    if stance is not Stance.HAPPENS:
        return False
    return basis is Basis.CLAIM or (rung is Rung.ADOPTED and basis is not Basis.HEARSAY)


def population_of(statement: Said) -> int | None:
    """How many a survey or an evaluation speaks for: the share's `of`, else the source's."""
    source = statement.passage.source
    if source.kind not in COUNTED:
        return None
    share = statement.code.share
    return (share.of if share else None) or source.population
