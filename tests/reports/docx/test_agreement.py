"""Every verdict and every count, read back out of the document, is the one in the JSON."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from gapcheck.model.choices import AcrossPattern, Group, Position, Verdict
from gapcheck.model.report import Report
from gapcheck.model.study import Imperative
from gapcheck.reports.json_report import as_json
from gapcheck.reports.phrases import long_date
from gapcheck.reports.words import ACROSS, CONFIDENCES, GROUPS, POSITIONS, VERDICTS

from ..html.reports import REPORTS
from ..html.test_agreement import confidence, fragile, sectors, tiers, voices
from .reading import Line, Read, kept, read

PAPERS = ("northtown", "shipped-northtown")
STUDIES = ("study", "shipped")


def judged(name: str) -> list[tuple[Any, Any]]:
    """The findings that apply in the order of reading, each beside what the JSON says of it."""
    report = REPORTS[name]()
    order = list(VERDICTS)
    told: Any = as_json(report)["findings"]
    pairs = [
        (finding, known)
        for finding, known in zip(report.findings, told, strict=True)
        if known["verdict"] != "not_applicable"
    ]
    return sorted(pairs, key=lambda pair: order.index(pair[0].verdict))


def row_after(lines: list[Line], label: str) -> str:
    texts = [each.text for each in lines]
    return texts[texts.index(label) + 1] if label in texts else ""


def sheets(own: Read) -> list[list[Line]]:
    """The part of annex A on each finding."""
    lines = own.section("Annex A: all statements")
    starts = [at for at, each in enumerate(lines) if each.style == "heading 3"]
    return [lines[a:b] for a, b in zip(starts, [*starts[1:], len(lines)], strict=True)]


@pytest.mark.parametrize("name", PAPERS)
def test_annex_a_says_of_every_finding_what_the_json_says(name: str) -> None:
    own, pairs = read(kept(name)), judged(name)
    for sheet, (finding, known) in zip(sheets(own), pairs, strict=True):
        verdict = VERDICTS[Verdict(known["verdict"])].screen
        assert sheet[0].text == finding.imperative.text.strip().removesuffix(".")
        assert sheet[1].text.endswith(f" {known['imperative']}")
        assert re.match(rf"\S {re.escape(verdict)}(\.|; signed off as )", sheet[2].text)
        assert row_after(sheet, "Why").endswith(f"Rule: {known['rule']}.")
        assert confidence(row_after(sheet, "Confidence")) == known["confidence"]
        assert sectors(row_after(sheet, "Sectors")) == voices(known)
        assert tiers(row_after(sheet, "Tiers")) == {
            (tier, POSITIONS[Position(told["position"])], told["voices"])
            for tier, told in known["tiers"].items()
            if told["position"] != "unknown"
        }
        assert fragile(row_after(sheet, "Fragile")) == {
            (each["without"], VERDICTS[Verdict(each["verdict"])].screen.lower())
            for each in known["fragile"]
        }


@pytest.mark.parametrize("name", PAPERS)
def test_annex_a_has_every_statement_that_may_be_used_and_annex_b_the_rest(name: str) -> None:
    own, pairs = read(kept(name)), judged(name)
    for sheet, (_, known) in zip(sheets(own), pairs, strict=True):
        shown = " ".join(" ".join(line.text.split()) for line in sheet)
        sources = [each for each in sheet if each.style == "Quote Source"]
        used = [each for each in known["statements"] if each["excluded"] is None]
        national = [each for each in sources if each.text.startswith("National, ")]
        assert len(sources) - len(national) == len(used)
        for each in used:
            assert " ".join((each["quote"] or "").split()) in shown
            assert f"{each['file']}:{each['line']}" in shown
    out = [each for _, known in pairs for each in known["statements"] if each["excluded"]]
    table = next(rows for rows in own.tables() if rows[0] == ["Source", "Statements", "Why"])
    assert sum(int(row[1]) for row in table[1:]) == len(out)
    assert {row[0] for row in table[1:]} >= {each["source"] for each in out}


@pytest.mark.parametrize("name", PAPERS)
def test_the_table_of_verdicts_is_that_of_the_json(name: str) -> None:
    own, pairs = read(kept(name)), judged(name)
    table = next(rows for rows in own.tables() if rows[0][:2] == ["Imperative", "Verdict"])
    for row, (finding, known) in zip(table[1:], pairs, strict=True):
        assert row[0].startswith(finding.imperative.text.strip())
        assert VERDICTS[Verdict(known["verdict"])].screen in row[1]
        level = next(
            (each.value for each, said in CONFIDENCES.items() if row[2].split(",")[0] == said[0]),
            None,
        )
        assert level == known["confidence"]
        assert ("fragile" in row[2]) is bool(known["fragile"] and known["confidence"])
        numbers = [int(each) for each in re.findall(r"\d+", row[3])]
        told = [each["voices"] for each in known["tiers"].values() if each["position"] != "unknown"]
        assert numbers == told


@pytest.mark.parametrize("name", [*PAPERS, "two"])
def test_the_totals_are_those_of_the_json_and_of_the_picture(name: str) -> None:
    own, report = read(kept(name)), REPORTS[name]()
    told: Any = as_json(report)
    captions = [each for each in own.styled("caption") if each.startswith("One square")]
    words = [each.get("descr") for each in own.all("wp:docPr")]
    for part, caption, picture in zip(told["partnerships"], captions, words, strict=True):
        counts = {
            group.value: int(re.search(rf"{marks.label} (\d+)", caption)[1])  # type: ignore[index]
            for group, marks in GROUPS.items()
        }
        assert counts == part["totals"]
        assert picture.startswith(f"{sum(counts.values())} imperative")
        assert [int(each) for each in re.findall(r" (\d+)(?:;|\.)", picture)] == [
            counts[group.value] for group in GROUPS
        ]


@pytest.mark.parametrize("name", PAPERS)
def test_each_gap_and_each_contested_finding_has_its_part_and_its_row_to_fill_in(
    name: str,
) -> None:
    own, pairs = read(kept(name)), judged(name)
    for head, group in (
        ("4 Gaps and their evidence", "gap"),
        ("5 Contested", "contested"),
    ):
        parts = [each.text for each in own.section(head) if each.style == "heading 2"]
        found = [finding for finding, known in pairs if known["group"] == group]
        assert len(parts) == len(found)
        for finding, part in zip(found, parts, strict=True):
            assert part.partition(" ")[2] in (
                finding.imperative.title,
                finding.imperative.text.strip().removesuffix("."),
            )
    rows = next(each for each in own.tables() if each[0][1:] == ["Action", "Lead", "By when"])
    matters = [known for _, known in pairs if known["group"] in ("gap", "contested")]
    assert len(rows) - 1 == len(matters)
    assert {cell for row in rows[1:] for cell in row[1:]} == {""}
    unknown = next(each for each in own.tables() if each[0][2:3] == ["What we have"])
    assert len(unknown) - 1 == sum(known["group"] == "unknown" for _, known in pairs)


def label(report: Report, imperative: Imperative) -> tuple[str, str]:
    """What stands in a study's tables for an imperative: its policy above, then a few words."""
    policy = next(each for each in report.policies if each.id == imperative.policy)
    said = f"{policy.title}, {long_date(policy.published)}"
    return said, imperative.title or imperative.text.strip().removesuffix(".")


def rows_of(table: list[list[str]]) -> Iterator[tuple[tuple[str, str], list[str]]]:
    policy = ""
    for row in table[1:]:
        if len(row) == 1:
            policy = row[0]
        else:
            yield (policy, row[0]), row[1:]


@pytest.mark.parametrize("name", STUDIES)
def test_the_counts_of_a_study_are_those_of_the_json(name: str) -> None:
    own, report = read(kept(name)), REPORTS[name]()
    told: Any = as_json(report)
    counts = next(rows for rows in own.tables() if rows[0][1] == "Gaps, of those judged")
    names = dict(zip((each.imperative for each in report.across), told["across"], strict=True))
    shown = {label(report, each): known for each, known in names.items()}
    for key, row in rows_of(counts):
        known = shown[key]
        pattern = ACROSS[AcrossPattern(known["pattern"])] if known["pattern"] else ""
        assert row == [f"{known['gap']} of {known['judged']}", str(known["unknown"]), pattern]
    surveys = {each.partnership.id for each in report.partnerships if each.partnership.population}
    totals = next(rows for rows in own.tables() if rows[0][0] == "Partnership")
    for row, part in zip(
        totals[1:], (e for e in told["partnerships"] if e["lsp"] not in surveys), strict=True
    ):
        assert row[0] == part["name"]
        assert row[1:] == [str(part["totals"][group.value]) for group in GROUPS]


@pytest.mark.parametrize("name", STUDIES)
def test_every_cell_of_a_study_says_what_the_json_says(name: str) -> None:
    own, report = read(kept(name)), REPORTS[name]()
    told: Any = as_json(report)["findings"]
    cells = {
        (key, place): cell
        for rows in own.tables()
        if rows[0][0] == "Imperative" and rows[0][1] != "Gaps, of those judged"
        for key, row in rows_of(rows)
        for place, cell in zip(rows[0][1:], row, strict=True)
    }
    places = {
        each.partnership.id: each.partnership.name
        + (f" (a survey, {each.partnership.population} places)" * bool(each.partnership.population))
        for each in report.partnerships
    }
    seen = 0
    for finding, known in zip(report.findings, told, strict=True):
        key = (label(report, finding.imperative), places[known["lsp"]])
        verdict = VERDICTS[Verdict(known["verdict"])]
        if key not in cells:
            survey = finding.partnership.population is not None
            assert known["verdict"] == "not_applicable" or survey
            continue
        seen += 1
        if known["verdict"] == "not_applicable":
            assert cells[key] == "–"
        else:
            assert cells[key].removesuffix(" †").endswith(verdict.narrow)
        signed = known["signoff"] and known["signoff"]["verdict"]
        assert cells[key].endswith("†") is bool(signed)
    assert seen > 20


def test_of_very_many_partnerships_the_counts_stand_alone() -> None:
    own = read(kept("many"))
    heads = [rows[0] for rows in own.tables()]
    assert ["Imperative", "Gaps, of those judged", "Not known", "Pattern"] in heads
    assert not [head for head in heads if head[0] == "Imperative" and len(head) > 5]
    assert len(next(rows for rows in own.tables() if rows[0][0] == "Partnership")) > 15


def test_every_group_has_a_style_and_a_word() -> None:
    assert set(GROUPS) == set(Group)
