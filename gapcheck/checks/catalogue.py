"""Every rule of `gapcheck check`: what it says is wrong, and how to mend it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

from gapcheck.checks import (
    contradictory_codes,
    empty_parts,
    speakers,
    unknown_policy,
    withdrawn,
)
from gapcheck.diagnostic import Severity


@dataclass(frozen=True, slots=True)
class RuleEntry:
    """A rule as `gapcheck rules` explains it: a sentence, and then the whole story."""

    name: str
    severity: Severity
    summary: str
    story: str


def _documented(name: str, severity: Severity, docstring: str | None) -> RuleEntry:
    summary, _, story = (docstring or "").strip().partition("\n")
    return RuleEntry(name, severity, summary, story.strip())


def _of_format() -> tuple[RuleEntry, ...]:
    """The rules of the format itself, from the table beside this module."""
    text = Path(__file__).with_name("format_rules.toml").read_text("utf-8")
    return tuple(
        RuleEntry(name, Severity(one["severity"]), one["summary"], one["mending"])
        for name, one in tomllib.loads(text).items()
    )


_OF_CORPUS = (
    _documented(contradictory_codes.RULE, Severity.WARNING, contradictory_codes.__doc__),
    _documented(speakers.RULE, Severity.WARNING, speakers.__doc__),
    _documented(unknown_policy.RULE, Severity.WARNING, unknown_policy.__doc__),
    _documented(withdrawn.RULE, Severity.ERROR, withdrawn.__doc__),
    _documented(empty_parts.RULE, Severity.ERROR, empty_parts.__doc__),
    _documented(empty_parts.PARTNERSHIP, Severity.WARNING, empty_parts.__doc__),
    _documented(empty_parts.SOURCE, Severity.WARNING, empty_parts.__doc__),
)

CATALOGUE: Final[Mapping[str, RuleEntry]] = MappingProxyType(
    {entry.name: entry for entry in sorted((*_of_format(), *_OF_CORPUS), key=lambda one: one.name)}
)
