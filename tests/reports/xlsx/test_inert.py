"""Text stays text in a workbook, whatever it looks like; the same report gives the same bytes."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from gapcheck.cells import MOST
from gapcheck.reports.inert import visible
from gapcheck.reports.xlsx.book import height
from gapcheck.reports.xlsx.sheet import CUT, Cell, Column, cut

from ..html.hostile import HOSTILE, each_in_turn, poisoned
from ..sample import northtown, study
from .reading import parts, read, written

MORE = ("<r>a</r>", "=1+1", " \t=1+1", "\r\n@SUM(A1)", "_x0041_", "\ufffe\uffff")


@pytest.mark.parametrize("text", [*HOSTILE, *MORE])
def test_hostile_words_are_shown_as_typed_and_nothing_more(text: str) -> None:
    report = northtown()
    first = report.findings[0]
    said = replace(first.statements[0], role=text, quote=text)
    changed = replace(report, findings=(replace(first, statements=(said,)),))
    book = read(written(changed))
    shown = [str(cell.value) for row in book["Quotes"].iter_rows() for cell in row if cell.value]
    wanted = visible(text).replace("\ufffe", "").replace("\uffff", "").strip()
    assert any(wanted in each for each in shown)
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type in {"s", "n", "inlineStr"}
                assert cell.hyperlink is None


def test_a_text_that_would_be_calculated_is_marked_as_a_text() -> None:
    report = northtown()
    part = replace(report.partnerships[0].partnership, name="=1+1")
    own = replace(report.partnerships[0], partnership=part)
    findings = tuple(replace(each, partnership=part) for each in report.findings)
    book = read(written(replace(report, partnerships=(own,), findings=findings)))
    sheet = book["Framework"]
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value == "=1+1"]
    assert cells
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in cells)
    plain = [cell for row in sheet.iter_rows() for cell in row if cell.value == "England"]
    assert not any(cell.quotePrefix for cell in plain)


def test_everything_hostile_at_once_adds_no_part_and_no_formula() -> None:
    held = parts(written(poisoned(study(), each_in_turn())))
    assert held.keys() == parts(written(study())).keys()
    for name, text in held.items():
        assert "<f>" not in text
        assert "<hyperlink " not in text
        assert "/hyperlink" not in text or name == "xl/sharedStrings.xml"


@pytest.mark.parametrize("sign", ["x", "\U0001f600", "é"])
def test_a_cell_holds_no_more_than_excel_takes_and_says_where_it_was_cut(sign: str) -> None:
    units = len(sign.encode("utf-16-le")) // 2
    whole = sign * (MOST // units)
    assert cut(whole) == whole
    short = cut(sign * (MOST // units + 1))
    assert short.endswith(CUT)
    assert len(short.encode("utf-16-le")) // 2 <= MOST
    assert short.removesuffix(CUT).strip(sign) == ""


def test_a_long_excerpt_is_cut_in_the_workbook() -> None:
    report = northtown()
    first = report.findings[0]
    said = replace(first.statements[0], quote="word " * 10_000)
    changed = replace(report, findings=(replace(first, statements=(said,)),))
    values = [row[5].value for row in read(written(changed))["Quotes"].iter_rows()]
    assert any(str(each).endswith(CUT) for each in values)


@pytest.mark.parametrize(
    ("texts", "points"),
    [
        (["short"], 15.0),
        (["x" * 10], 15.0),
        (["x" * 11], 28.0),
        (["one\ntwo\n\nfour"], 54.0),
        (["x" * 10_000], 409.0),
        (["", "x" * 25], 41.0),
        ([7], 15.0),
    ],
)
def test_a_row_is_as_high_as_its_words(texts: list[str | int], points: float) -> None:
    columns = [Column("", 10)] * len(texts)
    assert height([Cell(each) for each in texts], columns) == points


def test_the_same_report_gives_the_same_bytes_anywhere(tmp_path: Path) -> None:
    program = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from reports.sample import study
from reports.xlsx.reading import written
Path(sys.argv[2]).write_bytes(written(study()))
"""
    here = written(study())
    for number, zone in enumerate(("Pacific/Auckland", "America/Lima")):
        out = tmp_path / f"{number}.xlsx"
        env = {**os.environ, "TZ": zone, "PYTHONHASHSEED": str(number)}
        tests = Path(__file__).parents[2]
        subprocess.run(
            [sys.executable, "-c", program, tests, out], check=True, env=env, cwd=tmp_path
        )
        assert out.read_bytes() == here
