"""`report` as Excel and as CSV on the command line."""

from __future__ import annotations

import csv
import io
import sys
import zipfile
from pathlib import Path

import openpyxl
import pytest

from .calls import Call, alone
from .studies import study
from .test_promises import FILES, MARKS
from .test_promises_public import DAYS
from .test_promises_public import FILES as PUBLIC_FILES
from .test_promises_public import MARKS as PUBLIC_MARKS


@pytest.fixture
def root_with_study(root: Path) -> Path:
    return study(root)


def test_the_ending_gives_the_format(call: Call, root_with_study: Path) -> None:
    assert call("report", "northtown", "-o", "n.xlsx").code == 0
    book = openpyxl.load_workbook(root_with_study / "n.xlsx")
    assert book.sheetnames[0] == "Framework"
    assert call("report", "-o", "all.csv").code == 0
    text = (root_with_study / "all.csv").read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert {row["lsp"] for row in rows} == {"northtown", "southby"}


def test_a_workbook_is_not_thrown_at_a_terminal(call: Call, root_with_study: Path) -> None:
    done = call.on_terminal("report", "northtown", "-f", "xlsx")
    assert done.code == 2
    assert "-o" in done.err
    assert "PK" not in done.out


def test_rows_are_findings_or_statements(call: Call, root_with_study: Path) -> None:
    findings = call("report", "-f", "csv").out
    assert findings == call("report", "-f", "csv", "--rows", "findings").out
    statements = call("report", "-f", "csv", "--rows", "statements").out
    assert ",excerpt," in statements.splitlines()[0]
    assert ",excerpt," not in findings.splitlines()[0]


def test_a_matrix_may_be_turned(call: Call, root_with_study: Path) -> None:
    assert call("report", "-o", "a.xlsx").code == 0
    assert call("report", "-o", "b.xlsx", "--transpose").code == 0
    flat = openpyxl.load_workbook(root_with_study / "a.xlsx")["Framework"]
    turned = openpyxl.load_workbook(root_with_study / "b.xlsx")["Framework"]
    assert "Northtown Strategic Partnership" in str([cell.value for cell in flat["A"]])
    assert "guidance-2001/pay-in-advance" in [cell.value for cell in turned["A"]]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("-f", "html", "--rows", "statements"), "--rows goes with csv."),
        (("-f", "csv", "--transpose"), "--transpose goes with xlsx."),
        (("-f", "csv", "--rows", "statement"), "Did you mean `statements`?"),
        (("northtown", "-f", "csv", "--brief"), "csv has no briefing"),
    ],
)
def test_what_does_not_go_together_is_refused(
    call: Call, root_with_study: Path, words: tuple[str, ...], said: str
) -> None:
    done = call("report", *words)
    assert (done.code, done.out) == (2, "")
    assert said in done.said


def test_what_has_to_be_installed_is_said(
    call: Call, root_with_study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [each for each in sys.modules if each.startswith("gapcheck.reports.xlsx")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    done = call("report", "northtown", "-o", "n.xlsx")
    assert done.code == 2
    assert 'pip install "gapcheck[xlsx]"' in done.said
    assert not (root_with_study / "n.xlsx").exists()


WHAT = (
    ("report",),
    ("report", "northtown"),
    ("report", "northtown", "southby"),
    ("report", "--transpose"),
)


def held(path: Path) -> str:
    """All that a workbook's parts hold, and their names."""
    with zipfile.ZipFile(path) as packed:
        return "\n".join(f"{each}\n{packed.read(each).decode()}" for each in packed.namelist())


@pytest.mark.parametrize("words", WHAT, ids=" ".join)
def test_no_word_that_consent_does_not_cover_is_in_any_part(
    call: Call, root: Path, words: tuple[str, ...]
) -> None:
    study(root, FILES)
    assert call(*words, "-o", "all.xlsx").code == 0
    told = held(root / "all.xlsx")
    assert not [mark for mark in MARKS if mark.casefold() in told.casefold()]
    assert "Openword" in told


@pytest.mark.parametrize("words", WHAT, ids=" ".join)
@pytest.mark.parametrize("coarsen", [(), ("--coarsen",)])
def test_nothing_of_anybody_is_in_an_edition(
    call: Call, root: Path, words: tuple[str, ...], coarsen: tuple[str, ...]
) -> None:
    study(root, PUBLIC_FILES)
    done = call(*words, "--audience", "public", *coarsen, "-o", "all.xlsx")
    assert done.code == 0, done.err
    told = held(root / "all.xlsx")
    assert not [mark for mark in PUBLIC_MARKS if mark in told.lower()]
    assert not [day for day in DAYS if day in told]
    assert "Edition for the public." in told
    assert "Openwords" in told


def test_the_same_study_gives_the_same_bytes_wherever_it_lies(tmp_path: Path) -> None:
    written = []
    for name, seed, zone in (("one", "1", "Asia/Tokyo"), ("two words", "2", "America/Lima")):
        folder = study(tmp_path / name)
        done = alone("report", "-f", "xlsx", cwd=folder, PYTHONHASHSEED=seed, TZ=zone)
        assert done.returncode == 0
        written.append(done.stdout)
    assert written[0] == written[1]
