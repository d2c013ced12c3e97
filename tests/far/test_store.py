"""How a study is listed and read at an address: few journeys, hostile names, files that go."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.calls import Call
from cli.studies import SOUND, study

from gapcheck.analysis import examine
from gapcheck.checks.asking import Asking
from gapcheck.far.stores import opened, store_of
from gapcheck.far.tree import tree_below
from gapcheck.source.files import at
from gapcheck.sweep.run import check_study

from .places import Wire, in_memory, memory, over_a_wire
from .test_same_bytes import same

INT = "evidence/northtown/int-vcs-01.yaml"


def test_few_journeys(call: Call, wire: type[Wire], tmp_path: Path) -> None:
    url = over_a_wire(study(tmp_path / "s"))
    assert call("check", "--study", url).code == 0
    listed = sorted(one for one in wire.calls if one.startswith("ls"))
    assert listed == [
        "ls far",
        "ls far/evidence",
        "ls far/evidence/northtown",
        "ls far/evidence/southby",
        "ls far/policies",
    ]
    together = [one for one in wire.calls if one.startswith("at once")]
    # The settings; the policies; the partnerships; their sources; those with the same words, anew.
    assert together == [f"at once {number}" for number in (1, 1, 2, 3, 2)]
    assert sum(one.startswith("cat") for one in wire.calls) == len(SOUND) + 2
    assert not any(one.startswith("info") for one in wire.calls)


def told(root: Path) -> set[tuple[str, str]]:
    _, found = check_study(root, Asking(), {})
    assert found == examine(root, limit=False)[1]
    return {(one.location.path, one.message) for one in found}


def test_a_file_that_vanishes(tmp_path: Path) -> None:
    root = opened(in_memory(study(tmp_path / "s")))
    memory().rm_file(f"/far/{INT}")
    assert (INT, "the file is gone: it vanished while the study was read") in told(root)


FAULTS = {
    "closed": (
        PermissionError("secret"),
        "closed to you: its permissions do not let you read it",
    ),
    "broken": (OSError(5, "secret"), "not readable: OSError"),
    "odd": (ValueError("secret"), "not readable: ValueError"),
}


@pytest.mark.parametrize(("error", "why"), FAULTS.values(), ids=FAULTS)
def test_a_file_that_cannot_be_had(
    wire: type[Wire], tmp_path: Path, error: Exception, why: str
) -> None:
    root = opened(over_a_wire(study(tmp_path / "s")))
    wire.broken = {f"far/{INT}": error}
    assert (INT, f"the file is {why}") in told(root)


def test_a_store_that_goes_away_ends_the_run(
    call: Call, wire: type[Wire], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = over_a_wire(study(tmp_path / "s"))

    def cut(root: Path, *words: object, **more: object) -> object:
        wire.cut = ConnectionError("secret")
        return examine(root)

    monkeypatch.setattr("gapcheck.cli.listing.examine", cut)
    done = call("list", "sources", "--study", url)
    assert (done.code, done.out, done.err) == (
        2,
        "",
        "wire://far cannot be reached (ConnectionError).\n",
    )


def test_hostile_names(call: Call, tmp_path: Path) -> None:
    root = study(tmp_path / "s")
    url = in_memory(root)
    for name in (
        "/far/../outside.yaml",
        "/far/evidence/northtown/../../../int.yaml",
        "/far/evidence/northtown/a\0b.yaml",
        "/farther/evidence/northtown/int.yaml",
    ):
        memory().store[name] = memory().store[f"/far/{INT}"]
    # Names that a disk may have too.
    for name in ("\x1b[31m.yaml", "<b>'\".yaml", "a\nb.yaml", "über.yaml", "x" * 200 + ".yaml"):
        (root / "evidence/northtown" / name).write_text("source: [")
        memory().pipe_file(f"/far/evidence/northtown/{name}", b"source: [")
    for form in ("json", "terminal", "sarif"):
        same(call, root, url, "check", "-f", form)


def test_what_leads_out_of_a_study_leads_nowhere(tmp_path: Path) -> None:
    root = opened(in_memory(study(tmp_path / "s")))
    memory().pipe_file("/secret.txt", b"secret")
    for path in (root / "../secret.txt", root / "..", root.parent, root / "evidence/.."):
        assert not at(path).exists()


class Listed:
    """A file system that lists what a test says."""

    def __init__(self, top: str, *names: str) -> None:
        self.top, self.names = top, names

    def invalidate_cache(self) -> None:
        pass

    def find(self, top: str, *, withdirs: bool, detail: bool) -> dict[str, dict[str, object]]:
        return {name: {"name": name, "type": "file", "size": 1} for name in self.names}


STORES = {
    "objects that stand for folders": (
        "bucket/study",
        ("bucket/study/evidence/", "bucket/study/evidence/a/lsp.yaml"),
        ["evidence/a/lsp.yaml"],
    ),
    "slashes too many": ("bucket", ("bucket//evidence//a.yaml",), ["evidence/a.yaml"]),
    "a neighbour": ("bucket/study", ("bucket/study-2/a.yaml", "bucket/study"), []),
    "a whole file system": ("", ("evidence/a.yaml",), ["evidence/a.yaml"]),
    "a server's page": (
        "https://host/study",
        (
            "https://host/study/?C=N;O=D",
            "https://host/study/my%20notes.yaml",
            "https://host/study/%2e%2e/a",
            "https://host/",
        ),
        ["my notes.yaml"],
    ),
}


@pytest.mark.parametrize(("top", "names", "files"), STORES.values(), ids=STORES)
def test_how_stores_name_things(top: str, names: tuple[str, ...], files: list[str]) -> None:
    assert list(tree_below(Listed(top, *names), top).files) == files


@pytest.mark.skipif(not hasattr(Path, "symlink_to"), reason="links are made as POSIX makes them")
def test_a_link_is_not_there(tmp_path: Path) -> None:
    root = study(tmp_path / "s")
    (root / "evidence/northtown/link.yaml").symlink_to("/etc/passwd")
    (root / "evidence/loop").symlink_to(root)
    store = store_of(opened(root.as_uri()))
    assert store is not None
    assert sorted(store.tree.files) == sorted(SOUND)


def test_a_closed_folder_is_told_as_on_a_disk(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = over_a_wire(study(tmp_path / "s"))
    ls = Wire._ls

    async def closed(self: Wire, path: str, **more: object) -> object:
        if path.endswith("southby"):
            raise PermissionError
        return await ls(self, path)

    monkeypatch.setattr(Wire, "_ls", closed)
    (found,) = (
        one
        for one in call("check", "--study", url, "-f", "json").json["diagnostics"]
        if one["rule"] == "unreadable-file"
    )
    assert (found["path"], found["message"]) == (
        "evidence/southby",
        "the folder cannot be opened: Permission denied",
    )
