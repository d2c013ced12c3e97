"""Sensitivity in Markdown: a table of settings, what each changes, findings by settings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from gapcheck.model.choices import Verdict
from gapcheck.model.report import Report, Sensitivity
from gapcheck.reports import stability
from gapcheck.reports.markdown.front import banner
from gapcheck.reports.markdown.text import cell, code, inline, table
from gapcheck.reports.stability import Stability
from gapcheck.reports.words import VERDICTS, marks


def write(report: Report, stream: TextIO) -> None:
    """Write the whole page on how stable a report is."""
    own = Stability.of(report)
    lines = [*banner(report), *_document(own)]
    stream.write("\n".join(lines).rstrip("\n") + "\n")


def _document(own: Stability) -> Iterator[str]:
    title = own.report.settings.title
    yield from (f"# {stability.TITLE}{f': {inline(title)}' if title else ''}", "")
    yield from (stability.WHAT_IT_IS, "", f"**{stability.summary(own)}**", "")
    if said := stability.fragile(own):
        yield from (said, "")
    if own.tried:
        yield from table(("Verdicts that change", ""), *((n, str(c)) for n, c in own.spread()))
    yield from _settings(own)
    yield from _changes(own)
    yield from _matrix(own)
    yield from _never(own)
    yield from ("## How to read this", "", *(f"- {each}" for each in stability.READING))


def _settings(own: Stability) -> Iterator[str]:
    yield from ("## Settings", "")
    rows = (
        (own.letters.get(each.key, "–"), cell(each.scenario), cell(stability.share(each)))
        for each in own.settings
    )
    yield from table(("", "Setting", "Of the verdicts that it reaches"), *rows)


def _changes(own: Stability) -> Iterator[str]:
    changing = [each for each in own.tried if each.changes]
    if changing:
        yield from ("## What changes", "")
    for each in changing:
        yield from (f"### {own.letters[each.key]} {inline(each.scenario)}", "")
        yield from _turns(each, own)
        yield ""


def _turns(setting: Sensitivity, own: Stability) -> Iterator[str]:
    for before, after, keys in stability.turns(setting):
        places = (
            f"{inline(lsp)}: {', '.join(map(code, names))}"
            for lsp, names in stability.by_place(keys, own)
        )
        yield f"- {_verdict(before)} → {_verdict(after)} ({len(keys)}): {'; '.join(places)}"


def _verdict(verdict: Verdict) -> str:
    return f"{marks(verdict).glyph} {VERDICTS[verdict].screen}"


def _matrix(own: Stability) -> Iterator[str]:
    if not own.changing:
        return
    yield from ("## Verdicts by setting", "")
    yield "What it would be; = the same; – not reached by this setting."
    yield ""
    rows = (
        (
            inline(row.finding.partnership.id),
            code(row.finding.imperative.name),
            _short(row.finding.verdict),
            *(
                _short(row.otherwise[each.key])
                if each.key in row.otherwise
                else ("=" if own.reaches(each, row.finding) else "–")
                for each in own.tried
            ),
        )
        for row in own.changing
    )
    letters = (own.letters[each.key] for each in own.tried)
    yield from table(("Partnership", "Imperative", "Now", *letters), *rows)


def _short(verdict: Verdict) -> str:
    return f"{marks(verdict).glyph} {VERDICTS[verdict].narrow}"


def _never(own: Stability) -> Iterator[str]:
    if not own.never:
        return
    yield from ("## No setting changes these", "")
    for verdict in VERDICTS:
        found = [each for each in own.never if each.verdict is verdict]
        if found:
            keys = [(each.partnership.id, each.imperative.name) for each in found]
            places = (
                f"{inline(lsp)}: {', '.join(map(code, names))}"
                for lsp, names in stability.by_place(keys, own)
            )
            yield f"- {_verdict(verdict)} ({len(found)}): {'; '.join(places)}"
    yield ""
