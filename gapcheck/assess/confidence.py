"""How far a verdict can be leaned on: each concern lowers it, each cap is a ceiling."""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck.assess import wording
from gapcheck.assess.case import Case
from gapcheck.assess.hearing import flags
from gapcheck.assess.statements import Said, population_of
from gapcheck.model.choices import Confidence, Group, SourceKind, Verdict
from gapcheck.model.finding import Concern
from gapcheck.model.settings import NEVER_OBLIGED, Settings

_LEVELS = tuple(Confidence)


def has_confidence(verdict: Verdict) -> bool:
    """Only what was judged carries confidence: not the unknown, and not what does not apply."""
    return verdict is Verdict.NOT_TAKEN_UP or verdict.group not in (None, Group.UNKNOWN)


def deciding(case: Case, verdict: Verdict) -> tuple[Said, ...]:
    """The practice statements; for paper-only also those that show adoption."""
    if verdict is not Verdict.PAPER_ONLY:
        return case.practice
    return tuple(s for s in case.admissible if s.adoption or case.weighs(s))


def confidence(
    case: Case, decided_by: tuple[Said, ...], heard: frozenset[str], settings: Settings
) -> tuple[Confidence, tuple[Concern, ...]]:
    """The confidence of a verdict, and every concern and cap that bears on it."""
    concerns = tuple(_concerns(case, decided_by, settings))
    caps = tuple(_caps(case, decided_by, heard))
    level = min(sum(concern.levels or 0 for concern in concerns), len(_LEVELS) - 1)
    # A cap is a ceiling on what the concerns leave; it is told even where it does not bind.
    level = max(level, *(_LEVELS.index(ceiling) for ceiling, _ in caps), 0)
    sentences = tuple(Concern("cap", 0, why) for _, why in caps)
    return _LEVELS[level], concerns + sentences


def _concerns(case: Case, decided_by: tuple[Said, ...], settings: Settings) -> Iterator[Concern]:
    voices = _weight(case)
    if voices < 3:
        speaks = "voice speaks" if voices == 1 else "voices speak"
        why = f"Only {wording.number(voices)} {speaks} of practice."
        yield Concern("adequacy", 3 - voices, why)
    if len(set(case.voices.values())) > 1:
        yield Concern("coherence", 1, "The accounts differ.")
    relevance = " ".join(_irrelevant(case, decided_by, settings))
    if relevance:
        yield Concern("relevance", 1, relevance)
    if settings.double_coded and not all(s.passage.double_coded for s in decided_by):
        yield Concern(
            "methods", 1, "One person alone coded what decides it, where two were promised."
        )


def _weight(case: Case) -> int:
    """How many voices have a position, where a survey or evaluation speaks for its `of`."""
    # A voice of two sectors is still one person.
    weights = {voice: 1 for _, voice in case.voices}
    for statement in case.practice:
        voice = statement.passage.voice
        weights[voice] = max(weights[voice], population_of(statement) or 1)
    return sum(weights.values())


def _irrelevant(case: Case, decided_by: tuple[Said, ...], settings: Settings) -> Iterator[str]:
    if any(statement.stale for statement in decided_by):
        years = wording.number(settings.thresholds.stale_after_years)
        yield f"Something that decides it is more than {years} years old."
    tier = case.question.imperative.tier
    if tier is not None and any(s.tier not in (tier, None) for s in case.practice):
        label = settings.vocabulary.tiers.get(tier, tier)
        yield f"Practice was also told of from another tier than the one named: {label}."


def _caps(
    case: Case, decided_by: tuple[Said, ...], heard: frozenset[str]
) -> Iterator[tuple[Confidence, str]]:
    imperative = case.question.imperative
    # An evaluation by onlookers has heard those whom this study did not.
    doubts = () if _evaluated(decided_by) else flags(heard, imperative)
    if "one-sector" in doubts:
        yield Confidence.MODERATE, "Only one sector was heard."
    if "actor-unheard" in doubts:
        yield Confidence.MODERATE, "No obliged sector was heard."
    if "beneficiary-unheard" in doubts:
        missing = set(imperative.beneficiaries) - heard
        who = wording.labels(missing, case.question.vocabulary.sectors)
        yield Confidence.LOW, f"Not heard, though it is meant for them: {who}."
    if case.unaware_alone:
        yield Confidence.LOW, "Nobody denies it outright: those asked know of nothing."


def _evaluated(decided_by: tuple[Said, ...]) -> bool:
    """Whether an evaluation by onlookers is among what decides: it hears for itself."""
    return any(
        s.passage.source.kind is SourceKind.EVALUATION and s.passage.sector in NEVER_OBLIGED
        for s in decided_by
    )
