"""Studies for tests of what is exported: one that shows everything, and random ones."""

from __future__ import annotations

import io
from typing import Any

from assess.builders import HERE, imperative, partnership, policy
from hypothesis import strategies as st

from gapcheck.exporters.workbook.rows import MayShow
from gapcheck.exporters.workbook.writer import write
from gapcheck.load.consents import stricter
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

SPOKEN = {SourceKind.INTERVIEW, SourceKind.FOCUS_GROUP, SourceKind.OBSERVATION}
POLICIES = (
    policy(
        imperative(indicators=(Indicator("vote", "Members vote."),)),
        imperative(id="seats", text="=Give the sector seats."),
    ),
    policy(imperative(policy="other", id="seats"), name="other"),
)
PLACE = partnership(
    name="Fenbury Local Board",
    illustrative=True,
    bodies=(Body("board", "strategic"), Body("riverside", "neighbourhood")),
)


def everything(source: Source, excerpt: Excerpt) -> bool:
    """All words may be shown."""
    return True


def written(corpus: Corpus, may_show: MayShow = everything) -> bytes:
    """The bytes of a study's workbook."""
    stream = io.BytesIO()
    write(corpus, stream, may_show)
    return stream.getvalue()


def study(*sources: Source, **changes: Any) -> Corpus:
    """A study of one invented partnership."""
    changes.setdefault("settings", Settings(title="An invented study"))
    return Corpus(policies=POLICIES, partnerships=(PLACE,), sources=sources, **changes)


_LETTERS = st.characters(codec="utf-8", exclude_characters="\r")
TEXTS = st.one_of(
    st.text(_LETTERS, min_size=1, max_size=20),
    st.sampled_from(
        [
            *("=1+1", "+44", "'quoted", "-no", "@sum", "a\n\n=b", "🙂" * 5, "<r>a</r>", " = x "),
            *("tab\there", "nul\x00", "_x0041_", "\u200bhidden\ufeff", "a;b", "yes", "2012-05"),
        ]
    ),
).filter(lambda text: text.strip() and text.strip().casefold() != "withheld")
_WORDS = st.lists(TEXTS.filter(lambda text: "\n" not in text.strip()), max_size=3).map(tuple)
_DAYS = st.sampled_from(["2012", "2012-05", "2012-05-14", "1999-12-31"]).map(PartialDate.parse)
_CONSENTS = st.builds(
    Consent,
    analysis=st.booleans(),
    quote=st.sampled_from(QuoteConsent),
    archive=st.booleans(),
    withdrawn=st.booleans(),
    embargo_until=st.one_of(st.just(()), _DAYS.map(lambda day: (day,))),
)
_SECTORS = st.sampled_from(["vcs", "council", "health"])
_TIERS = st.sampled_from([None, "strategic", "delivery"])
_SHARES = st.one_of(
    st.builds(Share, met=st.integers(0, 5), of=st.integers(5, 90)),
    st.builds(
        Share, percent=st.sampled_from([28.0, 12.5, 0.0, 100.0]), of=st.sampled_from([None, 60])
    ),
)
_CODES = st.builds(
    Code,
    imperative=st.sampled_from(["guidance/join-up", "guidance/seats", "other/seats"]),
    location=st.just(HERE),
    stance=st.sampled_from(Stance),
    basis=st.sampled_from([None, *Basis]),
    rung=st.sampled_from([None, *Rung]),
    tier=_TIERS,
    indicator=st.sampled_from([None, "vote"]),
    memo=st.one_of(st.none(), TEXTS),
) | st.builds(
    Code,
    imperative=st.just("guidance/seats"),
    location=st.just(HERE),
    share=_SHARES,
    agreed_by=st.just("both coders"),
    agreed_on=st.just(PartialDate.parse("2013-01-15")),
)
_REALISTS = st.one_of(st.none(), st.builds(Realist, context=TEXTS, outcome=TEXTS))


@st.composite
def speakers(draw: st.DrawFn, consent: Consent) -> tuple[Speaker, ...]:
    """One to three speakers, whose own promises go beyond the source's."""
    found = []
    for number in range(draw(st.integers(1, 3))):
        own = draw(st.one_of(st.none(), _CONSENTS))
        body = draw(st.sampled_from([None, "board"]))
        found.append(
            Speaker(
                id=f"P0{number}",
                sector=draw(_SECTORS),
                role=draw(TEXTS).strip(),
                consent=stricter(consent, own) if own else consent,
                tier="strategic" if body else draw(_TIERS),
                body=body,
                attributes=(),
            )
        )
    return tuple(found)


@st.composite
def excerpts(draw: st.DrawFn, names: tuple[str, ...]) -> tuple[Excerpt, ...]:
    """Up to three excerpts."""
    return tuple(
        Excerpt(
            id=f"x{number}",
            text=draw(TEXTS),
            location=HERE,
            codes=draw(st.one_of(st.none(), st.lists(_CODES, max_size=2).map(tuple))),
            at=draw(st.one_of(st.none(), TEXTS)),
            about=draw(st.one_of(st.none(), _DAYS)),
            speaker=draw(st.sampled_from(names)) if len(names) > 1 else None,
            translation=draw(st.one_of(st.none(), TEXTS)),
            themes=draw(_WORDS),
            barriers=draw(_WORDS),
            tensions=draw(st.sampled_from([(), ("local-strategic",)])),
            realist=draw(_REALISTS),
            memo=draw(st.one_of(st.none(), TEXTS)),
            cleared=draw(st.booleans()),
        )
        for number in range(draw(st.integers(0, 3)))
    )


@st.composite
def sources(draw: st.DrawFn, name: str, lsp: str) -> Source:
    """A source of any kind."""
    kind = draw(st.sampled_from(SourceKind))
    consent = draw(_CONSENTS)
    spoken = draw(speakers(consent)) if kind in SPOKEN else ()
    survey = kind is SourceKind.SURVEY
    return Source(
        id=name,
        lsp=lsp,
        kind=kind,
        date=draw(_DAYS),
        location=HERE,
        consent=consent,
        excerpts=draw(excerpts(tuple(each.id for each in spoken))),
        speakers=spoken,
        population=draw(st.sampled_from([None, 38])),
        coder=draw(st.sampled_from([None, "ab"])),
        words=draw(st.sampled_from(Words)),
        language=draw(st.sampled_from(["en", "cy"])),
        asked=draw(st.sampled_from([(), ("guidance/seats", "other/seats")])),
        citation=draw(st.sampled_from([None, "Example report"])),
        memo=draw(st.one_of(st.none(), TEXTS)),
        author=None if spoken or survey else "council",
        respondents="vcs" if survey else None,
    )


@st.composite
def corpora(draw: st.DrawFn) -> Corpus:
    """A study of up to three sources, one of them of no partnership, with second coders."""
    own = tuple(draw(sources(f"s{n}", "northtown")) for n in range(draw(st.integers(0, 2))))
    background = draw(st.one_of(st.just(()), sources("s0", "national").map(lambda one: (one,))))
    seconds = [
        SecondCoding(
            source.lsp,
            source.id,
            "cd",
            tuple(
                (each.id, draw(st.lists(_CODES, max_size=2).map(tuple))) for each in source.excerpts
            ),
            HERE,
        )
        for source in own
        if draw(st.booleans())
    ]
    return study(*own, background=background, second_codings=tuple(seconds))
