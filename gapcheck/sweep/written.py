"""Facts and diagnostics as JSON, and back: a cache is never trusted with more than plain data."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from gapcheck.diagnostic import Diagnostic, Location, Related, Severity

Plain = Any
"""Lists, texts, numbers and nothing else."""


def told(found: Iterable[Diagnostic]) -> list[Plain]:
    """Diagnostics as plain data."""
    return [
        [
            _placed(one.location),
            str(one.severity),
            one.rule,
            one.message,
            one.help,
            [[_placed(more.location), more.message] for more in one.related],
            one.left_out,
            one.sensitive,
            one.record,
        ]
        for one in found
    ]


def heard(plain: Plain) -> tuple[Diagnostic, ...]:
    """Diagnostics from plain data."""
    return tuple(
        Diagnostic(
            Location(*place),
            Severity(severity),
            rule,
            message,
            advice,
            tuple(Related(Location(*where), say) for where, say in related),
            *rest,
        )
        for place, severity, rule, message, advice, related, *rest in plain
    )


def _placed(at: Location) -> list[Plain]:
    return [at.path, at.line, at.column, at.end_line, at.end_column]


def dumped(plain: Plain) -> str:
    """Plain data as a text."""
    return json.dumps(plain, separators=(",", ":"))


def loaded(text: str) -> Plain:
    """Plain data from a text."""
    return json.loads(text)
