"""What the tables say of the shipped study is what its report says, value for value."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from gapcheck import __version__
from gapcheck.analysis import analyse
from gapcheck.bringing.outgoing import outgoing
from gapcheck.interchange.ledger import Ledger
from gapcheck.model.choices import Audience
from gapcheck.reports.json_report import as_json

from .sets import ROOT, TODAY, Row, exported, files, rows

SAME = ("lsp", "imperative", "verdict", "group", "rule", "confidence", "concerns", "reason")
ALSO = ("tier_pattern", "fragile", "negative_case", "ask_next", "signoff", "suspect")
SAID = (
    *("source", "excerpt", "stance", "basis", "rung", "tier", "sector", "stale", "deciding"),
    *("quote", "file", "line", "excluded"),
)


@cache
def report(audience: Audience) -> Any:
    return json.loads(json.dumps(as_json(analyse(ROOT, today=TODAY, audience=audience))))


def by(key: str, listed: Iterable[Row]) -> Row:
    return {
        each[key]: {name: each[name] for name in each if name != key} or None for each in listed
    }


def counted(named: Iterable[Row]) -> Row:
    return {each["name"]: each["voices"] for each in named}


def as_told(row: Row) -> Row:
    """A row of findings as the JSON arranges it, but for its statements."""
    return {
        **{key: row[key] for key in (*SAME, *ALSO, "rests_on_suspect")},
        "as_at": row["as_at"].isoformat() if row["as_at"] else None,
        "sectors": by("sector", row["sectors"]),
        "tiers": by("tier", row["tiers"]),
        "rungs": {rung: row[rung] for rung in ("adopted", "enacted", "effective")},
        "voices": {key: row[key] for key in ("heard", "unheard", "flags")},
        **{key: counted(row[key]) for key in ("barriers", "enablers", "tensions")},
    }


def in_order(found: Iterable[Row]) -> list[Row]:
    """Partnership by partnership, each in the report's own order."""
    return sorted(found, key=lambda each: str(each["lsp"]))


@pytest.fixture(params=[Audience.TEAM, Audience.PUBLIC])
def both(request: pytest.FixtureRequest) -> tuple[Path, Any]:
    """A data set, and the report that it has to agree with."""
    audience = request.param
    name = "shipped" if audience is Audience.TEAM else "public"
    return request.getfixturevalue(name), report(audience)


def test_every_finding_is_the_same(both: tuple[Path, Any]) -> None:
    folder, told = both
    wanted = [
        {key: value for key, value in each.items() if key != "statements"}
        for each in in_order(told["findings"])
    ]
    found = in_order(as_told(row) for row in rows(folder, "findings"))
    assert len(found) > 1500
    assert found == wanted


def test_every_statement_is_the_same(both: tuple[Path, Any]) -> None:
    folder, told = both
    wanted = [
        {
            **{key: one[key] for key in ("lsp", "imperative", "verdict", "group")},
            **{key: each[key] for key in SAID},
        }
        for one in in_order(told["findings"])
        for each in one["statements"]
    ]
    keys = wanted[0].keys()
    found = in_order({key: row[key] for key in keys} for row in rows(folder, "statements"))
    assert len(found) > 300
    assert found == wanted


def test_every_partnership_has_its_totals(both: tuple[Path, Any]) -> None:
    folder, told = both
    found = rows(folder, "partnerships")
    assert [
        {
            "lsp": row["lsp"],
            "name": row["partnership"],
            "illustrative": row["illustrative"],
            "as_at": row["as_at"].isoformat() if row["as_at"] else None,
            "totals": {key: row[key] for key in each["totals"]},
        }
        for row, each in zip(found, told["partnerships"], strict=True)
    ] == told["partnerships"]


def test_every_imperative_stands_once_and_can_be_joined(shipped: Path) -> None:
    names = [row["imperative"] for row in rows(shipped, "imperatives")]
    assert len(names) == len(set(names))
    assert {row["imperative"] for row in rows(shipped, "findings")} == set(names)


def test_the_tiers_stand_in_columns_of_their_own_too(shipped: Path) -> None:
    for row in rows(shipped, "findings"):
        for tier in row["tiers"]:
            assert row[tier["tier"]] == tier["position"]


def test_excerpts_are_those_that_the_other_exports_let_out(shipped: Path) -> None:
    study = outgoing(ROOT, (), TODAY, Ledger()).selected
    wanted = {
        (kept.source.lsp, kept.source.id, each.id): each
        for kept in study.sources
        for each in kept.excerpts
    }
    found = {(row["lsp"], row["source"], row["excerpt"]): row for row in rows(shipped, "excerpts")}
    assert found.keys() == wanted.keys()
    for place, each in wanted.items():
        row = found[place]
        assert row["text"] == each.text
        assert row["codes"] == (None if each.codes is None else len(each.codes))
        assert row["reviewed"] is (each.codes is not None)
        for key in ("themes", "barriers", "enablers", "tensions"):
            assert row[key] == list(getattr(each, key))
        assert (row["file"], row["line"]) == (each.location.path, each.location.line)


def test_the_background_belongs_to_no_partnership(shipped: Path) -> None:
    found = [row for row in rows(shipped, "excerpts") if row["lsp"] == "national"]
    assert found
    assert {(row["partnership"], row["illustrative"]) for row in found} == {(None, None)}
    assert not [row for row in rows(shipped, "findings") if row["lsp"] == "national"]


def test_a_day_is_a_date_and_less_than_a_day_is_text(shipped: Path) -> None:
    whole: set[tuple[date | None, str]] = set()
    part: set[tuple[date | None, str]] = set()
    for row in rows(shipped, "statements"):
        for key in ("date", "about"):
            (whole if row[key] else part).add((row[key], row[f"{key}_typed"]))
    assert whole
    assert all(day == date.fromisoformat(typed) for day, typed in whole)
    assert part
    assert all(len(typed) in (4, 7) for _, typed in part)


def test_what_is_invented_says_so_in_every_row_and_file(shipped: Path) -> None:
    real = {each["lsp"]: each["illustrative"] for each in report(Audience.TEAM)["partnerships"]}
    for table in ("findings", "statements"):
        assert all(row["illustrative"] is real[row["lsp"]] for row in rows(shipped, table))
    for lsp, invented in real.items():
        for table in ("findings", "statements", "excerpts"):
            told = metadata(shipped / table / f"lsp={lsp}" / "part-0.parquet")
            assert ("is invented." in told.get("gapcheck.illustrative", "")) is invented
    assert "illustrative" in rows(shipped, "partnerships")[0]


def metadata(path: Path) -> dict[str, str]:
    return {
        key.decode(): value.decode()
        for key, value in pq.read_schema(path).metadata.items()
        if key.startswith(b"gapcheck")
    }


def test_a_file_tells_where_it_comes_from(shipped: Path, public: Path) -> None:
    told = metadata(shipped / "findings/lsp=northtown/part-0.parquet")
    assert told == {
        "gapcheck.format": "gapcheck-parquet/1",
        "gapcheck.table": "findings",
        "gapcheck.lsp": "northtown",
        "gapcheck.version": __version__,
        "gapcheck.study": report(Audience.TEAM)["study"],
        "gapcheck.audience": "team",
        "gapcheck.as_at": "2006-06-30",
        "gapcheck.illustrative": "Northtown Strategic Partnership is invented. "
        "Nobody said the words quoted here.",
    }
    whole = metadata(public / "imperatives.parquet")
    assert whole["gapcheck.audience"] == "public"
    assert whole["gapcheck.edition"].startswith("Edition for the public. Re-identification review:")
    assert whole["gapcheck.as_at"] == "for each partnership the day of its newest source"
    assert whole["gapcheck.illustrative"].startswith("Six of 13 partnerships are invented")
    assert "gapcheck.lsp" not in whole


def test_an_edition_holds_no_excerpts_and_no_seats(public: Path) -> None:
    assert sorted(path.name for path in public.iterdir()) == [
        *("README.md", "findings", "imperatives.parquet", "partnerships.parquet", "statements"),
    ]
    assert "An edition for the public holds no excerpts." in (public / "README.md").read_text()
    for row in rows(public, "partnerships"):
        assert (row["members"], row["attributes"]) == ([], [])


def test_the_page_counts_the_rows(shipped: Path) -> None:
    page = (shipped / "README.md").read_text("utf-8")
    assert page.startswith("> **Illustrative. Six of 13 partnerships are invented")
    for table in ("findings", "statements", "excerpts", "imperatives", "partnerships"):
        assert f"| {table} | {len(rows(shipped, table))} |" in page


def test_the_same_study_gives_the_same_bytes_again(shipped: Path, tmp_path: Path) -> None:
    assert files(exported(ROOT, tmp_path / "again")) == files(shipped)
