"""All of a study that was read and is sound: what the judgement works on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from gapcheck.diagnostic import Location
from gapcheck.model.choices import Confidence, Verdict
from gapcheck.model.dates import PartialDate
from gapcheck.model.quoted import Quoted
from gapcheck.model.settings import Settings
from gapcheck.model.study import Code, Partnership, Policy, Source


@dataclass(frozen=True, slots=True)
class SecondCoding:
    """A second coder's codes for one source, by excerpt."""

    lsp: str
    source: str
    coder: str
    codes: tuple[tuple[str, tuple[Code, ...]], ...]
    location: Location


@dataclass(frozen=True, slots=True)
class Signoff:
    """A named person's confirmation (no verdict) or override of one finding."""

    lsp: str
    imperative: str
    reason: str
    by: str
    on: PartialDate
    location: Location
    verdict: Verdict | None = None
    confidence: Confidence | None = None
    summary: str | None = None


@dataclass(frozen=True, slots=True)
class Corpus:
    """All that was read and is sound, each kind ordered by id: file order changes nothing.

    `files` counts the files that were opened, the wrong ones too. `noted` holds the hash of each
    transcript as the lock has it, by its path, and `quoted` what came of looking for quotes, in
    the order of the sources; it is empty where nobody looked. `coded_as` and `signed_on` are what
    the lock notes of codes, by their file, and of decisions.
    """

    settings: Settings = field(default_factory=Settings)
    policies: tuple[Policy, ...] = ()
    partnerships: tuple[Partnership, ...] = ()
    sources: tuple[Source, ...] = ()
    background: tuple[Source, ...] = ()
    second_codings: tuple[SecondCoding, ...] = ()
    signoffs: tuple[Signoff, ...] = ()
    files: int = 0
    noted: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    quoted: tuple[Quoted, ...] = ()
    coded_as: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    signed_on: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
