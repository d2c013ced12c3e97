"""Every verdict and every count, read back out of the page, is the one in the JSON."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from gapcheck.model.choices import AcrossPattern, Confidence, Group, Position, Verdict
from gapcheck.model.report import Report
from gapcheck.reports.html.anchors import Anchors
from gapcheck.reports.html.marks import GROUP_MARKS, mark
from gapcheck.reports.json_report import as_json
from gapcheck.reports.words import ACROSS, CONFIDENCES, GROUPS, POSITIONS, VERDICTS

from .reading import Element, page
from .reports import REPORTS

PARTNERSHIPS = ("northtown", "two", "shipped-northtown", "silent")
STUDIES = ("study", "many", "shipped")


def judged(report: Report) -> Iterator[tuple[str, Any]]:
    """The findings of the JSON that apply, each with the id of its place in the page."""
    anchors = Anchors.of(report)
    told: Any = as_json(report)["findings"]
    for finding, known in zip(report.findings, told, strict=True):
        if known["verdict"] != "not_applicable":
            yield anchors.finding(finding), known


def row(place: Element, label: str) -> str:
    """What stands in a finding's row; nothing where there is none."""
    terms = [each for each in place if each.name in ("dt", "dd")]
    texts = [each.text for each in terms]
    return texts[texts.index(label) + 1] if label in texts else ""


@pytest.mark.parametrize("name", PARTNERSHIPS)
def test_every_finding_of_a_partnership_says_what_the_json_says(name: str) -> None:
    report, root = REPORTS[name](), page(REPORTS[name])
    known = dict(judged(report))
    places = {each.attributes["id"]: each for each in root.all("details", kind="f")}
    assert places.keys() == known.keys()
    for anchor, finding in known.items():
        place = places[anchor]
        verdict = Verdict(finding["verdict"])
        assert place.all("span", kind="chip")[0].text == VERDICTS[verdict].screen
        assert mark(verdict) in place.attributes["class"].split()
        assert place.one("p", kind="id").all("code")[0].text == finding["imperative"]
        assert row(place, "Why").endswith(f"Rule: {finding['rule']}.")
        assert confidence(row(place, "Confidence")) == finding["confidence"]
        assert sectors(row(place, "Sectors")) == voices(finding)
        assert tiers(row(place, "Tiers")) == {
            (tier, POSITIONS[Position(told["position"])], told["voices"])
            for tier, told in finding["tiers"].items()
            if told["position"] != "unknown"
        }
        assert fragile(row(place, "Fragile")) == {
            (each["without"], VERDICTS[Verdict(each["verdict"])].screen.lower())
            for each in finding["fragile"]
        }


def confidence(said: str) -> str | None:
    levels = {told[0]: level.value for level, told in CONFIDENCES.items()}
    return levels.get(said.partition(".")[0].lower())


def sectors(said: str) -> dict[str, tuple[int, ...]]:
    """How many voices of a sector say yes, mixed, no, and that they know of nothing."""
    found = {}
    for each in filter(None, said.split(" · ")):
        label, _, stands = each.partition(": ")
        position, _, counts = stands.partition(" (")
        numbers = dict.fromkeys(("yes", "mixed", "no"), 0)
        for number, word in re.findall(r"(\d+) (yes|mixed|no)\b", counts):
            numbers[word] = int(number)
        alone = re.match(r"(\d+) voices?\)", counts)
        if alone:
            numbers[position] = int(alone[1])
        unaware = re.search(r"(\d+) voices? w\w+ asked", stands)
        total = (*numbers.values(), int(unaware[1]) if unaware else 0)
        if any(total):
            found[label.lower()] = total
    return found


def voices(finding: Any) -> dict[str, tuple[int, ...]]:
    counted = {
        sector: tuple(told[each] for each in ("happens", "partly", "absent", "unaware"))
        for sector, told in finding["sectors"].items()
    }
    labels = REPORTS["shipped"]().settings.vocabulary.sectors
    return {labels[each].lower(): numbers for each, numbers in counted.items() if any(numbers)}


def tiers(said: str) -> set[tuple[str, str, int]]:
    return {
        (tier, position, int(number))
        for tier, position, number in re.findall(r"(\w+) (\w+) \((\d+) voices?\)", said)
    }


def fragile(said: str) -> set[tuple[str, str]]:
    return set(re.findall(r"[Ww]ithout ([\w-]+): ([^;.]+)", said))


@pytest.mark.parametrize("name", PARTNERSHIPS)
def test_every_statement_that_may_be_used_is_there_with_its_words_and_its_place(name: str) -> None:
    report, root = REPORTS[name](), page(REPORTS[name])
    for anchor, finding in judged(report):
        figures = [
            each
            for each in root.at(anchor).all("figure")
            if not each.text.startswith("National, counts for nothing here")
        ]
        used = [each for each in finding["statements"] if each["excluded"] is None]
        assert len(figures) == len(used)
        shown = " ".join(each.text for each in figures)
        for each in used:
            assert " ".join((each["quote"] or "").split()) in shown
            assert f"{each['file']}:{each['line']}" in shown


@pytest.mark.parametrize("name", PARTNERSHIPS)
def test_the_totals_of_a_partnership_stand_beside_its_bar(name: str) -> None:
    report, root = REPORTS[name](), page(REPORTS[name])
    told: Any = as_json(report)["partnerships"]
    for part, legend in zip(told, root.all("ul", kind="legend"), strict=True):
        counts = {each.attributes["class"]: int(each.one("b").text) for each in legend.all("li")}
        assert {group.value: counts[GROUP_MARKS[group]] for group in Group} == part["totals"]
    drawn = [sum(each.name == "rect" for each in bar) for bar in root.all("svg", kind="bar")]
    assert drawn == [
        sum(map(bool, part["totals"].values())) for part in told if any(part["totals"].values())
    ]


@pytest.mark.parametrize("name", [*STUDIES, "two"])
def test_every_cell_of_the_table_says_what_the_json_says(name: str) -> None:
    report, root = REPORTS[name](), page(REPORTS[name])
    cells = {
        link.attributes["href"][1:]: (cell, link.text)
        for cell in root.all("td")
        for link in cell.all("a")
        if "data-f" in cell.attributes
    }
    known = dict(judged(report))
    surveys = {each.partnership.id for each in report.partnerships if each.partnership.population}
    places = {anchor for anchor, finding in known.items() if finding["lsp"] not in surveys}
    assert places <= cells.keys() <= known.keys()
    for anchor, (cell, word) in cells.items():
        verdict = Verdict(known[anchor]["verdict"])
        assert word in (VERDICTS[verdict].screen, VERDICTS[verdict].narrow)
        assert cell.attributes["class"] == mark(verdict)
        signed = known[anchor]["signoff"] and known[anchor]["signoff"]["verdict"]
        assert cell.text.endswith("†") is bool(signed)


@pytest.mark.parametrize("name", STUDIES)
def test_gaps_of_those_judged_and_totals_are_those_of_the_json(name: str) -> None:
    report, root = REPORTS[name](), page(REPORTS[name])
    told: Any = as_json(report)
    across = {each["imperative"]: each for each in told["across"]}
    first = root.all("div", kind="matrix")[0]
    lines = [line for body in first.all("tbody") for line in body.all("tr")]
    for line in lines:
        name_of = line.all("a")[0].attributes["href"].removeprefix("#:imperative:")
        row_of = next(each for key, each in across.items() if key.replace("/", "-") == name_of)
        unknown = f"{row_of['unknown']} not known" if row_of["unknown"] else ""
        pattern = ACROSS[AcrossPattern(row_of["pattern"])].capitalize() if row_of["pattern"] else ""
        said = f"{row_of['gap']} of {row_of['judged']} judged {unknown} {pattern}"
        assert line.one("td", kind="sum").text.split() == said.split()
    surveys = {each.partnership.id for each in report.partnerships if each.partnership.population}
    counted = [each["totals"] for each in told["partnerships"] if each["lsp"] not in surveys]
    for (group, shown), line in zip(GROUPS.items(), first.one("tfoot").all("tr"), strict=True):
        assert line.all("th")[0].text == shown.label
        numbers = [int(each.text) for each in line.all("td") if each.text]
        assert numbers == [totals[group.value] for totals in counted]


@pytest.mark.parametrize("name", STUDIES)
def test_every_finding_of_a_study_is_told_under_its_imperative_verdict_and_rule(name: str) -> None:
    report, root = REPORTS[name](), page(REPORTS[name])
    known, found = dict(judged(report)), set()
    for part in root.all("details", kind="i"):
        imperative = part.one("p", kind="id").all("code")[0].text
        for alike in part.all("div", kind="r"):
            verdict, rule = alike.all("span", kind="chip")[0].text, alike.all("code")[0].text
            for place in alike.all("div", kind="b"):
                ids = [each.attributes["id"] for each in place if "id" in each.attributes]
                for anchor in ids:
                    finding = known[anchor]
                    found.add(anchor)
                    assert imperative == finding["imperative"]
                    assert verdict == VERDICTS[Verdict(finding["verdict"])].screen
                    assert rule == finding["rule"]
                    given = confidence(row(place, "Confidence"))
                    assert given == finding["confidence"]
                    assert tiers(row(place, "Tiers").replace(")", " voices)")) == {
                        (tier, POSITIONS[Position(told["position"])], told["voices"])
                        for tier, told in finding["tiers"].items()
                        if told["position"] != "unknown"
                    }
                    for each in finding["fragile"]:
                        assert each["without"] in row(place, "Fragile")
    assert found == known.keys()


def test_every_level_of_confidence_is_read_back() -> None:
    for level in Confidence:
        assert confidence(f"{CONFIDENCES[level][0].capitalize()}. Because.") == level
    assert confidence("Not known: no confidence given.") is None
