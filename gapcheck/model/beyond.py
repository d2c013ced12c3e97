"""What people speak of that no policy asked for, by the themes that coders gave it."""

from __future__ import annotations

from dataclasses import dataclass

from gapcheck.diagnostic import Location
from gapcheck.model.choices import SourceKind, Words
from gapcheck.model.dates import PartialDate


@dataclass(frozen=True, slots=True)
class Unasked:
    """An excerpt that was reviewed, has a theme and fits no imperative.

    `quote` and `translation` are None where the words may not be shown.
    """

    lsp: str
    source: str
    excerpt: str
    location: Location
    kind: SourceKind
    sector: str
    role: str | None
    population: int | None
    source_date: PartialDate
    about: PartialDate
    words: Words
    language: str
    quote: str | None
    translation: str | None


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme beyond policy: its spellings, and its excerpts over the partnerships.

    `joined` are other spellings that were taken for the same. `shared` are words that several of
    its excerpts hold, where they may be shown; `alike` other themes whose excerpts speak alike;
    `near` the imperatives that hold every word of its name.
    """

    name: str
    joined: tuple[str, ...]
    excerpts: tuple[Unasked, ...]
    places: tuple[str, ...]
    voices: int
    shared: tuple[str, ...] = ()
    alike: tuple[str, ...] = ()
    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Silence:
    """A theme of most partnerships on which policy is silent: a gap in the policy.

    Of its `excerpts` so many are `uncoded`: they fit no imperative.
    """

    name: str
    joined: tuple[str, ...]
    places: tuple[str, ...]
    excerpts: int
    uncoded: int


@dataclass(frozen=True, slots=True)
class Beyond:
    """Practice beyond policy, and policy silent on practice.

    `themed` are the partnerships in which any theme was coded, of `of` in the report. `waiting`
    excerpts have a theme and were not reviewed yet; `spoilt` ones stand in files with errors.
    """

    themes: tuple[Theme, ...]
    silent: tuple[Silence, ...]
    themed: int
    of: int
    waiting: int = 0
    spoilt: int = 0
