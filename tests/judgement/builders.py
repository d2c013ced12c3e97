"""Small studies built straight from the model, without a file in between."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from gapcheck.diagnostic import Location
from gapcheck.model.choices import Basis, Force, Modality, Nation, Rung, SourceKind, Stance
from gapcheck.model.corpus import Corpus
from gapcheck.model.dates import PartialDate, Period
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

from .oracle import Said

TODAY = date(2026, 1, 15)
HERE = "northtown"
PLACE = Location("evidence/northtown/source.yaml")
FREE = Consent()
SPOKEN = frozenset({SourceKind.INTERVIEW, SourceKind.FOCUS_GROUP, SourceKind.OBSERVATION})


def day(text: str) -> PartialDate:
    """A date as it would be typed."""
    return PartialDate.parse(text)


def an_imperative(
    name: str,
    *,
    modality: Modality = Modality.MUST,
    demands: Rung = Rung.ENACTED,
    actors: tuple[str, ...] = ("council",),
    beneficiaries: tuple[str, ...] = (),
    tier: str | None = None,
    due: PartialDate | None = None,
    end: PartialDate | None = None,
) -> Imperative:
    """An imperative in force since 2001, everywhere in England."""
    return Imperative(
        id=name,
        policy="guidance",
        locator="para 1",
        text="Bring the sectors of the area together.",
        actors=actors,
        modality=modality,
        nation=Nation.ENGLAND,
        in_force=Period(day("2001-01-01"), end),
        location=PLACE,
        beneficiaries=beneficiaries,
        demands=demands,
        due=due,
        tier=tier,
    )


def a_policy(imperatives: Iterable[Imperative]) -> Policy:
    """The one policy document that holds them."""
    return Policy(
        id="guidance",
        title="Guidance",
        publisher="DETR",
        published="2001",
        force=Force.GUIDANCE,
        nation=Nation.ENGLAND,
        in_force=Period(day("2001-01-01")),
        imperatives=tuple(imperatives),
        location=PLACE,
    )


def a_partnership(
    name: str = HERE, members: tuple[tuple[str, int], ...] = (), population: int | None = None
) -> Partnership:
    """An English local strategic partnership."""
    return Partnership(
        id=name,
        name=name.capitalize(),
        kind="lsp",
        nation=Nation.ENGLAND,
        location=PLACE,
        members=members,
        population=population,
    )


def a_speaker(name: str, sector: str, tier: str | None = None, consent: Consent = FREE) -> Speaker:
    """Somebody who spoke; the consent given is what holds, the source's already in it."""
    return Speaker(id=name, sector=sector, role="member", consent=consent, tier=tier)


def a_source(
    name: str,
    kind: SourceKind,
    excerpts: Sequence[Excerpt],
    *,
    speakers: tuple[Speaker, ...] = (),
    body: str | None = None,
    lsp: str = HERE,
    when: str = "2004-05-12",
    consent: Consent = FREE,
    population: int | None = None,
    asked: tuple[str, ...] = (),
) -> Source:
    """A source; `body` is the sector that wrote a paper or answered a survey."""
    return Source(
        id=name,
        lsp=lsp,
        kind=kind,
        date=day(when),
        location=PLACE,
        consent=consent,
        excerpts=tuple(excerpts),
        speakers=speakers,
        author=body if kind not in SPOKEN and kind is not SourceKind.SURVEY else None,
        respondents=body if kind is SourceKind.SURVEY else None,
        population=population,
        asked=asked,
    )


def a_code(
    imperative: Imperative,
    stance: str | None = "happens",
    *,
    basis: str | None = None,
    rung: str | None = None,
    tier: str | None = None,
    share: Share | None = None,
) -> Code:
    """One code, as the coder would write it."""
    return Code(
        imperative=imperative.name,
        location=PLACE,
        stance=Stance(stance) if stance else None,
        share=share,
        basis=Basis(basis) if basis else None,
        rung=Rung(rung) if rung else None,
        tier=tier,
    )


def an_excerpt(
    name: str,
    codes: Sequence[Code] | None,
    *,
    speaker: str | None = None,
    text: str = "We sit on the board.",
    about: PartialDate | None = None,
) -> Excerpt:
    """A passage with its codes; None where nobody reviewed it."""
    coded = None if codes is None else tuple(codes)
    return Excerpt(name, text, PLACE, codes=coded, speaker=speaker, about=about)


def the_codes(one: Said, imperatives: Iterable[Imperative]) -> list[Code]:
    """The statement as coded, alike for each of the imperatives."""
    return [
        a_code(each, one.stance, basis=one.basis, rung=one.rung, tier=one.tier)
        for each in imperatives
    ]


def said_in_a_source(one: Said, name: str, imperatives: Iterable[Imperative]) -> Source:
    """A source of its own for one statement, coded alike for every one of the imperatives."""
    kind = SourceKind(one.kind)
    speakers = (a_speaker(one.voice, one.sector),) if kind in SPOKEN else ()
    excerpt = an_excerpt("x1", the_codes(one, imperatives))
    return a_source(name, kind, [excerpt], speakers=speakers, body=one.sector)


def a_corpus(
    imperatives: Iterable[Imperative],
    sources: Iterable[Source],
    partnerships: Sequence[Partnership] = (a_partnership(),),
) -> Corpus:
    """A study of these sources, ordered as the loader orders them."""
    return Corpus(
        policies=(a_policy(imperatives),),
        partnerships=tuple(partnerships),
        sources=tuple(sorted(sources, key=lambda source: (source.lsp, source.id))),
    )
