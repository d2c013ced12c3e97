"""The law of an edition: no number of people that it does not tell follows from those it tells."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from itertools import chain
from typing import Any

import pytest
from assess.builders import TODAY, code, corpus, excerpt, partnership, says, source, speaker
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gapcheck.assess.run import assess
from gapcheck.model.corpus import Corpus
from gapcheck.model.finding import Finding
from gapcheck.model.report import Report
from gapcheck.model.settings import Settings, Thresholds
from gapcheck.model.study import Source
from gapcheck.publish.disclosure import Disclosure
from gapcheck.publish.people import is_spoken
from gapcheck.publish.run import public
from gapcheck.reports.json_report import as_json

from .attacker import MANY, SAID, Attacker, Cell, Json
from .editions import edition, team, times

SECTORS = ("vcs", "council", "residents")
TIERS = (None, "strategic", "delivery")


def printed(report: Report) -> Json:
    """What everybody has: the bytes of the JSON, read again."""
    found: Json = json.loads(json.dumps(as_json(report)))
    return found


def people(finding: Finding) -> dict[Cell, int]:
    """How many people say what, by the team's own report: its voices without those of papers."""
    kinds = {each.source: each.kind for each in finding.statements}
    papers = Counter(
        (voice.sector, str(voice.position))
        for voice in finding.voice_views
        if not any(is_spoken(kinds[name]) for name in voice.sources)
    )
    return {
        (view.sector, said): (getattr(view, said) or 0) - papers[view.sector, said]
        for view in finding.sectors
        for said in SAID
    }


def is_small(number: int, least: int) -> bool:
    return 0 < number < least


def leaks(whole: Report, told: Json, least: int, hidden: int = MANY) -> list[tuple[Cell, int]]:
    """The small numbers of people that an attacker learns from what is told.

    `hidden` is the most that a number can be which is not told, where the attacker knows it.
    """
    found = []
    for finding, shown in zip(whole.findings, told["findings"], strict=True):
        true = people(finding)
        known = Attacker(shown, hidden).known()
        plain = {
            (sector, said): view[said]
            for sector, view in shown["sectors"].items()
            for said in SAID
            if view[said] is not None
        }
        for cell, number in true.items():
            learnt = {**known, **plain}.get(cell)
            voices = getattr(_view(finding, cell[0]), cell[1])
            if is_small(number, least) and learnt == voices:
                found.append((cell, number))
    return found


def _view(finding: Finding, sector: str) -> Any:
    return next(view for view in finding.sectors if view.sector == sector)


def half_hidden(told: Json, least: int) -> Json:
    """What hides each small number of a sector and nothing else."""
    hidden: Json = json.loads(json.dumps(told))
    for finding in hidden["findings"]:
        for view in finding["sectors"].values():
            view.update({said: None for said in SAID if is_small(view[said], least)})
    return hidden


@pytest.mark.parametrize(
    "said",
    [
        # Any verdict but too little heard needs two voices.
        ["vcs absent"] * 2,
        # The tiers part the same voices.
        ["vcs absent strategic"] * 4 + ["council absent delivery"] * 2,
        ["vcs absent strategic"] * 4 + ["council strategic"],
        # Of two small numbers the concern about them gives the sum.
        ["vcs absent strategic", "council absent strategic"],
    ],
    ids=" + ".join,
)
def test_the_attacker_finds_what_is_only_half_hidden(said: list[str]) -> None:
    whole = team(*said)
    assert leaks(whole, half_hidden(printed(whole), 3), 3, hidden=2)
    assert not leaks(whole, printed(edition(*said)), 3)


def test_the_attacker_counts_the_voices_of_a_barrier_too() -> None:
    said = [says(f"s{n}", "vcs absent", barriers=("arrears",)) for n in range(3)]
    said += [says(f"t{n}", "council absent", barriers=("arrears",)) for n in range(2)]
    whole = team(*said)
    half = half_hidden(printed(whole), 3)
    for view in half["findings"][0]["tiers"].values():
        view["voices"] = None
    assert leaks(whole, half, 3, hidden=2)
    assert not leaks(whole, printed(edition(*said)), 3)


def test_numbers_that_are_printed_are_known_and_large() -> None:
    said = [*times(3, "vcs absent"), *times(4, "council")]
    told = printed(edition(*said))
    assert told["findings"][0]["sectors"]["vcs"]["absent"] == 3
    assert not leaks(team(*said), told, 3)
    assert leaks(team(*said), told, 4)


# Any small study

STANCES = ("absent", "absent", "absent", "happens", "partly", "unaware")
DATES = ("2004-05-12", "2005-02-01", "2006-06-30")
BARRIERS: tuple[tuple[str, ...], ...] = ((), ("arrears",), ("arrears", "jargon"))
PAPERS = ("minutes absent enacted", "minutes enacted", "survey absent", "evaluation")

voices = st.lists(
    st.tuples(
        st.sampled_from(SECTORS[:2]) | st.sampled_from(SECTORS),
        st.sampled_from(TIERS),
        st.sampled_from(STANCES),
        st.sampled_from((None, "tenant", "officer")),
        st.sampled_from(DATES),
        st.sampled_from(BARRIERS),
    ),
    max_size=10,
)


def interview(number: int, voice: tuple[Any, ...]) -> Source:
    """One person, with a role of their own where they have none that others have too."""
    sector, tier, stance, role, when, barriers = voice
    who = speaker(f"SECRETID{number}", sector, tier, role=role or f"SECRETROLE{number}")
    said = excerpt("x1", code(stance), barriers=barriers)
    return source(f"SECRETINT{number}", "interview", said, speakers=(who,), date=when)


def group(sectors: Sequence[str]) -> Source:
    """A focus group, in which each sector is one voice however many speak for it."""
    who = [speaker(f"SECRETID9{n}", sector, "delivery") for n, sector in enumerate(sectors)]
    said = [excerpt(f"x{n}", code("absent"), speaker=one.id) for n, one in enumerate(who)]
    return source("SECRETINT99", "focus-group", *said, speakers=tuple(who))


@st.composite
def studies(draw: st.DrawFn) -> Corpus:
    held = [interview(n, voice) for n, voice in enumerate(draw(voices))]
    held += [group(draw(st.lists(st.sampled_from(SECTORS), min_size=2, max_size=3)))
             for _ in range(draw(st.sampled_from((0, 0, 1))))]  # fmt: skip
    held += [says(f"paper-{n}", f"{draw(st.sampled_from(SECTORS))} {draw(st.sampled_from(PAPERS))}")
             for n in range(draw(st.sampled_from((0, 0, 1, 2))))]  # fmt: skip
    place = partnership(pseudonym=draw(st.booleans()), illustrative=draw(st.booleans()))
    least = draw(st.sampled_from((2, 3, 3, 3, 5)))
    own = Settings(thresholds=Thresholds(small_cell=least))
    return corpus(*held, partnerships=(place,), settings=own)


disclosures = st.builds(
    Disclosure,
    coarsen=st.booleans(),
    sizes=st.sampled_from(
        ({}, {}, {"northtown": {"vcs": 1, "council": 9, "residents": 4}},
         {"northtown": {"vcs": 1, "council": 1, "residents": 3}})
    ),
)  # fmt: skip
law = settings(
    max_examples=120,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)


@law
@given(study=studies(), coarsen=st.booleans())
def test_no_number_of_people_that_is_not_told_follows_from_what_is(
    study: Corpus, coarsen: bool
) -> None:
    least = study.settings.thresholds.small_cell
    whole = assess(study, today=TODAY)
    assert not leaks(whole, printed(public(whole, Disclosure(coarsen=coarsen))), least)


@law
@given(study=studies(), disclosure=disclosures)
def test_every_number_of_people_that_is_told_is_large(
    study: Corpus, disclosure: Disclosure
) -> None:
    least = study.settings.thresholds.small_cell
    whole = assess(study, today=TODAY)
    told = public(whole, disclosure)
    for finding, shown in zip(whole.findings, told.findings, strict=True):
        true = people(finding)
        told_cells = {(v.sector, said): getattr(v, said) for v in shown.sectors for said in SAID}
        if disclosure.sizes:
            # Sectors that are told as one have their numbers together.
            assert not any(is_small(number or 0, least) for number in told_cells.values()
                           if not _papers(finding))  # fmt: skip
            continue
        for cell, number in told_cells.items():
            assert number is None or not is_small(true[cell], least)
        assert len({number is None for number in told_cells.values()}) <= 1
    for part in told.partnerships:
        counted = [each.voices for each in (*part.barriers, *part.enablers) if each.voices]
        assert all(number >= least for number in counted) or not _spoken(whole)


def _papers(finding: Finding) -> bool:
    return any(not is_spoken(each.kind) for each in finding.statements)


def _spoken(report: Report) -> bool:
    return any(is_spoken(view.kind) for view in report.partnerships[0].sources)


@law
@given(study=studies(), disclosure=disclosures)
def test_quotations_cannot_be_counted_and_nothing_else_names_anybody(
    study: Corpus, disclosure: Disclosure
) -> None:
    whole = assess(study, today=TODAY)
    told = public(whole, disclosure)
    for finding in told.findings:
        quoted = Counter(
            (each.sector, each.stance) for each in finding.statements if is_spoken(each.kind)
        )
        assert set(quoted.values()) <= {1}
        assert len(finding.fragile) <= 1 + len(_named(finding))
    text = repr(told)
    assert "SECRETINT" not in text
    assert "SECRETID" not in text
    assert "-05-12" not in text.replace(repr(told.findings[0].as_at), "")
    _assert_roles_are_shared(whole, told, disclosure)


def _named(finding: Finding) -> list[str]:
    return [each.without for each in finding.fragile if each.without]


def _assert_roles_are_shared(whole: Report, told: Report, disclosure: Disclosure) -> None:
    shown = {(s.role, s.tier) for f in told.findings for s in f.statements if s.role}
    place = whole.partnerships[0].partnership
    if disclosure.coarsen:
        assert not shown
    elif not place.illustrative:
        least = whole.settings.thresholds.small_cell
        said = [each for f in whole.findings for each in f.statements if is_spoken(each.kind)]
        for role, tier in shown:
            who = {each.voice for each in said if (each.role, each.tier) == (role, tier)}
            assert len(who) >= least


@law
@given(study=studies(), disclosure=disclosures)
def test_no_verdict_is_changed_by_telling_it(study: Corpus, disclosure: Disclosure) -> None:
    whole = assess(study, today=TODAY)
    told = public(whole, disclosure)
    assert [(f.verdict, f.rule, f.confidence) for f in told.findings] == [
        (f.verdict, f.rule, f.confidence) for f in whole.findings
    ]
    assert told.across == whole.across
    assert told == public(whole, disclosure)


def test_the_studies_of_the_laws_have_numbers_of_every_size() -> None:
    """Without small, large and hidden numbers in them the laws would say nothing."""
    seen: Counter[str] = Counter()

    @settings(max_examples=200, deadline=None, derandomize=True, database=None,
              suppress_health_check=[HealthCheck.too_slow])  # fmt: skip
    @given(study=studies())
    def look(study: Corpus) -> None:
        whole = assess(study, today=TODAY)
        told = public(whole, Disclosure())
        numbers = list(chain.from_iterable(people(f).values() for f in whole.findings))
        seen["small"] += any(is_small(number, 3) for number in numbers)
        seen["large"] += any(number >= 3 for number in numbers)
        cells = [v.absent for f in told.findings for v in f.sectors]
        seen["told"] += any(number for number in cells)
        seen["hidden"] += None in cells
        seen["alone"] += bool(told.edition and told.edition.alone)
        seen["half"] += bool(leaks(whole, half_hidden(printed(whole), 3), 3, hidden=2))

    look()
    assert min(seen[each] for each in ("small", "large", "told", "hidden", "alone", "half")) >= 5


def test_replacing_one_person_by_another_changes_nothing_that_is_told() -> None:
    """Whoever speaks, with the same sector, year and stance: the bytes are the same."""
    one: list[Source | str] = [
        says("a", "vcs absent", who="P1"),
        says("b", "vcs absent", who="P2"),
        "council",
    ]
    two: list[Source | str] = [says("c", "vcs absent", who="P8", date="2006-01-01"),
           says("d", "vcs absent", who="P9"), "council"]  # fmt: skip
    first, other = (printed(edition(*said, as_at=TODAY)) for said in (one, two))
    assert first == other
