"""A whole study: days, order, totals, sign-offs, background and what is systemic."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from gapcheck.assess.across import pattern
from gapcheck.assess.run import assess
from gapcheck.model.choices import Confidence, Verdict
from gapcheck.model.corpus import Corpus, SecondCoding, Signoff
from gapcheck.model.report import Report
from gapcheck.model.settings import Settings, Vocabulary
from gapcheck.model.study import Scope, Share, Source

from .builders import (
    HERE,
    NAME,
    TODAY,
    code,
    consent,
    corpus,
    excerpt,
    imperative,
    partnership,
    policy,
    says,
    source,
    speaker,
    when,
)


def run(found: Corpus, **changes: Any) -> Report:
    return assess(found, today=TODAY, **changes)


def place(lsp: str, *words: str, **changes: Any) -> list[Source]:
    return [says(f"s{n}", one, lsp=lsp, **changes) for n, one in enumerate(words)]


def places(*ids: str, **changes: Any) -> tuple[Any, ...]:
    return tuple(partnership(id=name, **changes) for name in ids)


@pytest.mark.parametrize(
    ("dates", "as_at"),
    [
        (["2004-05", "2003"], date(2004, 5, 31)),
        (["2004-05-12", "2004"], date(2004, 12, 31)),
        (["2004-05-12"], date(2004, 5, 12)),
    ],
)
def test_the_day_is_the_last_of_the_newest_source(dates: list[str], as_at: date) -> None:
    report = run(corpus(*(says(f"s{n}", "vcs", date=day) for n, day in enumerate(dates))))
    assert report.partnerships[0].as_at == report.findings[0].as_at == as_at
    assert not report.as_at_given


@pytest.mark.parametrize(
    "held", [consent(withdrawn=True), consent(analysis=False), consent(until="2030")]
)
def test_a_source_that_consent_shuts_out_sets_no_day(held: Any) -> None:
    report = run(
        corpus(says("s1", "vcs", date="2004"), says("s2", "vcs", date="2005", consent=held))
    )
    assert report.findings[0].as_at == date(2004, 12, 31)


def test_a_partnership_without_sources_takes_the_newest_day_of_any_even_of_one_not_named() -> None:
    found = corpus(
        *place("a", "vcs", date="2004"),
        *place("b", "vcs", date="2005"),
        partnerships=places("c", "b", "a"),
    )
    assert [p.as_at for p in run(found).partnerships] == [
        date(2004, 12, 31), date(2005, 12, 31), date(2005, 12, 31),
    ]  # fmt: skip
    assert [p.as_at for p in run(found, lsps=("c",)).partnerships] == [date(2005, 12, 31)]


def test_a_given_day_holds_for_all() -> None:
    found = corpus(*place("a", "vcs", date="2004"), partnerships=places("a", "b"))
    report = run(found, as_at=date(2002, 1, 1))
    assert {finding.as_at for finding in report.findings} == {date(2002, 1, 1)}
    assert report.as_at_given
    assert report.findings[0].statements[0].excluded == "after-as-at"
    assert report.partnerships[0].sources[0].excluded == "after-as-at"


def test_a_study_without_any_source_is_judged_too() -> None:
    report = run(corpus())
    assert [(f.verdict, f.as_at) for f in report.findings] == [("no_evidence", None)]


def test_an_embargo_is_over_by_the_day_of_the_run_not_by_the_day_judged() -> None:
    found = corpus(says("s1", "vcs survey", consent=consent(until="2020-06-01")))
    assert assess(found, today=date(2020, 5, 31)).findings[0].rule == "nothing-said"
    assert assess(found, today=date(2020, 6, 1)).findings[0].rule == "done"


def test_findings_stand_by_partnership_then_policy_then_the_order_of_the_file() -> None:
    second = policy(imperative(id="z", policy="b"), imperative(id="a", policy="b"), name="b")
    first = policy(imperative(id="y", policy="a"), name="a")
    report = run(corpus(policies=(second, first), partnerships=places("n", "m")))
    assert [(f.partnership.id, f.imperative.name) for f in report.findings] == [
        (lsp, name) for lsp in ("m", "n") for name in ("a/y", "b/z", "b/a")
    ]
    assert [policy.id for policy in report.policies] == ["a", "b"]
    assert [one.imperative.name for one in report.across] == ["a/y", "b/z", "b/a"]


def test_named_partnerships_are_no_whole_study() -> None:
    found = corpus(*place("b", "vcs survey"), partnerships=places("a", "b", "c"))
    report = run(found, lsps=("b", "a"))
    assert [p.partnership.id for p in report.partnerships] == ["a", "b"]
    assert {f.partnership.id for f in report.findings} == {"a", "b"}
    assert not report.whole_study
    assert run(found).whole_study


def test_a_source_of_another_partnership_says_nothing_here() -> None:
    found = corpus(*place("a", "vcs survey"), partnerships=places("a", "b"))
    assert [f.verdict for f in run(found).findings] == ["translated", "no_evidence"]


def test_the_order_of_the_evidence_changes_nothing() -> None:
    sources = [
        says(f"s{n}", one)
        for n, one in enumerate(
            ("vcs", "council absent strategic", "residents document", "health unaware")
        )
    ]
    assert run(corpus(*sources)) == run(corpus(*reversed(sources)))


def test_totals_count_the_groups_and_what_stands_outside_them() -> None:
    imperatives = (
        imperative(id="yes", beneficiaries=()),
        imperative(id="no"),
        imperative(id="may", modality="may"),
        imperative(id="elsewhere", nation="wales"),
        imperative(id="silent"),
    )
    words = excerpt(
        "x1",
        code("happens", "guidance/yes"),
        code("absent", "guidance/no"),
        code("absent", "guidance/may"),
    )
    found = corpus(source("s1", "survey", words, by="vcs"), policies=(policy(*imperatives),))
    local = run(found).partnerships[0]
    assert dict(local.totals) == {
        "gap": 1, "contested": 0, "unknown": 1, "partly": 0, "translated": 1,
    }  # fmt: skip
    assert list(dict(local.totals)) == ["gap", "contested", "unknown", "partly", "translated"]
    assert (local.not_applicable, local.not_taken_up) == (1, 1)


@pytest.mark.parametrize(
    ("gaps", "judged", "expected"),
    [
        (0, 0, None),
        (2, 2, None),
        (1, 2, None),
        (0, 3, None),
        (1, 3, "local"),
        (2, 3, "systemic"),
        (3, 3, "systemic"),
        (2, 4, None),
        (3, 4, "systemic"),
        (3, 5, None),
        (4, 6, "systemic"),
        (1, 9, "local"),
        (2, 9, None),
    ],
)
def test_systemic_and_local(gaps: int, judged: int, expected: str | None) -> None:
    assert pattern(gaps, judged) == expected


def test_across_leaves_out_the_unknown_what_was_not_taken_up_and_survey_populations() -> None:
    found = corpus(
        *place("a", "vcs survey absent"),
        *place("b", "vcs survey absent"),
        *place("c", "vcs survey"),
        *place("d", "vcs"),
        *place("e", "vcs", "council absent"),
        *place("pop", "vcs survey absent"),
        partnerships=(*places("a", "b", "c", "d", "e"), partnership(id="pop", population=88)),
    )
    across = run(found).across[0]
    assert (across.judged, across.pattern, across.gaps_in) == (4, None, ("a", "b"))
    assert dict(across.totals) == {
        "gap": 2, "contested": 1, "unknown": 1, "partly": 0, "translated": 1,
    }  # fmt: skip
    may = run(replace(found, policies=(policy(imperative(modality="may")),))).across[0]
    assert (may.judged, may.gaps_in) == (2, ())


def test_across_is_over_the_partnerships_of_the_report() -> None:
    found = corpus(
        *(s for name in "abc" for s in place(name, "vcs survey absent")),
        partnerships=places("a", "b", "c"),
    )
    assert run(found).across[0].pattern == "systemic"
    assert run(found, lsps=("a", "b")).across[0].pattern is None


def decision(on: str, line: int = 1, **changes: Any) -> Signoff:
    changes.setdefault("lsp", "northtown")
    return Signoff(imperative=NAME, reason="Read again.", by="AB", on=when(on),
                   location=replace(HERE, line=line), **changes)  # fmt: skip


@pytest.mark.parametrize(
    ("on", "changed"),
    [("2006-06-30", False), ("2006-06-29", True), ("2006-06", False), ("2005", True)],
)
def test_a_signoff_says_whether_evidence_came_in_since(on: str, changed: bool) -> None:
    view = run(corpus(says("s1", "vcs"), signoffs=(decision(on),))).findings[0].signoff
    assert view is not None
    assert (view.by, view.on, view.reason, view.verdict) == ("AB", on, "Read again.", None)
    assert view.evidence_changed is changed


def test_evidence_that_is_not_admissible_changes_no_signoff() -> None:
    barred = says("s1", "vcs", consent=consent(withdrawn=True))
    view = run(corpus(barred, signoffs=(decision("2005"),))).findings[0].signoff
    assert view is not None
    assert not view.evidence_changed


def test_the_newest_signoff_holds_beside_what_the_rules_gave() -> None:
    override = decision(
        "2007", verdict=Verdict.TRANSLATED, confidence=Confidence.LOW, summary="Seen since."
    )
    same_day = decision("2007", line=9, verdict=Verdict.CONTRARY)
    elsewhere = decision("2009", lsp="southtown")
    finding = run(corpus(signoffs=(override, decision("2006"), elsewhere))).findings[0]
    assert finding.verdict == "no_evidence"
    assert finding.signoff is not None
    assert (finding.signoff.verdict, finding.signoff.confidence, finding.signoff.summary) == (
        "translated", "low", "Seen since.",
    )  # fmt: skip
    last = run(corpus(signoffs=(same_day, override))).findings[0].signoff
    assert last is not None
    assert last.verdict == "contrary"
    assert run(corpus()).findings[0].signoff is None


def test_background_is_shown_and_never_counted() -> None:
    words = excerpt("x1", code(), code(rung="effective"), text="A third of them did.")
    other = excerpt("x2", code(imperative="guidance/other"))
    shown = source("report", "document", words, other, excerpt("x3"), by="audit", citation="AC 6")
    quiet = says("quiet", "vcs", consent=consent(quote="none"))
    paper = source("paper", "document", excerpt("x1", code()), by="audit",
                   consent=consent(quote="none"))  # fmt: skip
    barred = says("barred", "vcs", consent=consent(until="2030"))
    finding = run(corpus(background=(quiet, shown, barred, paper))).findings[0]
    assert finding.verdict == "no_evidence"
    assert [(b.source, b.excerpt, b.text, b.citation) for b in finding.background] == [
        ("report", "x1", "A third of them did.", "AC 6")
    ]


@pytest.mark.parametrize(
    ("excerpts", "lsp", "concerns"),
    [
        (("x1",), "northtown", 0),
        (("x2",), "northtown", 1),
        ((), "northtown", 1),
        (("x1",), "a", 1),
    ],
)
def test_an_excerpt_that_a_second_person_coded_is_double_coded(
    excerpts: tuple[str, ...], lsp: str, concerns: int
) -> None:
    second = SecondCoding(lsp, "s1", "cd", tuple((name, ()) for name in excerpts), HERE)
    found = corpus(
        says("s1", "vcs survey", population=9),
        settings=Settings(double_coded=True),
        second_codings=(second,),
    )
    finding = run(found).findings[0]
    assert [c.component for c in finding.concerns].count("methods") == concerns
    assert finding.statements[0].single_coded is bool(concerns)


def test_who_was_heard_by_sector_and_tier() -> None:
    both = source(
        "fg", "focus-group", excerpt("x1", code(tier="delivery"), speaker="P1"),
        excerpt("x2", code(tier="thematic"), speaker="P2"),
        speakers=(speaker("P1", "vcs", "thematic"),
                  speaker("P2", "vcs", "thematic", consent=consent(withdrawn=True)),
                  speaker("P3", "health", consent=consent(analysis=False))),
    )  # fmt: skip
    survey = source("svy", "survey", excerpt("x1", code(tier="delivery")), by="vcs", population=38)
    shares = source("svy2", "survey", excerpt("x1", code(tier="delivery")), by="vcs")
    found = corpus(both, survey, shares, says("doc", "council document"),
                   says("late", "council thematic", date="2009"),
                   says("out", "health delivery", consent=consent(withdrawn=True)))  # fmt: skip
    cells = run(found, as_at=date(2006, 12, 31)).partnerships[0].heard
    assert [(c.sector, c.tier, c.sources, c.withheld, c.survey_of) for c in cells] == [
        ("vcs", "thematic", ("fg",), (), None),
        ("vcs", "delivery", ("fg", "svy", "svy2"), (), 38),
        ("council", "strategic", ("doc",), (), None),
        ("council", "thematic", (), ("late",), None),
        ("health", "delivery", (), ("out",), None),
        ("health", None, (), ("fg",), None),
    ]


def test_the_size_of_a_survey_is_its_largest_share_where_it_does_not_say() -> None:
    words = (excerpt("x1", code(Share(met=1, of=20))), excerpt("x2", code(Share(met=9, of=30))))
    found = corpus(source("svy", "survey", *words, by="vcs"))
    assert run(found).partnerships[0].heard[0].survey_of == 30


def test_sources_are_listed_with_what_became_of_them() -> None:
    found = corpus(
        source("a", "interview", excerpt("x1", code()), replace(excerpt("x2"), codes=None),
               speakers=(speaker("P1", "council", "thematic"), speaker("P2", "vcs")),
               citation="Archive 7"),
        source("b", "focus-group",
               speakers=(speaker("P1", "vcs", consent=consent(until="2030")),
                         speaker("P2", "vcs", consent=consent(analysis=False)))),
        says("c", "vcs survey", population=60),
    )  # fmt: skip
    views = run(found).partnerships[0].sources
    assert [(v.id, v.sectors, v.tiers, v.excerpts, v.unreviewed) for v in views] == [
        ("a", ("vcs", "council"), ("thematic", None), 2, 1),
        ("b", ("vcs",), (None,), 0, 0),
        ("c", ("vcs",), (None,), 1, 0),
    ]
    assert [(v.used, v.excluded, v.population, v.citation) for v in views] == [
        (True, None, None, "Archive 7"),
        (False, "refused", None, None),
        (True, None, 60, None),
    ]


def test_unheard_in_a_partnership_are_members_and_those_whom_its_imperatives_name() -> None:
    members = (("vcs", 3), ("business", 2), ("police", 0), ("faith", 1))
    found = corpus(
        says("a", "vcs"),
        says("b", "council document"),
        source("c", "minutes", by="faith", asked=(NAME,)),
        policies=(policy(imperative(), imperative(id="x", nation="wales", actors=("health",)),
                         imperative(id="y", actors=("education",), applies_to=Scope(("cpp",)))),),
        partnerships=(partnership(members=members),),
    )  # fmt: skip
    assert run(found).partnerships[0].unheard == ("council", "business", "residents")


def test_barriers_of_a_partnership_come_from_all_its_excerpts() -> None:
    uncoded = replace(excerpt("x1", barriers=("money",), enablers=("trust",)), codes=None)
    found = corpus(
        source("a", "interview", uncoded, speakers=(speaker("P1"),)),
        says("b", "council", barriers=("money",), tensions=("local-strategic",)),
        says("c", "council", barriers=("money",), consent=consent(analysis=False)),
        settings=Settings(vocabulary=Vocabulary(barriers={"money": "resource"})),
    )
    local = run(found).partnerships[0]
    assert [(b.name, b.voices, b.locus) for b in local.barriers] == [("money", 2, "resource")]
    assert [(b.name, b.voices) for b in local.enablers] == [("trust", 1)]
    assert [(b.name, b.voices) for b in local.tensions] == [("local-strategic", 1)]


def test_an_excerpt_that_names_no_speaker_of_several_still_has_no_wrong_one() -> None:
    people = (speaker("P1", "vcs"), speaker("P2", "council"))
    found = corpus(source("fg", "focus-group", excerpt("x1", code()), speakers=people))
    statement = run(found).findings[0].statements[0]
    assert (statement.sector, statement.role) == ("", None)
