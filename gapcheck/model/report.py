"""Everything that a report may say, counted and judged: formats only arrange it."""

from __future__ import annotations

from dataclasses import dataclass

from gapcheck.diagnostic import Diagnostic
from gapcheck.model.beyond import Beyond
from gapcheck.model.choices import AcrossPattern, Audience, Exclusion, Group, SourceKind, Verdict
from gapcheck.model.dates import Day
from gapcheck.model.edition import Edition
from gapcheck.model.finding import Finding, Named
from gapcheck.model.methods import Methods
from gapcheck.model.narrowing import Narrowing
from gapcheck.model.settings import Settings
from gapcheck.model.study import Imperative, Partnership, Policy


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source of a partnership as its report lists it; `excluded` where consent shuts it out.

    One that is not `told` stands for all of its kind and year, however many they are.
    """

    id: str
    kind: SourceKind
    date: str
    sectors: tuple[str, ...]
    tiers: tuple[str | None, ...]
    population: int | None
    excerpts: int
    unreviewed: int
    used: bool
    excluded: Exclusion | None
    citation: str | None = None
    told: bool = True


@dataclass(frozen=True, slots=True)
class HeardCell:
    """Sources in which one sector speaks from one tier (None: no tier), those shut out apart.

    `sources` is None where somebody was heard and neither how many nor from which tier is told.
    """

    sector: str
    tier: str | None
    sources: tuple[str, ...] | None
    withheld: tuple[str, ...] = ()
    survey_of: int | None = None

    @property
    def heard(self) -> bool:
        """Whether anybody speaks here."""
        return self.sources is None or bool(self.sources)


@dataclass(frozen=True, slots=True)
class PartnershipReport:
    """One partnership's part of a report: totals by group and who was heard.

    `totals` holds all five groups, zeros too. `barriers`, `enablers` and `tensions` count
    voices over all its excerpts that are admissible by consent.
    """

    partnership: Partnership
    as_at: Day | None
    totals: tuple[tuple[Group, int], ...]
    not_applicable: int
    not_taken_up: int
    sources: tuple[SourceView, ...]
    heard: tuple[HeardCell, ...]
    unheard: tuple[str, ...]
    barriers: tuple[Named, ...] = ()
    enablers: tuple[Named, ...] = ()
    tensions: tuple[Named, ...] = ()


@dataclass(frozen=True, slots=True)
class Across:
    """One imperative over the partnerships of the report, survey populations apart.

    `gaps_in` names the partnerships with a gap.
    """

    imperative: Imperative
    judged: int
    totals: tuple[tuple[Group, int], ...]
    pattern: AcrossPattern | None
    gaps_in: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Changed:
    """A finding that one way of judging otherwise would change."""

    lsp: str
    imperative: str
    verdict: Verdict
    otherwise: Verdict


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """One way of judging otherwise ("survey cuts at 20 % and 80 %") and what it changes.

    `reached` are the findings (partnership, imperative) that hold anything it touches: of the
    others it says nothing. Where it reaches none, `lacking` says why: that is not "no change".
    """

    key: str
    scenario: str
    changes: tuple[Changed, ...] = ()
    reached: tuple[tuple[str, str], ...] = ()
    lacking: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """What `gapcheck report` found: findings are ordered by partnership, then by policy file.

    `whole_study` is false where partnerships were named. `left_out` says, in whole sentences,
    which parts of the study no verdict rests on because their files have errors. `commit` is the
    one at which the study is checked out, empty where it is not under git. `methods` counts how
    the evidence was gathered and coded; None where that is not told. `edition` is None for the
    team, `narrowing` where all was asked for, `beyond` where no theme was coded or none is told.
    """

    settings: Settings
    audience: Audience
    policies: tuple[Policy, ...]
    partnerships: tuple[PartnershipReport, ...]
    findings: tuple[Finding, ...]
    across: tuple[Across, ...]
    whole_study: bool
    diagnostics: tuple[Diagnostic, ...] = ()
    left_out: tuple[str, ...] = ()
    as_at_given: bool = False
    sensitivity: tuple[Sensitivity, ...] = ()
    commit: str = ""
    methods: Methods | None = None
    edition: Edition | None = None
    narrowing: Narrowing | None = None
    beyond: Beyond | None = None
