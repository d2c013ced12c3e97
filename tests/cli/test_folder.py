"""A report into a folder: a file for each partnership, the same as if it were asked for alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from gapcheck.reports.formats import EXTENSIONS

from .calls import Call
from .studies import NORTHTOWN, interview, study


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize(("ending", "form"), EXTENSIONS.items())
def test_each_file_is_the_report_alone(call: Call, root: Path, ending: str, form: str) -> None:
    study(root)
    done = call("report", "northtown", "southby", "-f", form, "-o", "out")
    assert (done.code, done.out) == (0, "")
    assert done.err == "2 files written into out\n"
    assert names(root / "out") == [f"northtown{ending}", f"southby{ending}"]
    for name in ("northtown", "southby"):
        call("report", name, "-f", form, "-o", f"{name}{ending}")
        own = (root / f"{name}{ending}").read_bytes()
        assert (root / "out" / f"{name}{ending}").read_bytes() == own


def test_of_a_whole_study_the_overview_lies_beside_them(call: Call, root: Path) -> None:
    study(root)
    (root / "out").mkdir()
    assert call("report", "-f", "markdown", "-o", "out").code == 0
    assert names(root / "out") == ["northtown.md", "overview.md", "southby.md"]
    assert (root / "out" / "overview.md").read_text("utf-8") == call("report", "-f", "markdown").out


def test_a_partnership_that_is_called_so_is_not_lost(call: Call, root: Path) -> None:
    own = NORTHTOWN.replace("northtown", "overview")
    study(root, {"evidence/overview/lsp.yaml": own})
    (root / "out").mkdir()
    assert call("report", "-f", "json", "-o", "out").code == 0
    held = names(root / "out")
    assert held == ["northtown.json", "overview-alone.json", "overview.json", "southby.json"]


def test_one_name_into_a_folder(call: Call, root: Path) -> None:
    study(root)
    (root / "out").mkdir()
    assert call("report", "northtown", "-f", "html", "-o", "out").code == 0
    assert names(root / "out") == ["northtown.html"]


def test_without_a_format_it_is_what_a_terminal_shows(call: Call, root: Path) -> None:
    study(root)
    assert call("report", "northtown", "southby", "-o", "out", "--width", "60", "--ascii").code == 0
    text = (root / "out" / "northtown.txt").read_text("utf-8")
    assert text.isascii()
    assert max(map(len, text.splitlines())) <= 60


def test_options_hold_for_each(call: Call, root: Path) -> None:
    study(root)
    done = call("report", "northtown", "southby", "-o", "out", "-f", "json", "--only", "gap")
    assert done.code == 0
    assert '"group": "unknown"' not in (root / "out" / "southby.json").read_text("utf-8")


def test_where_one_may_not_be_made_none_is_written(call: Call, root: Path) -> None:
    kept = interview("int-vcs-02", consent="{withdrawn: true}")
    study(root, {"evidence/southby/int-vcs-02.yaml": kept})
    done = call("report", "northtown", "southby", "-o", "out", "-f", "json", "--audience", "public")
    assert done.code == 2
    assert not (root / "out").exists()


def test_a_file_in_the_way_is_a_sentence(call: Call, root: Path) -> None:
    study(root)
    (root / "out").write_text("mine", "utf-8")
    done = call("report", "northtown", "southby", "-o", "out", "-f", "json")
    assert done.code == 2
    assert done.err.startswith("out could not be made: ")
    assert (root / "out").read_text("utf-8") == "mine"
