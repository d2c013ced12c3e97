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

_EARLIEST = date(1900, 1, 1)
"""The first day that OSCAL knows."""

_IDS = uuid.uuid5(uuid.NAMESPACE_URL, SPACE)
_MARKS = re.compile(r"([\\`*_{}\[\]~^|$!])")
_LINE_START = re.compile(r"^(\s*\d*)([#+\-=.)])", re.MULTILINE)
_UNFIT = re.compile(r"[^\w.\-]")


def token(name: str) -> str:
    """A name as OSCAL takes one: letters, figures, dots, dashes and lines, a letter first.

    The stroke becomes a dot, and a dot `DOT`: ids have no capitals, so no two names are alike.
    """
    plain = _UNFIT.sub(".", name.replace(".", "DOT"))
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


def title(said: str) -> str:
    """A line where OSCAL reads Markdown: shown as typed, and doing nothing."""
    return markup(line(said))


def text(said: str) -> str:
    """A text where OSCAL reads Markdown, the same; a dash where there is none."""
    return markup(visible(said).strip()) or "–"


def markup(said: str) -> str:
    """Text in which no sign means more than itself to a reader of Markdown or HTML."""
    for sign, name in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;")):
        said = said.replace(sign, name)
    return _LINE_START.sub(r"\1\\\2", _MARKS.sub(r"\\\1", said))


def path(said: str) -> str:
    """A path as a reference, in which no sign means more than itself."""
    return quote(visible(said), safe="/")


def address(said: str) -> str:
    """An address of the web; nothing where it is none."""
    known = said.startswith(("https://", "http://"))
    return quote(visible(said), safe="/:?#[]@!$&'()*+,;=%~") if known else ""


def moment(day: date | None) -> str:
    """The beginning of a day; of one that nobody knows, the first that computers count from."""
    return f"{max(day or date(1970, 1, 1), _EARLIEST).isoformat()}T00:00:00Z"
