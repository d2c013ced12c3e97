"""Diagnostics as SARIF 2.1.0, for code scanning and editors.

Paths are relative to the root of the repository that holds the study, so that a service finds
them in its checkout. Nothing in it is the words of an excerpt.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TextIO
from urllib.parse import quote

from gapcheck import __version__
from gapcheck.diagnostic import Diagnostic, Location
from gapcheck.fingerprints import numbered
from gapcheck.model.checked import Checked, RuleText
from gapcheck.reports.log_words import message_of, related_of, sentence_of

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_ROOT = "%SRCROOT%"
_FINGERPRINT = "gapcheckProblem/v1"

Part = dict[str, object]


def write(checked: Checked, stream: TextIO) -> None:
    """Write one run with all rules and a result for each problem."""
    # A rule that the catalogue does not know still has a name and a level.
    unknown = {one.rule: one for one in checked.diagnostics if one.rule not in checked.rules}
    rules = [*map(_rule, checked.rules.values()), *map(_bare_rule, unknown.values())]
    places = {name: number for number, name in enumerate([*checked.rules, *unknown])}
    run: Part = {
        "tool": {"driver": {"name": "gapcheck", "semanticVersion": __version__, "rules": rules}},
        "invocations": [{"executionSuccessful": True}],
        "originalUriBaseIds": {_ROOT: {"description": _text("The root of the checkout.")}},
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(one, name, places[one.rule], checked)
            for one, name in numbered(checked.diagnostics)
        ],
    }
    whole = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    stream.write(json.dumps(whole, ensure_ascii=True, indent=2) + "\n")


def _rule(entry: RuleText) -> Part:
    paragraphs = [" ".join(part.split()) for part in entry.story.split("\n\n")]
    story = "\n\n".join([entry.summary, *filter(None, paragraphs)])
    return {
        "id": entry.name,
        "shortDescription": _text(entry.summary),
        "fullDescription": _text(story),
        "help": _text(story),
        "defaultConfiguration": {"level": str(entry.severity)},
    }


def _bare_rule(one: Diagnostic) -> Part:
    return {"id": one.rule, "defaultConfiguration": {"level": str(one.severity)}}


def _result(one: Diagnostic, name: str, rule: int, checked: Checked) -> Part:
    result: Part = {
        "ruleId": one.rule,
        "ruleIndex": rule,
        "level": str(one.severity),
        "message": _message(one, checked.rules),
        "locations": [{"physicalLocation": _place(one.location, checked.folder)}],
        "partialFingerprints": {_FINGERPRINT: name},
    }
    if one.related:
        result["relatedLocations"] = [
            {
                "id": number,
                "physicalLocation": _place(other.location, checked.folder),
                "message": _text(_literal(words)),
            }
            for number, (other, words) in enumerate(zip(one.related, related_of(one), strict=True))
        ]
    return result


def _message(one: Diagnostic, rules: Mapping[str, RuleText]) -> Part:
    return _text(_literal(sentence_of(one, rules) if one.help else message_of(one, rules)))


def _place(place: Location, folder: str) -> Part:
    # Names may hold bytes that are no UTF-8; percent signs carry those as well.
    path = f"{folder}{place.path}".encode("utf-8", "surrogateescape")
    return {
        "artifactLocation": {"uri": quote(path, safe="/"), "uriBaseId": _ROOT},
        "region": {
            "startLine": place.line,
            "startColumn": place.column,
            "endLine": place.end_line,
            "endColumn": place.end_column,
        },
    }


def _literal(words: str) -> str:
    """Words in which SARIF sees neither a placeholder nor a link."""
    return words.replace("{", "{{").replace("}", "}}").replace("](", "] (")


def _text(words: str) -> Part:
    return {"text": words}
