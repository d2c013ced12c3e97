"""Why a rule fired, as the one sentence that stands beside the verdict."""

from __future__ import annotations

from gapcheck.assess import wording
from gapcheck.assess.case import Case
from gapcheck.assess.positions import standing
from gapcheck.model.choices import Basis, Position, Rung

_DEMANDED = {
    Rung.ADOPTED: "Nothing that was said shows whether it stands on paper.",
    Rung.ENACTED: "Nothing that was said shows whether it is done.",
    Rung.EFFECTIVE: "Nothing that was said shows whether it makes a difference.",
}
_SIDES = ((Position.HAPPENS, "Yes"), (Position.PARTLY, "Mixed"), (Position.ABSENT, "No"))


def out_of_scope(case: Case) -> str:
    """Repeat the scope's own reason."""
    reason = case.out_of_scope or ""
    return f"It does not apply here: {reason[:1].lower()}{reason[1:]}"


def thin(case: Case) -> str:
    """Tell hearsay from talk of another rung."""
    if all(statement.basis is Basis.HEARSAY for statement in case.admissible):
        return "All that was heard is second-hand: nobody spoke of what they did or saw."
    return _DEMANDED[case.question.imperative.demands]


def single_voice(case: Case) -> str:
    """Name the sector of the only voice."""
    return f"Only one voice speaks of practice: {_named(case, tuple(case.sectors))}."


def sectors_disagree(case: Case) -> str:
    """Name both sides, and those who stand between or say otherwise in another tier."""
    found = case.disagreement
    if found is None:
        return ""
    sides = f"Yes: {_named(case, found.yes)}. No: {_named(case, found.no)}."
    return f"{sides} Numbers do not settle it; both sides are shown."


def mixed_practice(case: Case) -> str:
    """Say whether any sector denies it outright."""
    if not standing(case.sectors, Position.ABSENT):
        return "No sector denies it outright; at least one gives a mixed account."
    sides = sides_of(case)
    return f"{sides} It is done in part."


def sides_of(case: Case) -> str:
    """Where each sector stands, as in `Yes: Council. No: Residents`."""
    found = ((word, standing(case.sectors, position)) for position, word in _SIDES)
    return " ".join(f"{word}: {_named(case, sectors)}." for word, sectors in found if sectors)


def _named(case: Case, sectors: tuple[str, ...]) -> str:
    return wording.labels(sectors, case.question.vocabulary.sectors)
