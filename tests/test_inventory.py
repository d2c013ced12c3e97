"""What a study holds, counted; nothing that consent shuts out is in a count of its words."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from cli.studies import COMPACT, interview, study

from gapcheck.analysis import examine
from gapcheck.inventory import INVENTORIES, Totals, totals
from gapcheck.model.corpus import Corpus

TODAY = date(2026, 1, 1)
THEME = "    themes: [held]\n"
HELD = "evidence/northtown/int-vcs-01.yaml"


def corpus(root: Path, *changes: dict[str, str | bytes | None]) -> Corpus:
    return examine(study(root, *changes))[0]


def with_consent(root: Path, consent: str) -> Corpus:
    return corpus(root, {HELD: interview("int-vcs-01", consent=consent, more=THEME)})


def themes(held: Corpus, today: date = TODAY) -> list[object]:
    return [row[0] for row in INVENTORIES["themes"](held, today).rows]


def test_totals(tmp_path: Path) -> None:
    assert totals(corpus(tmp_path)) == Totals(1, 3, 2, 3, 3, 0)


def test_what_nobody_reviewed_is_counted_apart(tmp_path: Path) -> None:
    unread = interview("int-vcs-01").replace("    codes:", "    # codes:")
    held = corpus(tmp_path, {HELD: unread})
    assert (totals(held).coded, totals(held).unreviewed) == (2, 1)
    rows = {row[0]: row[-1] for row in INVENTORIES["sources"](held, TODAY).rows}
    assert rows["northtown/int-vcs-01"] == 1


@pytest.mark.parametrize("consent", ["{withdrawn: true}", "{analysis: false}"])
def test_what_consent_shuts_out_is_in_no_count(tmp_path: Path, consent: str) -> None:
    held = with_consent(tmp_path, consent)
    assert totals(held).coded == 2
    assert themes(held) == []
    codes = {row[0]: row[2] for row in INVENTORIES["imperatives"](held, TODAY).rows}
    assert codes["guidance-2001/pay-in-advance"] == 1


@pytest.mark.parametrize("consent", ["{withdrawn: true}", "{analysis: false}"])
def test_nor_is_what_one_speaker_of_several_took_back(tmp_path: Path, consent: str) -> None:
    group = f"""\
source: fg-01
kind: focus-group
date: 2004
speakers:
  - {{id: A, sector: vcs, role: one, consent: {consent}}}
  - {{id: B, sector: vcs, role: two}}
consent: {{analysis: true}}
excerpts:
  - {{id: x1, speaker: A, text: a, themes: [held], codes: []}}
  - {{id: x2, speaker: B, text: b, themes: [open], codes: []}}
"""
    held = corpus(tmp_path, {"evidence/northtown/fg-01.yaml": group, HELD: None})
    assert themes(held) == ["open"]
    assert totals(held).coded == 3


@pytest.mark.parametrize(
    ("until", "free"),
    [
        ("2030-05-02", date(2030, 5, 2)),
        ("2030-05", date(2030, 6, 1)),
        ("2030", date(2031, 1, 1)),
    ],
)
def test_themes_are_under_embargo_too(tmp_path: Path, until: str, free: date) -> None:
    held = with_consent(tmp_path, f"{{embargo_until: {until}}}")
    assert themes(held, date.fromordinal(free.toordinal() - 1)) == []
    assert themes(held, free) == ["held"]
    assert totals(held).coded == 3


def test_a_partnership_is_invented_or_a_place_or_stands_for_several(tmp_path: Path) -> None:
    place = "lsp: eastby\nname: Eastby\nkind: lsp\nnation: england\n"
    held = corpus(
        tmp_path,
        {
            "evidence/eastby/lsp.yaml": place,
            "evidence/many/lsp.yaml": place.replace("eastby", "many") + "of: 88\n",
        },
    )
    rows = INVENTORIES["partnerships"](held, TODAY).rows
    assert [(row[0], row[3]) for row in rows] == [
        ("eastby", "a place"),
        ("many", "stands for 88"),
        ("northtown", "invented"),
        ("southby", "invented"),
    ]


def test_background_is_listed_as_a_source(tmp_path: Path) -> None:
    paper = "source: nat-1\nkind: document\ndate: 2004\nauthor: audit\nexcerpts: []\n"
    held = corpus(tmp_path, {"evidence/national/nat-1.yaml": paper})
    assert INVENTORIES["sources"](held, TODAY).rows[-1][:2] == ("national/nat-1", "document")


@pytest.mark.parametrize("what", INVENTORIES)
def test_every_row_fits_its_headings(tmp_path: Path, what: str) -> None:
    table = INVENTORIES[what](corpus(tmp_path, {"policies/compact-1998.yaml": COMPACT}), TODAY)
    assert table.rows
    assert all(len(row) == len(table.headings) for row in table.rows)
