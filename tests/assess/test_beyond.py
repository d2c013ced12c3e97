"""Practice beyond policy: themes that fit no imperative, and policy silent on what many say."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from gapcheck.assess.alike import alike, holding, shared
from gapcheck.assess.beyond import beyond, themed_in
from gapcheck.assess.run import fieldworks
from gapcheck.assess.themes import spellings
from gapcheck.diagnostic import Location
from gapcheck.matchers.tokens import topical
from gapcheck.model.beyond import Beyond
from gapcheck.model.study import Excerpt, Imperative, Source

from .builders import (
    TODAY,
    code,
    consent,
    corpus,
    excerpt,
    imperative,
    partnership,
    source,
    speaker,
)

PLACES = ("a-town", "b-town", "c-town")


def themed(lsp: str, *themes: str, text: str = "We do it anyway.", **changes: Any) -> Source:
    """An interview with one excerpt that has these themes and, unless told, no code."""
    one = excerpt("x1", *changes.pop("codes", ()), themes=themes, text=text)
    if changes.pop("waiting", False):
        one = replace(one, codes=None)
    who = changes.pop("who", f"P-{lsp}")
    name = changes.pop("name", "s1")
    own = changes.get("consent", consent())
    return source(name, "interview", one, lsp=lsp, speakers=(speaker(who, consent=own),), **changes)


def told(
    *sources: Source, spoilt: tuple[str, ...] = (), asks: tuple[Imperative, ...] = (), **places: Any
) -> Beyond | None:
    names = dict.fromkeys((*PLACES, *(each.lsp for each in sources)))
    study = corpus(
        *sources,
        partnerships=tuple(
            partnership(id=name, name=name.title(), population=places.get(name)) for name in names
        ),
    )
    works = fieldworks(study, TODAY, None, ())
    themed = [one for work in works for one in themed_in(work)]
    return beyond(themed, study.partnerships, asks, topical, spoilt)


def known(found: Beyond | None) -> Beyond:
    assert found is not None
    return found


def test_without_any_theme_there_is_nothing() -> None:
    assert told(themed("a-town")) is None


def test_a_theme_over_partnerships_with_its_voices() -> None:
    found = known(told(*(themed(lsp, "shared vans") for lsp in PLACES)))
    (theme,) = found.themes
    assert (theme.name, theme.joined, theme.places, theme.voices) == (
        *("shared vans", (), PLACES),
        3,
    )
    assert [(one.lsp, one.source, one.excerpt) for one in theme.excerpts] == [
        (lsp, "s1", "x1") for lsp in PLACES
    ]
    assert (found.themed, found.of) == (3, 3)


def test_one_person_twice_is_one_voice() -> None:
    same = [themed("a-town", "vans", name=f"s{n}", who="P1") for n in (1, 2)]
    (theme,) = known(told(*same)).themes
    assert (theme.voices, len(theme.excerpts)) == (1, 2)


def test_what_fits_an_imperative_is_not_beyond_policy() -> None:
    found = known(told(themed("a-town", "vans", codes=(code(),)), themed("b-town", "vans")))
    (theme,) = found.themes
    assert theme.places == ("b-town",)


def test_what_waits_to_be_reviewed_is_counted_and_not_shown() -> None:
    found = known(told(themed("a-town", "vans", waiting=True)))
    assert (found.themes, found.waiting, found.themed) == ((), 1, 0)


def test_what_may_have_lost_its_codes_is_left_aside() -> None:
    found = known(told(themed("a-town", "vans"), spoilt=("evidence/northtown/source.yaml",)))
    assert (found.themes, found.spoilt) == ((), 1)


@pytest.mark.parametrize("shut", [{"analysis": False}, {"withdrawn": True}, {"until": "2027"}])
def test_what_consent_shuts_out_is_not_there_at_all(shut: dict[str, Any]) -> None:
    assert told(themed("a-town", "vans", consent=consent(**shut))) is None


def test_words_that_may_not_be_quoted_are_in_nothing() -> None:
    silent = consent(quote="none")
    sources = [
        themed(lsp, "vans", text=f"Marzipan for {lsp}.", consent=silent) for lsp in PLACES[:2]
    ]
    (theme,) = known(told(*sources)).themes
    assert [one.quote for one in theme.excerpts] == [None, None]
    assert "marzipan" not in repr(theme).casefold()


def test_near_spellings_are_one_and_named() -> None:
    sources = [
        themed("a-town", "peer mentoring"),
        themed("b-town", "Peer-mentoring"),
        themed("c-town", "peer mentoring", "peer mentorin"),
    ]
    (theme,) = known(told(*sources)).themes
    assert (theme.name, theme.joined) == ("peer mentoring", ("Peer-mentoring", "peer mentorin"))
    assert len(theme.excerpts) == 3


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("late papers", "Late Papers", True),
        ("late papers", "late paper", True),
        ("late papers", "late-papers", True),
        ("late papers", "later bids", False),
        ("formality", "informality", False),
        ("paper flow", "paper compliance", False),
        ("trust", "trusts", True),
    ],
)
def test_what_is_taken_for_the_same(one: str, other: str, same: bool) -> None:
    found = spellings([one, one, other])
    assert (found[one] is found[other]) is same
    assert found[one].name == one


def test_words_shared_and_themes_spoken_of_alike() -> None:
    vans = ["We lend the minibus to the school.", "The school has our minibus on Mondays."]
    assert shared(vans, "shared vans", topical) == ("minibus", "school")
    assert shared(vans, "the minibus", topical) == ("school",)
    texts = {
        "vans": vans,
        "buses": ["A minibus for the school run."],
        "tea": ["Somebody makes tea after the meeting."],
        "both": vans,
    }
    assert alike(texts, topical) == {
        "vans": ("buses",),
        "buses": ("both", "vans"),
        "both": ("buses",),
    }
    assert alike({"vans": [], "buses": []}, topical) == {}


def test_an_imperative_that_holds_every_word_of_a_name_is_near() -> None:
    asks = [
        imperative(id="one", text="Share (the) vans among partners."),
        imperative(id="two", text="Share money."),
    ]
    assert holding("shared vans", asks, topical) == ("guidance/one",)
    assert holding("the", asks, topical) == ()


def silent(*coded: bool, asks: tuple[Imperative, ...] = (), **places: Any) -> list[str]:
    sources = [
        themed(lsp, "shared vans", codes=(code(),) if has else ())
        for lsp, has in zip((*PLACES, "d-town"), coded, strict=False)
    ]
    return [one.name for one in known(told(*sources, asks=asks, **places)).silent]


def test_where_policy_is_silent() -> None:
    assert silent(False, False, False) == ["shared vans"]
    assert silent(False, False) == []
    assert silent(False, False, True) == ["shared vans"]
    assert silent(False, True, True) == []
    assert silent(False, False, False, asks=(imperative(text="Share vans."),)) == []


def test_a_survey_is_not_one_of_most_partnerships() -> None:
    sizes: Any = {"c-town": 80}
    assert silent(False, False, False, **sizes) == []


def test_most_is_more_than_half_of_those_with_themes() -> None:
    others = [themed(f"{n}-ham", "tea") for n in "uvw"]
    vans = [themed(lsp, "shared vans") for lsp in PLACES]
    assert known(told(*vans, *others)).silent == ()
    (one,) = known(told(*vans, *others[:2])).silent
    assert (one.places, one.excerpts, one.uncoded) == (PLACES, 3, 3)


def test_the_order_is_that_of_reach() -> None:
    sources = [themed("a-town", "b", "a"), themed("b-town", "b"), themed("c-town", "c")]
    assert [one.name for one in known(told(*sources)).themes] == ["b", "a", "c"]


def test_places_and_themes_may_hold_anything() -> None:
    odd = themed("a-town", "„—“", "  ", text="")
    own = replace(
        odd, excerpts=tuple(replace(each, location=Location("x")) for each in odd.excerpts)
    )
    found = known(told(own))
    assert [one.shared for one in found.themes] == [()] * len(found.themes)
    assert isinstance(own.excerpts[0], Excerpt)
