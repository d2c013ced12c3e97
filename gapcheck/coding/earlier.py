"""What an imperative said before, as far as git has it."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from gapcheck.load import policies
from gapcheck.load.reading import Formats
from gapcheck.load.walk import walk
from gapcheck.model.had_before import mark_of
from gapcheck.model.settings import Vocabulary
from gapcheck.model.study import Imperative

_MOST: Final = 200
"""Commits of one file that are looked through, the newest first."""
_PATIENCE: Final = 20
_QUIET: Final = ("--no-pager", "-c", "core.fsmonitor=false", "-c", "log.showSignature=false")


@dataclass(slots=True)
class Earlier:
    """The imperatives of a study as they were, each file's history read when it is asked for."""

    root: Path
    vocabulary: Vocabulary
    _files: dict[str, dict[str, Imperative]] = field(default_factory=dict)

    def as_noted(self, imperative: Imperative, marks: tuple[str, ...]) -> Imperative | None:
        """The imperative of one of these marks that is not today's; None where git has none."""
        now = mark_of(imperative)
        file = imperative.location.path
        if file not in self._files:
            self._files[file] = dict(self._all(file))
        held = self._files[file]
        return next((held[one] for one in marks if one != now and one in held), None)

    def _all(self, file: str) -> Iterator[tuple[str, Imperative]]:
        formats = Formats(walk(self.root, ("-",)))
        formats.adopt(self.vocabulary)
        for commit, name in self._versions(file):
            data = self._git("show", "--no-textconv", f"{commit}:{name}")
            if data is None:
                continue
            reading = formats.reading(file, data, "policy", policies.unit, "policy")
            policy = policies.policy_of(reading)
            yield from ((mark_of(one), one) for one in (policy.imperatives if policy else ()))

    def _versions(self, file: str) -> Iterator[tuple[str, str]]:
        """The commits that changed a file, and what it was called in each."""
        told = self._git(
            *("log", f"-n{_MOST}", "--follow", "--name-only", "--no-ext-diff", "-z"),
            *("--format=%x01%H", "--", file),
        )
        for part in (told or b"").decode("utf-8", "replace").split("\x01"):
            commit, _, names = part.partition("\0")
            name = names.strip("\n\0")
            if commit and name:
                yield commit.strip(), name

    def _git(self, *words: str) -> bytes | None:
        """What git says; None where there is no git, no repository or no such thing in it."""
        try:
            done = subprocess.run(
                ["git", "-C", str(self.root), *_QUIET, *words],
                capture_output=True,
                timeout=_PATIENCE,
                check=False,
            )
        except (OSError, subprocess.SubprocessError):
            return None
        return done.stdout if done.returncode == 0 else None
