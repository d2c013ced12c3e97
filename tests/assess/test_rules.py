"""The thirteen rules, each with what fires it and what is nearly so."""

from __future__ import annotations

from typing import Any

import pytest

from gapcheck.assess.rules import RULES
from gapcheck.model.choices import Verdict

from .builders import code, excerpt, find, says, source, speaker

CASES: list[tuple[str, tuple[str, ...], dict[str, Any]]] = [
    # out-of-scope: tests/assess/test_scope.py has the whole table
    ("out-of-scope", ("vcs", "council"), {"nation": "scotland"}),
    ("nothing-said", (), {}),
    # paper-untested and thin: nobody speaks of practice
    ("paper-untested", ("council document",), {}),
    ("paper-untested", ("council minutes",), {}),
    ("paper-untested", ("council claim",), {}),
    ("paper-untested", ("council document", "vcs hearsay absent"), {}),
    ("thin", ("vcs hearsay",), {}),
    ("thin", ("vcs hearsay adopted",), {}),
    ("thin", ("council document absent",), {}),
    ("thin", ("council document partly",), {}),
    ("thin", ("council minutes absent", "vcs claim absent"), {}),
    ("thin", ("vcs effective absent",), {}),
    # single-voice: one voice, whatever it says
    ("single-voice", ("vcs",), {}),
    ("single-voice", ("vcs absent",), {}),
    ("single-voice", ("vcs absent",), {"modality": "may"}),
    ("single-voice", ("vcs unaware",), {}),
    ("single-voice", ("vcs absent", "council document"), {}),
    ("single-voice", ("council accounts",), {}),
    ("single-voice", ("vcs happens", "council unaware"), {}),
    ("done", ("vcs survey",), {}),
    ("done", ("audit evaluation",), {}),
    ("absent", ("vcs survey absent",), {}),
    ("done", ("council document",), {"demands": "adopted"}),
    ("done", ("council minutes",), {"demands": "adopted"}),
    ("absent", ("council document absent",), {"demands": "adopted"}),
    ("single-voice", ("council",), {"demands": "adopted"}),
    ("paper-untested", ("council survey",), {}),
    # sectors-disagree: in one tier, untiered ones with each
    ("sectors-disagree", ("vcs", "council absent"), {}),
    ("sectors-disagree", ("vcs", "council opposite"), {}),
    ("sectors-disagree", ("vcs strategic", "council absent strategic"), {}),
    ("sectors-disagree", ("vcs strategic", "council absent"), {}),
    ("sectors-disagree", ("vcs", "council absent", "health strategic"), {}),
    ("sectors-disagree", ("vcs strategic", "council absent strategic", "vcs absent delivery"), {}),
    ("sectors-disagree", ("vcs", "council absent"), {"modality": "may"}),
    ("mixed-practice", ("vcs strategic", "council absent thematic"), {}),
    ("mixed-practice", ("council strategic", "residents absent neighbourhood"), {}),
    ("mixed-practice", ("vcs", "vcs absent"), {}),
    ("mixed-practice", ("vcs", "council partly"), {}),
    ("mixed-practice", ("vcs absent", "council partly"), {}),
    ("mixed-practice", ("vcs partly", "council partly"), {}),
    ("mixed-practice", ("vcs", "council absent", "council"), {}),
    # where every sector denies
    ("optional-unused", ("vcs absent", "council absent"), {"modality": "may"}),
    ("optional-unused", ("vcs opposite", "council absent"), {"modality": "may"}),
    ("optional-unused", ("vcs absent", "council absent", "council document"), {"modality": "may"}),
    ("optional-unused", ("vcs unaware", "council unaware"), {"modality": "may"}),
    ("opposite", ("vcs opposite", "council absent"), {}),
    ("opposite", ("vcs opposite", "council absent", "council document"), {}),
    ("absent", ("vcs absent", "council absent", "health hearsay opposite"), {}),
    ("paper-only", ("vcs absent", "council absent", "council document"), {}),
    ("paper-only", ("vcs unaware", "council unaware", "council claim"), {}),
    ("absent", ("vcs absent", "council absent"), {}),
    ("absent", ("vcs absent", "vcs absent"), {"modality": "must"}),
    ("absent", ("vcs absent", "council absent", "council document partly"), {}),
    ("absent", ("vcs absent", "council absent", "council hearsay adopted"), {}),
    ("absent", ("vcs unaware", "vcs unaware"), {}),
    # unaware gives way to those who know
    ("done", ("vcs", "vcs", "council unaware"), {}),
    ("absent", ("vcs absent", "health absent", "council unaware"), {}),
    ("mixed-practice", ("vcs partly", "vcs partly", "council unaware"), {}),
    ("done", ("vcs effective", "health effective", "residents unaware"), {}),
    ("absent", ("vcs unaware", "health unaware", "council document unaware"), {}),
    # where every sector says yes
    ("self-report", ("council", "council"), {}),
    ("self-report", ("council", "health"), {"actors": ("council", "health")}),
    ("self-report", ("council", "health"), {"actors": ("partnership",)}),
    ("done", ("council", "council record"), {}),
    ("done", ("council", "residents"), {"actors": ("partnership",)}),
    ("done", ("council", "research"), {"actors": ("partnership",)}),
    ("done", ("council", "vcs"), {}),
    ("done", ("vcs", "vcs"), {}),
    # the rung demanded
    ("done", ("vcs effective", "council effective"), {"demands": "effective"}),
    ("mixed-practice", ("vcs", "council"), {"demands": "effective"}),
    ("mixed-practice", ("vcs", "council effective"), {"demands": "effective"}),
    ("absent", ("vcs absent", "council effective absent"), {"demands": "effective"}),
    ("done", ("vcs effective", "council enacted"), {"demands": "adopted"}),
    ("thin", ("vcs enacted absent",), {"demands": "adopted"}),
    ("paper-only", ("vcs absent", "residents absent", "council claim"), {"demands": "adopted"}),
]


@pytest.mark.parametrize(("rule", "said", "asked"), CASES)
def test_the_rule_that_fires(rule: str, said: tuple[str, ...], asked: dict[str, Any]) -> None:
    finding = find(*said, **asked)
    assert finding.rule == rule
    assert finding.verdict is next(r.verdict for r in RULES if r.name == rule)
    turned = find(*(says(f"s{9 - n}", one) for n, one in enumerate(said)), **asked)
    assert turned.rule == rule


def test_every_rule_is_in_the_table_of_cases() -> None:
    assert {case[0] for case in CASES} == {rule.name for rule in RULES}


def test_the_rules_stand_in_the_order_of_the_page() -> None:
    assert [(rule.name, rule.verdict) for rule in RULES] == [
        ("out-of-scope", Verdict.NOT_APPLICABLE),
        ("nothing-said", Verdict.NO_EVIDENCE),
        ("paper-untested", Verdict.UNTESTED),
        ("thin", Verdict.INSUFFICIENT),
        ("single-voice", Verdict.INSUFFICIENT),
        ("sectors-disagree", Verdict.CONTESTED),
        ("optional-unused", Verdict.NOT_TAKEN_UP),
        ("opposite", Verdict.CONTRARY),
        ("paper-only", Verdict.PAPER_ONLY),
        ("absent", Verdict.NOT_TRANSLATED),
        ("mixed-practice", Verdict.PARTLY_TRANSLATED),
        ("self-report", Verdict.UNTESTED),
        ("done", Verdict.TRANSLATED),
    ]
    assert all(rule.when.endswith(".") for rule in RULES)


def test_the_trace_is_tried_up_to_the_rule_that_fires() -> None:
    tried = find("vcs absent", "council absent", "council document").tried
    assert [(t.rule, t.fired, t.why) for t in tried] == [
        ("out-of-scope", False, "it applies"),
        ("nothing-said", False, "3 admissible statements"),
        ("paper-untested", False, "2 statements speak of practice"),
        ("thin", False, "2 statements speak of practice"),
        ("single-voice", False, "2 voices"),
        ("sectors-disagree", False, "no sector says yes where another says no in the same tier"),
        ("optional-unused", False, "every sector denies; the modality is should"),
        ("opposite", False, "no statement says that the opposite is done"),
        ("paper-only", True, "a paper or a claim says yes"),
        ("absent", False, "not tried"),
        ("mixed-practice", False, "not tried"),
        ("self-report", False, "not tried"),
        ("done", False, "not tried"),
    ]


@pytest.mark.parametrize(
    ("rule", "said", "asked", "note"),
    [
        ("nothing-said", (), {}, "no admissible statement"),
        ("nothing-said", ("vcs",), {}, "1 admissible statement"),
        ("paper-untested", ("vcs hearsay",), {}, "no paper or claim says yes"),
        ("paper-untested", ("vcs claim",), {}, "a paper or a claim says yes"),
        ("paper-untested", ("vcs",), {}, "1 statement speaks of practice"),
        ("thin", ("vcs hearsay",), {}, "no statement speaks of practice"),
        ("single-voice", ("vcs",), {}, "1 voice"),
        (
            "single-voice",
            ("vcs survey",),
            {},
            "one voice, but a survey, an evaluation or the record itself",
        ),
        (
            "sectors-disagree",
            ("vcs thematic", "council absent thematic"),
            {},
            "Thematic: yes Voluntary sector; no Council",
        ),
        (
            "optional-unused",
            ("vcs absent", "vcs absent"),
            {"modality": "may"},
            "every sector denies; the modality is may",
        ),
        ("optional-unused", ("vcs", "council"), {}, "not every sector denies"),
        (
            "opposite",
            ("vcs opposite", "vcs absent"),
            {},
            "a statement says that the opposite is done",
        ),
        ("paper-only", ("vcs absent", "vcs absent"), {}, "no paper or claim says yes"),
        ("paper-only", ("vcs", "council"), {}, "not every sector denies"),
        ("absent", ("vcs absent", "vcs absent"), {}, "every sector denies"),
        ("mixed-practice", ("vcs", "council partly"), {}, "Yes: Voluntary sector. Mixed: Council."),
        ("self-report", ("council", "council"), {}, "only obliged sectors speak"),
        ("self-report", ("council", "vcs"), {}, "a sector not obliged speaks"),
        ("self-report", ("council record", "vcs"), {}, "a record speaks of practice"),
        ("done", ("council", "vcs"), {}, "Yes: Voluntary sector, Council."),
    ],
)
def test_the_notes_of_the_trace(
    rule: str, said: tuple[str, ...], asked: dict[str, Any], note: str
) -> None:
    tried = {t.rule: t.why for t in find(*said, **asked).tried}
    assert tried[rule] == note


@pytest.mark.parametrize(
    ("said", "asked", "why"),
    [
        ((), {}, "Nothing that may be used bears on it."),
        (
            ("council document",),
            {},
            "A paper or a claim says yes, and nothing that was said tests it.",
        ),
        (
            ("vcs hearsay",),
            {},
            "All that was heard is second-hand: nobody spoke of what they did or saw.",
        ),
        (("vcs claim absent",), {}, "Nothing that was said shows whether it is done."),
        (
            ("vcs claim absent",),
            {"demands": "adopted"},
            "Nothing that was said shows whether it stands on paper.",
        ),
        (
            ("vcs claim absent",),
            {"demands": "effective"},
            "Nothing that was said shows whether it makes a difference.",
        ),
        (("vcs absent",), {}, "Only one voice speaks of practice: Voluntary sector."),
        (
            ("council", "residents absent"),
            {},
            "Yes: Council. No: Residents. Numbers do not settle it; both sides are shown.",
        ),
        (
            ("vcs absent", "vcs absent"),
            {"modality": "may"},
            "It may be done but need not be; every sector heard says it was not.",
        ),
        (
            ("vcs opposite", "council absent"),
            {},
            "Every sector heard says no, and what is done is the reverse.",
        ),
        (
            ("vcs absent", "vcs absent", "council document"),
            {},
            "Every sector heard on practice says no; a paper or a claim says yes.",
        ),
        (
            ("vcs absent", "council absent"),
            {},
            "Every sector heard says no, and no paper claims it.",
        ),
        (
            ("vcs", "council partly"),
            {},
            "No sector denies it outright; at least one gives a mixed account.",
        ),
        (
            ("council strategic", "residents absent delivery", "vcs partly"),
            {},
            "Yes: Council. Mixed: Voluntary sector. No: Residents. It is done in part.",
        ),
        (
            ("council", "council"),
            {},
            "Only those who are obliged say yes, and no record tests it.",
        ),
        (("vcs", "council"), {}, "Every sector heard says yes."),
    ],
)
def test_why(said: tuple[str, ...], asked: dict[str, Any], why: str) -> None:
    assert find(*said, **asked).why == why


def test_one_person_in_two_interviews_is_one_voice() -> None:
    twice = (says("s1", "vcs absent", who="P1"), says("s2", "vcs absent", who="P1"))
    assert find(*twice).rule == "single-voice"
    assert find(twice[0], says("s2", "vcs absent", who="P2")).rule == "absent"


def group(*said: tuple[str, str], **changes: Any) -> Any:
    """A focus group in which each (sector, stance) is said by a speaker of their own."""
    people = tuple(speaker(f"P{n}", sector) for n, (sector, _) in enumerate(said))
    words = (excerpt(f"x{n}", code(stance), speaker=f"P{n}") for n, (_, stance) in enumerate(said))
    return source("fg", "focus-group", *words, speakers=people, **changes)


def test_a_focus_group_is_a_voice_for_each_sector_in_it() -> None:
    assert find(group(("vcs", "absent"), ("vcs", "absent"))).rule == "single-voice"
    assert find(group(("vcs", "absent"), ("council", "absent"))).rule == "absent"
    assert find(group(("vcs", "happens"), ("council", "absent"))).rule == "sectors-disagree"


def test_a_group_stands_for_itself_where_one_of_it_speaks_elsewhere_too() -> None:
    alone = says("s1", "vcs absent", who="P0")
    assert find(group(("vcs", "absent"), ("vcs", "absent")), alone).rule == "absent"
    assert find(group(("vcs", "absent"), ("vcs", "absent")), alone).sectors[0].absent == 2
