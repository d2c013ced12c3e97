"""Why a rule fired or did not, in the few words of a trace."""

from __future__ import annotations

from gapcheck.assess import wording
from gapcheck.assess.case import Case
from gapcheck.assess.reasons import sides_of
from gapcheck.model.choices import Stance


def scope(case: Case) -> str:
    """Whether it applies."""
    return case.out_of_scope or "it applies"


def admissible(case: Case) -> str:
    """How much may be used."""
    count = len(case.admissible)
    return wording.counted(count, "admissible statement") if count else "no admissible statement"


def practice(case: Case) -> str:
    """How much speaks of practice."""
    count = len(case.practice)
    speaks = "speaks" if count < 2 else "speak"
    return (
        f"{wording.counted(count, 'statement') if count else 'no statement'} {speaks} of practice"
    )


def adoption(case: Case) -> str:
    """Whether a paper or a claim says yes, where nothing speaks of practice."""
    if case.practice:
        return practice(case)
    return "a paper or a claim says yes" if case.adopted else "no paper or claim says yes"


def voices(case: Case) -> str:
    """How many voices have a position, and what makes one enough."""
    if case.voice_count == 1 and case.counts_many:
        return "one voice, but a survey, an evaluation or the record itself"
    return wording.counted(case.voice_count, "voice")


def disagreement(case: Case) -> str:
    """Who contradicts whom, and where."""
    found = case.disagreement
    if found is None:
        return "no sector says yes where another says no in the same tier"
    words = case.question.vocabulary
    where = words.tiers.get(found.tier, found.tier)
    yes, no = (wording.labels(side, words.sectors) for side in (found.yes, found.no))
    return f"{where}: yes {yes}; no {no}"


def modality(case: Case) -> str:
    """Whether it may be left undone."""
    return (
        denial(case) or f"every sector denies; the modality is {case.question.imperative.modality}"
    )


def opposite(case: Case) -> str:
    """Whether the reverse is done."""
    reverse = any(statement.practice is Stance.OPPOSITE for statement in case.practice)
    said = "a statement says that the opposite is done"
    return denial(case) or (said if reverse else "no statement says that the opposite is done")


def paper(case: Case) -> str:
    """Whether a paper or a claim says yes where practice says no."""
    adopted = "a paper or a claim says yes" if case.adopted else "no paper or claim says yes"
    return denial(case) or adopted


def absent(case: Case) -> str:
    """Whether every sector denies."""
    return denial(case) or "every sector denies"


def denial(case: Case) -> str:
    """Nothing where every sector denies."""
    return "" if case.all_absent else "not every sector denies"


def sides(case: Case) -> str:
    """Where the sectors stand."""
    return sides_of(case)


def obliged(case: Case) -> str:
    """Whether only those obliged speak, and no record."""
    if case.has_record:
        return "a record speaks of practice"
    return "only obliged sectors speak" if case.all_obliged else "a sector not obliged speaks"
