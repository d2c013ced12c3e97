"""Whether an imperative applies in a partnership at all."""

from __future__ import annotations

from datetime import date

from gapcheck.assess import wording
from gapcheck.assess.fieldwork import Fieldwork
from gapcheck.model.choices import Nation
from gapcheck.model.dates import Period
from gapcheck.model.settings import Vocabulary
from gapcheck.model.study import Imperative, Partnership

_NATIONS = {
    Nation.ENGLAND: "England",
    Nation.SCOTLAND: "Scotland",
    Nation.WALES: "Wales",
    Nation.NORTHERN_IRELAND: "Northern Ireland",
    Nation.UK: "the United Kingdom",
}


def out_of_scope(imperative: Imperative, fieldwork: Fieldwork) -> str | None:
    """The sentence that says why it does not apply here; None where it does."""
    partnership = fieldwork.partnership
    return (
        _by_nation(imperative, partnership)
        or _by_kind(imperative, partnership, fieldwork.settings.vocabulary)
        or _by_designation(imperative, partnership)
        or _by_time(imperative.in_force, fieldwork.as_at, fieldwork.earliest)
    )


def _by_nation(imperative: Imperative, partnership: Partnership) -> str | None:
    if imperative.nation in (Nation.UK, partnership.nation):
        return None
    return f"It is policy for {_NATIONS[imperative.nation]} only."


def _by_kind(
    imperative: Imperative, partnership: Partnership, vocabulary: Vocabulary
) -> str | None:
    kinds = imperative.applies_to.kinds
    # A survey population stands for places of every kind.
    if not kinds or partnership.kind in kinds or partnership.population is not None:
        return None
    return f"It is meant for other kinds of body: {wording.labels(kinds, vocabulary.kinds)}."


def _by_designation(imperative: Imperative, partnership: Partnership) -> str | None:
    designations = imperative.applies_to.designations
    if not designations or not set(designations).isdisjoint(partnership.designations):
        return None
    return f"It is meant for places with a designation: {', '.join(sorted(designations))}."


def _by_time(force: Period, as_at: date | None, earliest: date | None) -> str | None:
    if as_at is not None and force.start.first > as_at:
        return f"Its force begins {wording.at_time(force.start)}."
    # Without sources nothing was spoken of too late: that nobody was asked says more.
    if force.end is not None and earliest is not None and earliest > force.end.last:
        ended = wording.at_time(force.end)
        return f"Its force ended {ended}, before anything that was heard here."
    return None
