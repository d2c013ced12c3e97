"""Practice beyond policy on a page: a section of the study's, or all of it by itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TextIO

from gapcheck.model.beyond import Theme, Unasked
from gapcheck.model.report import Report
from gapcheck.reports import beyond_words
from gapcheck.reports.beyond_words import Aside
from gapcheck.reports.html.page import STYLES, render
from gapcheck.reports.provenance import provenance


@dataclass(frozen=True, slots=True)
class Quote:
    """An excerpt: its words or what stands for them, who says it, and where it stands."""

    words: str
    speaker: str
    place: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One theme with its excerpts, and how many more there are."""

    name: str
    reach: str
    asides: tuple[Aside, ...]
    quotes: tuple[Quote, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Section:
    """All that is said beyond policy."""

    summary: str
    aside: str
    themes: tuple[Shown, ...]
    silent: tuple[str, ...]


def write(report: Report, stream: TextIO) -> None:
    """Write the page with every excerpt."""
    for piece in render(
        "beyond",
        report,
        STYLES,
        title=beyond_words.TITLE,
        study=report.settings.title,
        say=beyond_words,
        own=section(report, every=True),
        provenance=provenance(report),
    ):
        stream.write(piece)


def section(report: Report, *, every: bool = False) -> Section | None:
    """The themes with a few excerpts each, or `every` one; None where there is nothing."""
    own = report.beyond
    if own is None or not (own.themes or own.silent or every):
        return None
    places = beyond_words.names(report)
    return Section(
        beyond_words.summary(own),
        beyond_words.left_aside(own),
        tuple(_theme(each, report, every=every) for each in own.themes),
        tuple(beyond_words.silence(each, own, places) for each in own.silent),
    )


def _theme(one: Theme, report: Report, *, every: bool) -> Shown:
    shown, more = (one.excerpts, 0) if every else beyond_words.few(one)
    reach = beyond_words.reach(one, report.beyond) if report.beyond else ""
    quotes = tuple(_quote(each, report) for each in shown)
    return Shown(one.name, reach, tuple(beyond_words.asides(one)), quotes, more)


def _quote(one: Unasked, report: Report) -> Quote:
    who = beyond_words.speaker(one, report.settings, beyond_words.names(report))
    return Quote(beyond_words.quoted(one), who, str(one.location))
