"""What participants were promised, of every byte that the program leaves anywhere on the disk.

Each command runs in a process of its own, whose home, cache and folder for temporary files lie
where they can be searched. Beside the study's own files none may hold a marker word.
"""

from __future__ import annotations

import subprocess
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from matchers.tiny_model import lay

from gapcheck.cache import FOLDER
from gapcheck.cli.commands import COMMANDS
from gapcheck.exporters.kinds import FOLDERS, RECORDS
from gapcheck.reports.agreement_formats import AGREEMENT_FORMATS
from gapcheck.reports.check_formats import CHECK_FORMATS
from gapcheck.reports.exports import EXPORTS
from gapcheck.reports.formats import FORMATS
from gapcheck.reports.match_formats import MATCH_FORMATS

from .calls import alone
from .studies import study
from .test_promises import FILES, MARKS


@dataclass(frozen=True)
class Sandbox:
    """A study with planted markers, and everywhere else that the program might write."""

    study: Path
    around: Path
    files: Collection[str] = frozenset(FILES)

    def __call__(self, *words: str) -> subprocess.CompletedProcess[bytes]:
        return alone(*words, cwd=self.study, **self.environment())

    def environment(self) -> Mapping[str, str]:
        names = {"HOME": "home", "XDG_CACHE_HOME": "cache", FOLDER: "own-cache", "TMPDIR": "tmp"}
        names |= {"XDG_STATE_HOME": "state", "XDG_DATA_HOME": "data", "XDG_RUNTIME_DIR": "run"}
        for name in names.values():
            (self.around / name).mkdir(exist_ok=True)
        return {key: str(self.around / name) for key, name in names.items()}

    def written(self) -> Iterator[Path]:
        own = {self.study / name for name in self.files}
        for path in (*self.around.rglob("*"), *self.study.rglob("*")):
            if path.is_file() and path not in own:
                yield path


@pytest.fixture
def sandbox(tmp_path: Path) -> Sandbox:
    around = tmp_path / "around"
    lay(around / "tiny")
    return Sandbox(study(tmp_path / "study", FILES), around)


REFUSED = ("report", "--audience", "public", "-o", "public.md")
"""Words that were taken back are still there, so there is nothing for the public."""


CALLS: tuple[tuple[str, ...], ...] = (
    ("check",),
    ("check",),
    *(("check", "-f", form, "-o", f"check.{form}") for form in ("terminal", *CHECK_FORMATS)),
    ("check", "--audience", "public", "--strict"),
    ("check", "--baseline", "known.json", "--write-baseline"),
    ("check", "--baseline", "known.json", "-o", "known.txt"),
    *(("report", "-f", form, "-o", f"report.{form}") for form in ("terminal", *FORMATS)),
    ("report", "northtown", "-o", "northtown.md"),
    *(("report", "northtown", "--brief", "-o", f"brief.{each}") for each in ("md", "html", "docx")),
    ("report", "northtown", "-o", "northtown.docx"),
    ("report", "-o", "overview.docx"),
    ("explain", "pay-in-advance", "-o", "explained.txt"),
    *(
        ("export", kind, "-f", form, "-o", f"{kind}.{form}")
        for kind, forms in EXPORTS.items()
        for form in forms
    ),
    *(("export", kind, "-o", f"records.{kind}") for kind in RECORDS),
    *(("export", kind, "-o", f"tables.{kind}", "--report", "lost.json") for kind in FOLDERS),
    ("import", "records.qdpx", "--update", "--report", "loss.json"),
    ("import", "records.qdpx", "--update", "--dry-run"),
    ("report", "northtown", "--sensitivity", "-o", "sensitivity.md"),
    ("report", "--beyond-policy", "-o", "beyond.html"),
    ("plan", "northtown", "-o", "plan.docx"),
    ("diff", "--as-at", "2003..2005", "-o", "diff.md"),
    ("signoff", "northtown", "pay-in-advance", "--by", "PI", "--reason", "read again"),
    ("list", "themes", "-o", "themes.json"),
    *(("match", "-f", form, "-o", f"match.{form}") for form in ("terminal", *MATCH_FORMATS)),
    ("match", "--model", "../around/tiny", "--top", "0"),
    *(
        ("agreement", "-f", form, "-o", f"agreement.{form}")
        for form in ("terminal", *AGREEMENT_FORMATS)
    ),
    ("review", "northtown"),
    ("code", "int-none", "x1", "women-in-the-chair", "--stance", "absent", "--dry-run"),
    ("code", "int-none", "x1", "women-in-the-chair", "--stance", "absent", "--barrier", "b"),
    ("code", "int-none", "x1", "women-in-the-chair", "--stance", "absent", "--coder", "cd"),
    ("code", "fg-01", "x5", "women-in-the-chair", "--stance", "absent"),
    ("rules", "-o", "rules.txt"),
    ("schema", "-o", "schemas"),
    ("new", "interview", "northtown/int-new"),
    ("new", "policy", "act-2004"),
    ("new", "partnership", "westby"),
    ("init", "another"),
    ("init", "--policies", "lsp", "duties"),
)


def test_every_command_is_called() -> None:
    assert {words[0] for words in CALLS} == set(COMMANDS)


def test_no_byte_on_the_disk_holds_them(sandbox: Sandbox) -> None:
    for words in CALLS:
        done = sandbox(*words)
        # Off a terminal `review` has no screen.
        assert done.returncode == 2 if words[0] == "review" else done.returncode in (0, 1), words
        assert not found_by(done.stdout + done.stderr), words
        left = {path.name: found for path in sandbox.written() if (found := found_in(path))}
        assert not left, words
    done = sandbox(*REFUSED)
    assert done.returncode == 2
    assert not found_by(done.stdout + done.stderr)
    names = {path.name for path in sandbox.written()}
    assert "public.md" not in names
    assert {
        "known.json",
        "check.sarif",
        "report.markdown",
        "northtown.docx",
        "int-new.yaml",
        "int-none.cd.yaml",
        "part-0.parquet",
    } <= names
    assert not [name for name in names if name.endswith(".part")]
    assert [path for path in (sandbox.around / "own-cache").rglob("*") if path.is_file()]


def test_the_search_would_find_them(sandbox: Sandbox) -> None:
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        (sandbox.around / "leak").write_bytes(f"...{MARKS[0].upper()}...".encode(encoding))
        assert [path.name for path in sandbox.written() if found_in(path)] == ["leak"]


def found_in(path: Path, marks: Collection[str] = MARKS) -> list[str]:
    return found_by(path.read_bytes() + path.name.encode("utf-8", "surrogateescape"), marks)


def found_by(data: bytes, marks: Collection[str] = MARKS) -> list[str]:
    held = data.lower()
    spelt = ("utf-8", "utf-16-le", "utf-16-be")
    return [mark for mark in marks if any(mark.lower().encode(one) in held for one in spelt)]
