"""How a study was done: what reviewers of it ask about, and what its files say of it in numbers."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from gapcheck.model.choices import Exclusion, QuoteConsent
from gapcheck.model.quoted import Tally, tally


class Topic(StrEnum):
    """What a report of interviews has to say of its methods, as `methods:` of a study spells it."""

    INTERVIEWER = "interviewer"
    CREDENTIALS = "credentials"
    OCCUPATION = "occupation"
    GENDER = "gender"
    TRAINING = "training"
    RELATIONSHIP = "relationship"
    KNOWN_OF_INTERVIEWER = "known_of_interviewer"
    INTERESTS = "interests"
    ORIENTATION = "orientation"
    SAMPLING = "sampling"
    APPROACH = "approach"
    SAMPLE_SIZE = "sample_size"
    NON_PARTICIPATION = "non_participation"
    SETTING = "setting"
    PRESENCE = "presence"
    SAMPLE = "sample"
    GUIDE = "guide"
    REPEATED = "repeated"
    RECORDING = "recording"
    FIELD_NOTES = "field_notes"
    DURATION = "duration"
    SATURATION = "saturation"
    RETURNED = "returned"
    CODERS = "coders"
    CODING_TREE = "coding_tree"
    THEMES = "themes"
    SOFTWARE = "software"
    CHECKED_BY_PARTICIPANTS = "checked_by_participants"
    QUOTATIONS = "quotations"
    CONSISTENCY = "consistency"
    MAJOR_THEMES = "major_themes"
    MINOR_THEMES = "minor_themes"


@dataclass(frozen=True, slots=True)
class Sample:
    """The people who speak, each counted once in a partnership, as far as consent admits them.

    `again` counts those who speak in more than one source. `attributes` are the names of what
    else is noted of them, `quoting` how many agreed to what, `archive` how many to archiving.
    `shut_out` counts the sources that consent shuts out whole.
    """

    people: int = 0
    again: int = 0
    sectors: tuple[tuple[str, int], ...] = ()
    tiers: tuple[tuple[str | None, int], ...] = ()
    attributes: tuple[str, ...] = ()
    quoting: tuple[tuple[QuoteConsent, int], ...] = ()
    archive: int = 0
    shut_out: tuple[tuple[Exclusion, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Gathering:
    """The sources in which people speak, as far as consent admits them.

    `asked` counts the imperatives that were put to somebody, `asked_in` the sources that say so,
    `notes` those that hold notes in the place of speech, `transcripts` those that name one.
    `languages` are all but English. `memos` counts those on all admitted sources, their excerpts
    and codes.
    """

    sources: int = 0
    asked_in: int = 0
    asked: int = 0
    notes: int = 0
    transcripts: int = 0
    languages: tuple[str, ...] = ()
    memos: int = 0


@dataclass(frozen=True, slots=True)
class Coding:
    """The coding of all admitted sources.

    `unsigned` counts the sources that do not say who coded them, `twice` the excerpts that a
    second coder coded, `agreed` the codes that two coders settled. `themes`, `barriers`,
    `enablers` and `tensions` count names, `configurations` excerpts with a context, a mechanism
    or an outcome. `quotes` is what came of looking for quotes in transcripts.
    """

    coders: tuple[str, ...] = ()
    unsigned: int = 0
    excerpts: int = 0
    unreviewed: int = 0
    twice: int = 0
    agreed: int = 0
    themes: int = 0
    barriers: int = 0
    enablers: int = 0
    tensions: int = 0
    configurations: int = 0
    quotes: Tally = field(default_factory=lambda: tally(()))


@dataclass(frozen=True, slots=True)
class Methods:
    """What a study's files say, in numbers, of how it was done."""

    sample: Sample
    gathering: Gathering
    coding: Coding
