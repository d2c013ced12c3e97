"""The quick check and transcripts: the same as the slow one says, and nothing missed when warm."""

from __future__ import annotations

import os
import sqlite3
from datetime import date
from pathlib import Path

import pytest
from load.studies import INT, SOUND, write
from load.test_quotes import NAMED, NAMING, SPOKEN, TEXT

from gapcheck.checks.asking import Asking
from gapcheck.diagnostic import Diagnostic
from gapcheck.model.choices import Outcome, Sight
from gapcheck.model.quoted import Quoted
from gapcheck.source.files import read_file
from gapcheck.sweep import glance, hands, reader, run
from gapcheck.sweep.crews import Processes
from gapcheck.sweep.hands import Alone, Portions, Several
from gapcheck.sweep.quoted import again, plain
from gapcheck.sweep.run import check_study
from gapcheck.sweep.written import dumped, loaded

from .agreement import all_ways, both
from .test_cache import Watch, database, watch, young

__all__ = ["watch"]

OTHER = "evidence/north/two.yaml"
LOCK = "gapcheck.lock"


def noting(value: str) -> bytes:
    return f'format: gapcheck-lock/1\ntranscripts:\n  "{TEXT}": {value}\n'.encode()


STATES: dict[str, dict[str, str | bytes | None]] = {
    "all are there": {},
    "it is not here": {TEXT: None},
    "another quote": {INT: NAMING.replace("late.", "early, they said, and nobody read them.")},
    "a figure": {TEXT: SPOKEN.replace("board", "board of 12 people every single Monday")},
    "not UTF-8": {TEXT: SPOKEN.encode("utf-16")},
    "a Word document": {INT: NAMING.replace("int.txt", "int.docx")},
    "outside": {INT: NAMING.replace(TEXT, "../int.txt")},
    "withdrawn": {INT: NAMING.replace("consent: v2", "consent: {withdrawn: true}")},
    "noted with another hash": {LOCK: noting("a" * 64)},
    "a broken lock": {LOCK: b"transcripts:\n"},
    "a source with an error besides": {INT: NAMING.replace("papers: absent", "papres: absent")},
    "two sources": {
        OTHER: NAMING.replace("source: int", "source: two").replace("late.", "early, they said.")
    },
}


@pytest.mark.parametrize("state", STATES.values(), ids=STATES)
def test_both_ways_say_the_same(state: dict[str, str | bytes | None], tmp_path: Path) -> None:
    all_ways(write(tmp_path, {**NAMED, **state}))


def test_several_processes_look_them_up_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {
        f"evidence/north/int-{number}.yaml": NAMING.replace("source: int", f"source: int-{number}")
        for number in range(8)
    }
    root = write(tmp_path, {**NAMED, **files, LOCK: noting("a" * 64)})
    monkeypatch.setattr(hands, "FEW", 1)
    monkeypatch.setattr(hands, "FILES", Portions(1, 2))
    found = both(root, Asking(), Several(Processes(2)))
    assert found == both(root, Asking(), Alone())
    assert [one.rule for one in found].count("changed-transcript") == 9


@pytest.mark.parametrize("state", STATES.values(), ids=STATES)
def test_what_is_kept_comes_back_as_it_was(
    state: dict[str, str | bytes | None], tmp_path: Path
) -> None:
    held, _ = check_study(write(tmp_path, {**NAMED, **state}), Asking(), {}, cached=False)
    for one in held.quoted:
        assert again(loaded(dumped(plain(one)))) == one


class Warm:
    """The study with a transcript, checked once."""

    def __init__(self, watch: Watch) -> None:
        self.watch = watch
        write(watch.root, NAMED)
        watch.check()
        self.quoted()

    def lay(self, path: str, typed: str | bytes) -> None:
        data = typed.encode() if isinstance(typed, str) else typed
        (self.watch.root / path).write_bytes(data)

    def check(self) -> list[str]:
        """The rules that find something, after comparing with a run without the cache."""
        return [one.rule for one in self.watch.check() if one.rule != "unevidenced-imperative"]

    def quoted(self) -> tuple[Quoted, ...]:
        held, _ = check_study(self.watch.root, Asking(), {}, hire=lambda: Several(Processes(1)))
        return held.quoted

    def only(self, rules: list[str]) -> list[str]:
        return [one for one in rules if "transcript" in one or "quote" in one]


@pytest.fixture
def warm(watch: Watch) -> Warm:
    return Warm(watch)


def nothing_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "_read", None)


def test_nothing_is_read_again(warm: Warm, monkeypatch: pytest.MonkeyPatch) -> None:
    nothing_is_read(monkeypatch)
    monkeypatch.setattr(glance, "read_file", None)
    warm.watch.check()
    assert warm.watch.read == []
    (one,) = warm.quoted()
    assert [quote.outcome for quote in one.quotes] == [Outcome.VERIFIED] * 2


@pytest.mark.parametrize("changed", [SPOKEN.replace("late", "early"), SPOKEN[:-5], "", b"\xff\xfe"])
def test_a_transcript_that_changed(changed: str | bytes, warm: Warm) -> None:
    warm.lay(TEXT, changed)
    assert warm.only(warm.check())
    assert warm.watch.read == ["int.yaml"]
    warm.lay(TEXT, SPOKEN)
    assert not warm.only(warm.check())
    assert warm.watch.read == ["int.yaml"]


def test_as_many_bytes_and_the_time_set_back(warm: Warm, monkeypatch: pytest.MonkeyPatch) -> None:
    young(monkeypatch)
    status = (warm.watch.root / TEXT).stat()
    warm.lay(TEXT, SPOKEN.replace("late", "soon"))
    os.utime(warm.watch.root / TEXT, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert warm.only(warm.check()) == ["quote-not-found"]


def test_one_that_was_touched_is_hashed_and_its_source_not_read(
    warm: Warm, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.utime(warm.watch.root / TEXT, ns=(1, 10**18))
    with monkeypatch.context() as patch:
        nothing_is_read(patch)
        warm.watch.check()
        # The new stamp is known from now on.
        patch.setattr(glance, "sha256", None)
        warm.watch.check()


def test_one_that_went_and_came(warm: Warm) -> None:
    (warm.watch.root / TEXT).unlink()
    warm.check()
    assert [one.sight for one in warm.quoted()] == [Sight.ABSENT]
    warm.check()
    assert warm.watch.read == []
    (warm.watch.root / TEXT).parent.rmdir()
    warm.check()
    assert [one.sight for one in warm.quoted()] == [Sight.ABSENT]
    (warm.watch.root / TEXT).parent.mkdir()
    warm.lay(TEXT, SPOKEN.replace("late", "early"))
    assert warm.only(warm.check()) == ["quote-not-found"]


@pytest.mark.parametrize("odd", ["folder", "link", "linked folder", "large"])
def test_something_odd_in_its_place_is_looked_at_every_time(
    odd: str, warm: Warm, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = warm.watch.root / TEXT
    for before in (True, False):
        if before:
            place.unlink(missing_ok=True)
            warm.check()
        if odd == "folder":
            place.unlink(missing_ok=True)
            place.mkdir()
        elif odd == "link":
            place.unlink(missing_ok=True)
            place.symlink_to(warm.watch.root / INT)
        elif odd == "linked folder":
            place.unlink(missing_ok=True)
            place.parent.rmdir()
            (warm.watch.root.parent / "far").mkdir(exist_ok=True)
            (warm.watch.root.parent / "far/int.txt").write_text(SPOKEN)
            place.parent.symlink_to(warm.watch.root.parent / "far")
        else:
            monkeypatch.setattr("gapcheck.transcripts.shelf.LIMIT", 9)
            monkeypatch.setattr(glance, "_LARGEST", 9)
            warm.lay(TEXT, SPOKEN)
        wanted = "unreadable-transcript" if odd in ("folder", "large") else "transcript-outside"
        for _ in range(2):
            assert warm.only(warm.check()) == [wanted]
        if odd == "folder":
            place.rmdir()
        elif odd == "linked folder":
            place.parent.unlink()
            place.parent.mkdir()
        else:
            place.unlink()
        monkeypatch.setattr("gapcheck.transcripts.shelf.LIMIT", 1 << 20)
        monkeypatch.setattr(glance, "_LARGEST", 1 << 20)
        warm.lay(TEXT, SPOKEN)
        assert warm.only(warm.check()) == []


@pytest.mark.parametrize("name", [f"{'long' * 100}.txt", "no\0.txt"])
def test_what_the_system_refuses_is_odd(name: str, tmp_path: Path) -> None:
    seen = glance.Glance(tmp_path)
    seen.look_beside([name])
    assert (seen.odd, seen.closed, seen.stamps) == (True, {name}, {})


def test_the_lock_counts_too(warm: Warm) -> None:
    warm.lay(LOCK, noting("a" * 64))
    assert warm.only(warm.check()) == ["changed-transcript"]
    assert warm.watch.read == ["int.yaml"]
    warm.lay(LOCK, noting("b" * 64))
    assert warm.only(warm.check()) == ["changed-transcript"]
    warm.lay(LOCK, b"nothing")
    assert "broken-lock" in warm.check()
    (warm.watch.root / LOCK).unlink()
    assert warm.only(warm.check()) == []


def test_a_note_of_another_transcript_reads_no_source(warm: Warm) -> None:
    warm.lay(LOCK, noting("a" * 64).replace(b"int.txt", b"two.txt"))
    assert warm.only(warm.check()) == []
    assert warm.watch.read == []


def test_another_day_hashes_nothing_and_reads_nothing(
    warm: Warm, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "of_source", lambda _source, _around: iter(()))
    monkeypatch.setattr("gapcheck.checks.run.of_source", lambda _source, _around: iter(()))
    warm.watch.type(INT, "memo: fine", "memo: good")
    warm.watch.type("evidence/north/survey.yaml", "19 of 38 have", "19 of 38 hold")
    warm.watch.check(Asking(today=date(2006, 1, 1)))
    monkeypatch.setattr(glance, "sha256", None)
    warm.watch.check(Asking(today=date(2006, 1, 2)))
    assert warm.watch.read == []


def test_a_changed_transcript_on_another_day(warm: Warm) -> None:
    warm.watch.check(Asking(today=date(2006, 1, 1)))
    warm.lay(TEXT, SPOKEN.replace("late", "early"))
    found = warm.watch.check(Asking(today=date(2006, 1, 2)))
    assert "quote-not-found" in {one.rule for one in found}


def test_a_new_source_names_a_new_transcript(warm: Warm) -> None:
    two = NAMING.replace("source: int", "source: two").replace("int.txt", "two.txt")
    write(warm.watch.root, {OTHER: two})
    warm.check()
    assert {one.sight for one in warm.quoted()} == {Sight.SEEN, Sight.ABSENT}
    warm.lay("transcripts/two.txt", "P03: Something else altogether was said here.")
    assert "quote-not-found" in warm.check()
    assert warm.watch.read == ["two.yaml"]
    (warm.watch.root / OTHER).unlink()
    warm.check()
    with sqlite3.connect(database(warm.watch)) as link:
        names = {name for (name,) in link.execute("SELECT name FROM files")}
    link.close()
    assert TEXT in names
    assert "transcripts/two.txt" not in names


def test_another_transcript_is_named(warm: Warm) -> None:
    warm.watch.type(INT, "int.txt", "two.txt")
    warm.check()
    assert [one.sight for one in warm.quoted()] == [Sight.ABSENT]
    warm.watch.type(INT, "two.txt", "int.docx")
    assert warm.only(warm.check()) == ["unreadable-transcript"]
    warm.watch.type(INT, "kind: interview", "kind: observation")
    warm.check()
    # What the path alone decides is not decided anew where only another file has changed.
    warm.watch.type("evidence/north/survey.yaml", "19 of 38 have", "19 of 38 hold")
    warm.check()
    assert warm.watch.read == ["survey.yaml"]


@pytest.mark.parametrize("path", [TEXT, "transcripts/int.docx"])
def test_the_transcript_of_somebody_who_withdrew_is_noticed_and_never_opened(
    path: str, warm: Warm, monkeypatch: pytest.MonkeyPatch
) -> None:
    warm.watch.type(INT, TEXT, path)
    warm.watch.type(INT, "consent: v2", "consent: {withdrawn: true}")
    warm.lay(path, SPOKEN)
    opened: list[str] = []
    plain_read = read_file

    def noted(place: str | Path, limit: int) -> bytes:
        opened.append(Path(place).name)
        return plain_read(Path(place), limit)

    monkeypatch.setattr(glance, "read_file", noted)
    for _ in range(3):
        assert warm.only(warm.check()) == ["withdrawn-transcript"]
    assert Path(path).name not in opened
    (warm.watch.root / path).unlink()
    assert warm.only(warm.check()) == []


def test_the_cache_holds_no_word_of_a_transcript(warm: Warm) -> None:
    warm.lay(TEXT, SPOKEN.replace("late", "late for zebras").replace("sit", "giraffe"))
    rules = warm.check()
    assert warm.only(rules)
    data = database(warm.watch).read_bytes()
    for word in (b"ebra", b"iraffe", b"papers came"):
        assert word not in data


def test_one_that_changes_while_it_is_read_is_not_remembered(
    warm: Warm, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As in life: what was written after a run began is younger than the run.
    monkeypatch.setattr(run, "MARGIN", 0)
    monkeypatch.setattr(glance, "MARGIN", 0)
    plain_done = run._done

    def late(*given: object) -> object:
        found = plain_done(*given)  # type: ignore[arg-type]
        warm.lay(TEXT, SPOKEN.replace("late", "soon"))
        return found

    warm.lay(TEXT, SPOKEN + "And more.\n")
    with monkeypatch.context() as patch:
        patch.setattr(run, "_done", late)
        check_study(warm.watch.root, Asking(), {}, hire=lambda: Several(Processes(1)))
    _, found = check_study(warm.watch.root, Asking(), {}, hire=lambda: Several(Processes(1)))
    assert "quote-not-found" in {one.rule for one in found}


def test_bytes_that_stand_for_a_file_look_up_its_quotes_alone(tmp_path: Path) -> None:
    wrong = NAMING.replace("late.", "early, they said, and nobody read them.")
    two = wrong.replace("source: int", "source: two")
    root = write(tmp_path, {**NAMED, OTHER: two})
    held, found = check_study(root, Asking(), {root / INT: undented(wrong)})
    assert [one.file for one in held.quoted] == [INT]
    assert [one.location.path for one in found if one.rule == "quote-not-found"] == [INT]


def undented(typed: str) -> bytes:
    return "\n".join(line.removeprefix("        ") for line in typed.splitlines()).encode()


def test_a_study_without_transcripts_looks_at_nothing_more(
    watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(glance.Glance, "_look_along", None)
    monkeypatch.setattr("gapcheck.transcripts.shelf.look", None)
    watch.check()
    watch.check()
    assert isinstance(watch.check(), tuple)
    assert {one.rule for one in _of(watch)} <= {one.rule for one in watch.check()}
    assert SOUND[INT]


def _of(watch: Watch) -> tuple[Diagnostic, ...]:
    return check_study(watch.root, Asking(), {}, hire=lambda: Several(Processes(1)))[1]
