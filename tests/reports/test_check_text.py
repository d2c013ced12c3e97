"""Diagnostics as lines of text and as JSON: nothing but the contract's parts."""

from __future__ import annotations

import io
import json
from typing import Any

from gapcheck.diagnostic import Diagnostic, Location, Related, Severity
from gapcheck.reports import check_json, check_text

PLACE = Location("evidence/a\nb/c.yaml", 3, 7, 3, 12)
FOUND = Diagnostic(
    PLACE,
    Severity.ERROR,
    "unknown-kind",
    "`vis\x1bit` is none",
    "Choose another.",
    (Related(Location("policies/p.yaml", 2, 1, 2, 4), "the first stands here"),),
    "the whole source",
)


def text(*found: Diagnostic) -> str:
    stream = io.StringIO()
    check_text.write(found, stream)
    return stream.getvalue()


def as_json(*found: Diagnostic) -> Any:
    stream = io.StringIO()
    check_json.write(found, stream)
    assert stream.getvalue().isascii()
    assert stream.getvalue().endswith("}\n")
    return json.loads(stream.getvalue())


NO_QUOTES = {"quotes": [], "transcripts": {"named": 0, "seen": 0, "absent": 0}}


def test_a_line_for_each() -> None:
    assert text(FOUND, FOUND) == 2 * (
        "evidence/a\\nb/c.yaml:3:7: error[unknown-kind] `vis\\x1bit` is none. Choose another\n"
    )


def test_a_message_alone_has_no_full_stop() -> None:
    alone = Diagnostic(Location("a"), Severity.WARNING, "r", "odd")
    assert text(alone) == "a:1:1: warning[r] odd\n"


def test_a_backslash_cannot_be_mistaken_for_a_line_break() -> None:
    assert check_text.one_line("a\\n\nb") == "a\\\\n\\nb"
    assert check_text.one_line("a\\nb") == "a\\nb"


def test_json_holds_the_parts_of_the_contract_and_no_others() -> None:
    assert as_json(FOUND) == {
        "format": "gapcheck-check/1",
        "diagnostics": [
            {
                "path": "evidence/a\nb/c.yaml",
                "line": 3,
                "column": 7,
                "end_line": 3,
                "end_column": 12,
                "severity": "error",
                "rule": "unknown-kind",
                "message": "`vis\x1bit` is none",
                "help": "Choose another.",
                "related": [
                    {
                        "path": "policies/p.yaml",
                        "line": 2,
                        "column": 1,
                        "end_line": 2,
                        "end_column": 4,
                        "message": "the first stands here",
                    }
                ],
            }
        ],
        **NO_QUOTES,
    }


def test_json_of_nothing_is_an_empty_list() -> None:
    assert as_json() == {"format": "gapcheck-check/1", "diagnostics": [], **NO_QUOTES}


def test_json_carries_names_that_are_no_utf8() -> None:
    odd = Diagnostic(Location("caf\udce9.yaml"), Severity.ERROR, "r", "m")
    assert as_json(odd)["diagnostics"][0]["path"] == "caf\udce9.yaml"
