"""Sensitivity as a page: a bar for each setting, what it changes, findings by settings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TextIO

from markupsafe import Markup

from gapcheck.model.choices import Verdict
from gapcheck.model.report import Report, Sensitivity
from gapcheck.reports import phrases, stability, words
from gapcheck.reports.html.marks import mark
from gapcheck.reports.html.page import STYLES, render
from gapcheck.reports.html.shares import share
from gapcheck.reports.provenance import provenance
from gapcheck.reports.stability import Stability


@dataclass(frozen=True, slots=True)
class Word:
    """A verdict with its mark."""

    mark: str
    text: str

    @classmethod
    def of(cls, verdict: Verdict) -> Word:
        """The word of a verdict."""
        return cls(mark(verdict), words.VERDICTS[verdict].screen)


@dataclass(frozen=True, slots=True)
class Turn:
    """From which verdict to which, and of what in which partnership."""

    before: Word
    after: Word
    number: int
    places: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One setting: its letter (none where it does not apply), its bar, and what it changes."""

    letter: str
    name: str
    said: str
    bar: Markup
    turns: tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A finding under every setting: a word where it changes, else a short one."""

    place: str
    name: str
    now: Word
    cells: tuple[Word, ...]


def write(report: Report, stream: TextIO) -> None:
    """Write the whole page."""
    own = Stability.of(report)
    for piece in render(
        "stability",
        report,
        (*STYLES, "stability"),
        title=stability.TITLE,
        study=report.settings.title,
        say=stability,
        summary=stability.summary(own),
        fragile=stability.fragile(own),
        spread=tuple(_spread(own)),
        rows=tuple(_row(each, own) for each in own.settings),
        letters=tuple((own.letters[each.key], each.scenario) for each in own.tried),
        lines=tuple(_lines(own)),
        never=tuple(_never(own)),
        provenance=provenance(report),
    ):
        stream.write(piece)


def _spread(own: Stability) -> Iterator[tuple[str, int, Markup]]:
    number = len(own.findings)
    for name, count in own.spread() if own.tried else ():
        label = f"{count} of {phrases.counted(number, 'verdict')} {name}"
        yield name, count, share(count, number, label)


def _row(each: Sensitivity, own: Stability) -> Row:
    said = stability.share(each)
    bar = share(len(each.changes), len(each.reached), f"{each.scenario}: {said}")
    turns = tuple(
        Turn(
            Word.of(before),
            Word.of(after),
            len(keys),
            tuple((lsp, ", ".join(names)) for lsp, names in stability.by_place(keys, own)),
        )
        for before, after, keys in stability.turns(each)
    )
    return Row(own.letters.get(each.key, ""), each.scenario, said, bar, turns)


def _lines(own: Stability) -> Iterator[Line]:
    for row in own.changing:
        cells = (
            Word.of(row.otherwise[each.key])
            if each.key in row.otherwise
            else Word("", "same" if own.reaches(each, row.finding) else "")
            for each in own.tried
        )
        finding = row.finding
        now = Word.of(finding.verdict)
        yield Line(finding.partnership.name, finding.imperative.name, now, tuple(cells))


def _never(own: Stability) -> Iterator[tuple[Word, int, tuple[tuple[str, str], ...]]]:
    for verdict in words.VERDICTS:
        keys = [
            (each.partnership.id, each.imperative.name)
            for each in own.never
            if each.verdict is verdict
        ]
        if keys:
            places = stability.by_place(keys, own)
            yield Word.of(verdict), len(keys), tuple((lsp, ", ".join(n)) for lsp, n in places)
