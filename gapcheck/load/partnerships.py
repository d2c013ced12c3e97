"""`evidence/<lsp>/lsp.yaml` to a Partnership, and `signoff.yaml` to sign-offs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gapcheck.load.names import Imperatives
from gapcheck.load.policies import twice
from gapcheck.load.reading import Reading
from gapcheck.model.choices import Confidence, Nation, Verdict
from gapcheck.model.corpus import Signoff
from gapcheck.model.dates import PartialDate
from gapcheck.model.study import Body, Partnership
from gapcheck.source.document import Path


def unit(_path: Path) -> Path:
    """Of a partnership, every part is needed to judge anything of it."""
    return ()


def partnership_of(reading: Reading, folder: str) -> Partnership | None:
    """The partnership of one folder; None where its file is wrong."""
    if not reading.sound:
        return None
    value: Mapping[str, Any] = reading.value
    misnamed(reading, "lsp", folder, "folder")
    seen: dict[str, int] = {}
    for number, body in enumerate(value.get("partnerships", ())):
        twice(reading, ("partnerships",), number, body["id"], seen)
    if reading.lost:
        return None
    return Partnership(
        id=value["lsp"],
        name=value["name"],
        kind=value["kind"],
        nation=Nation(value["nation"]),
        location=reading.place(("lsp",)),
        pseudonym=value.get("pseudonym", False),
        illustrative=value.get("illustrative", False),
        region=value.get("region"),
        designations=tuple(value.get("designations", ())),
        population=value.get("of"),
        bodies=tuple(
            Body(one["id"], one["tier"], one.get("theme")) for one in value.get("partnerships", ())
        ),
        members=tuple(value.get("members", {}).items()),
        attributes=pairs(value.get("attributes", {})),
    )


def misnamed(reading: Reading, key: str, name: str, holder: str) -> None:
    """Note an id that is not the name of the file or folder that holds it."""
    value = reading.value[key]
    if value != name:
        advice = f"Rename the {holder} to {value}, or write `{key}: {name}`."
        reading.error((key,), "misnamed-file", f"`{value}` lies in the {holder} {name}", advice)


def pairs(value: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """Free attributes as typed."""
    return tuple((key, str(one)) for key, one in value.items())


def signoff_unit(path: Path) -> Path:
    """Of the sign-offs, each entry stands for itself."""
    return path[:1]


def signoffs_of(reading: Reading, lsp: str, imperatives: Imperatives) -> tuple[Signoff, ...]:
    """The sign-offs of one partnership that are sound."""
    if not reading.sound:
        return ()
    found = []
    for number, item in enumerate(reading.value):
        path: Path = (number,)
        if not reading.keeps(path):
            continue
        imperative = imperatives.resolve(reading, (number, "imperative"), item["imperative"])
        if imperative is None:
            continue
        found.append(
            Signoff(
                lsp=lsp,
                imperative=imperative.name,
                reason=item["reason"],
                by=item["by"],
                on=PartialDate.parse(item["on"]),
                location=reading.place(path),
                verdict=Verdict(item["verdict"]) if "verdict" in item else None,
                confidence=Confidence(item["confidence"]) if "confidence" in item else None,
                summary=item.get("summary"),
            )
        )
    return tuple(found)
