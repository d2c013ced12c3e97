"""Suggestions as Markdown, to be read on GitHub or to be printed and ticked off."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TextIO

from gapcheck.model.suggestion import Matching, Suggestion
from gapcheck.reports import match_words, phrases
from gapcheck.reports.markdown.text import block_quote, cell, code, inline, table
from gapcheck.reports.words import HELD_BACK


def write(matching: Matching, stream: TextIO) -> None:
    """Write what the suggestions rest on, then each excerpt with its table."""
    stream.write("\n".join(_document(matching)).rstrip("\n") + "\n")


def _document(matching: Matching) -> Iterator[str]:
    invented = match_words.banner(matching)
    if invented:
        yield from (f"> **Illustrative. {inline(invented)}**", "")
    if matching.left_out:
        yield from ("> **Left out, because the files have errors:**", ">")
        yield from (f"> - {inline(each)}" for each in matching.left_out)
        yield ""
    yield from ("# Suggested imperatives for unreviewed excerpts", "")
    for sentence in match_words.rests_on(matching):
        yield from (inline(sentence), "")
    names = match_words.names(matching)
    for one in matching.suggestions:
        yield from _excerpt(one, matching, names)
    if match_words.has_feedback(matching):
        yield from (inline(match_words.FEEDBACK), "")
    if matching.suggestions:
        yield match_words.NO_VERDICT


def _excerpt(one: Suggestion, matching: Matching, names: Mapping[str, str]) -> Iterator[str]:
    yield from (f"## {inline(f'{one.lsp} {one.source} {one.excerpt}')}", "")
    if one.quote is None:
        yield from (inline(HELD_BACK), "")
    else:
        yield from (*block_quote(match_words.quoted(one)), "")
        if one.translation:
            yield from (inline(f"In translation: {one.translation}"), "")
    who = phrases.sentence(phrases.speaker(one, matching.settings))
    yield from (f"{inline(who)} {code(str(one.location))}", "")
    if one.candidates:
        yield from _table(one, names, calibrated=matching.calibration is not None)
    for sentence in (match_words.off(one), match_words.lead(one), match_words.cues(one)):
        if sentence:
            yield from (inline(sentence), "")


def _table(one: Suggestion, names: Mapping[str, str], *, calibrated: bool) -> Iterator[str]:
    chance = ("right",) if calibrated else ()
    rows = []
    for rank, each in enumerate(one.candidates, start=1):
        told = "; ".join(match_words.reasons(each, one))
        likely = (match_words.percent(each.chance or 0),) if calibrated else ()
        name = code(names[each.imperative.name])
        row = (str(rank), each.band, match_words.score(each.score), *likely, name, cell(told))
        rows.append(row)
    head = ("", "band", "score", *chance, "imperative", "what speaks for it")
    return table(head, *rows)
