"""The closed choices of the study format and of the judgement, as the files spell them."""

from __future__ import annotations

from enum import StrEnum


class Force(StrEnum):
    """What binds: the kind of document that an imperative stands in."""

    STATUTE = "statute"
    STATUTORY_GUIDANCE = "statutory-guidance"
    GRANT_CONDITION = "grant-condition"
    GUIDANCE = "guidance"
    COMPACT = "compact"
    TARGET = "target"
    STATEMENT = "statement"
    PROPOSAL = "proposal"
    OTHER = "other"


class Nation(StrEnum):
    """Where a policy or a partnership belongs; a `uk` policy holds in every nation."""

    ENGLAND = "england"
    SCOTLAND = "scotland"
    WALES = "wales"
    NORTHERN_IRELAND = "northern-ireland"
    UK = "uk"


class Modality(StrEnum):
    """How strongly the words oblige; `may` is an option, not a duty."""

    MUST = "must"
    SHOULD = "should"
    MAY = "may"


class Rung(StrEnum):
    """How far an imperative has come: on paper, done, or with an effect."""

    ADOPTED = "adopted"
    ENACTED = "enacted"
    EFFECTIVE = "effective"


class Wording(StrEnum):
    """How the person who encoded an imperative knows its original words."""

    SEEN = "seen"
    SECOND_HAND = "second-hand"
    UNVERIFIED = "unverified"


class SourceKind(StrEnum):
    """The eight kinds of source."""

    INTERVIEW = "interview"
    FOCUS_GROUP = "focus-group"
    OBSERVATION = "observation"
    DOCUMENT = "document"
    MINUTES = "minutes"
    ACCOUNTS = "accounts"
    SURVEY = "survey"
    EVALUATION = "evaluation"


class Words(StrEnum):
    """Whether an excerpt is speech as spoken, or the researcher's notes of it."""

    VERBATIM = "verbatim"
    NOTES = "notes"


class QuoteConsent(StrEnum):
    """What a participant allows to be quoted, from the widest to the strictest."""

    NAMED = "named"
    ANONYMISED = "anonymised"
    NONE = "none"


class Stance(StrEnum):
    """Whether the imperative is practised, not whether the speaker likes it."""

    HAPPENS = "happens"
    PARTLY = "partly"
    ABSENT = "absent"
    OPPOSITE = "opposite"
    UNAWARE = "unaware"


class Basis(StrEnum):
    """How the one who says it knows it."""

    FIRST_HAND = "first-hand"
    RECORD = "record"
    CLAIM = "claim"
    HEARSAY = "hearsay"


class Position(StrEnum):
    """What a voice, a sector, a tier or a rung comes to."""

    HAPPENS = "happens"
    PARTLY = "partly"
    ABSENT = "absent"
    CONTESTED = "contested"
    UNKNOWN = "unknown"


class Exclusion(StrEnum):
    """Why a statement is not admissible."""

    WITHDRAWN = "withdrawn"
    REFUSED = "refused"
    EMBARGOED = "embargoed"
    AFTER_AS_AT = "after-as-at"
    OUTSIDE_FORCE = "outside-force"
    NOT_YET_DUE = "not-yet-due"


class Verdict(StrEnum):
    """The eleven verdicts."""

    TRANSLATED = "translated"
    PARTLY_TRANSLATED = "partly_translated"
    NOT_TRANSLATED = "not_translated"
    PAPER_ONLY = "paper_only"
    CONTRARY = "contrary"
    NOT_TAKEN_UP = "not_taken_up"
    CONTESTED = "contested"
    NO_EVIDENCE = "no_evidence"
    INSUFFICIENT = "insufficient"
    UNTESTED = "untested"
    NOT_APPLICABLE = "not_applicable"

    @property
    def group(self) -> Group | None:
        """The group it is counted in; None for the two that stand outside the totals."""
        return _GROUPS.get(self)


class Group(StrEnum):
    """The five groups, for colour and totals, in the order of reading."""

    GAP = "gap"
    CONTESTED = "contested"
    UNKNOWN = "unknown"
    PARTLY = "partly"
    TRANSLATED = "translated"


_GROUPS = {
    Verdict.TRANSLATED: Group.TRANSLATED,
    Verdict.PARTLY_TRANSLATED: Group.PARTLY,
    Verdict.NOT_TRANSLATED: Group.GAP,
    Verdict.PAPER_ONLY: Group.GAP,
    Verdict.CONTRARY: Group.GAP,
    Verdict.CONTESTED: Group.CONTESTED,
    Verdict.NO_EVIDENCE: Group.UNKNOWN,
    Verdict.INSUFFICIENT: Group.UNKNOWN,
    Verdict.UNTESTED: Group.UNKNOWN,
}


class Confidence(StrEnum):
    """How far a verdict can be leaned on, from the most to the least."""

    HIGH = "high"
    MODERATE = "moderate"
    LOW = "low"
    VERY_LOW = "very_low"


class TierPattern(StrEnum):
    """How practice changes from the board towards the street."""

    DECAY = "decay"
    INVERSE_DECAY = "inverse-decay"
    UNEVEN = "uneven"
    EVEN = "even"
    UNKNOWN = "unknown"


class AcrossPattern(StrEnum):
    """How a gap spreads over the partnerships that could be judged."""

    SYSTEMIC = "systemic"
    LOCAL = "local"


class Audience(StrEnum):
    """Who may read the output: the team, or everybody."""

    TEAM = "team"
    PUBLIC = "public"


class Outcome(StrEnum):
    """What came of looking for a quote in its transcript."""

    VERIFIED = "verified"
    DOUBTFUL = "doubtful"
    MISSING = "missing"


class Sight(StrEnum):
    """Whether a transcript that a source names could be looked at."""

    SEEN = "seen"
    ABSENT = "absent"
    OUTSIDE = "outside"
    UNREADABLE = "unreadable"


class Shown(StrEnum):
    """How much of what was said on a finding a report holds: for the team the whole."""

    WHOLE = "whole"
    SELECTION = "selection"
    NOTHING = "nothing"
