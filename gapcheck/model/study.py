"""A study as it was typed, with names resolved and every record knowing its place in the files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from gapcheck.diagnostic import Location
from gapcheck.model.choices import (
    Basis,
    Force,
    Modality,
    Nation,
    QuoteConsent,
    Rung,
    SourceKind,
    Stance,
    Wording,
    Words,
)
from gapcheck.model.dates import PartialDate, Period


@dataclass(frozen=True, slots=True)
class Indicator:
    """What one would see if the imperative were practised."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Scope:
    """Where an imperative applies within its nation; an empty tuple limits nothing."""

    kinds: tuple[str, ...] = ()
    designations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Imperative:
    """One action that national policy asks for; `in_force` is its own, or its policy's."""

    id: str
    policy: str
    locator: str
    text: str
    actors: tuple[str, ...]
    modality: Modality
    nation: Nation
    in_force: Period
    location: Location
    title: str = ""
    beneficiaries: tuple[str, ...] = ()
    demands: Rung = Rung.ENACTED
    due: PartialDate | None = None
    tier: str | None = None
    topics: tuple[str, ...] = ()
    applies_to: Scope = Scope()
    indicators: tuple[Indicator, ...] = ()
    terms: tuple[str, ...] = ()
    wording: Wording = Wording.UNVERIFIED

    @property
    def name(self) -> str:
        """The full name, `policy/imperative`, unique in a study."""
        return f"{self.policy}/{self.id}"


@dataclass(frozen=True, slots=True)
class Policy:
    """One policy document and its imperatives, in the order of the file."""

    id: str
    title: str
    publisher: str
    published: str
    force: Force
    nation: Nation
    in_force: Period
    imperatives: tuple[Imperative, ...]
    location: Location
    superseded_by: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """A constituent partnership: the board, a theme group, a neighbourhood forum."""

    id: str
    tier: str
    theme: str | None = None


@dataclass(frozen=True, slots=True)
class Partnership:
    """A local strategic partnership, or (with `population`) the places a survey stands for."""

    id: str
    name: str
    kind: str
    nation: Nation
    location: Location
    pseudonym: bool = False
    illustrative: bool = False
    region: str | None = None
    designations: tuple[str, ...] = ()
    population: int | None = None
    bodies: tuple[Body, ...] = ()
    members: tuple[tuple[str, int], ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Consent:
    """What was promised; a speaker's is already the stricter of their own and the source's."""

    analysis: bool = True
    quote: QuoteConsent = QuoteConsent.ANONYMISED
    archive: bool = False
    withdrawn: bool = False
    embargo_until: tuple[PartialDate, ...] = ()


@dataclass(frozen=True, slots=True)
class Speaker:
    """One who speaks in a source; `tier` is already that of the body where only that is named."""

    id: str
    sector: str
    role: str
    consent: Consent
    tier: str | None = None
    body: str | None = None
    attributes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Share:
    """A published share: `percent` of 100, or `met` of `of`, exactly as typed."""

    met: float | None = None
    of: int | None = None
    percent: float | None = None

    @property
    def typed(self) -> Mapping[str, int | float]:
        """Its parts under the format's keys, as people write them: whole numbers have no point."""
        # `met` before `of`, but a percentage before its base: as one would say it.
        parts = {"met": self.met, "percent": self.percent, "of": self.of}
        return {
            key: int(one) if one == int(one) else one
            for key, one in parts.items()
            if one is not None
        }


@dataclass(frozen=True, slots=True)
class Code:
    """What a coder made of an excerpt for one imperative: a stance, or a share in its place."""

    imperative: str
    location: Location
    stance: Stance | None = None
    share: Share | None = None
    basis: Basis | None = None
    rung: Rung | None = None
    tier: str | None = None
    indicator: str | None = None
    memo: str | None = None
    agreed_by: str | None = None
    agreed_on: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Realist:
    """A context-mechanism-outcome configuration, in the analyst's words."""

    context: str | None = None
    mechanism: str | None = None
    outcome: str | None = None


@dataclass(frozen=True, slots=True)
class Ignore:
    """A check rule that one excerpt is exempt from, and why."""

    rule: str
    reason: str
    location: Location | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A passage of a source; `codes` is None where nobody reviewed it, empty where it fits none.

    `question` is what was asked before it: never evidence, and in no report.
    """

    id: str
    text: str
    location: Location
    codes: tuple[Code, ...] | None = None
    at: str | None = None
    about: PartialDate | None = None
    speaker: str | None = None
    question: str | None = None
    translation: str | None = None
    themes: tuple[str, ...] = ()
    barriers: tuple[str, ...] = ()
    enablers: tuple[str, ...] = ()
    tensions: tuple[str, ...] = ()
    realist: Realist | None = None
    memo: str | None = None
    cleared: bool = False
    ignores: tuple[Ignore, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """One interview, paper, survey ...; exactly one of speakers, author, respondents is given."""

    id: str
    lsp: str
    kind: SourceKind
    date: PartialDate
    location: Location
    consent: Consent
    excerpts: tuple[Excerpt, ...]
    speakers: tuple[Speaker, ...] = ()
    author: str | None = None
    respondents: str | None = None
    population: int | None = None
    coder: str | None = None
    words: Words = Words.VERBATIM
    language: str = "en"
    transcript: str | None = None
    transcript_place: Location | None = field(default=None, compare=False)
    citation: str | None = None
    asked: tuple[str, ...] = ()
    memo: str | None = None

    def speaker_of(self, excerpt: Excerpt | None) -> Speaker | None:
        """Who speaks: the only speaker, whom no excerpt need name, or the one that it names."""
        if len(self.speakers) == 1:
            return self.speakers[0]
        named = excerpt and excerpt.speaker
        return next((one for one in self.speakers if one.id == named), None)
