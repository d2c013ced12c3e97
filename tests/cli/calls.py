"""A call of the program: in this process with its streams caught, or in one of its own."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from gapcheck.cli.app import run

_BOX = re.compile(r"\x1b\[[0-9;]*m|[│╭╮╰╯─|+]")


@dataclass(frozen=True)
class Outcome:
    """What a user gets: the exit code and both streams."""

    code: int
    out: str
    err: str

    @property
    def said(self) -> str:
        """The talk on stderr as one line, without the box that usage errors are drawn in."""
        return " ".join(_BOX.sub(" ", self.err).split())

    @property
    def json(self) -> Any:
        """The results as the JSON that they are."""
        return json.loads(self.out)


@dataclass(frozen=True)
class Call:
    """Calls the program in this process, as the script does."""

    monkeypatch: pytest.MonkeyPatch
    capsys: pytest.CaptureFixture[str]

    def __call__(self, *words: str | Path) -> Outcome:
        self.monkeypatch.setattr(sys, "argv", ["gapcheck", *map(str, words)])
        self.capsys.readouterr()
        code = run()
        found = self.capsys.readouterr()
        return Outcome(code, found.out, found.err)

    def on_terminal(self, *words: str | Path) -> Outcome:
        """The same with a terminal for stdin and stdout."""
        shown = Terminal()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(sys, "stdout", shown)
            patch.setattr(sys, "stdin", Terminal())
            outcome = self(*words)
        return Outcome(outcome.code, shown.getvalue(), outcome.err)


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


def alone(
    *words: str, cwd: Path, shell: str = "", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """The program in a process of its own; `shell` is what stands after it in a pipe."""
    env = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    command = [sys.executable, "-m", "gapcheck", *words]
    if shell:
        line = 'set -o pipefail; "$@" ' + shell
        command = ["bash", "-c", line, "gapcheck", *command]
    return subprocess.run(
        command, cwd=cwd, env={**env, **environment}, capture_output=True, timeout=60, check=False
    )
