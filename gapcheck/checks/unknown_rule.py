"""A rule that is to be ignored, or to weigh more or less, does not exist.

`severities:` in gapcheck.yaml and `ignore:` in an excerpt name rules. A misspelt name changes
nothing, so that the problem which it was to settle is told all the same.

Correct the name; `gapcheck rules` lists them all.

Wrong:

    # gapcheck.yaml
    severities: {long-quotes: error}

Right:

    # gapcheck.yaml
    severities: {long-quote: error}
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from gapcheck.diagnostic import Diagnostic, Location, Severity
from gapcheck.model.study import Excerpt
from gapcheck.near import did_you_mean

RULE = "unknown-rule"

Naming = tuple[str, Location]
"""The name of a rule, and where somebody wrote it."""


def check(named: Iterable[Naming], known: Collection[str]) -> Iterator[Diagnostic]:
    """Find names that are no rule's, with the nearest that is."""
    for name, place in named:
        if name not in known:
            advice = did_you_mean(name, known) or "`gapcheck rules` lists them all."
            message = f"there is no rule `{name[:60]}`"
            yield Diagnostic(place, Severity.WARNING, RULE, message, advice)


def ignored(excerpts: Iterable[Excerpt]) -> Iterator[Naming]:
    """Every rule that an excerpt is to be exempt from."""
    for excerpt in excerpts:
        yield from ((one.rule, one.location or excerpt.location) for one in excerpt.ignores)
