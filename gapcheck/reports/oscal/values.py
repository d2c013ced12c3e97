"""Values as OSCAL takes them: ids, properties, tokens, lines, texts and moments."""

from __future__ import annotations

import re
import uuid
from collections.abc import Mapping
from datetime import date
from urllib.parse import quote

from gapcheck.reports.inert import visible

SPACE = "urn:gapcheck:oscal"
"""Whose properties those are that OSCAL does not know."""

Json = dict[str, object]

_IDS = uuid.uuid5(uuid.NAMESPACE_URL, SPACE)
_UNFIT = re.compile(r"[^\w.\-]")


def token(name: str) -> str:
    """A name as OSCAL takes one: letters, figures, dots, dashes and lines, a letter first."""
    plain = _UNFIT.sub(".", name)
    return plain if plain[:1].isalpha() or plain.startswith("_") else f"_{plain}"


def id_(*names: str) -> str:
    """The id that follows from some names."""
    return str(uuid.uuid5(_IDS, "\x1f".join(map(visible, names))))


def props(known: Mapping[str, str]) -> list[Json]:
    """Properties of our own, those without a value left away."""
    told = ((name, line(str(value))) for name, value in known.items() if value)
    return [{"name": name, "ns": SPACE, "value": value} for name, value in told]


def line(said: str) -> str:
    """A text in one line that begins and ends with what one sees; a dash where there is none."""
    return " ".join(visible(said).split()) or "–"


def text(said: str) -> str:
    """A text with nothing in it that cannot be seen; a dash where there is none."""
    return visible(said).strip() or "–"


def link(path: str) -> str:
    """A path or an address as a reference, in which no sign means more than itself."""
    return quote(visible(path), safe="/:?#[]@!$&'()*+,;=%~")


def moment(day: date | None) -> str:
    """The beginning of a day; of one that nobody knows, the first that computers count from."""
    return f"{(day or date(1970, 1, 1)).isoformat()}T00:00:00Z"
