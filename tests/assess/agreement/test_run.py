"""From a study to what its coders differ over: what is a unit, what is not, and why."""

from __future__ import annotations

from datetime import date

import pytest

from gapcheck.assess.agreement.run import agreement
from gapcheck.model.agreement import (
    NOT_CODED,
    Agreement,
    Coefficient,
    Compared,
    Idle,
    Left,
    NoInterval,
    Question,
    Scope,
    Undefined,
)
from gapcheck.model.choices import Nation
from gapcheck.model.corpus import Corpus, SecondCoding
from gapcheck.model.study import Code, Excerpt, Share, Source

from ..builders import (
    HERE,
    NAME,
    code,
    consent,
    corpus,
    excerpt,
    imperative,
    partnership,
    policy,
    source,
    speaker,
    when,
)

TODAY = date(2026, 1, 1)
OTHER = "guidance/meet"
POLICY = policy(imperative(topics=("joining",)), imperative(id="meet"))


def second(coder: str, of: str = "s1", **codes: tuple[Code, ...]) -> SecondCoding:
    """A second coder's file for a source."""
    return SecondCoding("northtown", of, coder, tuple(sorted(codes.items())), HERE)


def talk(*excerpts: Excerpt, **changes: object) -> Source:
    """An interview coded by ab."""
    own = {"coder": "ab", "speakers": (speaker("P1"),), **changes}
    return source(str(own.pop("name", "s1")), "interview", *excerpts, **own)


def unreviewed(name: str) -> Excerpt:
    return Excerpt(name, "Words.", HERE)


def study(*sources: Source, seconds: tuple[SecondCoding, ...] = (), **changes: object) -> Corpus:
    return corpus(*sources, second_codings=seconds, policies=(POLICY,), **changes)


def compared(found: Agreement, question: Question = Question.CODE, name: str = NAME) -> Compared:
    """The figures of the only pair on one imperative."""
    (pair,) = found.pairs
    (own,) = [each for each in pair.imperatives if each.imperative.name == name]
    return dict(own.questions)[question]


def test_two_coders_over_four_excerpts() -> None:
    own = talk(
        excerpt("x1", code("happens")),
        excerpt("x2", code("absent", memo="Read twice.")),
        excerpt("x3"),
        excerpt("x4", code("partly")),
        unreviewed("x5"),
        unreviewed("x6"),
    )
    cd = second("cd", x1=(code("happens"),), x2=(code("partly"),), x3=(code("happens"),), x6=())
    found = agreement(study(own, seconds=(cd,)), Scope(), TODAY)
    assert found.idle is None
    (pair,) = found.pairs
    assert (pair.coders, pair.sources, pair.excerpts) == (("ab", "cd"), 1, 3)
    assert pair.left_out == (
        (Left.FIRST_NOT_REVIEWED, 1),
        (Left.SECOND_NOT_REVIEWED, 1),
        (Left.NEITHER_REVIEWED, 1),
    )
    assert [(one.excerpt, *(side.category for side in one.sides)) for one in found.open] == [
        ("x2", "absent", "partly"),
        ("x3", NOT_CODED, "happens"),
    ]
    assert [side.memo for side in found.open[0].sides] == ["Read twice.", None]
    whole = compared(found)
    # Alike by chance: happens 1 of 3 and 2 of 3; absent, partly and not coded never both.
    assert (whole.agreed, whole.percent.n) == (1, 3)
    assert whole.kappa.number == pytest.approx((1 / 3 - 2 / 9) / (1 - 2 / 9))
    assert compared(found, Question.PRESENCE).agreed == 2
    assert compared(found, Question.STANCE).percent == Coefficient(2, 0.5)
    ((_, reliability),) = found.imperatives
    assert (reliability.alpha.n, reliability.excerpts) == (3, 3)
    assert reliability.coders == ("ab", "cd")


def test_three_coders_and_their_gaps() -> None:
    own = talk(excerpt("x1", code("happens")), excerpt("x2", code("absent")))
    seconds = (
        second("cd", x1=(code("happens"),), x2=(code("absent"),)),
        second("ef", x1=(code("absent"),)),
    )
    found = agreement(study(own, seconds=seconds), Scope(), TODAY)
    assert [pair.coders for pair in found.pairs] == [("ab", "cd"), ("ab", "ef"), ("cd", "ef")]
    assert [one.coders for one in found.open] == [("ab", "ef"), ("cd", "ef")]
    ((_, whole),) = found.imperatives
    # Five values: happens, happens, absent; absent, absent.
    assert whole.alpha.number == pytest.approx(1 - (2 / 5) / (12 / 20))
    assert whole.coders == ("ab", "cd", "ef")


def test_coders_who_are_asked_for() -> None:
    own = talk(excerpt("x1", code("happens")), excerpt("x2", code("absent")))
    seconds = (
        second("cd", x1=(code("happens"),), x2=(code("absent"),)),
        second("ef", x1=(code("absent"),)),
    )
    whole = study(own, seconds=seconds)
    one = agreement(whole, Scope(coders=("ef",)), TODAY)
    assert [pair.coders for pair in one.pairs] == [("ab", "ef"), ("cd", "ef")]
    assert one.imperatives[0][1].excerpts == 1
    two = agreement(whole, Scope(coders=("ab", "cd")), TODAY)
    assert [pair.coders for pair in two.pairs] == [("ab", "cd")]
    assert two.imperatives[0][1].coders == ("ab", "cd")
    assert two.open == ()
    none = agreement(whole, Scope(coders=("ab", "zz")), TODAY)
    assert (none.idle, none.pairs, none.overall) == (Idle.NOT_ASKED_FOR, (), ())


def test_what_was_settled_is_in_no_figure() -> None:
    agreed = code("partly", agreed_by="ab and cd", agreed_on=when("2006-07-04"))
    own = talk(excerpt("x1", agreed), excerpt("x2", code("absent")), excerpt("x3"))
    cd = second("cd", x1=(code("absent"),), x2=(code("absent"),), x3=())
    found = agreement(study(own, seconds=(cd,)), Scope(), TODAY)
    assert found.open == ()
    (one,) = found.settled
    assert (one.excerpt, one.agreed_by, str(one.agreed_on)) == ("x1", "ab and cd", "2006-07-04")
    assert (found.pairs[0].settled, found.pairs[0].excerpts) == (1, 3)
    assert compared(found).percent == Coefficient(2, 1.0)
    assert found.imperatives[0][1].alpha.n == 2
    # The mark may stand in the second file as well.
    turned = second("cd", x1=(agreed,), x2=(code("absent"),), x3=())
    again = agreement(study(own, seconds=(turned,)), Scope(), TODAY)
    assert [each.excerpt for each in again.settled] == ["x1"]


def test_words_that_may_not_be_quoted_hide_memos_too() -> None:
    own = talk(excerpt("x1", code("absent", memo="Own.")), consent=consent(quote="none"))
    cd = second("cd", x1=(code("partly", memo="Theirs."),))
    (one,) = agreement(study(own, seconds=(cd,)), Scope(), TODAY).open
    assert (one.quote, one.translation) == (None, None)
    assert [side.memo for side in one.sides] == [None, None]
    assert [side.category for side in one.sides] == ["absent", "partly"]


def test_words_that_consent_shuts_out_are_no_units() -> None:
    own = talk(excerpt("x1", code("absent")), consent=consent(until="2030"))
    cd = second("cd", x1=(code("partly"),))
    found = agreement(study(own, seconds=(cd,)), Scope(), TODAY)
    assert found.idle is Idle.NOTHING_SHARED
    assert found.pairs[0].left_out == ((Left.CONSENT, 1),)
    assert (found.open, found.imperatives) == ((), ())
    over = agreement(study(own, seconds=(cd,)), Scope(), date(2031, 1, 1))
    assert len(over.open) == 1


def test_an_imperative_of_elsewhere_has_no_units_here() -> None:
    welsh = policy(imperative(id="wales", policy="welsh", nation=Nation.WALES), name="welsh")
    own = talk(excerpt("x1", code("absent")), excerpt("x2", code("absent", "welsh/wales")))
    cd = second("cd", x1=(code("absent"),), x2=(code("partly", "welsh/wales"),))
    whole = corpus(own, second_codings=(cd,), policies=(POLICY, welsh))
    found = agreement(whole, Scope(), TODAY)
    # Where somebody coded it all the same, it is one.
    assert compared(found, name="welsh/wales").percent == Coefficient(1, 0.0)
    assert compared(found).percent == Coefficient(2, 1.0)


def test_only_some_imperatives() -> None:
    own = talk(excerpt("x1", code("absent"), code("absent", OTHER)))
    cd = second("cd", x1=(code("partly"), code("partly", OTHER)))
    whole = study(own, seconds=(cd,))
    by_topic = agreement(whole, Scope(topics=("joining",)), TODAY)
    assert [one.imperative.name for one in by_topic.open] == [NAME]
    assert [each.name for each, _ in by_topic.imperatives] == [NAME]
    assert agreement(whole, Scope(policies=("elsewhere",)), TODAY).open == ()
    assert len(agreement(whole, Scope(policies=("guidance",)), TODAY).open) == 2


def test_several_codes_of_one_coder_are_a_category_of_their_own() -> None:
    own = talk(excerpt("x1", code("happens", rung="adopted"), code("absent", rung="enacted")))
    cd = second("cd", x1=(code("absent"),))
    (one,) = agreement(study(own, seconds=(cd,)), Scope(), TODAY).open
    assert one.sides[0].category == "absent and happens"


def test_a_share_is_the_stance_that_it_comes_to() -> None:
    own = source("s1", "survey", excerpt("x1", code(Share(met=37, of=38))), by="vcs", coder="ab")
    cd = second("cd", x1=(code("happens"),))
    found = agreement(study(own, seconds=(cd,)), Scope(), TODAY)
    assert found.open == ()
    assert compared(found).agreed == 1


def test_a_source_that_names_no_coder_has_one_all_the_same() -> None:
    own = talk(excerpt("x1", code("happens")), coder=None)
    found = agreement(study(own, seconds=(second("cd", x1=()),)), Scope(), TODAY)
    assert found.pairs[0].coders == ("", "cd")


def test_undefined_and_why() -> None:
    own = talk(excerpt("x1", code("happens")))
    found = agreement(study(own, seconds=(second("cd", x1=(code("happens"),)),)), Scope(), TODAY)
    assert compared(found).kappa.value is Undefined.ONE_CATEGORY
    overall = dict(found.overall)
    assert overall[Question.STANCE].alpha.value is Undefined.ONE_CATEGORY
    assert overall[Question.CODE].interval is NoInterval.NO_COEFFICIENT


@pytest.mark.parametrize(
    ("seconds", "idle"),
    [
        ((), Idle.NO_SECOND_CODER),
        ((second("ab", x1=()),), Idle.SAME_CODER),
        ((second("cd", x2=()),), Idle.NOTHING_SHARED),
    ],
)
def test_nothing_to_compare_and_why(seconds: tuple[SecondCoding, ...], idle: Idle) -> None:
    own = talk(excerpt("x1", code("happens")), unreviewed("x2"))
    found = agreement(study(own, seconds=seconds), Scope(), TODAY)
    assert (found.idle, found.open, found.settled) == (idle, (), ())


def test_only_one_partnership() -> None:
    far = talk(excerpt("x1", code("happens")), lsp="southby")
    there = SecondCoding("southby", "s1", "cd", (("x1", ()),), HERE)
    whole = study(
        talk(excerpt("x1", code("absent"))),
        far,
        seconds=(second("cd", x1=()), there, second("ab")),
        partnerships=(partnership(), partnership(id="southby", name="Southby")),
    )
    found = agreement(whole, Scope(lsps=("southby",)), TODAY)
    assert [each.id for each in found.partnerships] == ["southby"]
    assert [one.lsp for one in found.open] == ["southby"]
    assert found.same_coder == 0
    assert agreement(whole, Scope(), TODAY).same_coder == 1
