"""Quotes looked up in transcripts: what is noted of each, and what nobody looks for."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from gapcheck.diagnostic import Location
from gapcheck.load.lock_file import read_lock
from gapcheck.load.quotes import with_quotes
from gapcheck.load.study import load_study
from gapcheck.lock import Broken, Lock
from gapcheck.model.choices import Outcome, Sight
from gapcheck.model.quoted import Quote, Quoted, Tally, tally

from .studies import INT, SETTINGS, SOUND, Files, said, write

TEXT = "transcripts/int.txt"
SPOKEN = "INT: So?\n[00:02:00] P03: We sit on the board. The papers came late.\n"
NAMING = str(SOUND[INT]).replace("coder: ab", f"coder: ab\n        transcript: {TEXT}")
NAMED: Files = {**SOUND, INT: NAMING, TEXT: SPOKEN}
HASH = sha256(SPOKEN.encode()).hexdigest()


def looked(root: Path, files: Files) -> tuple[Quoted, ...]:
    corpus, _ = load_study(write(root, files))
    assert corpus.quoted == ()
    return with_quotes(corpus, root).quoted


def test_every_quote_in_its_place(tmp_path: Path) -> None:
    files = {**NAMED, INT: NAMING.replace("late.", "early.")}
    assert looked(tmp_path, files) == (
        Quoted(
            "north",
            "int",
            INT,
            TEXT,
            Sight.SEEN,
            HASH,
            quotes=(
                Quote(
                    "x1",
                    Outcome.VERIFIED,
                    100.0,
                    25,
                    44,
                    Location(TEXT, 2, 17, 2, 36),
                    "00:02:00",
                ),
                Quote(
                    "x2",
                    Outcome.MISSING,
                    83.3,
                    46,
                    61,
                    Location(TEXT, 2, 38, 2, 53),
                    "00:02:00",
                ),
            ),
        ),
    )


def test_of_these_files_alone(tmp_path: Path) -> None:
    two = NAMING.replace("source: int", "source: two")
    corpus, _ = load_study(write(tmp_path, {**NAMED, "evidence/north/two.yaml": two}))
    for only in ((), (INT,), ("evidence/north/two.yaml", INT), None):
        found = with_quotes(corpus, tmp_path, only).quoted
        wanted = ("evidence/north/two.yaml", INT) if only is None else only
        assert {one.file for one in found} == set(wanted)


@pytest.mark.parametrize(
    ("text", "sight"),
    [
        (None, Sight.ABSENT),
        (SPOKEN.encode("utf-16"), Sight.UNREADABLE),
    ],
)
def test_a_transcript_that_is_not_seen(text: bytes | None, sight: Sight, tmp_path: Path) -> None:
    (one,) = looked(tmp_path, {**NAMED, TEXT: text})
    assert (one.sight, one.quotes) == (sight, ())
    assert one.sha256 == (sha256(text).hexdigest() if text else "")


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("coder: ab", "words: notes"),
        ("consent: v2", "consent: {analysis: false}"),
        ("consent: v2", "consent: {withdrawn: true}"),
        ("We sit on the board.", "[...] [laughs]"),
    ],
)
def test_nothing_to_look_for(was: str, now: str, tmp_path: Path) -> None:
    typed = NAMING.replace(was, now)
    typed = typed.replace("The papers came late.", "'[inaudible]'")
    assert looked(tmp_path, {**NAMED, INT: typed, TEXT: None}) == () or "laughs" not in typed


def test_where_a_source_was_withdrawn_the_transcript_is_only_noticed(tmp_path: Path) -> None:
    typed = NAMING.replace("consent: v2", "consent: {withdrawn: true}")
    (one,) = looked(tmp_path, {**NAMED, INT: typed})
    assert one == Quoted("north", "int", INT, TEXT, Sight.SEEN)
    assert one.unopened


def test_what_the_lock_notes_stands_beside_it(tmp_path: Path) -> None:
    lock = f'format: gapcheck-lock/1\ntranscripts:\n  "{TEXT}": {"a" * 64}\n'
    (one,) = looked(tmp_path, {**NAMED, "gapcheck.lock": lock.encode()})
    assert (one.noted, one.sha256) == ("a" * 64, HASH)
    assert not one.unopened


def test_background_has_transcripts_too(tmp_path: Path) -> None:
    paper = (
        "source: paper\nkind: document\ndate: 2004\nauthor: council\n"
        f"transcript: {TEXT}\nexcerpts: [{{id: a, text: The papers came late.}}]\n"
    )
    files = {**NAMED, "evidence/national/paper.yaml": paper.encode()}
    assert [(one.lsp, one.source) for one in looked(tmp_path, files)] == [
        ("north", "int"),
        ("national", "paper"),
    ]


def quoted(path: str, sight: Sight, *outcomes: Outcome, sha: str = "a") -> Quoted:
    quotes = tuple(Quote(f"x{number}", one, 90) for number, one in enumerate(outcomes))
    return Quoted("north", path, INT, path, sight, sha, quotes=quotes)


def test_a_tally_counts_each_transcript_once() -> None:
    found = (
        quoted("a", Sight.SEEN, Outcome.VERIFIED, Outcome.MISSING),
        quoted("a", Sight.SEEN, Outcome.VERIFIED, Outcome.DOUBTFUL),
        quoted("b", Sight.ABSENT, sha=""),
        quoted("b", Sight.ABSENT, sha=""),
        quoted("c", Sight.OUTSIDE, sha=""),
        quoted("d", Sight.UNREADABLE),
        quoted("withdrawn", Sight.SEEN, sha=""),
    )
    assert tally(found) == Tally(4, 1, ("b",), 2, 1, 1)
    assert tally(()) == Tally(0, 0, (), 0, 0, 0)


LOCK = "gapcheck.lock"


@pytest.mark.parametrize(
    ("typed", "place", "why"),
    [
        (b"", "1:1-1:1", "it does not say that its format is gapcheck-lock/1"),
        (b"format: gapcheck-lock/1\n<<<<<<< HEAD\n", "2:1-2:1", "a merge was left unfinished here"),
        ("format".encode("utf-16"), "1:1-1:1", "the file is UTF-16, not UTF-8"),
        (
            b"format: gapcheck-lock/1\n#\n#\x07\n",
            "3:1-3:1",
            "the file holds U+0007 (a control character), which can hide or fake words",
        ),
    ],
)
def test_a_lock_that_cannot_be_read(typed: bytes, place: str, why: str, tmp_path: Path) -> None:
    assert said(tmp_path, {LOCK: typed}) == [
        f"{LOCK}:{place} error[broken-lock] the lock cannot be read: {why} | Mend this line, or "
        "take the file from version control again: until then nobody is told which transcripts "
        "and imperatives have changed. | out: what it notes of codes, decisions and transcripts "
        "that may have changed since"
    ]


def test_a_lock_that_is_a_link_and_one_that_leads_nowhere(tmp_path: Path) -> None:
    for name, target in (("a", SETTINGS), ("b", "nowhere")):
        (tmp_path / name).mkdir()
        (tmp_path / name / LOCK).symlink_to(target)
        (line,) = said(tmp_path / name)
        assert "the file is a symbolic link, and links are not followed" in line


def test_who_writes_the_lock_is_told_that_it_is_broken(tmp_path: Path) -> None:
    assert read_lock(tmp_path) == Lock()
    (tmp_path / LOCK).write_text("<<<<<<< HEAD\n")
    with pytest.raises(Broken, match="a merge was left unfinished here"):
        read_lock(tmp_path)
    (tmp_path / LOCK).unlink()
    (tmp_path / LOCK).mkdir()
    with pytest.raises(Broken, match="the file is a folder, not a file"):
        read_lock(tmp_path)


def test_a_sound_lock_says_nothing(tmp_path: Path) -> None:
    lock = f'format: gapcheck-lock/1\ntranscripts:\n  "{TEXT}": {"a" * 64}\n'
    assert said(tmp_path, {LOCK: lock.encode()}) == []
    corpus, _ = load_study(tmp_path)
    assert corpus.noted == {TEXT: "a" * 64}
