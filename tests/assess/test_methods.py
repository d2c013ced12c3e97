"""How a study was done, in numbers: whom and what consent shuts out is counted nowhere else."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gapcheck.assess.methods import methods
from gapcheck.assess.run import assess
from gapcheck.model.choices import Exclusion, Outcome, QuoteConsent, Sight, Words
from gapcheck.model.corpus import SecondCoding
from gapcheck.model.methods import Coding, Gathering, Methods, Sample
from gapcheck.model.quoted import Quote, Quoted
from gapcheck.model.study import Excerpt, Realist, Source

from .builders import HERE, TODAY, code, consent, corpus, excerpt, partnership, says, source
from .builders import speaker as person
from .builders import when as day

OPEN = {
    "withdrawn": consent(withdrawn=True),
    "refused": consent(analysis=False),
    "embargoed": consent(until="2999"),
}


def counted(*sources: Source, **changes: Any) -> Methods:
    return methods(corpus(*sources, **changes), frozenset({"northtown"}), TODAY)


def test_a_study_without_sources_counts_nothing() -> None:
    assert counted() == Methods(Sample(), Gathering(), Coding())


def test_people_are_counted_once_with_what_is_noted_of_them() -> None:
    found = counted(
        says("a", "vcs strategic", who="P1"),
        says("b", "vcs strategic", who="P1", consent=consent(quote="none", archive=True)),
        says("c", "council", who="P2", consent=consent(archive=True)),
        source("d", "focus-group", speakers=(
            person("P3", "residents", "neighbourhood", attributes=(("years", "4"),)),
            person("P4", "residents", "neighbourhood", attributes=(("age", "50"),)),
        )),
        says("e", "council minutes"),
    ).sample  # fmt: skip
    assert found == Sample(
        people=4,
        again=1,
        sectors=(("vcs", 1), ("council", 1), ("residents", 2)),
        tiers=(("strategic", 1), ("neighbourhood", 2), (None, 1)),
        attributes=("age", "years"),
        # Who agreed to be quoted in one source and not in another may not be.
        quoting=((QuoteConsent.ANONYMISED, 3), (QuoteConsent.NONE, 1)),
        archive=1,
        shut_out=(),
    )


def test_the_same_id_in_another_partnership_is_another_person() -> None:
    places = (partnership(), replace(partnership(), id="southby"))
    held = corpus(
        says("a", "vcs", who="P1"), says("b", "vcs", who="P1", lsp="southby"), partnerships=places
    )
    both = methods(held, frozenset({"northtown", "southby"}), TODAY).sample
    assert (both.people, both.again) == (2, 0)
    assert methods(held, frozenset({"southby"}), TODAY).sample.people == 1
    assert methods(held, frozenset(), TODAY) == counted()


@pytest.mark.parametrize("shut", OPEN)
def test_what_consent_shuts_out_is_counted_by_its_reason_alone(shut: str) -> None:
    kept = says("a", "vcs", who="P1", memo="m", coder="ab")
    out = says("b", "council", who="P2", memo="m", coder="cd", consent=OPEN[shut],
               barriers=("late",), asked=("guidance/join-up",), language="cy")  # fmt: skip
    alone, both = counted(kept), counted(kept, out)
    assert both.sample == replace(alone.sample, shut_out=((Exclusion(shut), 1),))
    assert (both.gathering, both.coding) == (alone.gathering, alone.coding)


@pytest.mark.parametrize("shut", OPEN)
def test_one_speaker_of_a_group_is_shut_out_with_all_that_they_said(shut: str) -> None:
    stays = excerpt("x1", code(), speaker="P1", memo="m", themes=("one",))
    goes = excerpt("x2", code(memo="m"), speaker="P2", memo="m", themes=("two",), barriers=("b",))
    speakers = (person("P1"), person("P2", "council", consent=OPEN[shut]))
    found = counted(source("a", "focus-group", stays, goes, speakers=speakers))
    assert found.sample.sectors == (("vcs", 1),)
    # The source itself stays in: nothing of it is counted as shut out whole.
    assert found.sample.shut_out == ()
    assert found.gathering.memos == 1
    assert (found.coding.excerpts, found.coding.themes, found.coding.barriers) == (1, 1, 0)


def test_an_embargo_that_is_over_shuts_nothing_out() -> None:
    found = counted(says("a", "vcs", consent=consent(until="2025")))
    assert (found.sample.people, found.sample.shut_out) == (1, ())


def test_the_gathering_is_counted_over_sources_in_which_people_speak() -> None:
    found = counted(
        says("a", "vcs", asked=("guidance/join-up", "guidance/other"), transcript="t.txt"),
        noted(says("b", "council", asked=("guidance/join-up",), language="cy")),
        says("c", "residents", language="fr", memo="m"),
        noted(says("d", "council minutes", language="so", transcript="u.txt")),
    )
    assert found.gathering == Gathering(
        sources=3,
        asked_in=2,
        asked=2,
        notes=1,
        transcripts=1,
        languages=("cy", "fr"),
        memos=1,
    )


def noted(source: Source) -> Source:
    return replace(source, words=Words.NOTES)


def test_memos_stand_on_sources_excerpts_and_codes() -> None:
    own = excerpt("x1", code(memo="m"), code(), memo="m")
    assert counted(source("a", "minutes", own, by="council", memo="m")).gathering.memos == 3


def test_the_coding_is_counted_over_everything_that_is_admitted() -> None:
    settled = replace(code(), agreed_by="AB and CD", agreed_on=day("2006"))
    noted = excerpt("x1", settled, themes=("one", "two"), barriers=("late",), enablers=("e",),
                    tensions=("local-strategic",), realist=Realist(context="c"))  # fmt: skip
    again = excerpt("x2", themes=("two",), barriers=("late", "paid late"))
    waiting = Excerpt("x3", "Words.", HERE)
    found = counted(
        source("a", "interview", noted, again, waiting, speakers=(person("P1"),), coder="ab"),
        says("b", "council minutes"),
        second_codings=(
            SecondCoding("northtown", "a", "cd", (("x1", ()), ("x2", ()), ("gone", ())), HERE),
            SecondCoding("northtown", "a", "ef", (("x1", ()),), HERE),
            SecondCoding("northtown", "absent", "zz", (("x1", ()),), HERE),
            SecondCoding("southby", "a", "yy", (("x1", ()),), HERE),
        ),
        quoted=(
            Quoted("northtown", "a", "f", "t.txt", Sight.SEEN, "1",
                   quotes=(Quote("x1", Outcome.VERIFIED, 100), Quote("x2", Outcome.MISSING, 0))),
            Quoted("southby", "a", "f", "u.txt", Sight.SEEN, "1",
                   quotes=(Quote("x1", Outcome.DOUBTFUL, 90),)),
        ),
    ).coding  # fmt: skip
    assert replace(found, quotes=Coding().quotes) == Coding(
        coders=("ab", "cd", "ef"),
        unsigned=1,
        excerpts=4,
        unreviewed=1,
        twice=2,
        agreed=1,
        themes=2,
        barriers=2,
        enablers=1,
        tensions=1,
        configurations=1,
    )
    quotes = found.quotes
    assert (quotes.seen, quotes.verified, quotes.doubtful, quotes.missing) == (1, 1, 0, 1)


def test_a_report_holds_what_was_counted_of_its_own_partnerships() -> None:
    places = (partnership(), replace(partnership(), id="southby"))
    held = corpus(says("a", "vcs"), says("b", "council", lsp="southby"), partnerships=places)
    both = assess(held, today=TODAY).methods
    one = assess(held, today=TODAY, lsps=("southby",)).methods
    assert both is not None
    assert one is not None
    assert both.sample.sectors == (("vcs", 1), ("council", 1))
    assert one.sample.sectors == (("council", 1),)


_SAID = st.builds(
    lambda name, words, who, shut: says(f"s{name}", words, who=who, consent=shut),
    st.integers(0, 9_999),
    st.sampled_from(("vcs strategic", "council", "council minutes", "vcs survey", "residents")),
    st.sampled_from(("P1", "P2", "P3")),
    st.sampled_from((consent(), consent(quote="none"), *OPEN.values())),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_SAID, max_size=8, unique_by=lambda each: each.id), st.randoms())
def test_no_order_of_sources_changes_anything_and_parts_make_the_whole(
    sources: list[Source], random: Any
) -> None:
    found = counted(*sources)
    mixed = [*sources]
    random.shuffle(mixed)
    # Of somebody who is told of twice, sector and tier are those of the first source by id.
    if len({each.speakers[0].id for each in sources if each.speakers}) == sum(
        bool(each.speakers) for each in sources
    ):
        assert counted(*mixed) == found
    sample = found.sample
    assert sum(number for _, number in sample.sectors) == sample.people
    assert sum(number for _, number in sample.tiers) == sample.people
    assert sum(number for _, number in sample.quoting) == sample.people
    assert sample.again <= sample.people <= found.gathering.sources
    shut = sum(number for _, number in sample.shut_out)
    assert shut + found.coding.excerpts == len(sources)
