"""What is counted at once is what would be counted cell by cell."""

from __future__ import annotations

from collections import Counter
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from gapcheck.assess.agreement.alpha import joined
from gapcheck.assess.agreement.cells import Said, by_excerpt, by_imperative
from gapcheck.assess.agreement.reliability import reviewers
from gapcheck.assess.agreement.units import Shared, shared
from gapcheck.model.choices import Nation
from gapcheck.model.corpus import SecondCoding
from gapcheck.model.study import Code, Excerpt

from ..builders import HERE, code, corpus, imperative, policy, source, speaker, when

HERE_OR_NOT = ("guidance/a", "guidance/b", "guidance/wales")
POLICY = policy(
    *(imperative(id=each) for each in ("a", "b")), imperative(id="wales", nation=Nation.WALES)
)


def _code(drawn: tuple[str, str, bool]) -> Code:
    name, stance, settled = drawn
    marked = {"agreed_by": "rs", "agreed_on": when("2006")} if settled else {}
    return code(stance, name, **marked)


CODES = st.lists(
    st.tuples(st.sampled_from(HERE_OR_NOT), st.sampled_from(("happens", "absent")), st.booleans()),
    max_size=3,
).map(lambda drawn: tuple(map(_code, drawn)))
REVIEWED = st.none() | CODES


@st.composite
def studies(draw: st.DrawFn) -> tuple[Shared, ...]:
    """The shared excerpts of a small study with two second coders, who reviewed what they did."""
    names = [f"x{number}" for number in range(draw(st.integers(1, 4)))]
    excerpts = [Excerpt(name, "Words.", HERE, codes=draw(REVIEWED)) for name in names]
    talk = source("s1", "interview", *excerpts, coder="ab", speakers=(speaker("P1"),))
    seconds = []
    for coder in ("cd", "ef"):
        held = {name: draw(REVIEWED) for name in names}
        codes = tuple((name, own) for name, own in held.items() if own is not None)
        seconds.append(SecondCoding("northtown", "s1", coder, codes, HERE))
    whole = corpus(talk, second_codings=tuple(seconds), policies=(POLICY,))
    return shared(whole, (), date(2026, 1, 1))


def cells(units: tuple[Shared, ...], name: str) -> Counter[Said]:
    """What was said of an imperative, one excerpt after the other."""
    found: Counter[Said] = Counter()
    for one in units:
        who = reviewers(one, ())
        concerns = name in one.applies or name in one.named(who)
        if who and concerns and name not in one.settled:
            found[tuple(one.category(coder, name) for coder in who)] += 1
    return found


@given(studies())
def test_by_imperative(units: tuple[Shared, ...]) -> None:
    found = by_imperative(units, lambda one: reviewers(one, ()))
    named = {name for one in units for name in one.named(reviewers(one, ()))}
    assert found == {name: cells(units, name) for name in named}


@given(studies(), st.sets(st.sampled_from(HERE_OR_NOT)))
def test_by_excerpt(units: tuple[Shared, ...], names: set[str]) -> None:
    whole = joined((by_excerpt(one, who, names), 1) for one in units if (who := reviewers(one, ())))
    assert whole == sum((cells(units, name) for name in names), Counter[Said]())
