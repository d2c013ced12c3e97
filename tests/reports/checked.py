"""Runs of `check`, made by hand for the tests of its formats."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from typing import TextIO

from gapcheck.checks.catalogue import CATALOGUE
from gapcheck.diagnostic import Diagnostic, Location, Related, Severity
from gapcheck.model.checked import Checked

ERROR, WARNING = Severity.ERROR, Severity.WARNING
HERE = "evidence/a/int-01.yaml"


def problem(
    message: str = "`vsc` is no sector",
    *,
    path: str = HERE,
    line: int = 3,
    rule: str = "unknown-sector",
    severity: Severity = ERROR,
    help_: str = "Allowed: vcs.",
    sensitive: bool = False,
    record: str = "x1",
) -> Diagnostic:
    """One problem; what a test is about is named, the rest is as usual."""
    return Diagnostic(
        Location(path, line, 7, line, 10),
        severity,
        rule,
        message,
        help_,
        sensitive=sensitive,
        record=record,
    )


NAMED = Diagnostic(
    Location(HERE, 4, 12, 4, 20),
    ERROR,
    "unlisted-speaker",
    "`Qname` is not a speaker of this source",
    "Did you mean `Qnear`? The speakers are: Qother.",
    (Related(Location(HERE, 2, 1, 2, 5), "`Qrelated` stands here"),),
    "excerpt x1",
    sensitive=True,
    record="x1",
)
"""A problem whose every part tells of a person."""


def checked(*found: Diagnostic, **more: object) -> Checked:
    """A run that found these, in a study of one sound file besides."""
    parts: dict[str, object] = {
        "diagnostics": found,
        "title": "A study",
        "files": ("gapcheck.yaml",),
        "rules": CATALOGUE,
    }
    return Checked(**(parts | more))  # type: ignore[arg-type]


def written(write: Callable[[Checked, TextIO], None], run: Checked) -> str:
    """All that a format writes of a run."""
    stream = io.StringIO()
    write(run, stream)
    return stream.getvalue()


def many(count: int, severity: Severity, **more: str) -> Iterable[Diagnostic]:
    """That many problems of one severity, one a line."""
    return (problem(line=number, severity=severity, **more) for number in range(1, count + 1))  # type: ignore[arg-type]
