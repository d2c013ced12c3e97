"""Files under `policies/` to Policy values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from gapcheck.load.reading import Reading
from gapcheck.model.choices import Force, Modality, Nation, Rung, Wording
from gapcheck.model.dates import PartialDate, Period
from gapcheck.model.study import Imperative, Indicator, Policy, Scope
from gapcheck.source.document import Path


def unit(path: Path) -> Path:
    """Of a policy, the smallest thing left out is an imperative; else the whole."""
    return path[:2] if path[:1] == ("imperatives",) and len(path) > 1 else ()


def policy_of(reading: Reading) -> Policy | None:
    """The policy of one file, without the imperatives that are wrong; None if it all is."""
    if not reading.sound:
        return None
    _check(reading)
    if not reading.sound:
        return None
    value: Mapping[str, Any] = reading.value
    kept = [
        (number, item)
        for number, item in enumerate(value["imperatives"])
        if reading.keeps(("imperatives", number))
    ]
    return Policy(
        id=value["policy"],
        title=value["title"],
        publisher=value["publisher"],
        published=value["published"],
        force=Force(value["force"]),
        nation=Nation(value["nation"]),
        in_force=_period(value["in_force"]),
        imperatives=tuple(_imperative(reading, value, number, item) for number, item in kept),
        location=reading.place(("policy",)),
        superseded_by=value.get("superseded_by"),
        url=value.get("url"),
    )


def _check(reading: Reading) -> None:
    value = reading.value
    _check_period(reading, ("in_force",), value["in_force"])
    seen: dict[str, int] = {}
    for number, item in enumerate(value["imperatives"]):
        path: Path = ("imperatives", number)
        if not reading.keeps(path):
            continue
        if "in_force" in item:
            _check_period(reading, (*path, "in_force"), item["in_force"])
        twice(reading, ("imperatives",), number, item["id"], seen)


def twice(reading: Reading, path: Path, number: int, name: str, seen: dict[str, int]) -> None:
    """Note an id that an earlier item of the list at `path` has, and leave both items out."""
    first = seen.setdefault(name, number)
    if first == number:
        return
    related = ((reading.document.span((*path, first, "id")), "the first stands here"),)
    message = f"`{name}` is the id of two items"
    advice = "Give each its own. Neither is used until then."
    reading.error((*path, number, "id"), "duplicate-id", message, advice, related=related)
    reading.lost.add((*path, first))


def _check_period(reading: Reading, path: Path, value: Mapping[str, str]) -> None:
    if "to" not in value:
        return
    period = _period(value)
    if period.end and period.end.last < period.start.first:
        reading.error(
            (*path, "to"),
            "end-before-start",
            f"it ends on {value['to']}, before it begins on {value['from']}",
            "Exchange the two, or correct one.",
        )


def _period(value: Mapping[str, str]) -> Period:
    end = PartialDate.parse(value["to"]) if "to" in value else None
    return Period(PartialDate.parse(value["from"]), end)


def _imperative(
    reading: Reading, policy: Mapping[str, Any], number: int, item: Mapping[str, Any]
) -> Imperative:
    scope = item.get("applies_to", {})
    return Imperative(
        id=item["id"],
        policy=policy["policy"],
        locator=item["locator"],
        text=item["text"],
        actors=many(item["actor"]),
        modality=Modality(item["modality"]),
        nation=Nation(policy["nation"]),
        in_force=_period(item.get("in_force", policy["in_force"])),
        location=reading.place(("imperatives", number)),
        title=item.get("title", ""),
        beneficiaries=many(item.get("beneficiary", ())),
        demands=Rung(item.get("demands", Rung.ENACTED)),
        due=PartialDate.parse(item["due"]) if "due" in item else None,
        tier=item.get("tier"),
        topics=tuple(item.get("topics", ())),
        applies_to=Scope(tuple(scope.get("kinds", ())), tuple(scope.get("designations", ()))),
        indicators=tuple(Indicator(one["id"], one["text"]) for one in item.get("indicators", ())),
        terms=tuple(item.get("terms", ())),
        wording=Wording(item.get("wording", Wording.UNVERIFIED)),
    )


def many(value: str | Iterable[str]) -> tuple[str, ...]:
    """One or several, as a tuple."""
    return (value,) if isinstance(value, str) else tuple(value)
