"""How far people who coded the same words agree: what they differ over, and the coefficients."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from gapcheck.diagnostic import Location
from gapcheck.model.choices import SourceKind, Words
from gapcheck.model.dates import PartialDate
from gapcheck.model.settings import Settings
from gapcheck.model.study import Imperative, Partnership

NOT_CODED = "not coded"
"""The category of an excerpt that somebody reviewed without a code on an imperative."""


class Undefined(StrEnum):
    """Why there is no number: it is never nought, one, or left out without a word."""

    NO_UNIT = "no-unit"
    ONE_CATEGORY = "one-category"


class NoInterval(StrEnum):
    """Why a coefficient has no interval."""

    NO_COEFFICIENT = "no-coefficient"
    ONE_EXCERPT = "one-excerpt"
    NO_DISAGREEMENT = "no-disagreement"
    TOO_LITTLE_VARIETY = "too-little-variety"


@dataclass(frozen=True, slots=True)
class Coefficient:
    """A measure over `n` units; its value, or why it is not defined."""

    n: int
    value: float | Undefined

    @property
    def number(self) -> float | None:
        """The value, where there is one."""
        return None if isinstance(self.value, Undefined) else self.value


@dataclass(frozen=True, slots=True)
class Interval:
    """Between what a coefficient lies in 95 of 100 `resamples`; `undefined` of them had none."""

    low: float
    high: float
    resamples: int
    undefined: int = 0


@dataclass(frozen=True, slots=True)
class Reliability:
    """Krippendorff's nominal alpha with its interval, or why it has none.

    `excerpts` are those that its units stand in, and `coders` who coded any of these.
    """

    alpha: Coefficient
    interval: Interval | NoInterval
    excerpts: int
    coders: tuple[str, ...] = ()


class Question(StrEnum):
    """What of a code is compared.

    `code` is the stance or that there is no code; `presence` whether there is one at all;
    `stance` the stance among those who have one.
    """

    CODE = "code"
    PRESENCE = "presence"
    STANCE = "stance"


@dataclass(frozen=True, slots=True)
class Compared:
    """What two coders made of one question: percent agreement, and Cohen's kappa."""

    agreed: int
    percent: Coefficient
    kappa: Coefficient


@dataclass(frozen=True, slots=True)
class ImperativeAgreement:
    """Two coders on one imperative; `settled` disagreements are in none of the figures."""

    imperative: Imperative
    questions: tuple[tuple[Question, Compared], ...]
    settled: int = 0


class Left(StrEnum):
    """Why an excerpt of a source that two people coded is no unit of theirs."""

    FIRST_NOT_REVIEWED = "first-not-reviewed"
    SECOND_NOT_REVIEWED = "second-not-reviewed"
    NEITHER_REVIEWED = "neither-reviewed"
    CONSENT = "consent"


@dataclass(frozen=True, slots=True)
class PairAgreement:
    """Two coders over the `excerpts` that both reviewed, of the sources that both coded in."""

    coders: tuple[str, str]
    sources: int
    excerpts: int
    left_out: tuple[tuple[Left, int], ...]
    imperatives: tuple[ImperativeAgreement, ...]

    @property
    def settled(self) -> int:
        """How many disagreements between them were settled."""
        return sum(each.settled for each in self.imperatives)


@dataclass(frozen=True, slots=True)
class Side:
    """What one of the coders has: the stance, or that there is no code; and the memo with it."""

    coder: str
    category: str
    location: Location | None = None
    memo: str | None = None


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two coders who made different things of one excerpt for one imperative.

    `quote`, `translation` and the memos are None where the words may not be shown.
    """

    lsp: str
    source: str
    excerpt: str
    location: Location
    kind: SourceKind
    sector: str
    role: str | None
    source_date: PartialDate
    about: PartialDate
    population: int | None
    words: Words
    quote: str | None
    translation: str | None
    imperative: Imperative
    sides: tuple[Side, Side]
    agreed_by: str | None = None
    agreed_on: PartialDate | None = None

    @property
    def coders(self) -> tuple[str, str]:
        """The two who disagree."""
        return self.sides[0].coder, self.sides[1].coder


@dataclass(frozen=True, slots=True)
class Scope:
    """What was asked for, by ids; an empty tuple limits nothing."""

    lsps: tuple[str, ...] = ()
    coders: tuple[str, ...] = ()
    policies: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()


class Idle(StrEnum):
    """Why nothing could be compared at all."""

    NO_SECOND_CODER = "no-second-coder"
    SAME_CODER = "same-coder"
    NOTHING_SHARED = "nothing-shared"
    NOT_ASKED_FOR = "not-asked-for"


@dataclass(frozen=True, slots=True)
class Agreement:
    """All of it, disagreements first: grouped by imperative, then by pair of coders.

    `overall` has an alpha for each question, over every imperative that anybody coded;
    `imperatives` the same for one each, on what was coded. `idle` says why there is nothing.
    `same_coder` counts second files whose coder is the source's own.
    """

    settings: Settings
    scope: Scope
    partnerships: tuple[Partnership, ...]
    open: tuple[Disagreement, ...] = ()
    settled: tuple[Disagreement, ...] = ()
    pairs: tuple[PairAgreement, ...] = ()
    overall: tuple[tuple[Question, Reliability], ...] = ()
    imperatives: tuple[tuple[Imperative, Reliability], ...] = ()
    idle: Idle | None = None
    same_coder: int = 0
    left_out: tuple[str, ...] = ()
