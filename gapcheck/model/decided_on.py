"""What a decision was made on, as marks: they tell whether anything of it has changed since."""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import blake2b
from typing import Final

from gapcheck.model.had_before import mark_of
from gapcheck.model.study import Code, Excerpt, Imperative, Source

_DIGITS: Final = 16


def name_of(lsp: str, imperative: str, day: str) -> str:
    """What a decision is called in the lock: one of a finding on a day."""
    return f"{lsp} {imperative} {day}"


def marks_of_finding(imperative: Imperative, sources: Iterable[Source]) -> str:
    """The mark of an imperative, and one of all that a partnership's sources are coded for it.

    Nobody's words are part of it, nor what sources and files are called, and no day of judging: a
    report as at an earlier day has to know the same decision.
    """
    told = [one for source in sources if (one := _told(source, imperative.name))]
    text = json.dumps(sorted(told))
    return f"{mark_of(imperative)} {blake2b(text.encode()).hexdigest()[:_DIGITS]}"


def _told(source: Source, imperative: str) -> str:
    """What one source is coded for an imperative; empty where it is not."""
    codes = [
        _code(source, excerpt, code)
        for excerpt in source.excerpts
        for code in excerpt.codes or ()
        if code.imperative == imperative
    ]
    if not codes and imperative not in source.asked:
        return ""
    head = [str(source.kind), source.date.text, source.author, source.respondents]
    allowed = [source.consent.analysis, source.consent.withdrawn]
    asked = imperative in source.asked
    return json.dumps([*head, source.population, *allowed, asked, sorted(codes)])


def _code(source: Source, excerpt: Excerpt, code: Code) -> str:
    share = code.share
    said = [code.stance, code.basis, code.rung, code.tier, code.indicator]
    counted = [share.met, share.of, share.percent] if share else []
    speakers = [one for one in source.speakers if one.id == excerpt.speaker] or source.speakers
    voices = [
        [one.sector, one.tier, one.consent.analysis, one.consent.withdrawn] for one in speakers
    ]
    about = excerpt.about.text if excerpt.about else ""
    return json.dumps([*map(str, said), counted, sorted(map(str, voices)), about])
