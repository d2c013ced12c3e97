"""In what an imperative, a partnership and the settings differ, as far as verdicts hang on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from gapcheck.comparing.mixture import Difference, Field, Mixture, PutIn
from gapcheck.model.comparison import Cause, CauseKind
from gapcheck.model.dates import Period
from gapcheck.model.settings import Settings
from gapcheck.model.study import Imperative, Partnership, Scope

DEMANDS = {
    "actor": "actors",
    "beneficiary": "beneficiaries",
    "modality": "modality",
    "demands": "demands",
    "tier": "tier",
    "due": "due",
    "in_force": "in_force",
    "nation": "nation",
    "applies_to": "applies_to",
}
"""What of an imperative bears on verdicts: the key in the file, and ours."""
WORDS = ("text", "title", "locator", "terms", "topics", "indicators", "wording")
"""What bears on none, but on what its codes mean."""
_PLACE = {
    "nation": "nation",
    "kind": "kind",
    "designations": "designations",
    "of": "population",
}


def of_imperative(old: Imperative, new: Imperative) -> Iterator[Difference]:
    """The keys of an imperative that were edited."""
    for key, field in DEMANDS.items():
        before, after = getattr(old, field), getattr(new, field)
        if before != after:
            cause = edited(new, key, _told(before), _told(after))
            yield Difference(cause, Field(field, after).on_imperative)


def edited(imperative: Imperative, key: str, before: str = "", after: str = "") -> Cause:
    """That a key of an imperative was edited."""
    kind, place = CauseKind.EDITED_IMPERATIVE, imperative.location
    return Cause(kind, key, "", imperative.name, "", "", place, before, after)


def of_partnership(old: Partnership, new: Partnership) -> Iterator[Difference]:
    """The keys of a partnership that were edited."""
    for key, field in _PLACE.items():
        before, after = getattr(old, field), getattr(new, field)
        if before != after:
            told = _told(before), _told(after)
            kind = CauseKind.EDITED_PARTNERSHIP
            cause = Cause(kind, key, new.id, "", "", "", new.location, *told)
            yield Difference(cause, Field(field, after).on_partnership)


def of_settings(old: Settings, new: Settings) -> Iterator[Difference]:
    """The lines that a study draws elsewhere."""
    was, is_now = old.thresholds, new.thresholds
    cuts = (was.absent_at, was.happens_at), (is_now.absent_at, is_now.happens_at)
    if cuts[0] != cuts[1]:
        told = (f"[{low:g}, {high:g}]" for low, high in cuts)
        yield _set("survey_cuts", *told, put_in=lambda mix: _with(mix, cuts=cuts[1]))
    years = was.stale_after_years, is_now.stale_after_years
    if years[0] != years[1]:
        told = (str(each) for each in years)
        yield _set("stale_after_years", *told, put_in=lambda mix: _with(mix, years=years[1]))
    if old.double_coded != new.double_coded:
        told = (str(each).lower() for each in (old.double_coded, new.double_coded))
        yield _set("double_coded", *told, put_in=lambda mix: _with(mix, double=new.double_coded))
    tiers = tuple(old.vocabulary.tiers), tuple(new.vocabulary.tiers)
    if tiers[0] != tiers[1]:
        told = (", ".join(each) for each in tiers)
        yield _set("tiers", *told, put_in=lambda mix: _tiered(mix, new))


def _set(key: str, before: str, after: str, *, put_in: PutIn) -> Difference:
    return Difference(Cause(CauseKind.CHANGED_SETTING, key, before=before, after=after), put_in)


def _with(
    mixture: Mixture,
    *,
    cuts: tuple[float, float] | None = None,
    years: int | None = None,
    double: bool | None = None,
) -> Mixture:
    held = mixture.settings
    lines = held.thresholds
    if cuts is not None:
        lines = replace(lines, absent_at=cuts[0], happens_at=cuts[1])
    if years is not None:
        lines = replace(lines, stale_after_years=years)
    coded = held.double_coded if double is None else double
    return replace(mixture, settings=replace(held, thresholds=lines, double_coded=coded))


def _tiered(mixture: Mixture, new: Settings) -> Mixture:
    words = replace(mixture.settings.vocabulary, tiers=new.vocabulary.tiers)
    return replace(mixture, settings=replace(mixture.settings, vocabulary=words))


def of_clock(old: date | None, new: date | None) -> Iterator[Difference]:
    """The day that is judged at, where it moved."""
    if old != new:
        told = str(old or ""), str(new or "")
        cause = Cause(CauseKind.PASSING_OF_TIME, "as-at", before=told[0], after=told[1])
        yield Difference(cause, lambda mix: replace(mix, clock=new))


def _told(value: object) -> str:
    """A value as the file has it."""
    if isinstance(value, Period):
        return f"{value.start}..{value.end or ''}"
    if isinstance(value, Scope):
        return "; ".join(
            f"{name}: {', '.join(held)}"
            for name, held in (("kinds", value.kinds), ("designations", value.designations))
            if held
        )
    if isinstance(value, tuple):
        return ", ".join(str(each) for each in value)
    return "" if value is None else str(value)
