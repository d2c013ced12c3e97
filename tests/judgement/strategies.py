"""Hypothesis strategies for small studies: everything that the rules look at, nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TypeVar

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from gapcheck.assess.run import assess
from gapcheck.model.choices import Modality, QuoteConsent, Rung, SourceKind
from gapcheck.model.corpus import Corpus
from gapcheck.model.report import Report
from gapcheck.model.settings import TIERS, Settings
from gapcheck.model.study import (
    Code,
    Consent,
    Excerpt,
    Imperative,
    Partnership,
    Share,
    Source,
    Speaker,
)

from .builders import (
    FREE,
    HERE,
    SPOKEN,
    TODAY,
    a_code,
    a_corpus,
    a_partnership,
    a_source,
    a_speaker,
    an_excerpt,
    an_imperative,
    day,
)
from .oracle import BASES, RUNGS, STANCES

# The same few people speak in every partnership's sources, so that voices meet again.
PEOPLE = (
    a_speaker("P1", "council", "strategic"),
    a_speaker("P2", "council"),
    a_speaker("P3", "vcs", "neighbourhood"),
    a_speaker("P4", "residents"),
)
COUNTED = frozenset({SourceKind.SURVEY, SourceKind.EVALUATION})
SECTORS = ("vcs", "council", "residents", "audit")
DATES = ("2002", "2003-06", "2004-05-12", "2005-02-01")
TIMES = ("1999", "2000", "2001", "2002-04-30", "2004", "2006-11")

# All of these are shut at the builders' TODAY, 15 January 2026: the day after it, and a month and
# a year that are not over.
SHUT = (
    replace(FREE, withdrawn=True),
    replace(FREE, analysis=False),
    replace(FREE, embargo_until=(day("2026-01-16"),)),
    replace(FREE, embargo_until=(day("2026-01"),)),
    replace(FREE, embargo_until=(day("2020"), day("2026"))),
)
# These are open: the first free day is today, and a month and a year that are over.
OPEN = (
    FREE,
    replace(FREE, embargo_until=(day("2026-01-15"),)),
    replace(FREE, embargo_until=(day("2025-12"), day("2025"))),
)
SILENT = (replace(FREE, quote=QuoteConsent.NONE),)

T = TypeVar("T")


def seldom(rare: st.SearchStrategy[T], usual: T | None = None) -> st.SearchStrategy[T | None]:
    """Mostly the usual, so that what is drawn is mostly judged and now and then odd."""
    usually: st.SearchStrategy[T | None] = st.just(usual)
    return st.one_of(usually, usually, usually, usually, rare)


consents: st.SearchStrategy[Consent] = st.one_of(
    st.just(FREE),
    st.just(FREE),
    st.just(FREE),
    st.sampled_from((*OPEN, *SILENT)),
    st.sampled_from(SHUT),
)


@st.composite
def imperatives(draw: st.DrawFn, name: str) -> Imperative:
    """An imperative with any modality, rung, actors and times."""
    return an_imperative(
        name,
        modality=draw(st.sampled_from(Modality)),
        demands=draw(st.sampled_from((Rung.ENACTED, *Rung))),
        actors=draw(st.sampled_from((("council",), ("council", "vcs"), ("partnership",)))),
        beneficiaries=draw(st.sampled_from(((), ("vcs",), ("residents",)))),
        tier=draw(st.sampled_from((None, "strategic", "neighbourhood"))),
        due=draw(seldom(st.sampled_from(TIMES).map(day))),
        end=draw(seldom(st.sampled_from(("2003", "2005-03-31")).map(day))),
    )


@st.composite
def codes(draw: st.DrawFn, imperative: Imperative, counted: bool) -> Code:
    """A code; `counted` where the source may give a share in place of a stance."""
    given_share = counted and draw(st.booleans())
    return a_code(
        imperative,
        None if given_share else draw(st.sampled_from(STANCES)),
        basis=draw(seldom(st.sampled_from(BASES))),
        rung=draw(seldom(st.sampled_from(RUNGS))),
        tier=draw(seldom(st.sampled_from(TIERS))),
        share=draw(shares) if given_share else None,
    )


shares = st.builds(Share, met=st.integers(0, 40).map(float), of=st.just(40)) | st.builds(
    Share, percent=st.sampled_from((0.0, 10.0, 15.0, 85.0, 90.0, 100.0)), of=st.none() | st.just(60)
)


@st.composite
def excerpts(
    draw: st.DrawFn,
    name: str,
    asks: tuple[Imperative, ...],
    speakers: tuple[Speaker, ...],
    counted: bool,
) -> Excerpt:
    """An excerpt that may be unreviewed, may fit nothing, and names a speaker where it must."""
    about = draw(seldom(st.sampled_from(TIMES).map(day)))
    speaker = draw(st.sampled_from(speakers)).id if len(speakers) > 1 else None
    coded = [draw(codes(each, counted)) for each in asks if draw(st.integers(0, 4)) < 4]
    text = f"words of {name}"
    reviewed = draw(st.integers(0, 9)) < 9
    excerpt = an_excerpt(name, coded if reviewed else None, speaker=speaker, about=about, text=text)
    barriers = draw(st.sets(st.sampled_from(("capacity", "late papers")), max_size=2))
    return replace(excerpt, barriers=tuple(sorted(barriers)))


@st.composite
def sources(
    draw: st.DrawFn,
    name: str,
    asks: tuple[Imperative, ...],
    lsp: str = HERE,
    consent: st.SearchStrategy[Consent] = consents,
) -> Source:
    """A source of any kind, with up to three excerpts."""
    kind = draw(st.sampled_from((SourceKind.INTERVIEW, SourceKind.INTERVIEW, *SourceKind)))
    given_consent = draw(consent)
    speakers: tuple[Speaker, ...] = ()
    if kind in SPOKEN:
        most = 1 if kind is SourceKind.INTERVIEW else 3
        people = draw(st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=most, unique=True))
        speakers = tuple(replace(each, consent=given_consent) for each in people)
        if len(speakers) > 1 and given_consent in OPEN:
            speakers = (replace(speakers[0], consent=draw(consent)), *speakers[1:])
    return a_source(
        name,
        kind,
        [
            draw(excerpts(f"x{n}", asks, speakers, kind in COUNTED))
            for n in range(3 - draw(st.integers(0, 2)))
        ],
        speakers=speakers,
        body=None if kind in SPOKEN else draw(st.sampled_from(SECTORS)),
        lsp=lsp,
        when=draw(st.sampled_from(DATES)),
        consent=given_consent,
        population=draw(st.none() | st.just(60)) if kind is SourceKind.SURVEY else None,
        asked=tuple(each.name for each in asks if not draw(st.integers(0, 4))),
    )


modest = settings(
    max_examples=100,
    deadline=None,
    derandomize=True,
    # A study is a large value by nature; how long one takes to draw says nothing of the law.
    suppress_health_check=[HealthCheck.too_slow],
)
as_at_days = (
    st.none()
    | st.none()
    | st.sampled_from((date(2004, 1, 1), date(2005, 12, 31), date(2008, 1, 1)))
)


def judged(corpus: Corpus, as_at: date | None = None) -> Report:
    """The report on the builders' day."""
    return assess(corpus, today=TODAY, as_at=as_at)


def with_sources(corpus: Corpus, told: Iterable[Source]) -> Corpus:
    """The same study with these local sources, ordered as the loader orders them."""
    return replace(corpus, sources=tuple(sorted(told, key=lambda each: (each.lsp, each.id))))


MEMBERS = (("council", 3), ("police", 1), ("vcs", 2))


@st.composite
def studies(draw: st.DrawFn, most: int = 5) -> Corpus:
    """One policy with one or two imperatives, one or two partnerships, a few sources each."""
    asks = tuple(draw(imperatives(f"ask-{n}")) for n in range(draw(st.integers(1, 2))))
    places: list[Partnership] = [a_partnership(members=draw(st.sampled_from(((), MEMBERS))))]
    if draw(st.booleans()):
        places.append(a_partnership("southtown", population=draw(st.none() | st.just(88))))
    told = [
        draw(sources(f"s{n}", asks, place.id))
        for place in places
        for n in range(most - draw(st.integers(0, most - 2)))
    ]
    corpus = a_corpus(asks, told, places)
    return replace(corpus, settings=Settings(double_coded=draw(st.booleans())))
