"""Suggestions as JSON (`gapcheck-match/1`): keys in a fixed order, no clock, relative paths."""

from __future__ import annotations

from typing import Any, TextIO

from gapcheck import __version__
from gapcheck.model.suggestion import (
    Calibration,
    Candidate,
    Cue,
    Learning,
    Matching,
    Suggestion,
)
from gapcheck.reports.streamed import write_json

FORMAT = "gapcheck-match/1"
JsonObject = dict[str, Any]


def write(matching: Matching, stream: TextIO) -> None:
    """Write all suggestions as one JSON object."""
    model = matching.model
    whole: JsonObject = {
        "format": FORMAT,
        "gapcheck": __version__,
        "study": matching.settings.title,
        "partnerships": [
            {"lsp": each.id, "name": each.name, "illustrative": each.illustrative}
            for each in matching.partnerships
        ],
        "left_out": list(matching.left_out),
        "waiting": matching.waiting,
        "imperatives": matching.imperatives,
        "coded": matching.coded,
        "learning": _learning(matching.learning) if matching.learning else None,
        "calibration": _calibration(matching.calibration) if matching.calibration else None,
        "model": {"name": model.name, "sha256": model.sha256} if model else None,
        "suggestions": map(_suggestion, matching.suggestions),
    }
    # Words may hold marks that a terminal would obey; in pure ASCII they are inert.
    write_json(whole, stream, ascii_only=True)


def _suggestion(one: Suggestion) -> JsonObject:
    return {
        "lsp": one.lsp,
        "source": one.source,
        "excerpt": one.excerpt,
        "file": one.location.path,
        "line": one.location.line,
        "quote": one.quote,
        "translation": one.translation,
        "off": one.off,
        "lead": one.lead,
        "cues": [_cue(each, one.matched) for each in one.cues],
        "candidates": [_candidate(each) for each in one.candidates],
    }


def _cue(cue: Cue, text: str | None) -> JsonObject:
    """Where a cue stands in the translation, else in the quote; no place where none is shown."""
    if text is None:
        return {"kind": cue.kind, "start": None, "end": None}
    return {"kind": cue.kind, "start": cue.start, "end": cue.end}


def _candidate(one: Candidate) -> JsonObject:
    return {
        "imperative": one.imperative.name,
        "score": one.score,
        "band": one.band,
        "chance": one.chance,
        "terms": [
            {
                "excerpt": term.excerpt,
                "imperative": None if term.feedback else term.imperative,
                "share": term.share,
                "feedback": term.feedback,
            }
            for term in one.terms
        ],
        "letters": one.letters,
        "meaning": one.meaning,
        "confirmed": one.confirmed,
    }


def _learning(found: Learning) -> JsonObject:
    return {
        "used": found.used,
        "excerpts": found.excerpts,
        "weight": round(found.weight, 3),
        "ndcg10_with": found.with_codes,
        "ndcg10_without": found.without,
    }


def _calibration(found: Calibration) -> JsonObject:
    bins = [{"expected": one.expected, "right": one.right, "of": one.of} for one in found.bins]
    return {"excerpts": found.excerpts, "bins": bins}
