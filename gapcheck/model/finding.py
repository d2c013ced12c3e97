"""One imperative judged in one partnership, with everything that the judgement rests on.

In the edition for the public a value may stand for what is not told: a count, a position, a place
and a source's id are then None (an id that is never compared is empty).
"""

from __future__ import annotations

from dataclasses import dataclass

from gapcheck.diagnostic import Location
from gapcheck.model.choices import (
    Basis,
    Confidence,
    Exclusion,
    Group,
    Position,
    Rung,
    Shown,
    SourceKind,
    Stance,
    TierPattern,
    Verdict,
    Words,
)
from gapcheck.model.dates import Day, PartialDate
from gapcheck.model.signoff_view import SignoffView
from gapcheck.model.study import Imperative, Partnership, Realist, Share
from gapcheck.model.wave import Wave


@dataclass(frozen=True, slots=True)
class Statement:
    """One code on one excerpt, with its defaults filled in and its standing in the judgement.

    `stance` is None where consent excludes it, and `quote` (and `translation`) wherever the
    words may not be shown: a Statement never holds what a report must not say. `voice` names
    who speaks (a speaker, a sector of a group, or the source itself). `set_aside` marks an
    `unaware` that gave way; `practice` is the stance as it counts on the rung demanded, None
    where the statement does not speak of practice. `too_few`: its words and its share are not
    told because they count too few people. `suspect`: coded before the imperative changed.
    """

    source: str
    excerpt: str
    kind: SourceKind
    sector: str
    voice: tuple[str, ...]
    basis: Basis
    rung: Rung
    about: PartialDate
    source_date: PartialDate
    location: Location | None
    stance: Stance | None
    practice: Stance | None = None
    tier: str | None = None
    role: str | None = None
    share: Share | None = None
    population: int | None = None
    quote: str | None = None
    translation: str | None = None
    words: Words = Words.VERBATIM
    language: str = "en"
    single_coded: bool = True
    stale: bool = False
    deciding: bool = False
    set_aside: bool = False
    adoption: bool = False
    excluded: Exclusion | None = None
    why_excluded: str = ""
    too_few: bool = False
    suspect: bool | None = False


@dataclass(frozen=True, slots=True)
class SectorView:
    """What a sector's voices said: how many came to each position; None where none counts."""

    sector: str
    position: Position | None
    happens: int | None = 0
    partly: int | None = 0
    absent: int | None = 0
    unaware: int | None = 0


@dataclass(frozen=True, slots=True)
class VoiceView:
    """One voice of one sector: where it speaks, and its position (None where none counts)."""

    sector: str
    position: Position | None
    sources: tuple[str, ...]
    role: str | None = None
    population: int | None = None


@dataclass(frozen=True, slots=True)
class RuleTried:
    """One rule of the ordered thirteen: whether it fired, and in a few words why or why not."""

    rule: str
    fired: bool
    why: str


@dataclass(frozen=True, slots=True)
class TierView:
    """What was heard of practice in one tier, from how many voices."""

    tier: str
    position: Position | None
    voices: int | None


@dataclass(frozen=True, slots=True)
class Concern:
    """A reason why confidence is lower: levels taken, or 0 where it is a ceiling (`cap`)."""

    component: str
    levels: int | None
    why: str


@dataclass(frozen=True, slots=True)
class Fragility:
    """A source without which the verdict would be another."""

    without: str | None
    verdict: Verdict | None


@dataclass(frozen=True, slots=True)
class Voices:
    """Sectors heard and not heard, in the vocabulary's order, and what follows from it."""

    heard: tuple[str, ...] = ()
    unheard: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Named:
    """A barrier, enabler or tension, how many voices named it, and where it lies (if mapped)."""

    name: str
    voices: int | None
    locus: str | None = None


@dataclass(frozen=True, slots=True)
class Ask:
    """Whom to ask next; `tier` is None where any will do."""

    sector: str
    tier: str | None
    why: str


@dataclass(frozen=True, slots=True)
class Background:
    """A national source's words on the imperative: shown beside the finding, never counted."""

    source: str
    excerpt: str
    text: str
    location: Location
    citation: str | None = None


@dataclass(frozen=True, slots=True)
class Pending:
    """An unreviewed excerpt that may bear on the finding; it counts for nothing.

    `score` is the matcher's, for the order alone.
    """

    source: str
    excerpt: str
    location: Location
    score: float


@dataclass(frozen=True, slots=True)
class RealistNote:
    """A context-mechanism-outcome configuration coded on one of the finding's excerpts."""

    source: str
    excerpt: str
    realist: Realist


@dataclass(frozen=True, slots=True)
class Finding:
    """A verdict with its working: the rule, the evidence, the doubts and what would change it.

    `shown` says whether `statements` is all that was said, what of it everybody may read, or
    nothing of what people said. `waves` is empty unless what counts is of several years;
    `rests_on_suspect`: among what decides it is a suspect code.
    """

    imperative: Imperative
    partnership: Partnership
    as_at: Day | None
    rule: str
    verdict: Verdict
    why: str
    confidence: Confidence | None = None
    reason: str | None = None
    concerns: tuple[Concern, ...] = ()
    tried: tuple[RuleTried, ...] = ()
    voice_views: tuple[VoiceView, ...] = ()
    sectors: tuple[SectorView, ...] = ()
    on_paper: tuple[str, ...] = ()
    tiers: tuple[TierView, ...] = ()
    tier_pattern: TierPattern | None = TierPattern.UNKNOWN
    rungs: tuple[tuple[Rung, Position | None], ...] = ()
    statements: tuple[Statement, ...] = ()
    fragile: tuple[Fragility, ...] = ()
    negative_case: tuple[Statement, ...] = ()
    voices: Voices = Voices()
    barriers: tuple[Named, ...] = ()
    enablers: tuple[Named, ...] = ()
    tensions: tuple[Named, ...] = ()
    realist: tuple[RealistNote, ...] = ()
    ask_next: tuple[Ask, ...] = ()
    signoff: SignoffView | None = None
    background: tuple[Background, ...] = ()
    pending: tuple[Pending, ...] = ()
    shown: Shown = Shown.WHOLE
    waves: tuple[Wave, ...] = ()
    rests_on_suspect: bool = False

    @property
    def group(self) -> Group | None:
        """The group that the rules' verdict is counted in."""
        return self.verdict.group
