"""The page on sensitivity: made of what every page is made of, and words beside every drawing."""

from __future__ import annotations

import io
from functools import cache

from gapcheck.analysis import analyse
from gapcheck.reports.html import stability as page
from gapcheck.reports.stability import Stability
from gapcheck.reports.words import VERDICTS

from .reading import Element, read
from .reports import SHIPPED, TODAY
from .test_structure import ATTRIBUTES, KNOWN


@cache
def own() -> Stability:
    return Stability.of(analyse(SHIPPED, today=TODAY, names=["northtown"], with_sensitivity=True))


@cache
def root() -> Element:
    text = io.StringIO()
    page.write(own().report, text)
    return read(text.getvalue())


def test_it_is_made_of_what_every_page_is_made_of() -> None:
    assert {each.name for each in root()} - {"#page"} <= KNOWN
    assert {name for each in root() for name in each.attributes} <= ATTRIBUTES
    targets = {each.attributes["id"] for each in root() if "id" in each.attributes}
    links = {each.attributes["href"] for each in root().all("a")}
    assert {link.removeprefix("#") for link in links} <= targets


def test_every_drawing_says_in_words_what_it_draws() -> None:
    drawn = [each for each in root().all("svg") if each.attributes["class"] == "share"]
    said = [each.attributes["aria-label"] for each in drawn]
    assert len(drawn) == 4 + len(own().tried)
    for each in own().tried:
        assert f"{each.scenario}: {len(each.changes)} of {len(each.reached)}" in " ".join(said)
    for one in drawn:
        filled = [each for each in one.all("rect") if each.attributes["class"] == "changed"]
        assert bool(filled) is not one.attributes["aria-label"].partition(": ")[2].startswith("0 ")


def test_each_changing_finding_has_a_row_with_a_cell_for_each_setting() -> None:
    (table,) = [each for each in root().all("table") if each.attributes["class"] == "settings"]
    head, *rows = table.all("tr")
    assert len(head.all("th")) == 3 + len(own().tried)
    assert len(rows) == len(own().changing)
    for row, line in zip(rows, own().changing, strict=True):
        (name,) = row.all("th")
        assert name.text == line.finding.imperative.name
        _, now, *cells = row.all("td")
        assert now.text == VERDICTS[line.finding.verdict].screen
        for cell, setting in zip(cells, own().tried, strict=True):
            other = line.otherwise.get(setting.key)
            unmoved = "same" if own().reaches(setting, line.finding) else "–"
            assert cell.text == (VERDICTS[other].screen if other else unmoved)
