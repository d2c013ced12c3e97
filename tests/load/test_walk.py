"""Which files are read, which are named as unread, and which are passed over."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from gapcheck.source import files as source_files

from .studies import INT, LSP, POLICY, SETTINGS, SOUND, Files, line, loaded, named, said, write

DOC = "source: doc\nkind: document\ndate: 2004\nauthor: vcs\nexcerpts: [{id: x1, text: a}]\n"
COPY = (
    "warning[unread-file] this file is not read: it looks like a copy that a sync program or file "
    "manager left | Compare it with its original, keep what is right there, and delete the copy."
)
SUFFIX = "warning[unread-file] this file is not read: only names that end in .yaml or .yml are read"
HIDDEN = "is not read: names that begin with a dot are hidden | Rename or move it."


def test_a_sound_study_is_silent(tmp_path: Path) -> None:
    corpus, found = loaded(tmp_path)
    assert found == ()
    assert corpus.files == len(SOUND)
    assert named(corpus) == [
        "policy guidance",
        "guidance/seats",
        "guidance/papers",
        "lsp north",
        "int x1 guidance/seats",
        "int x2 guidance/papers",
        "survey q1 guidance/seats",
        "int by cd",
        "signed guidance/seats",
    ]


def test_nothing_at_all(tmp_path: Path) -> None:
    nothing: Files = dict.fromkeys(SOUND)
    assert said(tmp_path, nothing) == [
        "evidence:1:1-1:1 error[empty-study] evidence/ holds no partnership that can be used | "
        "`gapcheck new partnership NAME` writes a first one; `gapcheck init --example` shows many.",
        "policies:1:1-1:1 error[empty-study] policies/ holds no policy that can be used | "
        "`gapcheck new policy NAME` writes a first one; `gapcheck init --example` shows many.",
    ]


@pytest.mark.parametrize("folder", ["policies", "evidence"])
@pytest.mark.parametrize("made", ["folder", "file"])
def test_an_empty_folder_and_a_file_in_its_place(tmp_path: Path, folder: str, made: str) -> None:
    place = tmp_path / folder
    place.mkdir() if made == "folder" else place.write_text("a")
    kept = {path: None if path.startswith(folder) else typed for path, typed in SOUND.items()}
    assert [one for one in said(tmp_path, kept) if "empty-study" in one] == [
        f"{folder}:1:1-1:1 error[empty-study] {folder}/ holds no "
        f"{'policy' if folder == 'policies' else 'partnership'} that can be used | "
        f"`gapcheck new {'policy' if folder == 'policies' else 'partnership'} NAME` writes a first "
        "one; `gapcheck init --example` shows many."
    ]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("doc.yaml", ""),
        ("doc.yml", ""),
        ("doc.YAML", ""),
        ("notes.yaml.txt", f"{SUFFIX} | Rename it to notes.yaml."),
        ("notes.YML.bak", f"{SUFFIX} | Rename it to notes.YML."),
        ("notes.txt", f"{SUFFIX} | Move it elsewhere."),
        ("notes", f"{SUFFIX} | Move it elsewhere."),
        ("doc.json", f"{SUFFIX} | Move it elsewhere."),
        ("doc.yaml~", f"{SUFFIX} | Move it elsewhere."),
        (".doc.yaml", f"warning[unread-file] this file {HIDDEN}"),
        (".doc.yaml.swp", f"warning[unread-file] this file {HIDDEN}"),
        ("~$doc.yaml", ""),
        (".DS_Store", ""),
        ("desktop.ini", ""),
        ("Thumbs.db", ""),
        (".gitkeep", ""),
        ("README.md", ""),
        ("readme.yaml", ""),
        ("README", ""),
        ("doc (Jo's conflicted copy 2004-05-12).yaml", COPY),
        ("doc.sync-conflict-20040512-101112-ABCDEFG.yaml", COPY),
        ("doc-DESKTOP-AB12CD3.yaml", COPY),
        ("doc-LAPTOP-AB12CD3.yaml", COPY),
        ("doc-MacBook Pro.yaml", COPY),
        ("doc (1).yaml", COPY),
        ("doc copy.yaml", COPY),
        ("doc copy 2.yaml", COPY),
        ("doc - Copy.yaml", COPY),
    ],
)
@pytest.mark.parametrize("folder", ["evidence/north", "evidence/national"])
def test_what_becomes_of_a_file(tmp_path: Path, folder: str, name: str, expected: str) -> None:
    path = f"{folder}/{name}"
    told = f"{path}:1:1-1:1 {expected}"
    assert said(tmp_path, {path: DOC}) == ([told] if expected else [])


@pytest.mark.parametrize("name", ["doc-laptop-scheme", "desktop-review", "hard-copy", "doc-copy"])
def test_an_id_is_not_taken_for_a_copy(tmp_path: Path, name: str) -> None:
    files = {f"evidence/north/{name}.yaml": DOC.replace("source: doc", f"source: {name}")}
    assert said(tmp_path, files) == []


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (
            "evidence/doc.yaml",
            "evidence/doc.yaml:1:1-1:1 warning[unread-file] this file is not read: a file here "
            "belongs to no partnership | Move it into a folder.",
        ),
        (
            "evidence/north/2004/may/doc.yaml",
            "evidence/north/2004/may/doc.yaml:1:1-1:1 warning[unread-file] this file is not read: "
            "it lies too deep | Move it up into north/.",
        ),
        (
            "evidence/north/lsp.yml",
            "evidence/north/lsp.yml:1:1-1:1 warning[unread-file] this file is not read: there is "
            "one already | Delete or rename it.",
        ),
        (
            "evidence/north/signoff.yml",
            "evidence/north/signoff.yml:1:1-1:1 warning[unread-file] this file is not read: there "
            "is one already | Delete or rename it.",
        ),
        (
            "evidence/national/lsp.yaml",
            "evidence/national/lsp.yaml:1:1-1:1 warning[unread-file] this file is not read: "
            "background belongs to no partnership | Delete or rename it.",
        ),
        (
            "evidence/.stversions/lsp.yaml",
            f"evidence/.stversions:1:1-1:1 warning[unread-file] this folder {HIDDEN}",
        ),
        (
            "policies/.obsidian/a.yaml",
            f"policies/.obsidian:1:1-1:1 warning[unread-file] this folder {HIDDEN}",
        ),
        (
            "evidence/north/.git/a.yaml",
            f"evidence/north/.git:1:1-1:1 warning[unread-file] this folder {HIDDEN}",
        ),
    ],
)
def test_files_in_a_wrong_place(tmp_path: Path, path: str, expected: str) -> None:
    assert said(tmp_path, {path: DOC}) == [expected]


@pytest.mark.parametrize("folder", ["north", "national"])
def test_a_policy_under_evidence(tmp_path: Path, folder: str) -> None:
    path = f"evidence/{folder}/compact.yaml"
    assert said(tmp_path, {path: SOUND[POLICY]}) == [
        f"{path}:1:1-1:1 warning[unread-file] this file is not read: it is a policy | "
        "Move it into policies/."
    ]


def test_policies_may_lie_deeper(tmp_path: Path) -> None:
    files: Files = {POLICY: None, "policies/a.yaml/b/guidance.yml": SOUND[POLICY]}
    assert said(tmp_path, files) == []


def test_a_folder_named_like_a_file(tmp_path: Path) -> None:
    (tmp_path / "evidence/north/doc.yaml").mkdir(parents=True)
    (tmp_path / SETTINGS).mkdir()
    assert said(tmp_path, {SETTINGS: None, INT: None, "evidence/north/int.cd.yaml": None}) == [
        "gapcheck.yaml:1:1-1:1 error[unreadable-file] the file is a folder, not a file |  | "
        "out: the whole file"
    ]


LINKED = "error[unreadable-file] the file is a symbolic link, and links are not followed | "
FOLDER = (
    "error[unreadable-file] the folder is a symbolic link, and links are not followed | "
    "Put the folder itself in the place of the link. | out: the whole folder"
)


@pytest.mark.parametrize(
    ("link", "target", "expected"),
    [
        ("evidence/north/doc.yaml", "int.yaml", f"{LINKED} | out: the whole source"),
        ("evidence/north/doc.yaml", "doc.yaml", f"{LINKED} | out: the whole source"),
        ("evidence/north/doc.yaml", "/dev/null", f"{LINKED} | out: the whole source"),
        ("evidence/north/doc.yaml", "nowhere", f"{LINKED} | out: the whole source"),
        ("policies/a.yaml", "guidance.yaml", f"{LINKED} | out: the whole policy"),
        ("policies/a", ".", FOLDER),
        ("policies/a.yaml", "..", FOLDER),
        ("evidence/south", "north", FOLDER),
        ("evidence/north/deep", "../..", FOLDER),
        ("evidence/north/notes", "notes", f"{SUFFIX} | Move it elsewhere."),
    ],
)
def test_links_are_not_followed(tmp_path: Path, link: str, target: str, expected: str) -> None:
    write(tmp_path)
    (tmp_path / link).symlink_to(target)
    assert said(tmp_path) == [f"{link}:1:1-1:1 {expected}"]


def test_a_pipe_does_not_hold_the_program_up(tmp_path: Path) -> None:
    write(tmp_path)
    os.mkfifo(tmp_path / "evidence/north/doc.yaml")
    assert said(tmp_path) == [
        "evidence/north/doc.yaml:1:1-1:1 error[unreadable-file] the file is a pipe, not a file | "
        " | out: the whole source"
    ]


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (PermissionError(13, "no"), "closed to you: its permissions do not let you read it"),
        (FileNotFoundError(2, "no"), "gone: it vanished while the study was read"),
    ],
)
def test_a_file_that_cannot_be_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, why: str
) -> None:
    opened = os.open

    def refuse(path: str | Path, flags: int) -> int:
        if Path(path).name == "survey.yaml":
            raise error
        return opened(path, flags)

    monkeypatch.setattr(os, "open", refuse)
    assert said(tmp_path) == [
        f"evidence/north/survey.yaml:1:1-1:1 error[unreadable-file] the file is {why} |  | "
        "out: the whole source"
    ]


def test_a_file_that_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert source_files.LIMIT == 1 << 20
    large = str(SOUND[INT]).encode() + b"#" * source_files.LIMIT
    assert said(tmp_path, {INT: large})[-1:] == [
        "evidence/north/int.yaml:1:1-1:1 error[unreadable-file] the file is larger than 1,024 KiB; "
        "split it into several sources |  | out: the whole source"
    ]


@pytest.mark.parametrize("folder", ["policies", "evidence", "evidence/north"])
def test_a_folder_that_cannot_be_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    listed = Path.iterdir

    def refuse(path: Path) -> object:
        if path == tmp_path / folder:
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(Path, "iterdir", refuse)
    expected = (
        f"{folder}:1:1-1:1 error[unreadable-file] the folder cannot be opened: Permission denied | "
        "Mend its permissions; nothing in it was read. | out: the whole folder"
    )
    assert expected in said(tmp_path)


def test_a_folder_whose_files_cannot_be_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a folder with the permission to list but not to enter, every look raises."""
    looked = Path.is_dir

    def refuse(path: Path) -> bool:
        if path.name == "survey.yaml":
            raise PermissionError(13, "Permission denied")
        return looked(path)

    monkeypatch.setattr(Path, "is_dir", refuse)
    assert said(tmp_path) == []


def test_a_name_in_another_encoding(tmp_path: Path) -> None:
    write(tmp_path)
    name = os.fsdecode(b"caf\xe9.txt")
    try:
        (tmp_path / "evidence/north" / name).write_text("a")
    except (OSError, UnicodeError):  # macOS and Windows have no such names
        pytest.skip("this file system knows only Unicode")
    assert said(tmp_path) == [rf"evidence/north/caf\xe9.txt:1:1-1:1 {SUFFIX} | Move it elsewhere."]


def test_only_the_partnerships_asked_for_are_opened(tmp_path: Path) -> None:
    from gapcheck.load.study import load_study  # noqa: PLC0415

    write(tmp_path, {**SOUND, "evidence/south/lsp.yaml": "", "evidence/national/doc.yaml": DOC})
    corpus, found = load_study(tmp_path, ("north",))
    assert ([line(one) for one in found], corpus.files) == ([], len(SOUND) + 1)
    assert [one.id for one in corpus.background] == ["doc"]
    assert LSP.startswith("evidence/north")
