"""Waves of fieldwork in one place: the verdict at the end of each year in which it was told of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from gapcheck.assess.run import assess
from gapcheck.model.choices import Verdict
from gapcheck.model.study import Source

from .builders import TODAY, consent, corpus, imperative, policy, says, when

V = Verdict


def waves(*sources: Source, as_at: date | None = None) -> list[tuple[int, Verdict]]:
    report = assess(corpus(*sources), today=TODAY, as_at=as_at, lsps=("northtown",))
    return [(each.year, each.verdict) for each in report.findings[0].waves]


FIRST = (
    says("a", "council absent", date="2003-02-01"),
    says("b", "vcs absent", date="2003-05-01"),
)
LATER = says("c", "residents happens", date="2006-06-30")


def test_the_verdict_of_each_year_and_at_last_the_one_there_is() -> None:
    assert waves(*FIRST, LATER) == [(2003, V.NOT_TRANSLATED), (2006, V.CONTESTED)]
    assert waves(FIRST[0], LATER) == [(2003, V.INSUFFICIENT), (2006, V.CONTESTED)]


def test_of_one_year_there_is_no_line() -> None:
    assert waves(*FIRST) == []
    assert waves() == []


def test_what_may_not_be_used_and_what_is_later_has_no_year() -> None:
    withdrawn = says("d", "vcs happens", date="2001-01-01", consent=consent(withdrawn=True))
    assert waves(*FIRST, withdrawn) == []
    assert waves(*FIRST, LATER, as_at=date(2005, 1, 1)) == []


def test_a_year_is_judged_by_the_day_of_its_last_source() -> None:
    begun = imperative(in_force="2003-10-01..")
    early = [replace(one, date=when("2003-11-01")) for one in FIRST]
    for policy_, sources, first in (
        (begun, (*early, LATER), V.NOT_TRANSLATED),
        # By the last word of that year it had no force yet.
        (begun, (*(says(x, "vcs absent", date="2003-05-01") for x in "ab"), LATER), None),
    ):
        held = corpus(*sources, policies=(policy(policy_),))
        found = assess(held, today=TODAY, lsps=("northtown",)).findings[0].waves
        assert (found[0].verdict if found else None) == first


def test_beside_all_others_nobody_reads_them() -> None:
    assert assess(corpus(*FIRST, LATER), today=TODAY).findings[0].waves == ()
