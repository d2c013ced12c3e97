"""The cache: what it remembers is right, and whatever happens to it is survived."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import threading
import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from load.studies import INT, LSP, POLICY, SETTINGS, SOUND, write

from gapcheck import cache as cache_module
from gapcheck.cache import FOLDER, Cache, FactsRow, FileRow, RunRow, cache_folder
from gapcheck.checks.asking import Asking
from gapcheck.diagnostic import Diagnostic
from gapcheck.model.choices import Audience
from gapcheck.sweep import glance, hands, memory, reader, run
from gapcheck.sweep.crews import Processes
from gapcheck.sweep.hands import Several
from gapcheck.sweep.jobs import Job, SourceJob
from gapcheck.sweep.no_cluster import NoCluster
from gapcheck.sweep.reader import Read, Reader
from gapcheck.sweep.run import check_study

WRONG = "kind: interveiw"


def alone() -> Several:
    return Several(Processes(1))


class Watch:
    """A study, the sources that were read of it in the last run, and what was said."""

    def __init__(self, root: Path, read: list[str]) -> None:
        self.root, self._read = root, read

    def check(self, asking: Asking | None = None, **options: Any) -> tuple[Diagnostic, ...]:
        self._read.clear()
        asking = asking or Asking()
        held, found = check_study(self.root, asking, {}, hire=alone, **options)
        opened = list(self._read)
        assert check_study(self.root, asking, {}, hire=alone, cached=False) == (
            held,
            found,
        )
        self._read[:] = opened
        return found

    @property
    def read(self) -> list[str]:
        return [one.rpartition("/")[2] for one in self._read]

    def type(self, path: str, old: str, new: str) -> None:
        place = self.root / path
        text = place.read_text("utf-8")
        assert old in text
        place.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def watch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Watch:
    read: list[str] = []
    plain = Reader.read

    def noted(self: Reader, job: Job) -> Read:
        if isinstance(job, SourceJob):
            read.append(job.file)
        return plain(self, job)

    monkeypatch.setattr(Reader, "read", noted)
    monkeypatch.setenv(FOLDER, str(tmp_path / "cache"))
    old(monkeypatch)
    root = tmp_path / "study"
    root.mkdir()
    return Watch(write(root), read)


def old(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every file be older than any cache, so that no test has to wait."""
    for module in (glance, run):
        monkeypatch.setattr(module, "MARGIN", -(10**18))


def young(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every file be too young for its stamp to be trusted."""
    for module in (glance, run):
        monkeypatch.setattr(module, "MARGIN", 10**18)


def database(watch: Watch) -> Path:
    return watch.root.parent / "cache" / "check.sqlite"


def test_nothing_is_read_twice(watch: Watch, monkeypatch: pytest.MonkeyPatch) -> None:
    watch.check()
    assert sorted(watch.read) == ["int.yaml", "survey.yaml"]
    monkeypatch.setattr(run, "_read", None)
    watch.check()
    assert watch.read == []


def test_touched_files_are_hashed_and_not_read(
    watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch.check()
    for path in watch.root.rglob("*.yaml"):
        os.utime(path, ns=(1, 10**18))
    monkeypatch.setattr(run, "_read", None)
    watch.check()
    # The new stamps are known from now on.
    monkeypatch.setattr(glance, "sha256", None)
    watch.check()


@pytest.mark.parametrize("often", [1, 1000])
@pytest.mark.parametrize("trouble", [KeyboardInterrupt, NoCluster, MemoryError])
def test_what_a_broken_run_has_read_is_not_read_again(
    watch: Watch, monkeypatch: pytest.MonkeyPatch, often: int, trouble: type[BaseException]
) -> None:
    monkeypatch.setattr(memory, "_OFTEN", often)
    monkeypatch.setattr(hands, "CHUNK", 1)
    whole = Reader.read

    def breaks(self: Reader, job: Job) -> Read:
        if job.file == "evidence/north/survey.yaml":
            raise trouble
        return whole(self, job)

    monkeypatch.setattr(Reader, "read", breaks)
    with pytest.raises(trouble):
        watch.check()
    assert watch.read == ["int.yaml"]
    monkeypatch.setattr(Reader, "read", whole)
    watch.check()
    assert watch.read == ["survey.yaml"]


def test_one_changed_file_is_read(watch: Watch) -> None:
    watch.check()
    watch.type(INT, "kind: interview", WRONG)
    assert "unknown-kind" in {one.rule for one in watch.check()}
    assert watch.read == ["int.yaml"]
    watch.type(INT, WRONG, "kind: interview")
    watch.check()
    assert watch.read == ["int.yaml"]


def test_a_young_stamp_is_not_trusted(watch: Watch, monkeypatch: pytest.MonkeyPatch) -> None:
    watch.check()
    young(monkeypatch)
    # As many letters, and the time of the change set back: only its bytes tell.
    status = (watch.root / INT).stat()
    watch.type(INT, "stance: partly", "stance: partlx")
    os.utime(watch.root / INT, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert "unknown-stance" in {one.rule for one in watch.check()}
    assert watch.read == ["int.yaml"]


@pytest.mark.parametrize(
    ("path", "was", "now", "read"),
    [
        (POLICY, "id: seats", "id: chairs", {"int.yaml", "survey.yaml"}),
        (SETTINGS, "study: A small study", "study: Another", {"int.yaml", "survey.yaml"}),
        (LSP, "id: board", "id: bored", {"int.yaml", "survey.yaml"}),
    ],
)
def test_what_a_file_stands_on_counts_too(
    path: str, was: str, now: str, read: set[str], watch: Watch
) -> None:
    before = watch.check()
    watch.type(path, was, now)
    after = watch.check()
    assert set(watch.read) == read
    assert (after != before) == (path != SETTINGS)


def test_the_audience_and_the_day_count_too(watch: Watch) -> None:
    watch.type(INT, "date: 2004-05-12", "date: 2104-05-12")
    assert watch.check(Asking(Audience.TEAM, date(2006, 1, 1)))
    watch.check(Asking(Audience.PUBLIC, date(2006, 1, 1)))
    assert watch.read
    rules = {one.rule for one in watch.check(Asking(Audience.TEAM, date(2006, 1, 2)))}
    assert "date-in-future" in rules
    assert {one.rule for one in watch.check(Asking(Audience.TEAM, date(2204, 1, 1)))} < rules


def test_only_files_whose_rules_look_at_the_day_are_read_on_another(
    watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "of_source", lambda _source, _around: iter(()))
    monkeypatch.setattr("gapcheck.checks.run.of_source", lambda _source, _around: iter(()))
    watch.check(Asking(today=date(2006, 1, 1)))
    watch.check(Asking(today=date(2006, 1, 2)))
    assert watch.read == []


def test_a_new_file_and_one_that_is_gone(watch: Watch) -> None:
    watch.check()
    text = (watch.root / INT).read_text("utf-8").replace("source: int", "source: two")
    (watch.root / "evidence/north/two.yaml").write_text(text, encoding="utf-8")
    watch.check()
    assert watch.read == ["two.yaml"]
    (watch.root / "evidence/north/two.yaml").unlink()
    watch.check()
    assert watch.read == []
    with sqlite3.connect(database(watch)) as link:
        names = {name for (name,) in link.execute("SELECT name FROM files")}
    link.close()
    assert "evidence/north/two.yaml" not in names


def test_another_program_reads_anew(watch: Watch, monkeypatch: pytest.MonkeyPatch) -> None:
    watch.check()
    for module in ("run", "memory"):
        monkeypatch.setattr(f"gapcheck.sweep.{module}.program", lambda: "another")
    watch.check()
    assert sorted(watch.read) == ["int.yaml", "survey.yaml"]


def test_no_cache_leaves_nothing(watch: Watch) -> None:
    watch.check(cached=False)
    assert not database(watch).exists()


def test_two_studies_share_one_cache(watch: Watch, tmp_path: Path) -> None:
    watch.check()
    (tmp_path / "other").mkdir()
    other = Watch(write(tmp_path / "other", {**SOUND, SETTINGS: "study: Other\n"}), watch._read)
    other.check()
    watch.check()
    assert watch.read == []


def test_it_holds_no_words_and_nobody_else_may_read_it(watch: Watch) -> None:
    watch.type(INT, "We sit on the board.", "Zebras sit on the board and call 01632 960 983 often.")
    assert any(one.sensitive for one in watch.check())
    data = database(watch).read_bytes()
    assert b"ebra" not in data
    assert b"960" not in data
    if os.name == "posix":
        assert database(watch).stat().st_mode & 0o077 == 0
    # What may name somebody is found anew each time.
    assert any(one.sensitive for one in watch.check())
    assert watch.read == ["int.yaml"]


def test_a_key_list_of_places_is_looked_at_every_time(watch: Watch) -> None:
    (watch.root.parent / "places.txt").write_text("", encoding="utf-8")
    watch.type(SETTINGS, "study: A small study", "study: x\nplaces: ../places.txt")
    watch.type(LSP, "nation: england", "nation: england\npseudonym: true")
    watch.type(INT, "We sit on the board.", "We sit on the board of Nowhereton these days.")
    watch.check()
    (watch.root.parent / "places.txt").write_text("Nowhereton\n", encoding="utf-8")
    assert "real-locality" in {one.rule for one in watch.check()}


def spoil_header(path: Path) -> None:
    path.write_bytes(b"this is no database at all" * 50)


def spoil_middle(path: Path) -> None:
    data = bytearray(path.read_bytes())
    for place in range(2000, len(data), 97):
        data[place] ^= 0x55
    path.write_bytes(data)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def empty(path: Path) -> None:
    path.write_bytes(b"")


def other_form(path: Path) -> None:
    with sqlite3.connect(path) as link:
        link.execute("PRAGMA user_version = 99")
        link.execute("CREATE TABLE later (secret TEXT)")
    link.close()


def without_tables(path: Path) -> None:
    with sqlite3.connect(path) as link:
        link.execute("DROP TABLE files")
        link.execute("DROP TABLE runs")
    link.close()


def other_cells(path: Path) -> None:
    with sqlite3.connect(path) as link:
        link.execute("UPDATE files SET stamp = 7, content = NULL")
        link.execute("UPDATE facts SET facts = '[1, 2'")
        link.execute("UPDATE runs SET result = 'null', stamp = 'x'")
    link.close()


def lies(path: Path) -> None:
    """Another result under the same mark, with a seal that does not fit."""
    with sqlite3.connect(path) as link:
        link.execute('UPDATE runs SET result = \'[[],"x","",[0,0,0,0,0]]\'')
        link.execute("UPDATE facts SET facts = replace(facts, 'int', 'bad')")
    link.close()


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize(
    "spoil",
    [spoil_header, spoil_middle, cut, empty, other_form, without_tables, other_cells, lies, folder],
)
@pytest.mark.parametrize("changed", [False, True])
def test_a_broken_cache_is_survived_and_made_anew(
    spoil: object, changed: bool, watch: Watch
) -> None:
    assert callable(spoil)
    watch.type(INT, "papers: absent", "papres: absent")
    watch.check()
    spoil(database(watch))
    if changed:
        watch.type(INT, "stance: partly", "stance: happens")
    for _ in range(3):
        assert "unknown-imperative" in {one.rule for one in watch.check()}
    if spoil is not folder:
        assert watch.read == []


@pytest.mark.parametrize("mode", ["BEGIN IMMEDIATE", "BEGIN EXCLUSIVE"])
def test_a_locked_cache_is_gone_without(
    mode: str, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch.check()
    monkeypatch.setattr(cache_module, "_PATIENCE", 0.01)
    watch.type(INT, "kind: interview", WRONG)
    link = sqlite3.connect(database(watch), isolation_level=None)
    link.execute(mode)
    assert "unknown-kind" in {one.rule for one in watch.check()}
    link.execute("ROLLBACK")
    link.close()
    watch.check()
    assert watch.read == ["int.yaml"]


def test_a_cache_that_cannot_be_written(watch: Watch, monkeypatch: pytest.MonkeyPatch) -> None:
    (watch.root.parent / "file").write_text("in the way", encoding="utf-8")
    for place in ("file/deeper", "/proc/nowhere", "\0"):
        told = watch.root.parent / place
        monkeypatch.setattr(run, "cache_folder", lambda told=told: told)
        watch.check()
        assert sorted(watch.read) == ["int.yaml", "survey.yaml"]


@pytest.mark.parametrize(
    ("code", "kept"),
    [
        (sqlite3.SQLITE_FULL, True),
        (sqlite3.SQLITE_READONLY, True),
        (sqlite3.SQLITE_IOERR, True),
        (sqlite3.SQLITE_CORRUPT, False),
        (sqlite3.SQLITE_NOTADB, False),
    ],
)
def test_a_full_disk_keeps_the_file_and_a_broken_one_goes(
    code: int, kept: bool, tmp_path: Path
) -> None:
    one = Cache(tmp_path, "study")
    one.keep(([row("a")], [facts("a")]), (), None)
    error = sqlite3.OperationalError("as the disk says")
    error.sqlite_errorcode = code

    def fail(_link: sqlite3.Connection) -> None:
        raise error

    one._softly(fail)
    one.close()
    again = Cache(tmp_path, "study")
    assert ("a" in again.files()) == kept
    again.close()


def test_a_full_disk(watch: Watch, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = Cache._open

    def small(self: Cache) -> sqlite3.Connection:
        link = plain(self)
        link.execute("PRAGMA max_page_count = 4")
        return link

    monkeypatch.setattr(Cache, "_open", small)
    for _ in range(2):
        watch.check()


def row(name: str) -> FileRow:
    return FileRow(name, "1:2:3:4", time.time_ns(), b"content")


def facts(name: str) -> FactsRow:
    return FactsRow(name, time.time_ns(), b"mark", "", "[]")


def test_all_or_nothing_is_kept(tmp_path: Path) -> None:
    one = Cache(tmp_path, "study")
    kept = RunRow(b"m", b"s", time.time_ns(), b"c", "r")
    one.keep(([row("a")], [facts("a")]), (), kept)
    one.keep(([row("b"), row("c")], [facts("b")]), ["a", None], kept)  # type: ignore[list-item]
    assert one.run(b"m") == kept
    assert one.run(b"n") is None
    one.keep(([row("d"), FileRow("e", "", 2**70, b"")], ()), (), None)
    assert (set(one.files()), set(one.facts())) == ({"b", "c"}, {"b"})
    one.close()


def test_what_nobody_asked_for_in_a_season_goes(tmp_path: Path) -> None:
    one = Cache(tmp_path, "gone")
    aged = time.time_ns() - 100 * 24 * 3600 * 10**9
    aged_rows = [row("a")._replace(written=aged)], [facts("a")._replace(written=aged)]
    one.keep(aged_rows, (), RunRow(b"m", b"s", aged, b"c", "r"))
    assert one.run(b"m") is not None
    other = Cache(tmp_path, "study")
    other.keep(([row("b")], ()), (), None)
    assert (one.files(), one.facts(), one.run(b"m")) == ({}, {}, None)
    assert set(other.files()) == {"b"}
    one.close()
    other.close()


def test_two_processes_at_once(watch: Watch) -> None:
    program = [sys.executable, "-m", "gapcheck", "check", "--study", str(watch.root)]
    ends = []

    def start() -> None:
        ends.append(subprocess.run(program, capture_output=True, check=False))

    threads = [threading.Thread(target=start) for _ in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert {(one.returncode, one.stdout, one.stderr) for one in ends} == {
        (ends[0].returncode, ends[0].stdout, ends[0].stderr)
    }
    assert b"Traceback" not in ends[0].stderr
    watch.check()


def test_where_the_cache_lies(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FOLDER, "here")
    assert cache_folder() == Path("here")
    monkeypatch.delenv(FOLDER)
    assert cache_folder().name == "gapcheck"
    assert cache_folder().is_absolute()


def test_a_study_with_a_link_is_looked_at_again(watch: Watch) -> None:
    (watch.root / "evidence/north/far.yaml").symlink_to(watch.root / INT)
    for _ in range(2):
        assert "unreadable-file" in {one.rule for one in watch.check()}
    assert watch.read == ["far.yaml"]


def test_a_study_that_changes_while_it_is_read_is_not_remembered(
    watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = Reader.read

    def late(self: Reader, job: Job) -> Read:
        found = plain(self, job)
        watch.type(POLICY, "id: papers", "id: papers")
        return found

    with monkeypatch.context() as patch:
        patch.setattr(Reader, "read", late)
        check_study(watch.root, Asking(), {}, hire=alone)
    one = Cache(watch.root.parent / "cache", str(watch.root))
    assert one.run(run._mark(Asking())) is None
    one.close()
