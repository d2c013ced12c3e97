"""What foreign codes mean: by the map, else by their own names, and what of it is only a hint."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from assess.builders import HERE

from gapcheck.bringing.coding import Coded, Translator
from gapcheck.bringing.meaning import Dictionary, Meant
from gapcheck.interchange.ledger import Ledger
from gapcheck.load.names import Imperatives
from gapcheck.model.brought import Coding, ForeignCode, Passage
from gapcheck.model.codemap import CodeMap, Meaning

from .studies import POLICIES

IMPERATIVES = Imperatives(one for each in POLICIES for one in each.imperatives)


def code(*path: str, description: str = "") -> ForeignCode:
    return ForeignCode(" > ".join(path), path, description)


def dictionary(*meanings: Meaning) -> Dictionary:
    return Dictionary(CodeMap({each.code: each for each in meanings}), IMPERATIVES)


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        (code("guidance/join-up"), Meant("guidance/join-up")),
        (code("Guidance/Join-Up"), Meant("guidance/join-up")),
        (code("join-up"), Meant("guidance/join-up")),
        (code("Duties", "join-up", "absent"), Meant("guidance/join-up", "absent")),
        (code("guidance/join-up", "Partly"), Meant("guidance/join-up", "partly")),
        (code("guidance/join-up", "share"), Meant("guidance/join-up", share=True)),
        (code("2.4 (guidance/join-up)"), Meant("guidance/join-up")),
        (code("Plans", description="See guidance/join-up."), Meant("guidance/join-up")),
        (code("Plans", description="They join-up plans."), Meant(decided=False)),
        # Two policies have seats, so that the short name is nobody's.
        (code("seats"), Meant(decided=False)),
        (code("other/seats", "happens"), Meant("other/seats", "happens")),
        (code("absent"), Meant(stance="absent")),
        (code("Barriers", "late papers"), Meant(words={"barriers": "late papers"})),
        (code("themes", "a", "trust"), Meant(words={"themes": "trust"})),
        (code("Themes"), Meant(decided=False)),
        (code("share"), Meant(decided=False)),
        (code("Trust"), Meant(decided=False)),
    ],
)
def test_a_code_means_what_its_name_plainly_says(given: ForeignCode, meant: Meant) -> None:
    assert dictionary().meaning(given) == meant


@pytest.mark.parametrize(
    ("fields", "meant"),
    [
        ({"imperative": "other/seats", "stance": "absent"}, Meant("other/seats", "absent")),
        ({"words": {"theme": "trust"}}, Meant(words={"themes": "trust"})),
        ({"words": {"tension": "local-strategic"}}, Meant(words={"tensions": "local-strategic"})),
        ({"leave": True}, Meant()),
        ({"suggested": ("other/seats",)}, Meant("guidance/join-up")),
    ],
)
def test_the_map_goes_before_the_name_where_it_decides(
    fields: Mapping[str, Any], meant: Meant
) -> None:
    held = dictionary(Meaning("guidance/join-up", HERE, **fields))
    assert held.meaning(code("guidance/join-up")) == meant


CODES = {
    each.key: each
    for each in (
        code("guidance/join-up", "absent"),
        code("guidance/join-up"),
        code("other/seats"),
        code("happens"),
        code("absent"),
        code("Barriers", "late papers"),
        code("Trust"),
        code("Old"),
        code("guidance/join-up", "share"),
    )
}


def coded(*codings: Coding, coders: Mapping[str, str] | None = None) -> tuple[Coded, Ledger]:
    ledger = Ledger()
    own = dictionary(Meaning("Old", HERE, leave=True))
    translator = Translator(own, CODES, coders or {}, ledger)
    return translator.coded(Passage("Words.", codings=codings or None)), ledger


def whys(ledger: Ledger) -> Sequence[tuple[str, str]]:
    return [(each.what, each.why.split(":")[0]) for each in ledger.tallies()]


def test_a_code_with_its_stance_is_a_code() -> None:
    found, ledger = coded(Coding("guidance/join-up > absent", "ab", "Why so."))
    assert found.codes == {"ab": [{"imperative": "join-up", "stance": "absent", "memo": "Why so."}]}
    assert not ledger.tallies()


def test_a_stance_beside_imperatives_is_that_of_each_by_the_same_coder() -> None:
    found, ledger = coded(
        Coding("guidance/join-up", "ab"),
        Coding("other/seats", "ab", "Seats."),
        Coding("absent", "ab", "Never."),
        Coding("other/seats", "cd"),
        Coding("happens", "cd"),
    )
    assert found.codes == {
        "ab": [
            {"imperative": "join-up", "stance": "absent", "memo": "Never."},
            {"imperative": "other/seats", "stance": "absent", "memo": "Seats.\n\nNever."},
        ],
        "cd": [{"imperative": "other/seats", "stance": "happens"}],
    }
    assert not ledger.tallies()


def test_two_stances_beside_an_imperative_are_no_stance() -> None:
    found, ledger = coded(Coding("guidance/join-up"), Coding("absent"), Coding("happens"))
    assert found.codes == {}
    assert found.words == {"themes": ["guidance/join-up"]}
    assert whys(ledger) == [("codings", "They name an imperative and no stance")]


def test_a_stance_alone_belongs_to_nothing() -> None:
    found, ledger = coded(Coding("absent", memo="Hm."))
    assert (found.codes, found.words) == ({}, {})
    assert whys(ledger) == [
        ("codings", "They name a stance, and no imperative that it could be of."),
    ]


def test_what_is_no_imperative_becomes_words_and_what_is_left_is_said() -> None:
    found, ledger = coded(
        Coding("Barriers > late papers", memo="Lost."), Coding("Trust"), Coding("Old")
    )
    assert found.words == {"barriers": ["late papers"], "themes": ["Trust"]}
    assert whys(ledger) == [
        ("codings", "Nobody has said yet what the code means"),
        ("memos on codings", "Memos on codes that are no imperatives have no place."),
        ("codings", "The code map says to leave them."),
    ]


def test_a_share_needs_no_stance() -> None:
    share = Coding("guidance/join-up > share", fields={"share": {"met": 3, "of": 9}})
    assert coded(share)[0].codes == {"": [{"imperative": "join-up", "share": {"met": 3, "of": 9}}]}


def test_own_words_need_no_codebook() -> None:
    own = Coding(fields={"imperative": "other/seats", "stance": "partly", "rung": "adopted"})
    assert coded(own)[0].codes == {
        "": [{"imperative": "other/seats", "stance": "partly", "rung": "adopted"}]
    }


def test_a_code_that_no_codebook_has_is_a_theme_under_its_name() -> None:
    assert coded(Coding("lost"))[0].words == {"themes": ["lost"]}


def test_coders_go_by_the_names_that_the_map_gives_them() -> None:
    found, _ = coded(Coding("guidance/join-up > absent", "Ann Bell"), coders={"Ann Bell": "ab"})
    assert list(found.codes) == ["ab"]


def test_who_looked_and_found_nothing_has_looked() -> None:
    found, _ = coded(Coding(coder="cd"))
    assert found.codes == {"cd": []}
    ledger = Ledger()
    reviewed = Passage("Words.", codings=(), fields={"reviewed_by": ["cd"]})
    translator = Translator(dictionary(), CODES, {}, ledger)
    assert translator.coded(reviewed).codes == {"": [], "cd": []}


def test_a_short_name_is_used_where_it_is_one_imperatives_alone() -> None:
    assert dictionary().short("guidance/join-up") == "join-up"
    assert dictionary().short("other/seats") == "other/seats"
