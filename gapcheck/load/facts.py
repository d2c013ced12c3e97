"""What the rest of a check needs of one source: all but its words.

A study may hold 400,000 excerpts. What stands in a file is looked at while the file is read;
these few facts are kept for the rules that compare files.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from gapcheck.diagnostic import Diagnostic, Location
from gapcheck.model.choices import SourceKind
from gapcheck.model.dates import PartialDate
from gapcheck.model.quoted import Quoted
from gapcheck.model.study import Code, Consent, Excerpt, Source, Speaker

_BETWEEN = "\0"
"""No text of a file holds this character, so that ids can be kept as one string."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker, as far as files are compared."""

    id: str
    sector: str
    consent: Consent


@dataclass(frozen=True, slots=True)
class Sketch:
    """A source without its words: `coded` are the imperatives that its codes name, each once."""

    id: str
    kind: str
    date: str
    location: Location
    consent: Consent
    voices: tuple[Voice, ...]
    excerpts: str
    coded: tuple[str, ...]
    asked: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """What one file of an evidence folder came to.

    `sketch` is None where the source cannot be used, `typed` are the ids of all its excerpts,
    and `elsewhere` says what the file is if it is no source. `hits` came from the rules that
    look at one source, and count only if it stays in the study; `marks` are eight bytes for the
    words of each coded excerpt, and with `exempts` some excerpt is to be exempt from a rule.
    `quoted` is what came of looking for its quotes in its transcript.
    """

    sketch: Sketch | None = None
    typed: str = ""
    elsewhere: str = ""
    diagnostics: tuple[Diagnostic, ...] = ()
    hits: tuple[Diagnostic, ...] = ()
    marks: bytes = b""
    exempts: bool = False
    quoted: Quoted | None = None


def joined(ids: list[str]) -> str:
    """Ids as one string."""
    return _BETWEEN.join(ids)


def parted(ids: str) -> list[str]:
    """The ids in one string."""
    return ids.split(_BETWEEN) if ids else []


def sketch_of(source: Source) -> Sketch:
    """What is kept of a source."""
    coded = (code.imperative for one in source.excerpts for code in one.codes or ())
    return Sketch(
        id=source.id,
        kind=str(source.kind),
        date=source.date.text,
        location=source.location,
        consent=shared(source.consent),
        voices=tuple(Voice(one.id, one.sector, shared(one.consent)) for one in source.speakers),
        excerpts=joined([one.id for one in source.excerpts]),
        coded=tuple(dict.fromkeys(coded)),
        asked=source.asked,
    )


def outline(sketch: Sketch, lsp: str, *, every: bool = False) -> Source:
    """A Source that stands for the real one, with no words in it.

    All its codes are those of its first excerpt, the only one there unless `every` is wanted.
    """
    ids = parted(sketch.excerpts)[: None if every else 1]
    codes = tuple(_code(name) for name in sketch.coded)
    return Source(
        id=sketch.id,
        lsp=lsp,
        kind=SourceKind(sketch.kind),
        date=_date(sketch.date),
        location=sketch.location,
        consent=sketch.consent,
        excerpts=tuple(
            Excerpt(name, "", sketch.location, codes if number == 0 else ())
            for number, name in enumerate(ids)
        ),
        speakers=tuple(Speaker(one.id, one.sector, "", one.consent) for one in sketch.voices),
        asked=sketch.asked,
    )


# Ten thousand sources share a few dates, codes and promises.
@lru_cache(4096)
def _date(text: str) -> PartialDate:
    return PartialDate.parse(text)


@lru_cache(4096)
def _code(imperative: str) -> Code:
    return Code(imperative, Location(""))


@lru_cache(4096)
def shared(consent: Consent) -> Consent:
    """The same promise, as one that others hold too."""
    return consent
