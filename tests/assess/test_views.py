"""What sectors and voices said, as a report counts it."""

from __future__ import annotations

import pytest

from gapcheck.model.finding import Finding
from gapcheck.model.settings import Settings, Vocabulary
from gapcheck.model.study import Realist

from .builders import code, consent, excerpt, find, says, source, speaker

Row = tuple[str, str | None, int | None, int | None, int | None, int | None]


def rows(finding: Finding) -> list[Row]:
    return [
        (v.sector, v.position, v.happens, v.partly, v.absent, v.unaware) for v in finding.sectors
    ]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ((), []),
        (("vcs",), [("vcs", "happens", 1, 0, 0, 0)]),
        (("vcs", "vcs absent", "vcs partly"), [("vcs", "partly", 1, 1, 1, 0)]),
        (("vcs opposite", "vcs absent"), [("vcs", "absent", 0, 0, 2, 0)]),
        (("council", "vcs absent"), [
            ("vcs", "absent", 0, 0, 1, 0), ("council", "happens", 1, 0, 0, 0)]),
        # unaware gives way
        (("vcs", "vcs unaware"), [("vcs", "happens", 1, 0, 0, 1)]),
        (("vcs", "council unaware"), [
            ("vcs", "happens", 1, 0, 0, 0), ("council", None, 0, 0, 0, 1)]),
        # or counts as absent where there is no other
        (("vcs unaware", "vcs unaware"), [("vcs", "absent", 0, 0, 0, 2)]),
        # what is no practice has no row
        (("vcs hearsay", "council document"), []),
    ],
)  # fmt: skip
def test_sectors(said: tuple[str, ...], expected: list[Row]) -> None:
    assert rows(find(*said)) == expected


@pytest.mark.parametrize(
    ("stances", "position"),
    [
        ("happens", "happens"),
        ("happens happens", "happens"),
        ("absent opposite", "absent"),
        ("happens absent", "partly"),
        ("happens partly", "partly"),
        ("partly", "partly"),
        ("absent partly absent", "partly"),
        ("happens unaware", "happens"),
        ("absent happens absent", "partly"),
    ],
)
def test_a_voice(stances: str, position: str) -> None:
    words = [excerpt(f"x{n}", code(stance)) for n, stance in enumerate(stances.split())]
    finding = find(source("s1", "interview", *words, speakers=(speaker("P1", "vcs"),)))
    assert [view.position for view in finding.voice_views] == [position]


def test_a_voice_that_knows_and_does_not_know_is_no_unaware_voice() -> None:
    words = (excerpt("x1", code("happens")), excerpt("x2", code("unaware")))
    finding = find(source("s1", "interview", *words, speakers=(speaker("P1", "vcs"),)))
    assert rows(finding) == [("vcs", "happens", 1, 0, 0, 0)]
    assert [s.set_aside for s in finding.statements] == [False, True]
    assert [s.deciding for s in finding.statements] == [True, False]


def test_voices_say_where_they_speak_and_in_what_role() -> None:
    finding = find(
        says("s1", "vcs", who="P1"),
        says("s2", "vcs absent", who="P1"),
        says("s3", "council document"),
        says("s4", "vcs survey", population=38),
        says("s5", "council unaware"),
    )
    views = [(v.sector, v.position, v.sources, v.role, v.population) for v in finding.voice_views]
    assert views == [
        ("vcs", "happens", ("s4",), None, 38),
        ("vcs", "partly", ("s1", "s2"), "officer", None),
        ("council", None, ("s3",), None, None),
        ("council", None, ("s5",), "officer", None),
    ]


def test_the_voice_of_a_group_with_several_roles_has_none() -> None:
    people = (speaker("P1", role="chair"), speaker("P2", role="clerk"))
    words = (excerpt(f"x{n}", code(), speaker=f"P{n}") for n in (1, 2))
    finding = find(source("fg", "focus-group", *words, speakers=people))
    assert [(v.role, v.sources) for v in finding.voice_views] == [(None, ("fg",))]
    assert {s.voice for s in finding.statements} == {("group", "fg", "vcs")}


def test_on_paper_are_those_who_show_adoption_alone() -> None:
    finding = find("vcs absent", "residents absent", "council document", "residents document")
    assert finding.on_paper == ("council",)


def test_sectors_stand_in_the_vocabularys_order_and_unknown_ones_last() -> None:
    finding = find("zebra", "council", "vcs", "aardvark")
    assert [view.sector for view in finding.sectors] == ["vcs", "council", "aardvark", "zebra"]
    words = Vocabulary(sectors={"council": "Council", "vcs": "VCSE"})
    renamed = find("council", "vcs absent", settings=Settings(vocabulary=words))
    assert [view.sector for view in renamed.sectors] == ["council", "vcs"]
    assert renamed.why.startswith("Yes: Council. No: VCSE.")


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        # translated: what denies but does not decide
        (("vcs", "council", "health hearsay absent", "residents unaware"), ["s3", "s4"]),
        (("vcs", "council", "health hearsay partly", "faith claim"), []),
        # a gap: what affirms, deciding or not
        (("vcs absent", "vcs absent", "council document", "vcs hearsay"), ["s3", "s4"]),
        (("vcs absent", "vcs absent"), []),
        # partly and contested: both sides
        (("vcs", "vcs absent", "vcs partly"), ["s1", "s2"]),
        (("vcs", "council absent", "health hearsay absent"), ["s1", "s2", "s3"]),
        # others have none
        (("council", "council", "vcs hearsay absent"), []),
        ((), []),
    ],
)
def test_the_negative_case(said: tuple[str, ...], expected: list[str]) -> None:
    assert [s.source for s in find(*said).negative_case] == expected


def test_what_is_left_out_is_no_negative_case() -> None:
    late = says("s3", "health hearsay absent", date="2009")
    barred = says("s4", "health absent", consent=consent(withdrawn=True))
    assert find("vcs", "council", late, barred).negative_case == ()


def test_an_imperative_that_was_not_taken_up_has_no_negative_case() -> None:
    assert find("vcs absent", "vcs absent", "council document", modality="may").negative_case == ()


def test_paper_decides_only_where_the_verdict_is_paper_only() -> None:
    def deciding(*said: str) -> list[str]:
        return [s.source for s in find(*said).statements if s.deciding]

    assert deciding("vcs absent", "vcs absent", "council document") == ["s1", "s2", "s3"]
    assert deciding("vcs absent", "vcs partly", "council document") == ["s1", "s2"]
    assert deciding("council document") == []


def test_barriers_are_counted_by_voices_and_stand_with_their_locus() -> None:
    words = Vocabulary(barriers={"money": "resource"})
    named = {"barriers": ("money",), "enablers": ("trust",), "tensions": ("local-strategic",)}
    finding = find(
        says("s1", "vcs", who="P1", **named),
        says("s2", "vcs", who="P1", barriers=("money", "time")),
        says("s3", "council", barriers=("time", "money", "age")),
        says("s4", "council", barriers=("money",), consent=consent(analysis=False)),
        says("s5", "council", barriers=("money",), date="2009"),
        says("s6", "council", about="1999", barriers=("age",)),
        settings=Settings(vocabulary=words),
    )
    assert [(b.name, b.voices, b.locus) for b in finding.barriers] == [
        ("age", 2, None), ("money", 2, "resource"), ("time", 2, None),
    ]  # fmt: skip
    assert [(b.name, b.voices) for b in finding.enablers] == [("trust", 1)]
    assert [(b.name, b.voices) for b in finding.tensions] == [("local-strategic", 1)]


def test_an_excerpt_with_two_codes_is_one_excerpt() -> None:
    words = excerpt("x1", code(), code(rung="effective"), realist=Realist(outcome="Seats."))
    finding = find(source("s1", "interview", words, speakers=(speaker("P1"),)))
    assert [(n.source, n.excerpt, n.realist.outcome) for n in finding.realist] == [
        ("s1", "x1", "Seats.")
    ]


def test_a_realist_note_that_consent_withholds_is_not_there() -> None:
    held = consent(withdrawn=True)
    assert find(says("s1", "vcs", consent=held, realist=Realist(context="MARKER"))).realist == ()
