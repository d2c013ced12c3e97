"""The columns are a contract: what a table has is kept here, and told in the pages."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq
import pytest

from gapcheck.exporters.parquet.columns import Column, choice, table
from gapcheck.model.choices import Stance, Verdict

from .sets import ROOT, SETS

KEPT = Path(__file__).parent / "golden" / "schemas.txt"
TABLES = (*SETS, "imperatives", "partnerships")


def schema(folder: Path, name: str) -> pa.Schema:
    path = folder / f"{name}.parquet"
    return pq.read_schema(path if path.exists() else next((folder / name).rglob("*.parquet")))


def told(folder: Path) -> str:
    """Every table with its columns, a line each."""
    lines = []
    for name in TABLES:
        lines.append(f"{name}:")
        for field in schema(folder, name):
            missing = "" if field.nullable else ", never missing"
            lines.append(f"  {field.name}: {field.type}{missing}")
    return "\n".join([*lines, ""])


def test_the_columns_are_those_that_are_kept(shipped: Path) -> None:
    text = told(shipped)
    if os.environ.get("GAPCHECK_ACCEPT"):
        KEPT.write_text(text, encoding="utf-8")
    assert text == KEPT.read_text(encoding="utf-8")


def test_the_page_names_every_column_in_its_order(shipped: Path) -> None:
    page = (ROOT / "docs/import.md").read_text(encoding="utf-8")
    for name in TABLES:
        (line,) = re.findall(rf"^\| `{name}` \| lsp, (.*) \|$", page, re.MULTILINE) or re.findall(
            rf"^\| `{name}` \| (.*) \|$", page, re.MULTILINE
        )
        own = [each for each in schema(shipped, name).names if each != "lsp"]
        assert line.split(", ") == own


@pytest.mark.parametrize("name", SETS)
def test_all_files_of_a_table_have_one_schema(shipped: Path, public: Path, name: str) -> None:
    found = [
        pq.read_schema(path).remove_metadata()
        for folder in (shipped, public)
        for path in (folder / name).rglob("*.parquet")
    ]
    assert len(found) > 12
    assert all(each.equals(found[0]) for each in found)


@pytest.mark.parametrize("name", SETS)
def test_a_table_is_read_as_one_with_its_partnerships(shipped: Path, name: str) -> None:
    whole = ds.dataset(shipped / name, partitioning="hive")
    assert whole.schema.field("lsp").type == pa.string()
    held = whole.to_table()
    assert "northtown" in held["lsp"].to_pylist()
    assert held["illustrative"].type == pa.bool_()
    for day in [each for each in held.schema if each.name in ("as_at", "date", "about")]:
        assert day.type == pa.date32()
        assert held.schema.field(f"{day.name}_typed").type == pa.string()
    counted = held.group_by("illustrative").aggregate([([], "count_all")])
    assert sum(counted["count_all"].to_pylist()) == held.num_rows


def test_a_closed_choice_has_all_its_words_in_every_file(shipped: Path) -> None:
    for path in (shipped / "findings").rglob("*.parquet"):
        column = pq.read_table(path, partitioning=None)["verdict"]
        assert column.type == pa.dictionary(pa.int8(), pa.string())
        for chunk in column.chunks:
            assert chunk.dictionary.to_pylist() == [str(each) for each in Verdict]


def test_what_is_never_missing_cannot_be_written_as_missing(tmp_path: Path) -> None:
    columns: tuple[Column[dict[str, str]], ...] = (
        Column("why", pa.string(), lambda one: one.get("why")),
    )
    with pytest.raises(pa.ArrowInvalid, match="non-nullable"):
        pq.write_table(table(columns, [{}], {}), tmp_path / "x.parquet")


def test_a_word_that_is_no_choice_is_a_fault() -> None:
    column: Column[Any] = choice("stance", Stance, lambda one: one)
    with pytest.raises(KeyError):
        table((column,), ["sometimes"], {})
