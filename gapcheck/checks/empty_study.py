"""A study holds no policy, or no partnership, that could be used.

Nothing can be judged where nothing was written down, or where all of it has errors. Often the
files lie in another folder than `policies/` and `evidence/`, or the command runs in the wrong
one.

`gapcheck new` writes a first file to fill in; `gapcheck init --example` shows a whole study.
"""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck.checks.asking import Asking
from gapcheck.diagnostic import Diagnostic, Location, Severity
from gapcheck.model.corpus import Corpus

RULE = "empty-study"


def check(corpus: Corpus, _asking: Asking) -> Iterator[Diagnostic]:
    """Find a study in which nothing could be judged at all."""
    if not corpus.policies:
        yield _diagnostic("policies", "policies/ holds no policy that can be used", "policy")
    if not corpus.partnerships:
        message = "evidence/ holds no partnership that can be used"
        yield _diagnostic("evidence", message, "partnership")


def _diagnostic(folder: str, message: str, kind: str) -> Diagnostic:
    advice = f"`gapcheck new {kind} NAME` writes a first one; `gapcheck init --example` shows many."
    return Diagnostic(Location(folder), Severity.ERROR, RULE, message, advice)
