"""The queries of the page, run as they stand there, and their answers worked out from the JSON."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import duckdb
import pytest

from gapcheck.analysis import analyse
from gapcheck.reports.json_report import as_json

from .sets import ROOT, TODAY


def queries() -> list[str]:
    """The three of the page, in its order."""
    page = (ROOT / "docs/import.md").read_text(encoding="utf-8")
    section = page.partition("\n## A data set\n")[2].partition("\n## ")[0]
    blocks = [each.partition("\n```")[0] for each in section.split("```sql\n")[1:]]
    assert len(blocks) == 3
    return blocks


@pytest.fixture(scope="module")
def told() -> Any:
    return json.loads(json.dumps(as_json(analyse(ROOT, today=TODAY))))


def answer(number: int, shipped: Path, monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, ...]]:
    # The page calls the folder `data`, as seen from where it lies.
    assert shipped.name == "data"
    monkeypatch.chdir(shipped.parent)
    with duckdb.connect() as connection:
        return connection.execute(queries()[number]).fetchall()


def test_where_between_the_board_and_the_street_it_is_not_done(
    shipped: Path, told: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    invented = {each["lsp"]: each["illustrative"] for each in told["partnerships"]}
    heard: Counter[tuple[bool, str]] = Counter()
    absent: Counter[tuple[bool, str]] = Counter()
    for one in told["findings"]:
        for tier, view in one["tiers"].items():
            key = (invented[one["lsp"]], tier)
            heard[key] += view["position"] != "unknown"
            absent[key] += view["position"] == "absent"
    wanted = [(*key, absent[key], heard[key]) for key in sorted(heard) if heard[key]]
    found = answer(0, shipped, monkeypatch)
    assert found == wanted
    assert any(row[2] for row in found)


def test_which_verdicts_rest_on_one_sector(
    shipped: Path, told: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = []
    for one in told["findings"]:
        deciding = [each["sector"] for each in one["statements"] if each["deciding"]]
        if len(set(deciding)) == 1:
            wanted.append(
                (one["lsp"], one["imperative"], one["verdict"], deciding[0], len(deciding))
            )
    found = answer(1, shipped, monkeypatch)
    assert len(found) > 5
    assert found == sorted(wanted)


def test_which_barriers_go_with_gaps(
    shipped: Path, told: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    gaps: Counter[str] = Counter()
    findings: Counter[str] = Counter()
    places: defaultdict[str, set[str]] = defaultdict(set)
    for one in told["findings"]:
        for name in one["barriers"]:
            findings[name] += 1
            if one["group"] == "gap":
                gaps[name] += 1
                places[name].add(one["lsp"])
    wanted = [(name, count, findings[name], len(places[name])) for name, count in gaps.items()]
    found = answer(2, shipped, monkeypatch)
    assert len(found) > 5
    assert found == sorted(wanted, key=lambda row: (-row[1], row[0]))
