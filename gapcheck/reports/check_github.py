"""Diagnostics as GitHub's workflow commands: annotations on the lines of a change.

GitHub shows ten errors and ten warnings of a step and drops the rest without a word, so the
worst come first and a notice counts what is not shown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TextIO

from gapcheck.diagnostic import Diagnostic, Severity
from gapcheck.model.checked import Checked, RuleText
from gapcheck.reports.check_text import one_line
from gapcheck.reports.log_words import sentence_of

MOST = 10
"""As many of a severity as GitHub shows."""


def write(checked: Checked, stream: TextIO) -> None:
    """Write a command for each problem that GitHub shows, and one for all the others."""
    found = checked.diagnostics
    rest: dict[str, int] = {}
    for severity in (Severity.ERROR, Severity.WARNING):
        same = [one for one in found if one.severity is severity]
        # A line that stands for many says less than any of those.
        same.sort(key=lambda one: one.rule == "too-many")
        for one in same[:MOST]:
            stream.write(_command(one, checked.folder, checked.rules) + "\n")
        rest[str(severity)] = len(same[MOST:])
    if any(rest.values()):
        stream.write(f"::notice title=gapcheck::{_more(rest)}\n")


def _command(one: Diagnostic, folder: str, rules: Mapping[str, RuleText]) -> str:
    place = one.location
    properties = [
        ("file", one_line(f"{folder}{place.path}")),
        ("line", str(place.line)),
        ("endLine", str(place.end_line)),
    ]
    # Columns over several lines are an error to GitHub.
    if place.line == place.end_line:
        last = max(place.end_column, place.column)
        properties += [("col", str(place.column)), ("endColumn", str(last))]
    properties.append(("title", f"gapcheck {one.rule}"))
    return f"::{one.severity} {_joined(properties)}::{_data(sentence_of(one, rules))}"


def _joined(properties: Sequence[tuple[str, str]]) -> str:
    return ",".join(f"{key}={_property(value)}" for key, value in properties)


def _more(rest: Mapping[str, int]) -> str:
    counts = [f"{n:,} {word}{'' if n == 1 else 's'}" for word, n in rest.items() if n]
    are = "is" if sum(rest.values()) == 1 else "are"
    return f"{' and '.join(counts)} more {are} not shown here; `gapcheck check` lists them all."


def _data(words: str) -> str:
    # What begins like a command must not be taken for one by whatever cuts the line.
    start = " " if words.startswith("::") else ""
    return start + words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")
