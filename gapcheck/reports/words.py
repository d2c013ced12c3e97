"""The words, glyphs and colours on the screen: one table for each closed choice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from gapcheck.model.choices import (
    AcrossPattern,
    Confidence,
    Exclusion,
    Group,
    Position,
    Rung,
    SourceKind,
    Stance,
    TierPattern,
    Verdict,
    Wording,
)


@dataclass(frozen=True, slots=True)
class VerdictWords:
    """A verdict on screen, in a cell of at most 13 letters, as a code, and in one sentence."""

    screen: str
    narrow: str
    code: str
    sentence: str


VERDICTS: Mapping[Verdict, VerdictWords] = MappingProxyType(
    {
        Verdict.CONTRARY: VerdictWords(
            "The opposite is done", "opposite done", "OP", "It is not done, and the reverse is."
        ),
        Verdict.NOT_TRANSLATED: VerdictWords(
            "Not in practice",
            "not practised",
            "NO",
            "Every sector heard says that it is not done, and no paper claims it.",
        ),
        Verdict.PAPER_ONLY: VerdictWords(
            "On paper only",
            "paper only",
            "PO",
            "A paper says that it is done; every sector heard says that it is not.",
        ),
        Verdict.CONTESTED: VerdictWords(
            "Contested",
            "contested",
            "CO",
            "Some sectors say that it is done and others that it is not.",
        ),
        Verdict.UNTESTED: VerdictWords(
            "Claimed, not tested",
            "not tested",
            "CL",
            "Only a paper, or the body that is obliged, says so.",
        ),
        Verdict.INSUFFICIENT: VerdictWords(
            "Too little heard",
            "too little",
            "TL",
            "Something was heard, but only second-hand or from one voice.",
        ),
        Verdict.NO_EVIDENCE: VerdictWords(
            "Nothing heard",
            "nothing heard",
            "NH",
            "Nobody was asked, or nothing they said may be used.",
        ),
        Verdict.PARTLY_TRANSLATED: VerdictWords(
            "Partly in practice",
            "partly",
            "PA",
            "It is done in places or to a degree; nobody denies it outright.",
        ),
        Verdict.TRANSLATED: VerdictWords(
            "In practice", "in practice", "IP", "Every sector heard says that it is done."
        ),
        Verdict.NOT_TAKEN_UP: VerdictWords(
            "Not taken up", "not taken up", "NT", "It was an option, and nobody used it."
        ),
        Verdict.NOT_APPLICABLE: VerdictWords(
            "Does not apply", "does not apply", "·", "It did not cover this place or this date."
        ),
    }
)
"""In the order of reading: gaps, contested, not known, partly, in practice, outside the totals."""


@dataclass(frozen=True, slots=True)
class GroupWords:
    """A group's label and marks; `colour` of 256, `plain_colour` of 16, None for the text's own."""

    label: str
    glyph: str
    ascii_glyph: str
    fill: str
    ascii_fill: str
    colour: int | None
    plain_colour: str | None


GROUPS: Mapping[Group, GroupWords] = MappingProxyType(
    {
        Group.GAP: GroupWords("Gap", "○", "o", "▒", "o", 161, "magenta"),
        Group.CONTESTED: GroupWords("Contested", "≠", "!", "╳", "x", 98, "blue"),
        Group.UNKNOWN: GroupWords("Not known", "?", "?", "·", ".", None, None),
        Group.PARTLY: GroupWords("Partly in practice", "◐", "/", "▓", "+", 136, "yellow"),
        Group.TRANSLATED: GroupWords("In practice", "●", "*", "█", "#", 30, "cyan"),
    }
)
"""The five groups, in the order of reading."""

OUTSIDE = GroupWords("Outside the totals", "–", "-", "", "", 243, "bright_black")
"""What stands outside every total: an option not taken up, and what does not apply."""

STANCES: Mapping[Stance, str] = MappingProxyType(
    {
        Stance.HAPPENS: "Says yes",
        Stance.PARTLY: "Between",
        Stance.ABSENT: "Says no",
        Stance.OPPOSITE: "Says the opposite is done",
        Stance.UNAWARE: "Asked, knows of nothing",
    }
)

POSITIONS: Mapping[Position, str] = MappingProxyType(
    {
        Position.HAPPENS: "yes",
        Position.PARTLY: "mixed",
        Position.ABSENT: "no",
        Position.CONTESTED: "contested",
        Position.UNKNOWN: "nothing heard",
    }
)

POSITION_GROUPS: Mapping[Position, Group] = MappingProxyType(
    {
        Position.HAPPENS: Group.TRANSLATED,
        Position.PARTLY: Group.PARTLY,
        Position.ABSENT: Group.GAP,
        Position.CONTESTED: Group.CONTESTED,
    }
)
"""The group whose glyph and colour stand for a position; `unknown` has the dot of silence."""

CONFIDENCES: Mapping[Confidence, tuple[str, str]] = MappingProxyType(
    {
        Confidence.HIGH: (
            "high",
            "No concern was found; more evidence is unlikely to change this.",
        ),
        Confidence.MODERATE: ("moderate", "One concern, named beside it; it probably stands."),
        Confidence.LOW: ("low", "Concerns, or one sector alone; it may well change."),
        Confidence.VERY_LOW: ("very low", "Treat it as a question, not an answer."),
    }
)
"""Each confidence on screen, and in one sentence."""

NO_CONFIDENCE = "not known: no confidence given"
"""What stands in confidence's place: what is not known cannot be known with confidence."""

TIER_PATTERNS: Mapping[TierPattern, str] = MappingProxyType(
    {
        TierPattern.DECAY: "decay (worse towards the street)",
        TierPattern.INVERSE_DECAY: "inverse decay (better towards the street)",
        TierPattern.UNEVEN: "uneven (up and down from tier to tier)",
        TierPattern.EVEN: "even (the same in every tier heard)",
        TierPattern.UNKNOWN: "",
    }
)

EXCLUSIONS: Mapping[Exclusion, str] = MappingProxyType(
    {
        Exclusion.WITHDRAWN: "consent withdrawn",
        Exclusion.REFUSED: "analysis not consented to",
        Exclusion.EMBARGOED: "still under embargo",
        Exclusion.AFTER_AS_AT: "dated after the as-at day",
        Exclusion.OUTSIDE_FORCE: "about a time outside its force",
        Exclusion.NOT_YET_DUE: "denied before it was due",
    }
)

KINDS: Mapping[SourceKind, tuple[str, str]] = MappingProxyType(
    {
        SourceKind.INTERVIEW: ("interview", "interviews"),
        SourceKind.FOCUS_GROUP: ("focus group", "focus groups"),
        SourceKind.OBSERVATION: ("observation", "observations"),
        SourceKind.DOCUMENT: ("document", "documents"),
        SourceKind.MINUTES: ("minutes", "sets of minutes"),
        SourceKind.ACCOUNTS: ("accounts", "sets of accounts"),
        SourceKind.SURVEY: ("survey", "surveys"),
        SourceKind.EVALUATION: ("evaluation", "evaluations"),
    }
)
"""Each kind of source, one and many."""

RUNGS: Mapping[Rung, str] = MappingProxyType(
    {Rung.ADOPTED: "on paper", Rung.ENACTED: "done", Rung.EFFECTIVE: "with an effect"}
)

WORDINGS: Mapping[Wording, str] = MappingProxyType(
    {
        Wording.SEEN: "",
        Wording.SECOND_HAND: "wording taken from another work, not confirmed",
        Wording.UNVERIFIED: "wording not confirmed",
    }
)
"""What must be said beside an imperative's text; empty where its words were seen."""

ACROSS: Mapping[AcrossPattern, str] = MappingProxyType(
    {AcrossPattern.SYSTEMIC: "systemic", AcrossPattern.LOCAL: "local"}
)

HELD_BACK = "(the words are not shown: consent does not cover quoting)"
"""What stands where words may not be shown."""

WITHHELD = "(the words are not shown)"
"""What stands where a statement is left out and its words with it."""

TOO_FEW = "(not shown: it counts too few people)"
"""What stands where words and a share would tell of very few people."""

NOT_TOLD = "not told"

SUSPECT = "codes that were made before the imperative changed"
"""What a suspect code is, inside a sentence."""

SUSPECT_NOTE = "Suspect: coded before the imperative changed."
"""What is said beside one."""
"""What stands in the edition for the public where a position or a tier would tell of somebody."""

UNTOLD = "~"
"""The mark of a tier of which it is not told whether anything was heard there."""

NOTHING_THERE = "·"
"""The mark of a tier or a cell in which nothing was heard; never a no."""


def marks(verdict: Verdict) -> GroupWords:
    """Glyph, fill and colour of a verdict: its group's, or those of what stands outside."""
    return GROUPS[verdict.group] if verdict.group else OUTSIDE
