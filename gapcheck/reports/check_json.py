"""Diagnostics as JSON, for programs.

Format `gapcheck-check/1`:
1  path, line, column, end_line, end_column, severity, rule, message, help, related;
   then quotes: source, lsp, excerpt, transcript, sha256, score, start, end, outcome;
   and transcripts: named, seen, absent.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import TextIO

from gapcheck.diagnostic import Diagnostic, Location
from gapcheck.model.quoted import Quote, Quoted, tally


def write(found: Iterable[Diagnostic], stream: TextIO, quoted: Sequence[Quoted] = ()) -> None:
    """Write all diagnostics as one JSON object, and after them where each quote stands."""
    counts = tally(quoted)
    whole = {
        "format": "gapcheck-check/1",
        "diagnostics": [_one(one) for one in found],
        "quotes": [_quote(quote, one) for one in quoted for quote in one.quotes],
        "transcripts": {"named": counts.named, "seen": counts.seen, "absent": len(counts.absent)},
    }
    # Names of files may hold bytes that are no UTF-8; those stay escaped in pure ASCII.
    stream.write(json.dumps(whole, ensure_ascii=True, indent=2) + "\n")


def _quote(quote: Quote, one: Quoted) -> dict[str, object]:
    near = quote.place is not None
    return {
        "source": one.source,
        "lsp": one.lsp,
        "excerpt": quote.excerpt,
        "transcript": one.transcript,
        "sha256": one.sha256,
        "score": quote.score,
        "start": quote.start if near else None,
        "end": quote.end if near else None,
        "outcome": str(quote.outcome),
    }


def _one(one: Diagnostic) -> dict[str, object]:
    related = [{**_place(other.location), "message": other.message} for other in one.related]
    return {
        **_place(one.location),
        "severity": str(one.severity),
        "rule": one.rule,
        "message": one.message,
        "help": one.help,
        "related": related,
    }


def _place(place: Location) -> dict[str, object]:
    return {
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }
