"""The program killed at any moment: files are whole, nothing of it stays, the next run is right."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from load.studies import write

from gapcheck.cache import FOLDER

from .roles import ROLES, SECRET, STUDY

pytestmark = pytest.mark.skipif(os.name != "posix", reason="only POSIX kills without a word")

MOMENTS = 50 if os.environ.get("GAPCHECK_EVERY_TEST") else 16
SEED = 2004
OLD = b"what stood here before\n"
COMMANDS: Mapping[str, tuple[str, ...]] = {
    "check": ("check", "-f", "json"),
    "report": ("report", "-f", "markdown", "-o", "report.md"),
    "check into a file": ("check", "-f", "json", "-o", "check.json"),
    "baseline": ("check", "--baseline", "known.json", "--write-baseline"),
}


@dataclass
class Killing:
    """A study on which commands are run, and killed."""

    root: Path
    home: Path

    def start(self, words: tuple[str, ...]) -> subprocess.Popen[bytes]:
        env = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
        env |= {"HOME": str(self.home), FOLDER: str(self.home / "cache")}
        env |= {"SOURCE_DATE_EPOCH": "1600000000", "TMPDIR": str(self.home)}
        return subprocess.Popen(
            [sys.executable, "-m", "gapcheck", *words],
            cwd=self.root,
            env=env,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def whole(self, words: tuple[str, ...]) -> tuple[int, bytes, bytes]:
        """A run to its end: the exit code, what it wrote to stdout, and what is in its file."""
        running = self.start(words)
        out, err = running.communicate(timeout=60)
        assert b"itself failed" not in err
        return running.returncode, out, self.written(words)

    def written(self, words: tuple[str, ...]) -> bytes:
        target = self.target(words)
        return target.read_bytes() if target else b""

    def target(self, words: tuple[str, ...]) -> Path | None:
        named = [one for one in words if one.endswith((".md", ".json"))]
        return self.root / named[0] if named else None

    def names(self) -> set[str]:
        return {path.relative_to(self.root).as_posix() for path in self.root.rglob("*")}


@pytest.fixture
def killing(tmp_path: Path) -> Killing:
    role = ROLES["source"]
    root = tmp_path / "study"
    write(root, {**STUDY, role.path: role.sound, "evidence/north/torn.yaml": f"memo: [{SECRET}"})
    home = tmp_path / "home"
    home.mkdir()
    return Killing(root, home)


def test_killed_at_any_moment(killing: Killing) -> None:
    choose = random.Random(SEED)
    expected, lasts = {}, {}
    for name, words in COMMANDS.items():
        killing.whole(words)
        runs = []
        for _ in range(2):
            before = time.perf_counter()
            expected[name] = killing.whole(words)
            runs.append(time.perf_counter() - before)
        lasts[name] = min(runs)
    names = killing.names()
    killed = 0
    for number in range(MOMENTS):
        name = tuple(COMMANDS)[number % len(COMMANDS)]
        words = COMMANDS[name]
        if target := killing.target(words):
            target.write_bytes(OLD)
        running = killing.start(words)
        # Half of the moments are late ones, when there is something to spoil.
        time.sleep(lasts[name] * choose.uniform(0.6 if number % 2 else 0, 1.05))
        running.kill()
        running.communicate(timeout=60)
        killed += running.returncode == -signal.SIGKILL
        if target:
            assert target.read_bytes() in (OLD, expected[name][2])
        assert killing.whole(words) == expected[name]
        assert killing.names() == names
        assert not _words_in(killing.home)
    # How many are still alive when they are killed is for the machine to say; some must be.
    assert killed
    assert [path for path in (killing.home / "cache").rglob("*") if path.is_file()]


def _words_in(folder: Path) -> list[Path]:
    """The files of the program's own, below a folder, that hold words of an excerpt."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return [path for path in files if SECRET.encode() in path.read_bytes()]


DYING = """
import os, signal, sys
from pathlib import Path

def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)

where, name = {"os": os, "Path": Path}[sys.argv[1]], sys.argv[2]
after, real = sys.argv[3] == "after", getattr(where, name)

def deadly(*given, **named):
    if after:
        real(*given, **named)
    die()

setattr(where, name, deadly)
sys.argv[1:] = sys.argv[4:]
from gapcheck.cli.app import run
run()
"""


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("step", ["os fsync", "Path chmod", "Path replace"])
def test_killed_at_each_step_of_writing(killing: Killing, step: str, when: str) -> None:
    words = COMMANDS["report"]
    expected = killing.whole(words)
    names = killing.names()
    target = killing.root / "report.md"
    target.write_bytes(OLD)
    command = [sys.executable, "-c", DYING, *step.split(), when, *words]
    env = {**os.environ, "SOURCE_DATE_EPOCH": "1600000000"}
    done = subprocess.run(command, cwd=killing.root, env=env, timeout=60, check=False)
    assert done.returncode == -signal.SIGKILL
    replaced = (step, when) == ("Path replace", "after")
    assert target.read_bytes() == (expected[2] if replaced else OLD)
    left = killing.names() - names
    assert len(left) == (not replaced)
    if step == "os fsync":
        assert all((killing.root / one).stat().st_mode & 0o077 == 0 for one in left)
    assert killing.whole(words) == expected
    assert killing.names() == names
