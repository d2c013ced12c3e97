"""A way to call the program, and the history as it lies on the disk."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from gapcheck.cli.app import run

from . import history
from .repo import git


@dataclass(frozen=True)
class Outcome:
    """The exit code and both streams."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def said(self) -> str:
        return " ".join(self.err.replace("│", " ").split())


Call = Callable[..., Outcome]


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "GAPCHECK_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")  # 2026-01-01


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Call:
    def called(*words: str | Path) -> Outcome:
        monkeypatch.setattr(sys, "argv", ["gapcheck", *map(str, words)])
        capsys.readouterr()
        code = run()
        found = capsys.readouterr()
        return Outcome(code, found.out, found.err)

    return called


@pytest.fixture(scope="session")
def _original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    here = history.written(tmp_path_factory.mktemp("original") / "study")
    # One pack in the place of a hundred objects: it is copied for every test.
    git(here, "gc", "--quiet")
    return here


@pytest.fixture
def root(_original: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The repository of the history, and the working folder too."""
    here = tmp_path / "study"
    shutil.copytree(_original, here)
    monkeypatch.chdir(here)
    return here
