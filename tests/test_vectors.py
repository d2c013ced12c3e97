"""Remembered vectors: exact, without words, and gone without where anything is wrong with them."""

from __future__ import annotations

import sqlite3
import stat
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from gapcheck.cache import FOLDER
from gapcheck.vectors import Vectors

MARK = b"a model"
VECTOR = np.array([0.1, -2 / 3, 1e-17])


def kept(folder: Path, text: str = "Pay grants.") -> Vectors:
    vectors = Vectors(folder)
    vectors.remember(MARK, {text: VECTOR})
    return vectors


def test_what_was_remembered_is_the_same_to_the_last_bit(tmp_path: Path) -> None:
    vectors = kept(tmp_path)
    found = vectors.known(MARK, ["Pay grants.", "Pay grants.", "Pay"])
    assert list(found) == ["Pay grants."]
    assert found["Pay grants."].tobytes() == VECTOR.tobytes()


def test_another_model_knows_nothing_of_it(tmp_path: Path) -> None:
    assert kept(tmp_path).known(b"another", ["Pay grants."]) == {}


def test_the_file_holds_no_word_and_is_for_its_owner_alone(tmp_path: Path) -> None:
    kept(tmp_path / "new", "Qmarked words")
    file = tmp_path / "new" / "vectors.sqlite"
    assert b"qmarked" not in file.read_bytes().lower()
    if sys.platform != "win32":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_without_a_folder_nothing_is_remembered() -> None:
    vectors = Vectors()
    vectors.remember(MARK, {"Pay": VECTOR})
    assert vectors.known(MARK, ["Pay"]) == {}


def test_they_lie_where_all_that_is_remembered_lies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(FOLDER, str(tmp_path))
    assert Vectors.here() == Vectors(tmp_path)


@pytest.mark.parametrize(
    "held", [b"this is no database at all, whatever its name" * 99, b"\0" * 9999]
)
def test_a_broken_file_is_made_anew(tmp_path: Path, held: bytes) -> None:
    (tmp_path / "vectors.sqlite").write_bytes(held)
    kept(tmp_path)
    assert kept(tmp_path).known(MARK, ["Pay grants."])


def test_a_vector_that_was_changed_is_not_believed(tmp_path: Path) -> None:
    vectors = kept(tmp_path)
    link = sqlite3.connect(tmp_path / "vectors.sqlite")
    link.execute("UPDATE vectors SET vector = zeroblob(24)")
    link.commit()
    link.close()
    assert vectors.known(MARK, ["Pay grants."]) == {}


def test_a_file_of_another_form_is_made_anew(tmp_path: Path) -> None:
    link = sqlite3.connect(tmp_path / "vectors.sqlite")
    link.execute("CREATE TABLE vectors (something)")
    link.close()
    assert kept(tmp_path).known(MARK, ["Pay grants."])


def test_a_locked_file_or_an_impossible_folder_is_gone_without(tmp_path: Path) -> None:
    vectors = kept(tmp_path)
    link = sqlite3.connect(tmp_path / "vectors.sqlite", isolation_level=None)
    link.execute("BEGIN EXCLUSIVE")
    vectors.remember(MARK, {"Pay": VECTOR})
    assert vectors.known(MARK, ["Pay grants."]) == {}
    link.close()
    assert vectors.known(MARK, ["Pay grants."])
    (tmp_path / "file").touch()
    assert kept(tmp_path / "file").known(MARK, ["Pay grants."]) == {}


def test_what_is_old_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    vectors = kept(tmp_path)
    later = time.time() + 91 * 24 * 3600
    monkeypatch.setattr(time, "time", lambda: later)
    vectors.remember(MARK, {"Pay": VECTOR})
    assert set(vectors.known(MARK, ["Pay", "Pay grants."])) == {"Pay"}
