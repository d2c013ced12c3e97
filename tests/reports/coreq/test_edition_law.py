"""An edition's annex says the same of two studies that differ in what is not told of people."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from assess.builders import AS_AT, TODAY, consent, corpus, says, when
from hypothesis import given, settings
from hypothesis import strategies as st

from gapcheck.assess.run import assess
from gapcheck.model.corpus import Corpus, SecondCoding
from gapcheck.model.report import Report
from gapcheck.model.study import Source
from gapcheck.publish.disclosure import Disclosure
from gapcheck.publish.run import public
from gapcheck.reports.exports import EXPORTS

from .samples import written

FORMS = tuple(EXPORTS["coreq"])
_SECTORS = ("vcs", "council", "residents", "health")
_SAID = st.lists(
    st.tuples(
        st.sampled_from(_SECTORS),
        st.sampled_from(("interview", "focus-group", "observation")),
        st.sampled_from(("happens", "partly", "absent", "opposite", "unaware")),
        st.sampled_from(("strategic", "neighbourhood", "")),
    ),
    max_size=9,
)


def told(held: Corpus, *, coarsen: bool = False) -> Report:
    """The edition of a study, judged as at a day that was asked for."""
    return public(assess(held, today=TODAY, as_at=AS_AT), Disclosure(coarsen=coarsen))


def spoken(said: list[tuple[str, ...]]) -> list[Source]:
    """People who share no role: one that enough share would be told."""
    plain = [
        says(f"s{number}", " ".join(words), who=f"P{number}", date="2005-03-02")
        for number, words in enumerate(said)
    ]
    return [
        replace(each, speakers=(replace(each.speakers[0], role=f"role {each.id}"),))
        for each in plain
    ]


def hidden(source: Source) -> Source:
    """The same words of the same people, with everything else another."""
    (one,) = source.speakers
    (own,) = source.excerpts
    noted = replace(own, themes=("another",), memo="Seen again.", at="00:01:02")
    return replace(
        source,
        id=f"t{source.id}",
        date=when("2005-11-30"),
        coder="zz",
        memo="By telephone.",
        transcript="transcripts/t.txt",
        excerpts=(noted,),
        speakers=(
            replace(one, id=f"Q{one.id}", role=f"other {one.role}", attributes=(("years", "9"),)),
        ),
    )


@settings(max_examples=60, deadline=None)
@given(_SAID, st.booleans(), st.integers(0, 3))
def test_what_is_not_told_of_people_changes_no_byte(
    said: list[tuple[str, ...]], coarsen: bool, gone: int
) -> None:
    sources = spoken(said)
    others = [*map(hidden, sources)]
    left = [says(f"z{number}", "vcs absent", consent=consent(withdrawn=True), date="2005")
            for number in range(gone)]  # fmt: skip
    second = tuple(
        SecondCoding("northtown", each.id, "yy", (("x1", ()),), each.location) for each in others
    )
    plain = told(corpus(*sources), coarsen=coarsen)
    other = told(corpus(*others, *left, second_codings=second), coarsen=coarsen)
    for form in FORMS:
        assert written(form, plain) == written(form, other)


@pytest.mark.parametrize("form", FORMS)
def test_the_team_is_told_all_of_it(form: str) -> None:
    sources = spoken([("vcs", "interview", "absent", ""), ("council", "interview", "absent", "")])
    left = says("z", "vcs absent", consent=consent(withdrawn=True), date="2005")
    one = assess(corpus(*sources), today=TODAY, as_at=AS_AT)
    other = assess(corpus(*map(hidden, sources), left), today=TODAY, as_at=AS_AT)
    found: tuple[Any, ...] = (written(form, one), written(form, other))
    for text in (
        "1 coder: zz",
        "speakers: years",
        "1 source is withdrawn",
        "2 name a transcript",
        "ts0",
    ):
        assert text in found[1]
        assert text not in found[0]
