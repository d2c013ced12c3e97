"""How much of what people said fits on the page of a study, and what is said where not all does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gapcheck.model.choices import Group, Stance, Verdict, Words
from gapcheck.model.finding import Finding, Fragility
from gapcheck.reports.choosing import applying
from gapcheck.reports.html import brief
from gapcheck.reports.html import room as module
from gapcheck.reports.html.quotations import quotation, shortened
from gapcheck.reports.html.room import ALL, NONE, STEPS, Room, deciding, measured

from ..sample import BOTTOM, INCLUDE, SETTINGS, TOGETHER, northtown, statement, study
from .reading import page, read, written

FINDINGS = northtown().findings


def of(imperative: object) -> Finding:
    return next(each for each in FINDINGS if each.imperative is imperative)


def long(report_findings: tuple[Finding, ...], letters: int) -> list[Finding]:
    """The findings with words of so many letters."""
    return [
        replace(
            finding,
            statements=tuple(
                replace(each, quote="word " * (letters // 5)) for each in finding.statements
            ),
        )
        for finding in report_findings
    ]


def test_an_ordinary_study_shows_all_words() -> None:
    assert Room.of(study().findings) == Room(ALL, ALL)
    assert Room(ALL, ALL).said == ""


@pytest.mark.parametrize("letters", [100, 1_000, 20_000])
def test_the_most_is_shown_that_there_is_room_for(
    letters: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    findings = long(study(4).findings, letters)
    sizes = [Room(*step).size(measured(applying(findings))) for step in STEPS]
    assert sizes == sorted(sizes, reverse=True)
    fixed = 100_000 + 4_500 * 25 + 95 * len(findings)
    for step, size in zip(STEPS, sizes, strict=True):
        monkeypatch.setattr(module, "BYTES", fixed + size)
        chosen = Room.of(findings)
        assert chosen.size(measured(applying(findings))) == size
        assert chosen.disputed >= step[0]
    monkeypatch.setattr(module, "BYTES", 0)
    assert Room.of(findings) == Room(*STEPS[-1])


@pytest.mark.parametrize(
    ("room", "said"),
    [
        (Room(400, 400), "words are cut after 400 letters and marked […]."),
        (
            Room(400, 70),
            "words are cut after 400 letters and marked […], and after 70 where a finding is no "
            "gap and not contested.",
        ),
        (
            Room(130, NONE),
            "words are cut after 130 letters and marked […], and only gaps and contested findings "
            "have any here.",
        ),
    ],
)
def test_what_is_cut_is_said(room: Room, said: str) -> None:
    assert room.said == f"So that this page stays small enough to open, {said}"


def test_a_page_without_room_keeps_the_words_of_gaps_and_of_both_sides(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "BYTES", 0)
    report = study()
    root = read(written(report))
    assert "only gaps and contested findings have any here" in root.text
    for group in root.all("div", kind="r"):
        disputed = {"gap", "con"} & set(
            group.all("span", kind="chip")[0].attributes["class"].split()
        )
        assert not group.all("q") or disputed
    assert all(len(each.text) <= 70 + len(" […]“”") for each in root.all("q"))
    assert any(each.text.endswith("[…]”") for each in root.all("q"))


def test_each_side_has_its_first_words_and_those_with_words_come_first() -> None:
    contested = deciding(of(INCLUDE))
    assert [each.source for each in contested] == [
        "int-council-01",
        "fg-residents-01",
        "int-vcs-01",
    ]
    mixed = deciding(of(TOGETHER))
    assert [each.source for each in mixed] == ["int-council-01", "int-vcs-01"]
    paper = deciding(of(BOTTOM))
    assert [each.source for each in paper] == ["doc-strategy-2004", "fg-residents-01"]


def test_where_nothing_decides_what_may_be_used_is_shown() -> None:
    thin = next(each for each in FINDINGS if each.verdict is Verdict.INSUFFICIENT)
    assert [each.source for each in deciding(thin)] == ["int-health-01"]
    silent = next(each for each in FINDINGS if each.verdict is Verdict.NO_EVIDENCE)
    assert deciding(silent) == []
    assert silent.group is Group.UNKNOWN


@pytest.mark.parametrize(
    ("text", "most", "shown"),
    [
        ("one two three", 13, "one two three"),
        ("one two three", 12, "one two […]"),
        ("one two, three", 8, "one two […]"),
        ("one two three", 7, "one two […]"),
        ("onetwothree", 5, "onetw […]"),
        ("  one two  ", 7, "  one two  "),
        (None, 5, None),
    ],
)
def test_words_are_cut_where_a_word_ends(text: str | None, most: int, shown: str | None) -> None:
    assert shortened(text, most) == shown


def test_a_cut_quotation_stays_one_and_notes_stay_notes() -> None:
    said = statement("int-vcs-01", 22, Stance.ABSENT, "We sit on the board. Nothing comes of it.")
    assert quotation(said, SETTINGS, most=21).words == "“We sit on the board. […]”"
    notes = quotation(replace(said, words=Words.NOTES), SETTINGS, most=21)
    assert notes.words == "Notes: We sit on the board. […]"
    assert not notes.spoken


def test_places_in_a_partnership_s_folder_are_named_in_short() -> None:
    said = statement("int-vcs-01", 22, Stance.ABSENT, "No.")
    assert quotation(said, SETTINGS).place == "evidence/northtown/int-vcs-01.yaml:22"
    assert quotation(said, SETTINGS, inside="evidence/northtown/").place == "int-vcs-01:22"
    assert quotation(said, SETTINGS, inside="evidence/south/").place.startswith("evidence/north")
    untold = replace(said, location=None)
    assert quotation(untold, SETTINGS).place == ""


def test_those_of_whom_the_same_is_said_stand_together() -> None:
    root = page(lambda: study(2))
    joined = [each for each in root.all("div", kind="b") if "many" in each.attributes["class"]]
    assert joined
    assert all(len(each.all("span")) > 1 for each in joined)
    assert not [each for each in joined if each.all("q")]


def test_the_working_is_told_in_few_words() -> None:
    told = {row.label: row.text for row in brief.rows(of(TOGETHER), SETTINGS)}
    assert told == {
        "Sectors": "Voluntary sector: mixed (1 yes, 1 no) · Council: yes (1) · Health: second-hand "
        "only",
        "Tiers": "strategic no (2) · thematic yes (1) · inverse decay",
        "Confidence": "Moderate. The accounts differ.",
        "Fragile": told["Fragile"],
        "Left out": "1 statement: consent withdrawn.",
        "Ask next": "Business",
    }
    assert told["Fragile"].startswith("without int-vcs-01: in practice")


def test_sources_without_which_the_verdict_would_be_the_same_stand_together() -> None:
    hangs = tuple(Fragility(each, Verdict.UNTESTED) for each in ("a", "b", "c"))
    finding = replace(of(BOTTOM), fragile=(*hangs, Fragility("d", Verdict.CONTESTED)))
    told = {row.label: row.text for row in brief.rows(finding, SETTINGS)}
    assert told["Fragile"] == "without a, b or c: claimed, not tested; without d: contested"
    untold = replace(finding, fragile=(Fragility(None, None),))
    said = {row.label: row.text for row in brief.rows(untold, SETTINGS)}
    assert said["Fragile"] == "without one of its sources: another verdict"
