"""Unreviewed excerpts beside findings: what the matcher says, remembered, and never evidence."""

from __future__ import annotations

import io
import shutil
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from gapcheck.analysis import analyse, suggest
from gapcheck.cache import FOLDER, Cache, cache_folder
from gapcheck.checks.asking import Asking
from gapcheck.model.choices import Audience
from gapcheck.model.report import Report
from gapcheck.model.suggestion import Band, Matching
from gapcheck.pending import run
from gapcheck.pending.run import with_pending
from gapcheck.reports import phrases
from gapcheck.reports.formats import FORMATS
from gapcheck.reports.screen import make_console
from gapcheck.reports.terminal.explain import write_explain
from gapcheck.reports.terminal.partnership import write_partnerships
from gapcheck.sweep import glance
from gapcheck.sweep.crews import Processes
from gapcheck.sweep.hands import Several
from gapcheck.sweep.run import check_study

TODAY = date(2026, 11, 24)
SHIPPED = Path(__file__).parents[2]
WAITING = {"include-excluded": ["fg-residents-02 x8"], "joint-targets": ["int-vcs-03 x10"]}
FILE = "evidence/northtown/int-vcs-03.yaml"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The shipped study, with a cache of its own."""
    monkeypatch.setenv(FOLDER, str(tmp_path / "cache"))
    trust(monkeypatch, -(10**18))
    study = tmp_path / "study"
    for name in ("policies", "evidence"):
        shutil.copytree(SHIPPED / name, study / name)
    shutil.copy(SHIPPED / "gapcheck.yaml", study)
    return study


def trust(monkeypatch: pytest.MonkeyPatch, margin: int) -> None:
    """Let every file be older than any cache, so that no test has to wait, or too young."""
    for module in (glance, run):
        monkeypatch.setattr(module, "MARGIN", margin)


def judged(root: Path, *names: str) -> Report:
    return analyse(root, today=TODAY, names=names or ("northtown",))


class Asked:
    """The matcher, which notes how often it was asked."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.times = 0
        monkeypatch.setattr(run, "suggest", self)

    def __call__(self, root: Path, today: date) -> Matching:
        self.times += 1
        return suggest(root, today=today)


def named(report: Report) -> dict[str, list[str]]:
    """By imperative, the excerpts that wait under it."""
    return {
        one.imperative.id: [f"{each.source} {each.excerpt}" for each in one.pending]
        for one in report.findings
        if one.pending
    }


def test_what_stands_out_waits_under_its_imperative(root: Path) -> None:
    found = with_pending(judged(root), root, TODAY)
    assert named(found) == WAITING
    (one,) = next(each.pending for each in found.findings if each.imperative.id == "joint-targets")
    assert str(one.location) == f"{FILE}:97"


def test_no_verdict_and_nothing_else_is_touched(root: Path) -> None:
    report = judged(root)
    found = with_pending(report, root, TODAY)
    bare = tuple(replace(one, pending=()) for one in found.findings)
    assert replace(found, findings=bare) == report


def test_it_is_what_match_calls_strong(root: Path) -> None:
    strong = {
        (one.lsp, each.imperative.id, f"{one.source} {one.excerpt}")
        for one in suggest(root, today=TODAY).suggestions
        for each in one.candidates
        if each.band is Band.STRONG
    }
    names = ("northtown", "millbrook", "quaymouth", "woldshire")
    found = with_pending(judged(root, *names), root, TODAY)
    assert {
        (one.partnership.id, one.imperative.id, f"{each.source} {each.excerpt}")
        for one in found.findings
        for each in one.pending
    } == {each for each in strong if each[0] in names}


def test_where_nothing_waits_nothing_is_looked_for(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "_found", None)
    report = judged(root, "bolsover")
    assert not any(source.unreviewed for part in report.partnerships for source in part.sources)
    assert with_pending(report, root, TODAY) is report


def test_the_public_and_the_overview_are_shown_none(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "_found", None)
    public = replace(judged(root), audience=Audience.PUBLIC)
    assert with_pending(public, root, TODAY) is public
    whole = analyse(root, today=TODAY)
    assert with_pending(whole, root, TODAY) is whole


def test_it_is_remembered_until_a_file_changes(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = Asked(monkeypatch)
    for _ in range(2):
        assert named(with_pending(judged(root), root, TODAY)) == WAITING
    assert asked.times == 1
    place = root / FILE
    place.write_text(place.read_text("utf-8") + "# Read.\n", "utf-8")
    assert named(with_pending(judged(root), root, TODAY)) == WAITING
    assert asked.times == 2
    # Tomorrow an embargo may be over.
    with_pending(judged(root), root, date(2026, 11, 25))
    assert asked.times == 3


def test_a_file_that_may_still_change_is_not_trusted(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trust(monkeypatch, 10**18)
    asked = Asked(monkeypatch)
    for _ in range(2):
        assert named(with_pending(judged(root), root, TODAY)) == WAITING
    assert asked.times == 2


def test_a_broken_memory_is_gone_without(root: Path, tmp_path: Path) -> None:
    with_pending(judged(root), root, TODAY)
    (tmp_path / "cache/check.sqlite").write_bytes(b"no database")
    assert named(with_pending(judged(root), root, TODAY)) == WAITING


def test_the_memory_holds_no_word(root: Path, tmp_path: Path) -> None:
    with_pending(judged(root), root, TODAY)
    held = b"".join(one.read_bytes() for one in (tmp_path / "cache").iterdir())
    assert b"fg-residents-02" in held
    for word in (b"lass", b"bother", b"straight answer"):
        assert word not in held
        assert any(word in path.read_bytes() for path in root.rglob("*.yaml"))


def test_what_check_remembers_stays(root: Path) -> None:
    asking = Asking()
    first = check_study(root, asking, {}, hire=lambda: Several(Processes(1)))
    with_pending(judged(root), root, TODAY)
    cache = Cache(cache_folder(), str(root))
    assert len(cache.files()) > 100
    cache.close()
    assert check_study(root, asking, {}, hire=lambda: Several(Processes(1))) == first


@pytest.mark.parametrize("form", ["terminal", "markdown"])
def test_reports_name_them(form: str, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = with_pending(judged(root), root, TODAY)
    if form == "markdown":
        stream = io.StringIO()
        FORMATS[form](found, stream)
        text = stream.getvalue()
        assert text.count("**Pending**") == 2
    else:
        write_partnerships(found, make_console(sys.stdout, width=100))
        text = capsys.readouterr().out
        assert text.count("  Pending   ") == 2
    assert f"int-vcs-03 x10 ({FILE}:97)" in text.replace("\\", "").replace("\n            ", " ")


def test_explain_lists_all_of_them(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = with_pending(judged(root), root, TODAY)
    finding = next(one for one in found.findings if one.imperative.id == "joint-targets")
    many = replace(finding, pending=finding.pending * 5)
    write_explain(many, found, make_console(sys.stdout, width=100))
    text = capsys.readouterr().out
    assert text.count("int-vcs-03 x10   evidence/") == 5
    assert phrases.pending(many).endswith("(evidence/northtown/int-vcs-03.yaml:97) and 2 more")
    assert phrases.pending(replace(finding, pending=())) == ""
