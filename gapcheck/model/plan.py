"""What to do next in a partnership: whom to see, what hangs on it, and what it could change."""

from __future__ import annotations

from dataclasses import dataclass

from gapcheck.model.choices import Stance, Verdict
from gapcheck.model.finding import Finding
from gapcheck.model.report import HeardCell, PartnershipReport, Report

Kind = tuple[str, str | None]
"""A kind of person: a sector, and the tier that they speak from (None: any)."""


@dataclass(frozen=True, slots=True)
class Chance:
    """What the verdict would be with one more first-hand voice that takes this stance."""

    stance: Stance
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Matter:
    """One finding in one conversation: why these people, and what they could make of it.

    `counted` is false where the finding has its voices already: it is asked if there is time.
    """

    finding: Finding
    why: str
    chances: tuple[Chance, ...]
    counted: bool

    @property
    def settles(self) -> bool:
        """Whether one such voice can give another verdict at all."""
        return any(each.verdict is not self.finding.verdict for each in self.chances)


@dataclass(frozen=True, slots=True)
class Conversation:
    """One interview: with whom, and on what. `turn` is 2 for a second person of the kind."""

    sector: str
    tier: str | None
    turn: int
    matters: tuple[Matter, ...]

    @property
    def counted(self) -> tuple[Matter, ...]:
        """What this conversation is for."""
        return tuple(each for each in self.matters if each.counted)


@dataclass(frozen=True, slots=True)
class SampleCell:
    """A sector in a tier: what was heard there, and the imperatives that hang on it."""

    sector: str
    tier: str | None
    heard: HeardCell | None
    hanging: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Power:
    """One of the five things that information power rests on, and where it leans here.

    `leans` is `fewer`, `more` or `yours` (what the files cannot show); `why` is a sentence.
    """

    component: str
    leans: str
    why: str


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan for one partnership; `nobody` are doubtful findings with no one left to ask."""

    report: Report
    part: PartnershipReport
    doubtful: tuple[Finding, ...]
    conversations: tuple[Conversation, ...]
    nobody: tuple[Finding, ...]
    cells: tuple[SampleCell, ...]
    power: tuple[Power, ...]
