"""Every rule of `gapcheck check`: what it says is wrong, and how to mend it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent
from types import MappingProxyType
from typing import Final

from gapcheck.checks import (
    about_after_source,
    about_outside_force,
    changed_transcript,
    cited_pseudonym,
    claim_as_first_hand,
    contradictory_codes,
    date_in_future,
    direct_identifier,
    duplicate_text,
    empty_partnership,
    empty_source,
    empty_study,
    idle_embargo,
    ignores,
    long_quote,
    missing_approval,
    missing_review,
    named_person,
    near_duplicate,
    quote_in_doubt,
    quote_not_found,
    real_locality,
    recognisable_speaker,
    retention,
    speakers,
    special_category,
    suspect_code,
    transcript_outside,
    unevidenced_imperative,
    unfinished_prose,
    unknown_policy,
    unknown_rule,
    unreadable_transcript,
    untouched_source,
    withdrawn,
    withdrawn_transcript,
)
from gapcheck.diagnostic import Severity


@dataclass(frozen=True, slots=True)
class RuleEntry:
    """A rule as `gapcheck rules` explains it: a sentence, the whole story, and an example.

    `public` is its severity for what leaves the team. `wrong` and `right` are parts of files, of
    which each begins with a comment that names it; empty where no text could show the trouble.
    """

    name: str
    severity: Severity
    summary: str
    story: str
    wrong: str = ""
    right: str = ""
    public: Severity = Severity.WARNING


def documented(name: str, severity: Severity, docstring: str | None) -> RuleEntry:
    """A rule whose story and example are the docstring of its module."""
    summary, _, rest = (docstring or "").strip().partition("\n")
    story, _, examples = rest.partition("\nWrong:\n")
    wrong, _, right = examples.partition("\nRight:\n")
    public = Severity.ERROR if name in _GRAVER else severity
    return RuleEntry(name, severity, summary, story.strip(), _part(wrong), _part(right), public)


def _part(example: str) -> str:
    return dedent(example).strip("\n")


def _of_format() -> tuple[RuleEntry, ...]:
    """The rules of the format itself, from the table beside this module."""
    text = Path(__file__).with_name("format_rules.toml").read_text("utf-8")
    return tuple(
        RuleEntry(
            name,
            Severity(one["severity"]),
            one["summary"],
            one["mending"],
            one.get("wrong", "").strip("\n"),
            one.get("right", "").strip("\n"),
            Severity(one["severity"]),
        )
        for name, one in tomllib.loads(text).items()
    )


_GRAVER = frozenset({missing_approval.RULE, recognisable_speaker.RULE, retention.RULE})
"""Rules that warn the team, and are errors for the public."""

_ERRORS = (
    direct_identifier,
    empty_study,
    missing_review,
    named_person,
    quote_not_found,
    real_locality,
    transcript_outside,
    withdrawn,
    withdrawn_transcript,
)
_WARNINGS = (
    about_after_source,
    about_outside_force,
    changed_transcript,
    cited_pseudonym,
    claim_as_first_hand,
    contradictory_codes,
    date_in_future,
    duplicate_text,
    empty_partnership,
    empty_source,
    idle_embargo,
    ignores,
    long_quote,
    missing_approval,
    near_duplicate,
    quote_in_doubt,
    recognisable_speaker,
    retention,
    speakers,
    special_category,
    suspect_code,
    unevidenced_imperative,
    unfinished_prose,
    unknown_policy,
    unknown_rule,
    unreadable_transcript,
    untouched_source,
)

_OF_CORPUS = (
    *(documented(one.RULE, Severity.ERROR, one.__doc__) for one in _ERRORS),
    *(documented(one.RULE, Severity.WARNING, one.__doc__) for one in _WARNINGS),
)

CATALOGUE: Final[Mapping[str, RuleEntry]] = MappingProxyType(
    {entry.name: entry for entry in sorted((*_of_format(), *_OF_CORPUS), key=lambda one: one.name)}
)
