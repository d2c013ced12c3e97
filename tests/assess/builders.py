"""Small studies for tests: a line of words becomes a source, a handful of them a finding."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from gapcheck.assess.judge import judge
from gapcheck.diagnostic import Location
from gapcheck.model.choices import (
    Basis,
    Force,
    Modality,
    Nation,
    QuoteConsent,
    Rung,
    SourceKind,
    Stance,
)
from gapcheck.model.corpus import Corpus
from gapcheck.model.dates import PartialDate, Period
from gapcheck.model.finding import Finding
from gapcheck.model.settings import Settings
from gapcheck.model.study import (
    Code,
    Consent,
    Excerpt,
    Imperative,
    Partnership,
    Policy,
    Share,
    Source,
    Speaker,
)

HERE = Location("evidence/northtown/source.yaml", 1, 1, 1, 1)
NAME = "guidance/join-up"
TODAY = date(2026, 1, 1)
AS_AT = date(2006, 6, 30)
TIER_WORDS = frozenset({"strategic", "thematic", "neighbourhood", "delivery"})
AUTHORED = frozenset({"document", "minutes", "accounts", "evaluation"})


def when(text: str) -> PartialDate:
    return PartialDate.parse(text)


def period(text: str) -> Period:
    """`2001..` or `2001..2005`."""
    start, _, end = text.partition("..")
    return Period(when(start), when(end) if end else None)


def imperative(**changes: Any) -> Imperative:
    """One that obliges the council for residents; words stand for dates, rungs and modalities."""
    for field, read in (
        ("in_force", period),
        ("due", when),
        ("demands", Rung),
        ("modality", Modality),
        ("nation", Nation),
    ):
        if isinstance(changes.get(field), str):
            changes[field] = read(changes[field])
    plain = Imperative(
        id="join-up",
        policy="guidance",
        locator="para 1",
        text="Join up.",
        actors=("council",),
        beneficiaries=("residents",),
        modality=Modality.SHOULD,
        nation=Nation.ENGLAND,
        in_force=period("2001.."),
        location=HERE,
    )
    return replace(plain, **changes)


def partnership(**changes: Any) -> Partnership:
    plain = Partnership("northtown", "Northtown", "lsp", Nation.ENGLAND, HERE)
    return replace(plain, **changes)


def consent(**changes: Any) -> Consent:
    """`until="2027"` is an embargo, `quote="none"` a promise."""
    if "until" in changes:
        changes["embargo_until"] = (when(changes.pop("until")),)
    if isinstance(changes.get("quote"), str):
        changes["quote"] = QuoteConsent(changes["quote"])
    return Consent(**changes)


def speaker(name: str, sector: str = "vcs", tier: str | None = None, **changes: Any) -> Speaker:
    return Speaker(
        name,
        sector,
        changes.pop("role", "officer"),
        changes.pop("consent", Consent()),
        tier,
        **changes,
    )


def code(stance: str | Share | None = "happens", imperative: str = NAME, **changes: Any) -> Code:
    """A stance or a share; `basis` and `rung` as words."""
    share = stance if isinstance(stance, Share) else None
    if isinstance(changes.get("basis"), str):
        changes["basis"] = Basis(changes["basis"])
    if isinstance(changes.get("rung"), str):
        changes["rung"] = Rung(changes["rung"])
    said = Stance(stance) if isinstance(stance, str) else None
    return Code(imperative, HERE, stance=said, share=share, **changes)


def excerpt(name: str, *codes: Code, **changes: Any) -> Excerpt:
    if isinstance(changes.get("about"), str):
        changes["about"] = when(changes["about"])
    return Excerpt(name, changes.pop("text", f"Words of {name}."), HERE, codes=codes, **changes)


def source(name: str, kind: str = "interview", *excerpts: Excerpt, **changes: Any) -> Source:
    """`by` names the sector that wrote or answered it; else `speakers` speak."""
    by = changes.pop("by", None)
    changes.setdefault("lsp", "northtown")
    if isinstance(changes.get("date"), str):
        changes["date"] = when(changes["date"])
    changes.setdefault("date", when("2006-06-30"))
    changes.setdefault("consent", Consent())
    if by:
        changes["author" if kind in AUTHORED else "respondents"] = by
    return Source(id=name, kind=SourceKind(kind), location=HERE, excerpts=excerpts, **changes)


def says(name: str, words: str, **changes: Any) -> Source:
    """A source from `council happens`, `vcs survey absent`, `vcs document happens claim adopted`.

    Words after the sector are a kind, a stance, a basis, a rung or a tier; the rest goes to the
    source (`date`, `consent`, `population`, `asked`) or the excerpt (`about`, `barriers` ...).
    """
    sector, *rest = words.split()
    kinds = [word for word in rest if word in set(SourceKind)]
    stance = next((w for w in rest if w in set(Stance)), "happens")
    coded: dict[str, Any] = {}
    for word in rest:
        if word in set(Basis):
            coded["basis"] = Basis(word)
        elif word in set(Rung):
            coded["rung"] = Rung(word)
    tier = next((w for w in rest if w in TIER_WORDS), None)
    about = {
        key: changes.pop(key)
        for key in ("about", "barriers", "enablers", "tensions", "realist", "text", "translation")
        if key in changes
    }
    kind = kinds[0] if kinds else "interview"
    share = changes.pop("share", None)
    who = changes.pop("who", f"P-{name}")
    if kind in AUTHORED or kind == "survey":
        changes["by"] = sector
        coded["tier"] = tier
    else:
        held = changes.get("consent", Consent())
        changes["speakers"] = (speaker(who, sector, tier, consent=held),)
    words_coded = excerpt("x1", code(share or stance, **coded), **about)
    return source(name, kind, words_coded, **changes)


def find(*sources: Source | str, **changes: Any) -> Finding:
    """Judge sources or their words on an imperative; other names go where they fit."""
    place: dict[str, Any] = {
        key: changes.pop(key)
        for key in ("members", "kind", "designations", "population")
        if key in changes
    }
    if "place_nation" in changes:
        place["nation"] = changes.pop("place_nation")
    settings = changes.pop("settings", Settings())
    as_at = changes.pop("as_at", AS_AT)
    today = changes.pop("today", TODAY)
    return judge(
        imperative(**changes),
        partnership(**place),
        tuple(built(sources)),
        settings,
        as_at=as_at,
        today=today,
    )


def built(sources: Iterable[Source | str]) -> list[Source]:
    return [
        says(f"s{number}", one) if isinstance(one, str) else one
        for number, one in enumerate(sources, start=1)
    ]


def corpus(*sources: Source, **changes: Any) -> Corpus:
    changes.setdefault("partnerships", (partnership(),))
    changes.setdefault("policies", (policy(imperative()),))
    return Corpus(sources=sources, **changes)


def policy(*imperatives: Imperative, name: str = "guidance") -> Policy:
    return Policy(
        name,
        "Guidance",
        "DETR",
        "2001",
        Force.GUIDANCE,
        Nation.ENGLAND,
        period("2001.."),
        imperatives,
        HERE,
    )
