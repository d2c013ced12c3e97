"""Opening a transcript: a plain text within the study, and nothing else, whatever its name."""

from __future__ import annotations

import os
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from gapcheck.model.choices import Sight
from gapcheck.transcripts import shelf as module
from gapcheck.transcripts.paths import outside, unsuited
from gapcheck.transcripts.shelf import Look, Shelf, look

PATH = "transcripts/int.txt"


def lay(root: Path, data: bytes | str, path: str = PATH) -> Path:
    place = root / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(data.encode() if isinstance(data, str) else data)
    return root


def told(one: Look) -> tuple[str, str]:
    return str(one.sight), one.why


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("../int.txt", "leads upwards with `..`"),
        ("transcripts/../../int.txt", "leads upwards with `..`"),
        ("transcripts/..", "leads upwards with `..`"),
        ("/home/int.txt", "begins outside of the study"),
        ("~/int.txt", "begins outside of the study"),
        ("C:/int.txt", "begins outside of the study"),
        ("c:int.txt", "begins outside of the study"),
        ("\\\\server\\int.txt", "begins outside of the study"),
        ("transcripts\\int.txt", "is written with backslashes"),
        ("https://example.org/int.txt", "is an address, not a path"),
        ("file:///int.txt", "is an address, not a path"),
    ],
)
def test_outside(path: str, why: str, tmp_path: Path) -> None:
    assert outside(path) == why
    lay(tmp_path, "We sat.", "int.txt")
    root = tmp_path / "study"
    root.mkdir()
    assert look(root, path) == Look(Sight.OUTSIDE, why)
    assert not Shelf(root).holds(path)


@pytest.mark.parametrize("path", [PATH, "int.txt", "a..b/int.txt", "...txt/int.md", "xy:z/int.srt"])
def test_inside(path: str) -> None:
    assert outside(path) == ""
    assert unsuited(path) == ("", "")


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("a.docx", "a Word document, and only plain texts are read"),
        ("a.DOC", "a Word document, and only plain texts are read"),
        ("a.odt", "an OpenDocument text, and only plain texts are read"),
        ("a.rtf", "a rich text, and only plain texts are read"),
        ("a.pdf", "a PDF, and only plain texts are read"),
        ("a.mp3", "named without one of the endings .txt, .md, .vtt, .srt"),
        ("a", "named without one of the endings .txt, .md, .vtt, .srt"),
        ("a.txt.bak", "named without one of the endings .txt, .md, .vtt, .srt"),
        ("a/.txt", "named without one of the endings .txt, .md, .vtt, .srt"),
    ],
)
def test_other_kinds_of_file_are_told_whether_they_are_there_or_not(
    path: str, why: str, tmp_path: Path
) -> None:
    for root in (tmp_path, lay(tmp_path, "We sat.", path)):
        found = look(root, path)
        assert told(found) == ("unreadable", why)
        assert found.help.startswith("Save it as plain text (UTF-8), and name that file")
        assert not found.sha256


@pytest.mark.parametrize("name", ["int.txt", "INT.TXT", "int.md", "int.vtt", "int.srt"])
def test_a_text_is_seen(name: str, tmp_path: Path) -> None:
    found = look(lay(tmp_path, "We sat.\n", name), name)
    assert (found.sight, found.sha256) == (Sight.SEEN, sha256(b"We sat.\n").hexdigest())
    assert found.transcript is not None
    assert (found.transcript.path, found.transcript.text) == (name, "We sat.\n")


def test_a_byte_order_mark_is_no_character_of_it(tmp_path: Path) -> None:
    found = look(lay(tmp_path, b"\xef\xbb\xbfWe sat."), PATH)
    assert found.transcript is not None
    assert found.transcript.text == "We sat."
    assert found.sha256 == sha256(b"\xef\xbb\xbfWe sat.").hexdigest()


@pytest.mark.parametrize(
    ("data", "why"),
    [
        ("We sat.".encode("utf-16"), "encoded in UTF-16, not UTF-8"),
        (b"\xfe\xff" + "We sat.".encode("utf-16-be"), "encoded in UTF-16, not UTF-8"),
        ("We sat.".encode("utf-16-le"), "no plain text: it holds characters that no text has"),
        ("We sat – there".encode("cp1252"), "not encoded in UTF-8 (byte 8)"),
        (b"PK\x03\x04\x14\x00", "a Word or OpenDocument file by another name"),
        (b"%PDF-1.7\n", "a PDF by another name"),
        (b"{\\rtf1 We sat.}", "a rich text by another name"),
        (b"", "without a word in it"),
        (b"\n [00:01:10]\n", "without a word in it"),
    ],
)
def test_what_is_no_text(data: bytes, why: str, tmp_path: Path) -> None:
    found = look(lay(tmp_path, data), PATH)
    assert told(found) == ("unreadable", why)
    assert found.help == "Save it again as plain text with the encoding UTF-8."
    # So that its mending is noticed.
    assert found.sha256 == sha256(data).hexdigest()
    assert found.transcript is None


@pytest.mark.parametrize(
    "path", [PATH, "transcripts", "transcripts/deeper/int.txt", f"{'long' * 100}.txt"]
)
def test_what_is_not_there(path: str, tmp_path: Path) -> None:
    found = look(tmp_path, path if path.endswith(".txt") else f"{path}.txt")
    assert found.sight is (Sight.UNREADABLE if "long" in path else Sight.ABSENT)
    assert not Shelf(tmp_path).holds(path)


def test_a_file_in_the_place_of_its_folder(tmp_path: Path) -> None:
    assert look(lay(tmp_path, "We sat.", "transcripts"), PATH).sight is Sight.ABSENT


def test_links_are_not_followed(tmp_path: Path) -> None:
    root = tmp_path / "study"
    lay(tmp_path, "We sat.", "secret/int.txt")
    root.mkdir()
    (root / "transcripts").symlink_to(tmp_path / "secret")
    (root / "int.txt").symlink_to(tmp_path / "secret/int.txt")
    (root / "gone.txt").symlink_to(tmp_path / "gone")
    for path in (PATH, "int.txt", "gone.txt"):
        assert told(look(root, path)) == ("outside", "leads over a symbolic link")


def test_a_folder_and_a_pipe(tmp_path: Path) -> None:
    (tmp_path / "transcripts/int.txt").mkdir(parents=True)
    assert told(look(tmp_path, PATH)) == ("unreadable", "a folder, not a file")
    os.mkfifo(tmp_path / "pipe.txt")
    found = look(tmp_path, "pipe.txt")
    assert told(found) == ("unreadable", "a pipe, not a file")
    assert found.help == "Put a plain file in its place that you may read."


def test_one_that_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LIMIT", 1 << 20)
    lay(tmp_path, b"a " * (1 << 19))
    assert look(tmp_path, PATH).sight is Sight.SEEN
    lay(tmp_path, b"a " * (1 << 19) + b".")
    assert told(look(tmp_path, PATH)) == ("unreadable", "larger than 1 MiB")


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are others there")
@pytest.mark.skipif(os.name == "posix" and os.geteuid() == 0, reason="root may read everything")
def test_one_that_is_closed(tmp_path: Path) -> None:
    (lay(tmp_path, "We sat.") / PATH).chmod(0)
    assert look(tmp_path, PATH).sight is Sight.UNREADABLE


def test_a_shelf_opens_each_once_in_a_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    plain = module.look

    def noted(root: Path, path: str) -> Look:
        opened.append(path)
        return plain(root, path)

    monkeypatch.setattr(module, "look", noted)
    shelf = Shelf(lay(lay(tmp_path, "We sat."), "We stood.", "transcripts/two.txt"))
    for path in (PATH, PATH, "transcripts/two.txt", "transcripts/two.txt", PATH):
        found = shelf.look(path)
        assert found.transcript is not None
        assert found.transcript.path == path
    assert opened == [PATH, "transcripts/two.txt", PATH]


def test_that_one_is_there_is_seen_without_opening_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert Shelf(tmp_path).holds("pipe.txt")
    (tmp_path / "link.txt").symlink_to("nowhere")
    assert Shelf(tmp_path).holds("link.txt")
    assert not Shelf(tmp_path).holds("no\0.txt")
