"""Practice beyond policy as JSON: a key of the report's, or `gapcheck-beyond-policy/1` alone."""

from __future__ import annotations

import json
from typing import Any, TextIO

from gapcheck import __version__
from gapcheck.model.beyond import Beyond, Silence, Theme, Unasked
from gapcheck.model.report import Report

FORMAT = "gapcheck-beyond-policy/1"
JsonObject = dict[str, Any]


def write(report: Report, stream: TextIO) -> None:
    """Write it by itself; without any theme `beyond_policy` is null."""
    whole: JsonObject = {
        "format": FORMAT,
        "gapcheck": __version__,
        "study": report.settings.title,
        "left_out": list(report.left_out),
        "partnerships": [
            {
                "lsp": part.partnership.id,
                "name": part.partnership.name,
                "illustrative": part.partnership.illustrative,
            }
            for part in report.partnerships
        ],
        "beyond_policy": as_json(report.beyond) if report.beyond else None,
    }
    # Words may hold marks that a terminal would obey; in pure ASCII they are inert.
    json.dump(whole, stream, ensure_ascii=True, indent=2)
    stream.write("\n")


def as_json(own: Beyond) -> JsonObject:
    """The themes with their excerpts, and those on which policy is silent."""
    return {
        "partnerships_with_themes": own.themed,
        "partnerships": own.of,
        "not_reviewed": own.waiting,
        "in_files_with_errors": own.spoilt,
        "themes": [_theme(each) for each in own.themes],
        "policy_silent": [_silence(each) for each in own.silent],
    }


def _theme(one: Theme) -> JsonObject:
    return {
        "theme": one.name,
        "joined": list(one.joined),
        "partnerships": list(one.places),
        "voices": one.voices,
        "shared_words": list(one.shared),
        "alike": list(one.alike),
        "near": list(one.near),
        "excerpts": [_excerpt(each) for each in one.excerpts],
    }


def _excerpt(one: Unasked) -> JsonObject:
    return {
        "lsp": one.lsp,
        "source": one.source,
        "excerpt": one.excerpt,
        "sector": one.sector,
        "quote": one.quote,
        "translation": one.translation,
        "file": one.location.path,
        "line": one.location.line,
    }


def _silence(one: Silence) -> JsonObject:
    return {
        "theme": one.name,
        "joined": list(one.joined),
        "partnerships": list(one.places),
        "excerpts": one.excerpts,
        "without_a_code": one.uncoded,
    }
