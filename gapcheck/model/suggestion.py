"""What a matcher suggests for an uncoded excerpt, why, and how far it can be leaned on."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from gapcheck.diagnostic import Location
from gapcheck.model.choices import SourceKind, Words
from gapcheck.model.dates import PartialDate
from gapcheck.model.settings import Settings
from gapcheck.model.study import Excerpt, Imperative, Partnership, Source


class Band(StrEnum):
    """How far a candidate stands out, from the most to the least; not how likely it is right."""

    STRONG = "strong"
    FAIR = "fair"
    WEAK = "weak"


CLEAR = 0.5
"""The least lead over the next candidate that is called clear."""


class CueKind(StrEnum):
    """What words an excerpt has that often stand beside a no."""

    NEGATION = "negation"
    ABSENCE = "absence"
    REFUSAL = "refusal"


class Unmatched(StrEnum):
    """Why there are no suggestions for an excerpt."""

    NO_TRANSLATION = "no-translation"
    NO_WORDS = "no-words"
    NO_IMPERATIVE = "no-imperative"
    NOTHING_SHARED = "nothing-shared"


@dataclass(frozen=True, slots=True)
class Matchable:
    """An excerpt that consent admits to analysis, with the imperatives that may apply to it.

    `applies` holds full names; `quotable` says whether its words may ever be shown.
    """

    source: Source
    excerpt: Excerpt
    sector: str
    role: str | None
    quotable: bool
    applies: frozenset[str]


@dataclass(frozen=True, slots=True)
class SharedWord:
    """A word that both sides have, each in its own spelling, and its share of the score (0..1).

    `feedback` marks one that similar excerpts brought in: the imperative has no spelling of it.
    """

    excerpt: str
    imperative: str
    share: float
    feedback: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """One imperative for one excerpt; `chance` (0..1) only where the study could be calibrated.

    `letters` and `meaning` are the shares (0..1) of what speaks for it that no shared word
    carries: words that are near by their letters, and a model's reading. `confirmed` is
    how like it is to excerpts that were confirmed (0..1), where these teach.
    """

    imperative: Imperative
    score: float
    band: Band
    terms: tuple[SharedWord, ...] = ()
    chance: float | None = None
    letters: float = 0
    meaning: float = 0
    confirmed: float = 0

    @property
    def letters_only(self) -> bool:
        """Whether no word is shared and no model speaks for it: it is near by letters alone."""
        return self.letters >= _NEARLY_ALL

    @property
    def meaning_only(self) -> bool:
        """Whether shared words carry little beside what a model reads."""
        return self.meaning >= _MOST


_MOST, _NEARLY_ALL = 0.75, 0.99


@dataclass(frozen=True, slots=True)
class Cue:
    """Where a cue stands: from `start` to before `end` in the text that was matched."""

    kind: CueKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An uncoded excerpt and its candidates, best first; `off` says why where there are none.

    `quote` and `translation` are None where the words may not be shown, and no candidate then
    has terms. `lead` is how far the first candidate is before the second.
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
    language: str
    quote: str | None
    translation: str | None
    candidates: tuple[Candidate, ...] = ()
    lead: float | None = None
    cues: tuple[Cue, ...] = ()
    off: Unmatched | None = None

    @property
    def matched(self) -> str | None:
        """The text that was matched and that cues count in, where it may be shown."""
        return self.translation or self.quote


@dataclass(frozen=True, slots=True)
class Learning:
    """What was found of learning from confirmed codes, by leaving each excerpt out in turn.

    `without` and `with_codes` are mean nDCG@10 over `excerpts` coded excerpts; `used` says
    whether it was switched on.
    """

    excerpts: int
    weight: float
    without: float
    with_codes: float
    used: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """Suggestions that were given about the same chance, and how many of them were right."""

    expected: float
    right: int
    of: int


@dataclass(frozen=True, slots=True)
class Calibration:
    """How the chances came about: from `excerpts` coded ones, with what held where it was tried."""

    excerpts: int
    bins: tuple[Bin, ...]


@dataclass(frozen=True, slots=True)
class ModelUsed:
    """The model that read for meaning: its folder's name and the sha256 of its weights."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Matching:
    """All suggestions of a run, best first within each partnership, and what they rest on.

    `waiting` counts the unreviewed excerpts here, also those that a least band left out;
    `coded` the study's coded excerpts that the matcher could learn from; `needed` is how many a
    calibration takes; `imperatives` counts those that apply somewhere here.
    """

    settings: Settings
    partnerships: tuple[Partnership, ...]
    suggestions: Collection[Suggestion]
    waiting: int
    imperatives: int
    coded: int
    needed: int
    learning: Learning | None = None
    calibration: Calibration | None = None
    model: ModelUsed | None = None
    left_out: tuple[str, ...] = ()
