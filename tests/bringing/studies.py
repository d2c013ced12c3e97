"""Studies on disk to bring things into, and random records for the laws of exchange."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from assess.builders import HERE, imperative, partnership, policy
from hypothesis import strategies as st

from gapcheck.bringing.changes import Way
from gapcheck.bringing.desk import desk_of
from gapcheck.bringing.laying import lay
from gapcheck.bringing.run import Outcome, bring
from gapcheck.load.consents import stricter
from gapcheck.load.study import load_study
from gapcheck.model.brought import Brought, Fields
from gapcheck.model.choices import Basis, QuoteConsent, Rung, SourceKind, Stance, Words
from gapcheck.model.corpus import Corpus, SecondCoding
from gapcheck.model.dates import PartialDate
from gapcheck.model.settings import Settings
from gapcheck.model.study import (
    Body,
    Code,
    Consent,
    Excerpt,
    Indicator,
    Realist,
    Share,
    Source,
    Speaker,
)
from gapcheck.source.text import FORBIDDEN

POLICY = """\
policy: guidance
title: Example guidance
publisher: Department for Examples
published: 2010
force: guidance
nation: england
in_force: {from: 2010}
imperatives:
  - id: join-up
    locator: para 1
    text: Join up the plans of all bodies.
    actor: council
    modality: should
    indicators: [{id: vote, text: Members vote.}]
  - id: seats
    locator: para 2
    text: Give the sector seats with a vote on the board.
    actor: council
    modality: should
"""
OTHER = POLICY.replace("policy: guidance", "policy: other").replace("id: join-up", "id: costs")
PLACE_FILE = """\
lsp: fenbury
name: Fenbury Local Board
illustrative: true
kind: lsp
nation: england
partnerships: [{id: board, tier: strategic}]
"""
SETTINGS = "study: An invented study\nconsent_forms: {v1: {analysis: true, quote: anonymised}}\n"


def study_in(root: Path, files: Mapping[str, str] | None = None, *, place: bool = True) -> Path:
    """A study of two policies and, unless not wanted, one partnership; `files` come on top."""
    held = {"gapcheck.yaml": SETTINGS, "policies/guidance.yaml": POLICY}
    held["policies/other.yaml"] = OTHER
    if place:
        held["evidence/fenbury/lsp.yaml"] = PLACE_FILE
    for name, text in {**held, **(files or {})}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    (root / "evidence").mkdir(exist_ok=True)
    return root


def brought_in(brought: Brought, root: Path, given: Fields | None = None, **how: bool) -> Outcome:
    """Bring something into a study, and write it where nothing is against that."""
    outcome = bring(brought, desk_of(root), given or {}, Way(**how))
    if outcome.sound:
        lay(outcome.changes)
    elif outcome.draft is not None:
        lay([outcome.draft])
    return outcome


def loaded(root: Path) -> Corpus:
    """What is sound of a study on disk."""
    return load_study(root)[0]


def plain(value: Any) -> Any:
    """A record without its places, with LF as line ends and nothing that no file may hold."""
    if isinstance(value, str):
        text = value.replace("\r\n", "\n").replace("\r", "\n")
        text = text.replace("\u2028", "\n").replace("\u2029", "\n")
        return FORBIDDEN.sub("", text).strip()
    if isinstance(value, tuple):
        return tuple(plain(each) for each in value)
    if hasattr(value, "__dataclass_fields__") and not isinstance(value, PartialDate):
        kept = (name for name in value.__dataclass_fields__ if "location" not in name)
        return {name: plain(getattr(value, name)) for name in kept if name != "transcript_place"}
    return value


POLICIES = (
    policy(
        imperative(indicators=(Indicator("vote", "Members vote."),)),
        imperative(id="seats", text="Give the sector seats."),
    ),
    policy(imperative(policy="other", id="seats"), name="other"),
)
PLACE = partnership(
    id="fenbury",
    name="Fenbury Local Board",
    illustrative=True,
    bodies=(Body("board", "strategic"),),
)

_SAMPLES = (
    *(
        "board papers",
        "😀 late",
        "naïve café",
        "e\u0301a\u0308",
        "a: b - c # d",
        "x\r\ny",
        "p\n\nq",
    ),
    *(
        '‘quoted’ "twice"',
        "- dash",
        "tab\there",
        "  two  blanks",
        "{a}",
        "null",
        "2012",
        "&amp; <b>",
    ),
)
TEXTS = st.one_of(
    st.sampled_from(_SAMPLES),
    st.lists(st.sampled_from(_SAMPLES), min_size=2, max_size=5).map(" ".join),
    st.text(st.characters(codec="utf-8"), min_size=1, max_size=30),
)
# What no file of a study may hold is in no study.
TEXTS = TEXTS.map(lambda text: FORBIDDEN.sub("", text)).filter(lambda text: bool(text.strip()))
LINES = TEXTS.map(lambda text: " ".join(text.split()))
_WORDS = st.lists(LINES, max_size=3, unique_by=str.casefold).map(tuple)
_DAYS = st.sampled_from(["2012", "2012-05", "2012-05-14"]).map(PartialDate.parse)
_CONSENTS = st.builds(
    Consent,
    quote=st.sampled_from(QuoteConsent),
    archive=st.booleans(),
    embargo_until=st.one_of(st.just(()), _DAYS.map(lambda day: (day,))),
)
_NAMES = ("guidance/join-up", "guidance/seats", "other/seats")
_MEMOS = st.one_of(st.none(), TEXTS.map(lambda text: re.sub(r"[ \t]*[\r\n]+", "\n", text).strip()))


def _code(name: str, *, shares: bool) -> st.SearchStrategy[Code]:
    coded = st.builds(
        Code,
        imperative=st.just(name),
        location=st.just(HERE),
        stance=st.sampled_from(Stance),
        basis=st.sampled_from([None, *Basis]),
        rung=st.sampled_from([None, *Rung]),
        tier=st.sampled_from([None, "delivery"]),
        indicator=st.sampled_from([None, "vote"] if name == "guidance/join-up" else [None]),
        memo=_MEMOS,
    )
    share = st.builds(Share, met=st.integers(0, 5).map(float), of=st.integers(5, 90))
    shared = st.builds(Code, imperative=st.just(name), location=st.just(HERE), share=share)
    return coded | shared if shares else coded


def codes(*, shares: bool) -> st.SearchStrategy[tuple[Code, ...]]:
    """Codes on up to three imperatives, each once."""
    every = [st.one_of(st.none(), _code(name, shares=shares)) for name in _NAMES]
    return st.tuples(*every).map(lambda found: tuple(one for one in found if one))


@st.composite
def sources(draw: st.DrawFn, name: str, lsp: str = "fenbury") -> Source:
    """A source of any kind, whose excerpts may be part of one another."""
    kind = draw(st.sampled_from(SourceKind))
    spoken = kind in (SourceKind.INTERVIEW, SourceKind.FOCUS_GROUP, SourceKind.OBSERVATION)
    survey = kind is SourceKind.SURVEY
    consent = draw(_CONSENTS) if spoken else Consent()
    speakers = draw(_speakers(consent)) if spoken else ()
    names = [each.id for each in speakers]
    texts = draw(st.lists(TEXTS, max_size=4))
    texts += [
        each[: max(1, len(each) // 2)] for each in texts[:1] if each[: len(each) // 2].strip()
    ]
    shares = kind in (SourceKind.SURVEY, SourceKind.EVALUATION)
    found = []
    for number, text in enumerate(text for text in texts if FORBIDDEN.sub("", text).strip()):
        found.append(
            Excerpt(
                id=f"q{number}",
                text=text,
                location=HERE,
                codes=draw(st.one_of(st.none(), codes(shares=shares))),
                at=draw(st.one_of(st.none(), LINES)),
                about=draw(st.one_of(st.none(), _DAYS)),
                speaker=draw(st.sampled_from(names)) if len(names) > 1 else None,
                question=draw(st.one_of(st.none(), TEXTS)),
                translation=draw(st.one_of(st.none(), TEXTS)),
                themes=draw(_WORDS),
                barriers=draw(_WORDS),
                enablers=draw(_WORDS),
                tensions=draw(st.sampled_from([(), ("local-strategic",)])),
                realist=draw(st.one_of(st.none(), st.builds(Realist, context=TEXTS))),
                memo=draw(_MEMOS),
                cleared=draw(st.booleans()),
            )
        )
    return Source(
        id=name,
        lsp=lsp,
        kind=kind,
        date=draw(_DAYS),
        location=HERE,
        consent=consent,
        excerpts=tuple(found),
        speakers=speakers,
        population=draw(st.sampled_from([None, 38])) if survey else None,
        coder=draw(st.sampled_from([None, "ab"])),
        words=draw(st.sampled_from(Words)),
        language=draw(st.sampled_from(["en", "cy"])),
        asked=draw(st.sampled_from([(), ("guidance/seats", "other/seats")])),
        citation=draw(st.sampled_from([None, "Example report"])),
        memo=draw(_MEMOS),
        author=None if spoken or survey else "council",
        respondents="vcs" if survey else None,
    )


@st.composite
def _speakers(draw: st.DrawFn, consent: Consent) -> tuple[Speaker, ...]:
    found = []
    for number in range(draw(st.integers(1, 3))):
        own = draw(st.one_of(st.none(), st.builds(Consent, quote=st.sampled_from(QuoteConsent))))
        body = draw(st.sampled_from([None, "board"]))
        speaker = Speaker(
            id=f"P0{number}",
            sector=draw(st.sampled_from(["vcs", "council"])),
            role=draw(LINES),
            consent=stricter(consent, own) if own else consent,
            tier="strategic" if body else draw(st.sampled_from([None, "delivery"])),
            body=body,
            attributes=draw(st.sampled_from([(), (("wave", "1"),)])),
        )
        found.append(speaker)
    return tuple(found)


@st.composite
def _second(draw: st.DrawFn, source: Source) -> SecondCoding:
    shares = source.kind in (SourceKind.SURVEY, SourceKind.EVALUATION)
    coded = tuple((one.id, draw(codes(shares=shares))) for one in source.excerpts)
    return SecondCoding(source.lsp, source.id, "cd", coded, HERE)


@st.composite
def corpora(draw: st.DrawFn) -> Corpus:
    """A study of up to three sources, coded by one or two people."""
    own = tuple(draw(sources(f"s{number}")) for number in range(draw(st.integers(0, 3))))
    doubled = draw(st.lists(st.booleans(), min_size=3, max_size=3))
    seconds = [
        draw(_second(source)) for source, wanted in zip(own, doubled, strict=False) if wanted
    ]
    return Corpus(
        settings=Settings(title="An invented study"),
        policies=POLICIES,
        partnerships=(PLACE,),
        sources=own,
        second_codings=tuple(each for each in seconds if each.codes),
    )


def without_places(source: Source) -> Any:
    """A source to be compared."""
    return plain(replace(source, transcript=None))
