"""The commands whose growth and sharing out is measured, each with what it puts out."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import time
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import made_study
from costs import ROOT, Cost, cost, gapcheck

FILES, PARTNERSHIPS = 25_000, 3_000
"""A million excerpts lie in so many files, and those in so many partnerships."""
UNREVIEWED = 10
"""Of so many excerpts nobody has reviewed one."""
AGE = 2.5
"""Seconds until the stamps of new files are trusted."""


@dataclass(frozen=True, slots=True)
class Command:
    """Words of the command line, and what else a run of it needs."""

    name: str
    words: tuple[str, ...]
    anew: bool = False
    """Whether nothing may be remembered from before."""
    folder: bool = False
    """Whether it writes a folder, rather than to its output."""


COLD = Command("check, cold", ("check",), anew=True)
WARM = Command("check, warm", ("check",))
REPORT = Command("report, overview", ("report", "--no-pager"))
MATCH = Command("match, as CSV", ("match", "--format", "csv"))
PARQUET = Command("export parquet", ("export", "parquet"), folder=True)
GROWING = (COLD, WARM, REPORT, MATCH, PARQUET)
# On the screen a sound study is one sentence, which would be the same whatever was read.
SHARED = (replace(COLD, words=("check", "--format", "junit")), REPORT, MATCH, PARQUET)


@dataclass(frozen=True, slots=True)
class Place:
    """A study in a folder that is there for it alone, and how long a run may take."""

    folder: Path
    excerpts: int
    patience: float

    @property
    def study(self) -> Path:
        """The study's own folder."""
        return self.folder / "study"

    def make(self) -> int:
        """Write the study; how many partnerships it has."""
        files = files_of(self.excerpts)
        count = max(1, files * PARTNERSHIPS // FILES)
        made_study.make(self.study, files, unreviewed=UNREVIEWED, partnerships=count)
        # What was just written is hashed until its stamps are old enough, and not remembered.
        time.sleep(AGE)
        return count

    def run(self, command: Command, *options: str, study: Path | None = None) -> Cost:
        """What a command costs on the study (or another), and the digest of what it put out."""
        remembered, written = self.folder / "cache", self.folder / "written"
        if command.anew:
            shutil.rmtree(remembered, ignore_errors=True)
        more = (*options, "-o", str(written)) if command.folder else options
        found = cost(
            gapcheck(*command.words, *more, study=study or self.study),
            self.folder,
            watched=True,
            patience=self.patience,
            environment={**os.environ, "GAPCHECK_CACHE_DIR": str(remembered)},
        )
        if not command.folder:
            return found
        digest = _digest(written)
        shutil.rmtree(written)
        return replace(found, output=digest)


def files_of(excerpts: int) -> int:
    """How many files hold at least so many excerpts."""
    return -(-excerpts // made_study.EXCERPTS)


def _digest(folder: Path) -> str:
    found = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            found.update(f"{path.relative_to(folder)}\0".encode())
            found.update(path.read_bytes())
    return found.hexdigest()


@cache
def offered(words: tuple[str, ...], name: str) -> bool:
    """Whether the program of this tree has a command, and an option or a kind by this name."""
    environment = {**os.environ, "COLUMNS": "200"}
    ended = subprocess.run(
        gapcheck(*words, "--help"), check=False, capture_output=True, env=environment, cwd=ROOT
    )
    # A kind of export that nobody knows has help as well, so that it has to be named there.
    return ended.returncode == 0 and name in ended.stdout.decode()
