"""Packages that are broken or made to do harm: a clear message, little time, little memory."""

from __future__ import annotations

import io
import struct
import tracemalloc
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from xml.etree.ElementTree import tostring

import pytest

from gapcheck.importers.qdpx import package
from gapcheck.importers.qdpx.run import read_bytes
from gapcheck.model.brought import Fate
from gapcheck.model.unfit import Unfit

from .projects import Marked, Project, Text, code, element, guid

SAID = "We sit on the board."
PLAIN = Project([Text("one", SAID, [Marked(0, 20, ["seats"])])], [code("seats")])
AGAIN = "Export it once more from the program that it comes from."


def packed(files: Mapping[str, bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", how) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return held.getvalue()


def refused(data: bytes, name: str = "b.qdpx") -> tuple[str, str]:
    with pytest.raises(Unfit) as found:
        read_bytes(name, data)
    return found.value.message, found.value.help


def damaged(data: bytes, name: str) -> bytes:
    """The same package with one byte of an entry's check sum changed, in both places."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sum_ = struct.pack("<I", archive.getinfo(name).CRC)
    assert sum_ in data
    return data.replace(sum_, struct.pack("<I", struct.unpack("<I", sum_)[0] ^ 1))


def locked(data: bytes) -> bytes:
    """The same package with every entry marked as encrypted."""
    found = bytearray(data)
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = found.find(sign)
        while at >= 0:
            found[at + offset] |= 1
            at = found.find(sign, at + 4)
    return bytes(found)


def declaring(data: bytes, size: int, name: str) -> bytes:
    """The same package in which one entry says that it is of another size."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        real = archive.getinfo(name).file_size
    return data.replace(struct.pack("<I", real), struct.pack("<I", size))


@contextmanager
def within(mebibytes: int) -> Iterator[None]:
    tracemalloc.start()
    try:
        yield
        assert tracemalloc.get_traced_memory()[1] < mebibytes << 20
    finally:
        tracemalloc.stop()


BOMB = b"<Project>" + b" " * (60 << 20) + b"</Project>"

CASES: dict[str, tuple[Callable[[], bytes], str, str]] = {
    "nothing": (lambda: b"", "b.qdpx is no project: it is no whole zip file", AGAIN),
    "no zip": (
        lambda: b"PK\x03\x04 and so on",
        "b.qdpx is no project: it is no whole zip file",
        AGAIN,
    ),
    "half": (
        lambda: PLAIN.packed()[:-40],
        "b.qdpx is no project: it is no whole zip file",
        AGAIN,
    ),
    "no project": (
        lambda: packed({"readme.txt": b"hello"}),
        "b.qdpx holds no project: there is no file in it that ends in .qde",
        AGAIN,
    ),
    "two projects": (
        lambda: packed({"a.qde": PLAIN.xml(), "b/project.qde": PLAIN.xml()}),
        "b.qdpx holds 2 projects where there should be one: a.qde, b/project.qde",
        "Unzip it, and import each .qde file on its own.",
    ),
    "a zip in a zip": (
        lambda: packed({"inner/board.qdpx": PLAIN.packed()}),
        "b.qdpx is a zip file around the project inner/board.qdpx",
        "Unzip it, and import that.",
    ),
    "a bomb": (
        lambda: packed({"project.qde": BOMB}),
        "project.qde in b.qdpx is packed as nothing is that people write: "
        "it would only fill the memory",
        AGAIN,
    ),
    "two gigabytes by its own word": (
        lambda: declaring(PLAIN.packed(), 2 << 30, "project.qde"),
        "project.qde in b.qdpx is larger than 128 MiB",
        AGAIN,
    ),
    "another check sum": (
        lambda: damaged(PLAIN.packed(), "project.qde"),
        "project.qde in b.qdpx is damaged: what is in it is not what was put in",
        AGAIN,
    ),
    "a password": (
        lambda: locked(PLAIN.packed()),
        "project.qde in b.qdpx is locked with a password",
        AGAIN,
    ),
    "entities": (
        lambda: packed(
            {
                "project.qde": b'<!DOCTYPE p [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
                b"<Project>&b;</Project>"
            }
        ),
        "project.qde declares entities of its own, which a project never needs",
        "It may be made to do harm, and was not read.",
    ),
    "an entity from elsewhere": (
        lambda: packed(
            {
                "project.qde": b'<!DOCTYPE p [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
                b"<Project>&a;</Project>"
            }
        ),
        "project.qde declares entities of its own, which a project never needs",
        "It may be made to do harm, and was not read.",
    ),
    "malformed": (
        lambda: packed({"project.qde": b"<Project>\n  <Users></Project>"}),
        "project.qde is no whole XML: it breaks off at line 2, column 12",
        AGAIN,
    ),
    "an unknown encoding": (
        lambda: packed({"project.qde": b'<?xml version="1.0" encoding="klingon"?><Project/>'}),
        "project.qde is in an encoding that is not known here",
        "",
    ),
    "something else": (
        lambda: packed({"project.qde": b"<html/>"}),
        "b.qdpx is no project and no codebook: it begins with <html>",
        "What can be read is REFI-QDA: .qdpx, .qde and .qdc.",
    ),
    "endlessly deep": (
        lambda: packed(
            {"project.qde": b"<Project>" + b"<a>" * 300 + b"</a>" * 300 + b"</Project>"}
        ),
        "project.qde is nested more than 200 levels deep",
        "",
    ),
    "too many files": (
        lambda: packed({f"{each}": b"" for each in range(12)}),
        "b.qdpx holds 12 files, and 10 are allowed",
        "",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_it_is_refused_with_what_is_wrong(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MOST_ENTRIES", 10)
    make, message, advice = CASES[case]
    data = make()
    with within(40):
        assert refused(data) == (message, advice)


def test_a_bomb_that_hides_its_size_is_stopped_while_it_unfolds() -> None:
    data = declaring(packed({"project.qde": BOMB}), 900, "project.qde")
    assert len(data) < 70_000
    with within(40):
        message, _ = refused(data)
    assert message.startswith("project.qde in b.qdpx is ")


def test_a_text_that_cannot_be_read_costs_that_source_alone() -> None:
    texts = [Text("one", SAID, [Marked(0, 20, ["seats"])]), Text("two", "B" * 5)]
    data = damaged(Project(texts, [code("seats")]).packed(), f"sources/{guid('two')}.txt")
    found = read_bytes("b.qdpx", data)
    assert [each.text for each in found.documents] == [SAID, None]
    left = [each for each in found.tallies if each.fate is Fate.LEFT]
    assert [(each.what, each.why) for each in left] == [
        (
            "sources without a text",
            "Their text is damaged: what is in it is not what was put in.",
        )
    ]


def test_all_that_is_read_together_has_a_limit_too(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [Text(f"t{each}", f"{each} " * 900) for each in range(3)]
    project = Project(texts)
    monkeypatch.setattr(package, "MOST_ALL", len(project.xml()) + 2500)
    found = read_bytes("b.qdpx", project.packed())
    assert [each.text is None for each in found.documents] == [False, True, True]


def test_names_that_lead_out_of_the_package_are_read_by_nobody(tmp_path: Path) -> None:
    text = element("TextSource", guid=guid("t"), plainTextPath="internal://../../secret.txt")
    root = tostring(element("Project", element("Sources", text)))
    data = packed({"project.qde": root, "../../secret.txt": b"x", "..\\evil.txt": b"y"})
    (tmp_path / "secret.txt").write_text("from the disk")
    found = read_bytes("b.qdpx", data)
    assert "from the disk" not in repr(found)
    why = "Their names lead out of the package."
    assert (2, "files of the package", why) in [
        (each.count, each.what, each.why) for each in found.tallies
    ]


def test_a_bare_file_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gapcheck.importers.qdpx.run.MOST_XML", 1 << 20)
    assert refused(b"<Project>" + b" " * (2 << 20), "b.qde")[0] == "b.qde is larger than 1 MiB"
