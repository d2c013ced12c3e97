"""Practice beyond policy in Markdown: a section of the overview, or all of it by itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from gapcheck.model.beyond import Beyond, Theme
from gapcheck.model.report import Report
from gapcheck.reports import beyond_words
from gapcheck.reports.markdown.front import banner
from gapcheck.reports.markdown.text import block_quote, code, inline


def write(report: Report, stream: TextIO) -> None:
    """Write every theme with every excerpt."""
    lines = [*banner(report), *_document(report)]
    stream.write("\n".join(lines).rstrip("\n") + "\n")


def _document(report: Report) -> Iterator[str]:
    if report.settings.title:
        yield from (f"# {inline(report.settings.title)}", "")
    if report.beyond is None:
        yield beyond_words.NOTHING
        return
    yield from section(report, every=True)
    yield from ("## How to read this", "", *(f"- {each}" for each in beyond_words.READING))


def section(report: Report, *, every: bool = False) -> Iterator[str]:
    """The themes with a few excerpts each, or `every` one; nothing where no theme was coded."""
    own = report.beyond
    if own is None or not (own.themes or own.silent or every):
        return
    yield from (f"## {beyond_words.TITLE}", "")
    yield from (beyond_words.WHAT_IT_IS, "", f"**{beyond_words.summary(own)}**", "")
    if said := beyond_words.left_aside(own):
        yield from (said, "")
    for each in own.themes:
        yield from _theme(each, own, report, every=every)
    if own.silent or every:
        yield from (f"## {beyond_words.SILENT}", "")
        yield from (beyond_words.WHAT_SILENT_IS if own.silent else beyond_words.NO_SILENCE, "")
        places = beyond_words.names(report)
        yield from (f"- {inline(beyond_words.silence(e, own, places))}." for e in own.silent)
        yield ""


def _theme(one: Theme, own: Beyond, report: Report, *, every: bool) -> Iterator[str]:
    yield from (f"### {inline(one.name)}", "")
    asides = (f"; {each.label}: {inline(each.text)}" for each in beyond_words.asides(one))
    yield from (f"{beyond_words.reach(one, own)}{''.join(asides)}.", "")
    places = beyond_words.names(report)
    shown, more = (one.excerpts, 0) if every else beyond_words.few(one)
    for each in shown:
        yield from block_quote(beyond_words.quoted(each))
        who = inline(beyond_words.speaker(each, report.settings, places))
        yield from (">", f"> {who} {code(str(each.location))}", "")
    if more:
        yield from (f"And {more} more: `gapcheck report --beyond-policy`.", "")
