"""What is known of a foreign document: as the map says, the file itself, its attributes, or you.

The nearest word counts: an entry of the map before what the file says, that before attributes,
and what was said on the command line where nothing else says anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from gapcheck.bringing.naming import source_name
from gapcheck.model.brought import Case, Document, Fields, Mishap, Voice
from gapcheck.model.choices import SourceKind
from gapcheck.model.codemap import FACTS, CodeMap
from gapcheck.model.settings import Vocabulary
from gapcheck.near import did_you_mean, listed
from gapcheck.schema.evidence import SPOKEN, WRITTEN
from gapcheck.schema.parts import ANY_CASE_ID, ID
from gapcheck.source.days import is_date, mended

_ALIASES: Final[Mapping[str, tuple[str, ...]]] = {
    "lsp": ("lsp", "partnership", "place", "area", "site"),
    "kind": ("kind", "source type", "type of source"),
    "date": ("date", "interview date", "date of interview"),
    "sector": ("sector",),
    "role": ("role",),
    "tier": ("tier",),
    "speaker": ("speaker", "participant", "speaker id"),
}
_PLACES: Final = ("case", "set", "folder", "document")
_SPEAKER: Final = ("sector", "role", "tier", "partnership")
WITHHELD: Final[Fields] = {"analysis": True, "quote": "none"}
"""What holds until somebody says what was promised: it may be judged, and is shown to nobody."""


@dataclass(frozen=True, slots=True)
class Known:
    """The study that facts are checked against, and what was said on the command line."""

    vocabulary: Vocabulary
    partnerships: Mapping[str, str]
    codemap: CodeMap
    given: Fields
    cases: Mapping[str, Case]
    file: str


@dataclass(frozen=True, slots=True)
class Told:
    """All that is known of a document: `fields` of its source, its partnership and its name.

    `missing` are the keys without which no source can be written.
    """

    lsp: str
    source: str
    fields: Fields
    missing: tuple[str, ...]
    mishaps: tuple[Mishap, ...] = ()
    guessed_consent: bool = False


def told_of(document: Document, known: Known, taken: set[str]) -> Told:
    """What is known of a document; `taken` are the names that others of this import have."""
    mishaps: list[Mishap] = []
    entry = known.codemap.documents.get(document.name)
    said = dict(entry.fields) if entry else {}
    # What gapcheck itself wrote says all of it in its own words.
    own = "source" in document.fields
    told = {} if own else dict(_attributes(document, known, mishaps))
    fields = {**known.given, **told, **dict(document.fields), **said}
    lsp = str(fields.pop("lsp", ""))
    kind = str(fields.get("kind", ""))
    name = str(fields.pop("source", "")) or source_name(document.name, kind, known.vocabulary)
    source = _free(name, lsp, taken)
    taken.add(f"{lsp}/{source}")
    people = _people(document, fields, source)
    mishaps += _for_several(document, fields, known)
    for key in (*_SPEAKER, "speaker", "speakers"):
        fields.pop(key, None)
    guessed = _settled(fields, people)
    missing = tuple(_missing(fields, people, lsp))
    return Told(lsp, source, fields, missing, tuple(mishaps), guessed)


def _settled(fields: dict[str, Any], people: list[Fields]) -> bool:
    """Put people and consent into the fields of a source; true where consent was made up."""
    kind = str(fields.get("kind", ""))
    if kind not in SPOKEN:
        if kind:
            fields.pop("consent", None)
        return False
    for key in ("author", "respondents"):
        fields.pop(key, None)
    if len(people) == 1:
        fields["speaker"] = people[0]
    elif people:
        fields["speakers"] = people
    guessed = "consent" not in fields
    if guessed:
        fields["consent"] = dict(WITHHELD)
    return guessed


def _missing(fields: Fields, people: list[Fields], lsp: str) -> Iterator[str]:
    if not lsp:
        yield "lsp"
    yield from (key for key in ("kind", "date") if not fields.get(key))
    kind = fields.get("kind")
    if kind in SPOKEN or not kind:
        for key in ("sector", "role"):
            if not people or any(not one.get(key) for one in people):
                yield key
    elif kind in WRITTEN and not fields.get("author"):
        yield "author"
    elif kind == SourceKind.SURVEY and not fields.get("respondents"):
        yield "respondents"


def _people(document: Document, fields: Fields, source: str) -> list[Fields]:
    """Who speaks, each with what is known of them."""
    if fields.get("speakers"):
        return [dict(one) for one in fields["speakers"]]
    typed = fields.get("speaker")
    common = {key: fields[key] for key in _SPEAKER if fields.get(key)}
    if isinstance(typed, Mapping):
        return [{"id": source, **common, **typed}]
    voices = [one for one in document.voices if not one.asks]
    if len(voices) > 1:
        return [{"id": _speaker_id(one), **common, **dict(one.fields)} for one in voices]
    alone: Mapping[str, Any] = dict(voices[0].fields) if voices else {}
    name = str(typed) if isinstance(typed, str) and re.fullmatch(ANY_CASE_ID, typed) else ""
    identity = name or (_speaker_id(voices[0]) if voices else source)
    return [{"id": identity, **common, **alone}]


def _for_several(document: Document, fields: Fields, known: Known) -> Iterator[Mishap]:
    """What is wrong where one person is to have said what several did."""
    voices = [_speaker_id(one) for one in document.voices if not one.asks]
    typed = fields.get("speaker")
    if isinstance(typed, Mapping) and not fields.get("speakers") and len(voices) > 1:
        said = f"`speaker` is one person, and {len(voices)} speak there: {listed(voices)}"
        told = "List them under `speakers:`, each with `id`, `sector` and `role`."
        yield Mishap(known.file, f"document {document.name}", said, told)


def _speaker_id(voice: Voice) -> str:
    return str(voice.fields.get("id", "")) or voice.key


def _attributes(
    document: Document, known: Known, mishaps: list[Mishap]
) -> Iterator[tuple[str, str]]:
    """The facts that attributes, cases, sets and folders tell."""
    held = dict(document.attributes)
    for name in document.cases:
        case = known.cases.get(name)
        for key, value in (case.attributes if case else {}).items():
            held.setdefault(key, value)
    folded = {key.strip().casefold(): value for key, value in held.items()}
    for fact in FACTS:
        named = known.codemap.attributes.get(fact, "")
        value = _value(document, named, folded) if named else _by_alias(fact, folded)
        if fact == "lsp" and not named and document.folder in known.partnerships:
            value = document.folder
        if not value:
            continue
        meant, advice = _meant(fact, value, known)
        if meant:
            yield fact, meant
        elif named:
            where = f"document {document.name}, {named}"
            said = f"`{value[:60]}` is no {fact}"
            told = f"{advice} Or say what it means under `values: {fact}:` in codes.yaml.".strip()
            mishaps.append(Mishap(known.file, where, said, told))


def _value(document: Document, named: str, attributes: Mapping[str, str]) -> str:
    places = {
        "case": next(iter(document.cases), ""),
        "set": next(iter(document.sets), ""),
        "folder": document.folder,
        "document": document.name,
    }
    plain = named.strip().casefold()
    return attributes.get(plain, "") or places.get(plain, "")


def _by_alias(fact: str, attributes: Mapping[str, str]) -> str:
    return next((attributes[one] for one in _ALIASES.get(fact, ()) if one in attributes), "")


def _meant(fact: str, value: str, known: Known) -> tuple[str, str]:
    """What a value means as a fact, or nothing and what would be right."""
    table = known.codemap.values.get(fact, {})
    said = table.get(value, value).strip()
    if fact == "date":
        day = said if is_date(said) and re.match(r"\d{4}", said) else mended(said) or ""
        return day, "Write YYYY, YYYY-MM or YYYY-MM-DD."
    if fact in ("role", "speaker", "partnership"):
        return said, ""
    options = _options(fact, known)
    folded = {label.casefold(): key for key, label in options.items()}
    folded |= {key.casefold(): key for key in options}
    found = folded.get(said.casefold(), "")
    if fact == "lsp" and not found and re.fullmatch(ID, said) and value in table:
        return said, ""
    return found, f"{did_you_mean(said, folded)} Allowed: {listed(options)}.".strip()


def _options(fact: str, known: Known) -> Mapping[str, str]:
    if fact == "lsp":
        return known.partnerships
    if fact == "kind":
        return {str(kind): str(kind).replace("-", " ") for kind in SourceKind}
    return known.vocabulary.sectors if fact == "sector" else known.vocabulary.tiers


def _free(name: str, lsp: str, taken: set[str]) -> str:
    found, number = name, 2
    while f"{lsp}/{found}" in taken or found in ("lsp", "signoff", "readme"):
        found, number = f"{name}-{number}", number + 1
    return found
