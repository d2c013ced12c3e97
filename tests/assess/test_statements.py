"""The defaults of a statement: basis, rung, tier and share."""

from __future__ import annotations

import pytest

from gapcheck.assess.statements import practice_of, shows_adoption
from gapcheck.model.choices import Basis, Rung, Stance
from gapcheck.model.settings import Settings, Thresholds
from gapcheck.model.study import Share

from .builders import code, excerpt, find, says, source, speaker

H, P, A, O, U = Stance  # noqa: E741 - the five stances, as short as a table needs them


@pytest.mark.parametrize(
    ("kind", "sector", "demands", "basis"),
    [
        ("interview", "council", "enacted", "first-hand"),
        ("focus-group", "vcs", "enacted", "first-hand"),
        ("observation", "council", "adopted", "first-hand"),
        ("minutes", "council", "enacted", "record"),
        ("accounts", "council", "effective", "record"),
        ("survey", "vcs", "enacted", "record"),
        ("survey", "council", "enacted", "claim"),
        ("survey", "council", "adopted", "claim"),
        ("evaluation", "research", "enacted", "record"),
        ("evaluation", "council", "enacted", "claim"),
        ("document", "vcs", "enacted", "claim"),
        ("document", "vcs", "effective", "claim"),
        ("document", "council", "adopted", "record"),
    ],
)
def test_basis_by_default(kind: str, sector: str, demands: str, basis: str) -> None:
    finding = find(f"{sector} {kind}", demands=demands)
    assert finding.statements[0].basis == basis


@pytest.mark.parametrize(
    ("actors", "beneficiaries", "sector", "basis"),
    [
        (("partnership",), ("vcs",), "council", "claim"),
        (("partnership",), ("vcs",), "partnership", "claim"),
        (("partnership",), ("vcs",), "vcs", "record"),
        (("partnership", "vcs"), ("vcs",), "vcs", "claim"),
        (("partnership",), (), "audit", "record"),
        (("partnership",), (), "research", "record"),
        (("audit",), (), "audit", "record"),
        (("health", "council"), (), "council", "claim"),
    ],
)
def test_a_survey_of_the_obliged_is_their_claim(
    actors: tuple[str, ...], beneficiaries: tuple[str, ...], sector: str, basis: str
) -> None:
    finding = find(f"{sector} survey", actors=actors, beneficiaries=beneficiaries)
    assert finding.statements[0].basis == basis


@pytest.mark.parametrize(
    ("kind", "demands", "rung"),
    [
        ("document", "enacted", "adopted"),
        ("minutes", "enacted", "adopted"),
        ("minutes", "effective", "adopted"),
        ("accounts", "enacted", "enacted"),
        ("interview", "enacted", "enacted"),
        ("interview", "effective", "enacted"),
        ("survey", "effective", "enacted"),
        ("interview", "adopted", "adopted"),
        ("evaluation", "adopted", "adopted"),
        ("accounts", "adopted", "adopted"),
    ],
)
def test_rung_by_default_is_never_above_the_one_demanded(
    kind: str, demands: str, rung: str
) -> None:
    assert find(f"vcs {kind}", demands=demands).statements[0].rung == rung


@pytest.mark.parametrize("coded", ["adopted", "enacted", "effective"])
def test_a_rung_that_was_coded_stays(coded: str) -> None:
    assert find(f"vcs {coded}", demands="adopted").statements[0].rung == coded


def test_a_basis_that_was_coded_stays() -> None:
    assert find("vcs minutes hearsay").statements[0].basis == "hearsay"


@pytest.mark.parametrize(
    ("words", "tier"),
    [
        ("vcs interview thematic", "thematic"),
        ("vcs interview", None),
        ("vcs document", "strategic"),
        ("vcs minutes", "strategic"),
        ("vcs accounts", "strategic"),
        ("vcs document delivery", "delivery"),
        ("vcs survey", None),
        ("vcs evaluation", None),
    ],
)
def test_tier_by_default(words: str, tier: str | None) -> None:
    assert find(words).statements[0].tier == tier


def test_a_tier_that_was_coded_goes_before_the_speakers() -> None:
    coded = excerpt("x1", code("happens", tier="delivery"))
    spoken = source("s1", "interview", coded, speakers=(speaker("P1", "vcs", "strategic"),))
    assert find(spoken).statements[0].tier == "delivery"


@pytest.mark.parametrize(
    ("share", "stance"),
    [
        (Share(percent=90), H),
        (Share(percent=89.9), P),
        (Share(percent=10.1), P),
        (Share(percent=10), A),
        (Share(percent=28, of=60), P),
        (Share(met=19, of=38), P),
        (Share(met=9, of=10), H),
        (Share(met=63, of=70), H),
        (Share(met=1, of=10), A),
        (Share(met=7, of=70), A),
        (Share(met=0, of=5), A),
    ],
)
def test_a_share_becomes_a_stance_by_the_cuts(share: Share, stance: Stance) -> None:
    assert find(says("s1", "vcs survey", share=share)).statements[0].stance is stance


@pytest.mark.parametrize(
    ("met", "of", "stance"),
    [(33.3, 100, A), (33.4, 100, P), (66.5, 100, P), (66.6, 100, H), (333, 500, H), (333, 1000, A)],
)
def test_a_cut_that_is_no_round_number_is_met_exactly(met: float, of: int, stance: Stance) -> None:
    settings = Settings(thresholds=Thresholds(absent_at=33.3, happens_at=66.6))
    finding = find(says("s1", "vcs survey", share=Share(met=met, of=of)), settings=settings)
    assert finding.statements[0].stance is stance


@pytest.mark.parametrize("said", [None, Share(), Share(met=3), Share(met=3, of=0)])
def test_a_code_without_a_stance_says_nothing(said: Share | None) -> None:
    survey = source("s1", "survey", excerpt("x1", code(said)), by="vcs")
    assert find(survey).statements == ()


@pytest.mark.parametrize(
    ("rung", "demanded", "as_counted"),
    [
        ("adopted", "adopted", (H, P, A, O, U)),
        ("enacted", "enacted", (H, P, A, O, U)),
        ("effective", "effective", (H, P, A, O, U)),
        ("enacted", "adopted", (H, None, None, None, None)),
        ("effective", "adopted", (H, None, None, None, None)),
        ("effective", "enacted", (H, None, None, None, None)),
        ("enacted", "effective", (P, P, A, O, U)),
        ("adopted", "enacted", (None,) * 5),
        ("adopted", "effective", (None,) * 5),
    ],
)
def test_what_counts_as_practice_on_the_rung_demanded(
    rung: str, demanded: str, as_counted: tuple[Stance | None, ...]
) -> None:
    for basis in (Basis.FIRST_HAND, Basis.RECORD):
        counted = tuple(practice_of(s, basis, Rung(rung), Rung(demanded)) for s in Stance)
        assert counted == as_counted


@pytest.mark.parametrize("basis", [Basis.CLAIM, Basis.HEARSAY])
def test_claims_and_hearsay_never_speak_of_practice(basis: Basis) -> None:
    counted = {practice_of(s, basis, r, d) for s in Stance for r in Rung for d in Rung}
    assert counted == {None}


@pytest.mark.parametrize(
    ("basis", "rung", "shown"),
    [
        ("claim", "adopted", True),
        ("claim", "enacted", True),
        ("claim", "effective", True),
        ("record", "adopted", True),
        ("first-hand", "adopted", True),
        ("record", "enacted", False),
        ("first-hand", "enacted", False),
        ("hearsay", "adopted", False),
        ("hearsay", "enacted", False),
    ],
)
def test_what_shows_adoption(basis: str, rung: str, shown: bool) -> None:
    assert shows_adoption(H, Basis(basis), Rung(rung)) is shown
    assert not any(shows_adoption(s, Basis(basis), Rung(rung)) for s in (P, A, O, U))


def test_statements_stand_by_source_and_excerpt_whatever_the_files_order() -> None:
    codes = [code("happens"), code("absent")]
    words = [excerpt(name, *codes) for name in ("x10", "x2", "x1")]
    who = (speaker("P1"),)
    one = find(source("b", "interview", *words, speakers=who), "vcs happens")
    back = [excerpt(name, *reversed(codes)) for name in ("x1", "x2", "x10")]
    other = find("vcs happens", source("b", "interview", *back, speakers=who))
    places = [(s.source, s.excerpt, s.stance) for s in one.statements]
    assert [place[1] for place in places if place[0] == "b"] == ["x1"] * 2 + ["x2"] * 2 + [
        "x10"
    ] * 2
    assert [(s.excerpt, s.stance) for s in other.statements if s.source == "b"] == [
        place[1:] for place in places if place[0] == "b"
    ]
