"""Two states compared, for programs (`gapcheck-diff/1`): no clock in it, and nobody's words."""

from __future__ import annotations

import json
from typing import TextIO

from gapcheck import __version__
from gapcheck.model.comparison import Cause, Change, Comparison, Lone, Outcome, State
from gapcheck.model.regression import is_worse

FORMAT = "gapcheck-diff/1"
JsonObject = dict[str, object]


def write(found: Comparison, stream: TextIO) -> None:
    """Write the whole comparison as one JSON object."""
    whole: JsonObject = {
        "format": FORMAT,
        "gapcheck": __version__,
        "study": found.study,
        "old": _state(found.old),
        "new": _state(found.new),
        "only": list(found.only),
        "illustrative": list(found.illustrative),
        "unchanged": found.unchanged,
        "changed": [_change(one) for one in found.changes],
        "appeared": [_lone(one) for one in found.appeared],
        "vanished": [_lone(one) for one in found.vanished],
        "idle": [_cause(one) for one in found.idle],
    }
    # Names may hold marks that a terminal would obey; in pure ASCII they are inert.
    json.dump(whole, stream, ensure_ascii=True, indent=2)
    stream.write("\n")


def _state(one: State) -> JsonObject:
    return {
        "kind": one.kind,
        "name": one.name,
        "commit": one.commit or None,
        "committed": one.committed.isoformat() if one.committed else None,
        "uncommitted": one.uncommitted,
        "as_at": one.as_at.isoformat() if one.as_at else None,
        "gapcheck": one.program or __version__,
        "left_out": list(one.left_out),
    }


def _outcome(one: Outcome) -> JsonObject:
    return {"verdict": one.verdict, "group": one.verdict.group, "confidence": one.confidence}


def _change(one: Change) -> JsonObject:
    return {
        "lsp": one.lsp,
        "imperative": one.imperative,
        "before": _outcome(one.before),
        "after": _outcome(one.after),
        "worse": is_worse(one.before, one.after),
        "causes": [{**_cause(each), **_role(each)} for each in one.causes],
        "enough": [list(each) for each in one.enough],
        "complete": one.complete,
        "tried": one.tried,
    }


def _lone(one: Lone) -> JsonObject:
    because = "imperative" if one.partnership_too else "partnership"
    return {
        "lsp": one.lsp,
        "imperative": one.imperative,
        **_outcome(one.outcome),
        "because": because,
    }


def _cause(one: Cause) -> JsonObject:
    return {
        "kind": one.kind,
        "what": one.what,
        "lsp": one.lsp or None,
        "imperative": one.imperative or None,
        "source": one.source or None,
        "excerpt": one.excerpt or None,
        "file": one.location.path if one.location else None,
        "line": one.location.line if one.location else None,
        "before": one.before or None,
        "after": one.after or None,
        "touches": list(one.touches),
    }


def _role(one: Cause) -> JsonObject:
    return {"alone": one.alone, "needed": one.needed}
