"""What every test of the command line stands on: a clean environment and a way to call it."""

from __future__ import annotations

from pathlib import Path

import pytest

from .calls import Call
from .studies import study

_TELLING = (
    "NO_COLOR",
    "FORCE_COLOR",
    "COLUMNS",
    "LINES",
    "LESS",
    "PAGER",
    "SOURCE_DATE_EPOCH",
    "GAPCHECK_DEBUG",
    "GAPCHECK_MODEL",
)


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in _TELLING:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Call:
    return Call(monkeypatch, capsys)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sound study, and the working folder too."""
    here = study(tmp_path / "study")
    monkeypatch.chdir(here)
    return here


@pytest.fixture
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder that is in no study."""
    folder = tmp_path / "nowhere"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder
