"""Who speaks in a source: their consent joined with the source's, their tier filled in."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from gapcheck.load.consents import read_consent, stricter
from gapcheck.load.partnerships import pairs
from gapcheck.load.policies import twice
from gapcheck.load.reading import Reading
from gapcheck.model.study import Consent, Speaker
from gapcheck.near import did_you_mean, listed
from gapcheck.source.document import Path

Item = Mapping[str, Any]
Bodies = Mapping[str, str] | None
"""The tiers of a partnership's constituent partnerships; None where its own file is wrong."""


def speakers_of(
    reading: Reading,
    value: Item,
    consent: Consent,
    bodies: Bodies,
    forms: Mapping[str, Consent],
) -> tuple[Speaker, ...]:
    """The speakers of a source, in the order of the file; none where a body wrote it."""
    seen: dict[str, int] = {}
    found = []
    for path, item in _typed(value):
        if len(path) > 1:
            twice(reading, ("speakers",), int(path[1]), item["id"], seen)
        own = read_consent(reading, (*path, "consent"), item.get("consent"), forms)
        joined = stricter(consent, own) if "consent" in item else consent
        tier = item.get("tier") or _tier(reading, path, item, bodies)
        found.append(
            Speaker(
                id=item["id"],
                sector=item["sector"],
                role=item["role"],
                consent=joined,
                tier=tier,
                body=item.get("partnership"),
                attributes=pairs(item.get("attributes", {})),
            )
        )
    return tuple(found)


def _typed(value: Item) -> Iterator[tuple[Path, Item]]:
    if "speaker" in value:
        yield ("speaker",), value["speaker"]
    for number, item in enumerate(value.get("speakers", ())):
        yield ("speakers", number), item


def _tier(reading: Reading, path: Path, item: Item, bodies: Bodies) -> str | None:
    """The tier of the constituent partnership that a speaker names."""
    name = item.get("partnership")
    if name is None or bodies is None:
        return None
    if name not in bodies:
        there = f"There are: {listed(bodies)}." if bodies else "lsp.yaml lists none."
        message = f"`{name}` is no constituent partnership here"
        advice = f"{did_you_mean(name, bodies)} {there}".strip()
        reading.error((*path, "partnership"), "unknown-body", message, advice)
    return bodies.get(name)


def unlisted(reading: Reading, path: Path, name: str, known: Collection[str]) -> None:
    """Note the name of a speaker whom the source does not list."""
    if name not in known:
        there = f"The speakers are: {listed(known)}." if known else "It has no speakers."
        advice = f"{did_you_mean(name, known)} {there}".strip()
        message = f"`{name}` is not a speaker of this source"
        reading.error(path, "unlisted-speaker", message, advice)
