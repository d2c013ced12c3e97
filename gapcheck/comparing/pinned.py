"""A report kept as JSON (`gapcheck report -f json -o FILE`), read back as far as findings go."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from gapcheck.model.choices import Confidence, Verdict
from gapcheck.model.comparison import Outcome
from gapcheck.model.unfit import Unfit
from gapcheck.near import did_you_mean
from gapcheck.source.files import Unreadable, read_file

FORMAT: Final = "gapcheck-report/1"
LIMIT: Final = 1 << 28
"""Bytes that such a file may hold (256 MiB)."""

_ANEW = "`gapcheck report -f json -o FILE` writes one."
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Told:
    """What a report lists of one statement: its stance with basis, rung and tier, and its use."""

    code: str
    excluded: str
    stale: bool


@dataclass(frozen=True, slots=True)
class PinnedFinding:
    """A finding of a kept report; its statements by source and excerpt."""

    outcome: Outcome
    as_at: str
    statements: Mapping[Key, tuple[Told, ...]]


@dataclass(frozen=True, slots=True)
class Pinned:
    """A kept report: which program wrote it on which study, and what its findings came to."""

    name: str
    program: str
    study: str
    findings: Mapping[Key, PinnedFinding]
    partnerships: Mapping[str, str]


def pinned(path: Path) -> Pinned:
    """The report that a file holds; Unfit says why it holds none."""
    try:
        data = read_file(path.resolve(), LIMIT)
    except Unreadable as error:
        if not path.exists():
            raise Unfit(f"there is no report {path}", _ANEW) from None
        raise Unfit(f"the report {path} is {error}") from None
    try:
        whole = json.loads(data)
    except (ValueError, RecursionError):
        raise Unfit(f"the report {path} holds no JSON", _ANEW) from None
    if not isinstance(whole, dict) or not isinstance(whole.get("findings"), list):
        raise Unfit(f"the file {path} is no report of gapcheck", _ANEW)
    _of_this_format(path, whole.get("format"))
    findings: dict[Key, PinnedFinding] = {}
    for number, one in enumerate(whole["findings"], 1):
        key, found = _finding(one, f"the report {path}: finding {number}")
        if findings.setdefault(key, found) is not found:
            raise Unfit(
                f"the report {path}: finding {number} is there twice ({' '.join(key)})", _ANEW
            )
    parts = whole.get("partnerships")
    named = {_text(one, "lsp"): _text(one, "name") for one in parts or () if isinstance(one, dict)}
    return Pinned(str(path), _text(whole, "gapcheck"), _text(whole, "study"), findings, named)


def _of_this_format(path: Path, found: object) -> None:
    if found == FORMAT:
        return
    if isinstance(found, str) and found.startswith("gapcheck-report/"):
        who = f"which another version of gapcheck wrote; this one reads {FORMAT}"
        raise Unfit(f"the report {path} is {found}, {who}")
    raise Unfit(f"the file {path} does not say that its format is {FORMAT}", _ANEW)


def _finding(one: Any, place: str) -> tuple[Key, PinnedFinding]:
    if not isinstance(one, dict):
        raise Unfit(f"{place} is no finding", _ANEW)
    key = _text(one, "lsp"), _text(one, "imperative")
    if not all(key):
        raise Unfit(f"{place} does not say its lsp and imperative", _ANEW)
    verdict = _choice(one.get("verdict"), tuple(Verdict), f"{place}: verdict")
    level = one.get("confidence")
    sure = _choice(level, tuple(Confidence), f"{place}: confidence") if level is not None else None
    outcome = Outcome(Verdict(verdict), Confidence(sure) if sure else None)
    return key, PinnedFinding(outcome, _text(one, "as_at"), _statements(one.get("statements")))


def _choice(found: object, known: tuple[str, ...], place: str) -> str:
    if isinstance(found, str) and found in known:
        return found
    near = did_you_mean(found, known) if isinstance(found, str) else ""
    raise Unfit(f"{place} is none that this version knows ({str(found)[:40]})", near or _ANEW)


def _statements(found: object) -> dict[Key, tuple[Told, ...]]:
    held: dict[Key, tuple[Told, ...]] = {}
    for one in found if isinstance(found, list) else ():
        if isinstance(one, dict):
            key = _text(one, "source"), _text(one, "excerpt")
            code = " ".join(_text(one, each) or "-" for each in ("stance", "basis", "rung", "tier"))
            told = Told(code, _text(one, "excluded"), one.get("stale") is True)
            held[key] = (*held.get(key, ()), told)
    return held


def _text(one: Mapping[str, Any], key: str) -> str:
    found = one.get(key)
    return found if isinstance(found, str) else ""


def is_report(name: str) -> bool:
    """Whether a word on the command line is that of a kept report."""
    return name.lower().endswith(".json")
