"""What `gapcheck check` found, and what a format needs to tell of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from gapcheck.diagnostic import Diagnostic, Severity
from gapcheck.model.quoted import Quoted


class RuleText(Protocol):
    """A rule as the catalogue explains it."""

    @property
    def name(self) -> str:
        """The rule's name, as diagnostics give it."""

    @property
    def severity(self) -> Severity:
        """How much it weighs where a study says nothing else."""

    @property
    def summary(self) -> str:
        """What it says is wrong, in a sentence."""

    @property
    def story(self) -> str:
        """The whole explanation, in paragraphs; it may be empty."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A run of `check`: its problems in order, the files it looked at, and the rules.

    `failing` are the severities that fail the run. `folder` is where the study lies in its
    repository, with a slash at its end; empty where it is the repository itself or in none.
    `quoted` is what came of looking for quotes in transcripts.
    """

    diagnostics: tuple[Diagnostic, ...]
    title: str
    files: tuple[str, ...]
    rules: Mapping[str, RuleText]
    failing: frozenset[Severity] = frozenset({Severity.ERROR})
    folder: str = ""
    quoted: tuple[Quoted, ...] = ()
