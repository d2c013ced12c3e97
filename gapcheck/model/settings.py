"""What `gapcheck.yaml` settles for a whole study, with its defaults."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from gapcheck.diagnostic import Location
from gapcheck.model.methods import Topic
from gapcheck.model.study import Consent

TIERS: tuple[str, ...] = ("strategic", "thematic", "neighbourhood", "delivery")
"""The four tiers in their order from the board towards the street."""

NEVER_OBLIGED: frozenset[str] = frozenset({"audit", "research"})
"""Sectors that look on: no imperative obliges them, and their fieldwork lifts caps of hearing."""

SECTORS: Mapping[str, str] = MappingProxyType(
    {
        "vcs": "Voluntary sector",
        "council": "Council",
        "health": "Health",
        "police": "Police",
        "education": "Education",
        "business": "Business",
        "government-office": "Government office",
        "residents": "Residents",
        "faith": "Faith groups",
        "partnership": "Partnership officers",
        "research": "Research",
        "audit": "Audit",
    }
)
KINDS: Mapping[str, str] = MappingProxyType(
    {
        "lsp": "Local strategic partnership",
        "cpp": "Community planning partnership",
        "lsb": "Local service board",
        "psb": "Public services board",
        "hwb": "Health and wellbeing board",
        "icp": "Integrated care partnership",
        "icb": "Integrated care board",
        "haz": "Health action zone",
        "lep": "Local enterprise partnership",
        "other": "Partnership",
    }
)
TIER_LABELS: Mapping[str, str] = MappingProxyType({tier: tier.capitalize() for tier in TIERS})
TENSIONS: Mapping[str, str] = MappingProxyType(
    {
        "thematic-neighbourhood": "Thematic against neighbourhood",
        "local-strategic": "Local against strategic",
        "democratic-participatory": "Democratic against participatory",
    }
)
LOCI: tuple[str, ...] = ("policy", "resource", "structure", "practice", "measurement")
"""Where a barrier lies."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words that a study may use for its open choices: id to label, in a fixed order.

    `barriers` maps a barrier's name to its locus.
    """

    sectors: Mapping[str, str] = field(default_factory=lambda: SECTORS)
    kinds: Mapping[str, str] = field(default_factory=lambda: KINDS)
    tiers: Mapping[str, str] = field(default_factory=lambda: TIER_LABELS)
    tensions: Mapping[str, str] = field(default_factory=lambda: TENSIONS)
    barriers: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Where the study draws its lines: cuts in percent, staleness in years, cells in people."""

    absent_at: float = 10
    happens_at: float = 90
    stale_after_years: int = 3
    small_cell: int = 3


@dataclass(frozen=True, slots=True)
class Ethics:
    """What was approved and by whom; empty where the study does not say."""

    approval: str = ""
    controller: str = ""
    lawful_basis: str = ""
    consent_form: str = ""
    retention_until: str = ""
    reviewed_by: str = ""
    reviewed_on: str = ""
    location: Location = field(default=Location("gapcheck.yaml"), compare=False)


@dataclass(frozen=True, slots=True)
class SeverityRule:
    """A rule's severity in this study, for the paths that match `path` (all where empty)."""

    rule: str
    severity: str
    path: str = ""
    location: Location = field(default=Location("gapcheck.yaml"), compare=False)


@dataclass(frozen=True, slots=True)
class Settings:
    """A study's title, question, limits, thresholds, vocabulary and promises.

    `methods` is what the study itself writes of how it was done. `places` are the real names of
    the key list: for comparing alone, never to be written.
    """

    title: str = ""
    question: str = ""
    region: str = ""
    period: str = ""
    limits: tuple[str, ...] = ()
    thresholds: Thresholds = Thresholds()
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    double_coded: bool = False
    consent_forms: Mapping[str, Consent] = field(default_factory=lambda: MappingProxyType({}))
    ethics: Ethics = Ethics()
    methods: Mapping[Topic, str] = field(default_factory=lambda: MappingProxyType({}))
    severities: tuple[SeverityRule, ...] = ()
    places: tuple[str, ...] = field(default=(), repr=False)
