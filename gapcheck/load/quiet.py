"""A source in which nothing needs a word, told quickly; whatever may need one is read in full.

`source_of` says what is wrong. This only looks whether anything may be: it never says that a
source is sound where `source_of` would have said a thing about it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from gapcheck.load.codes import items
from gapcheck.load.consents import consent_of, stricter
from gapcheck.load.facts import Sketch, Voice, joined, shared
from gapcheck.load.sources import Surroundings
from gapcheck.model.study import Consent
from gapcheck.schema.evidence import WITH_SHARES
from gapcheck.source.document import Document

Item = Mapping[str, Any]


class _Odd(Exception):
    """Something that has to be read in full."""


def quiet(document: Document, stem: str, around: Surroundings) -> Sketch | None:
    """What is kept of a source that its schema admits; None where a word may be needed."""
    value: Any = document.value
    try:
        _same(value["source"], stem)
        consent = _consent(value.get("consent"), around)
        voices = tuple(_voices(value, consent, around))
        known = around.imperatives.known
        return Sketch(
            id=value["source"],
            kind=value["kind"],
            date=value["date"],
            location=document.location(("source",)),
            consent=shared(consent),
            voices=voices,
            excerpts=_ids(value, [one.id for one in voices]),
            coded=tuple(dict.fromkeys(_coded(value, around))),
            asked=tuple(dict.fromkeys([known[name].name for name in value.get("asked", ())])),
        )
    except (_Odd, KeyError):
        return None


def _same(one: object, other: object) -> None:
    if one != other:
        raise _Odd


def _consent(typed: Any, around: Surroundings) -> Consent:
    if isinstance(typed, str):
        return around.settings.consent_forms[typed]
    return consent_of(typed) if typed else Consent()


def _voices(value: Item, consent: Consent, around: Surroundings) -> Iterator[Voice]:
    listed = value.get("speakers", ())
    _same(len({one["id"] for one in listed}), len(listed))
    for one in (value["speaker"], *listed) if "speaker" in value else listed:
        body = None if one.get("tier") or around.bodies is None else one.get("partnership")
        if body is not None and body not in (around.bodies or ()):
            raise _Odd
        own = _consent(one.get("consent"), around)
        both = stricter(consent, own) if "consent" in one else consent
        yield Voice(one["id"], one["sector"], shared(both))


def _ids(value: Item, known: list[str]) -> str:
    excerpts = value["excerpts"]
    ids = [one["id"] for one in excerpts]
    _same(len(set(ids)), len(ids))
    must = "speakers" in value and len(known) > 1
    for one in excerpts:
        if must or "speaker" in one:
            _same(one["speaker"] in known, True)
    return joined(ids)


def _coded(value: Item, around: Surroundings) -> Iterator[str]:
    known = around.imperatives.known
    with_shares = value["kind"] in WITH_SHARES
    for excerpt in value["excerpts"]:
        for _, code in items(excerpt.get("codes")):
            imperative = known[code["imperative"]]
            if "indicator" in code:
                _same(code["indicator"] in [one.id for one in imperative.indicators], True)
            if "share" in code:
                share = code["share"]
                _same(with_shares and share.get("met", 0) <= share.get("of", 1e18), True)
            yield imperative.name
