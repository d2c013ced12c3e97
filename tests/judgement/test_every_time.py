"""Every order of dates, held against the page's sentences on time written a second time."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import product
from typing import NamedTuple

import pytest

from gapcheck.assess.run import assess
from gapcheck.model.choices import SourceKind
from gapcheck.model.finding import Statement
from gapcheck.model.study import Consent, Source

from .builders import (
    FREE,
    HERE,
    TODAY,
    a_code,
    a_corpus,
    a_partnership,
    a_source,
    a_speaker,
    an_excerpt,
    an_imperative,
    day,
)
from .oracle import STANCES
from .strategies import SHUT

FORCE_FROM = "2001-01-01"
DATES = ("2003", "2004-05", "2004-05-12", "2006-01-01")
ABOUTS = (None, "2000", "2001-01", "2001-05-11", "2001-05-12", "2002", "2004-06", "2007")
DUES = (None, "2002-04", "2004-05-13")
ENDS = (None, "2003-06-30", "2004")
AS_AT_DAYS = ("2004-04-30", "2004-05-12", "2008-02-29")


def span(text: str) -> tuple[str, str]:
    """A date as typed, as its first and its last day; no month here is longer than it may be."""
    months = {"05": "31", "06": "30", "01": "31", "04": "30"}
    if len(text) == 4:
        return f"{text}-01-01", f"{text}-12-31"
    return (text, text) if len(text) == 10 else (f"{text}-01", f"{text}-{months[text[5:]]}")


class Times(NamedTuple):
    """A stance, and every date that bears on it, as typed."""

    stance: str
    as_at: str
    when: str
    about: str | None
    due: str | None
    end: str | None


def excluded(times: Times) -> str | None:
    """Why time shuts the statement out, "in this order"."""
    stance, as_at, when, about, due, end = times
    first, last = span(about or when)
    # "the source is dated after as-at"; "a source is after as-at when its first day is"
    if span(when)[0] > as_at:
        return "after-as-at"
    # "what it is about lies wholly outside the imperative's force"
    if last < FORCE_FROM or (end and first > span(end)[1]):
        return "outside-force"
    # "it denies (absent, opposite, unaware) a thing about a time wholly before the first day of
    # the imperative's `due`"
    if due and stance in {"absent", "opposite", "unaware"} and last < span(due)[0]:
        return "not-yet-due"
    return None


def stale(times: Times) -> bool:
    """Whether it is of a time too long ago.

    "when the last day of what it is about is more than 3 years before the as-at day or the end of
    the force, whichever is earlier"
    """
    reckoned = min(times.as_at, span(times.end)[1]) if times.end else times.as_at
    return span(times.about or times.when)[1] < f"{int(reckoned[:4]) - 3}{reckoned[4:]}"


def the_statement(times: Times) -> Statement:
    """What the program makes of it, beside a paper of 2002 that keeps the imperative in scope."""
    stance, as_at, when, about, due, end = times
    ask = an_imperative("ask", due=day(due) if due else None, end=day(end) if end else None)
    excerpt = an_excerpt("x1", [a_code(ask, stance)], about=day(about) if about else None)
    speakers = (a_speaker("P1", "vcs"),)
    told = a_source("s1", SourceKind.INTERVIEW, [excerpt], speakers=speakers, when=when)
    anchor = a_source("s0", SourceKind.DOCUMENT, [], body="council", when="2002-06-30")
    as_at_day = date.fromisoformat(as_at)
    (finding,) = assess(a_corpus([ask], [told, anchor]), today=TODAY, as_at=as_at_day).findings
    (statement,) = finding.statements
    return statement


@pytest.mark.parametrize("as_at", AS_AT_DAYS)
@pytest.mark.parametrize("stance", STANCES)
def test_a_statement_is_admitted_and_marked_stale_as_its_times_say(stance: str, as_at: str) -> None:
    differences: list[tuple[Times, str | None]] = []
    for when, about, due, end in product(DATES, ABOUTS, DUES, ENDS):
        times = Times(stance, as_at, when, about, due, end)
        statement = the_statement(times)
        if statement.excluded != excluded(times):
            differences.append((times, statement.excluded))
        elif statement.excluded is None and statement.stale is not stale(times):
            differences.append((times, "stale" if statement.stale else "fresh"))
    assert differences == []


TOLD = tuple(product(("2003-06-30", "2004-05", "2005"), (None, "2003", "2004-12-31", "2007")))


def an_interview(
    name: str, when: str, about: str | None, consent: Consent, lsp: str = HERE
) -> Source:
    """An interview of that day, with one excerpt that speaks to no imperative."""
    excerpt = an_excerpt("x1", [], about=day(about) if about else None)
    speakers = (a_speaker("P1", "vcs", consent=consent),)
    return a_source(
        name,
        SourceKind.INTERVIEW,
        [excerpt],
        speakers=speakers,
        when=when,
        consent=consent,
        lsp=lsp,
    )


@pytest.mark.parametrize("as_at", ["2000-12-31", "2001-01-01", "2004-05-12"])
@pytest.mark.parametrize("shut", [False, True])
def test_an_imperative_applies_from_its_first_day_to_the_last_that_anybody_admitted_speaks_of(
    shut: bool, as_at: str
) -> None:
    differences = []
    for end, one, two in product(ENDS, TOLD, TOLD):
        ask = an_imperative("ask", end=day(end) if end else None)
        sources = [
            an_interview("s1", *one, FREE),
            an_interview("s2", *two, SHUT[0] if shut else FREE),
        ]
        corpus = a_corpus([ask], sources)
        (finding,) = assess(corpus, today=TODAY, as_at=date.fromisoformat(as_at)).findings
        # "(`date`s and `about`s of the sources that consent admits)"
        told = [*one] if shut else [*one, *two]
        earliest = min(span(when)[0] for when in told if when)
        # "its force has begun by as-at; and it did not end before everything that the
        # partnership's local sources speak of"
        applies = as_at >= FORCE_FROM and not (end and span(end)[1] < earliest)
        if (finding.rule == "out-of-scope") is applies:
            differences.append((end, one, two, finding.rule))
        assert (finding.reason is None) is (finding.rule != "out-of-scope")
    assert differences == []


def newest(told: Iterable[tuple[str, Consent]]) -> date | None:
    """The last day of the newest that consent does not exclude."""
    days = [span(when)[1] for when, consent in told if consent is FREE]
    return date.fromisoformat(max(days)) if days else None


@pytest.mark.parametrize("shut", SHUT)
def test_a_finding_is_judged_as_at_the_newest_admitted_day_here_or_else_anywhere(
    shut: Consent,
) -> None:
    dated = list(product(("2004-05-12", "2004-05", "2004"), (FREE, shut)))
    places = [a_partnership(), a_partnership("southtown")]
    for one, two, other in product(dated, dated, dated):
        sources = [
            an_interview("s1", one[0], None, one[1]),
            an_interview("s2", two[0], None, two[1]),
            an_interview("s3", other[0], None, other[1], "southtown"),
        ]
        report = assess(a_corpus([an_imperative("ask")], sources, places), today=TODAY)
        here, there = (finding.as_at for finding in report.findings)
        assert here == (newest([one, two]) or newest([other]))
        assert there == (newest([other]) or newest([one, two]))
