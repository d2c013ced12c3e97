"""Agreement as JSON (`gapcheck-agreement/1`): keys in a fixed order, no clock, relative paths."""

from __future__ import annotations

import json
from typing import Any, TextIO

from gapcheck import __version__
from gapcheck.model.agreement import (
    Agreement,
    Coefficient,
    Compared,
    Disagreement,
    ImperativeAgreement,
    NoInterval,
    PairAgreement,
    Question,
    Reliability,
    Side,
    Undefined,
)
from gapcheck.model.study import Imperative

FORMAT = "gapcheck-agreement/1"
JsonObject = dict[str, Any]

_DIGITS = 6
"""Enough for any use, and few enough that every machine writes the same."""


def write(found: Agreement, stream: TextIO) -> None:
    """Write all of it as one JSON object."""
    whole: JsonObject = {
        "format": FORMAT,
        "gapcheck": __version__,
        "study": found.settings.title,
        "partnerships": [
            {"lsp": each.id, "name": each.name, "illustrative": each.illustrative}
            for each in found.partnerships
        ],
        "left_out": list(found.left_out),
        "asked": {
            "coders": list(found.scope.coders),
            "policies": list(found.scope.policies),
            "topics": list(found.scope.topics),
        },
        "idle": found.idle,
        "same_coder": found.same_coder,
        "disagreements": [_disagreement(each) for each in found.open],
        "settled": [_disagreement(each) for each in found.settled],
        "pairs": [_pair(each) for each in found.pairs],
        "overall": {question: _reliability(each) for question, each in found.overall},
        "imperatives": [_imperative(each, own) for each, own in found.imperatives],
    }
    # Words may hold marks that a terminal would obey; in pure ASCII they are inert.
    json.dump(whole, stream, ensure_ascii=True, indent=2)
    stream.write("\n")


def _disagreement(one: Disagreement) -> JsonObject:
    agreed = {"by": one.agreed_by, "on": str(one.agreed_on)} if one.agreed_by else None
    return {
        "imperative": one.imperative.name,
        "coders": [_coder(each) for each in one.coders],
        "lsp": one.lsp,
        "source": one.source,
        "excerpt": one.excerpt,
        "file": one.location.path,
        "line": one.location.line,
        "quote": one.quote,
        "translation": one.translation,
        "sides": [_side(each) for each in one.sides],
        "agreed": agreed,
    }


def _side(one: Side) -> JsonObject:
    place = one.location
    return {
        "coder": _coder(one.coder),
        "category": one.category,
        "memo": one.memo,
        "file": place.path if place else None,
        "line": place.line if place else None,
    }


def _pair(one: PairAgreement) -> JsonObject:
    return {
        "coders": [_coder(each) for each in one.coders],
        "sources": one.sources,
        "excerpts": one.excerpts,
        "left_out": dict(one.left_out),
        "settled": one.settled,
        "imperatives": [_on(each) for each in one.imperatives],
    }


def _on(one: ImperativeAgreement) -> JsonObject:
    compared: JsonObject = {question: _compared(each) for question, each in one.questions}
    return {"imperative": one.imperative.name, "settled": one.settled, **compared}


def _compared(one: Compared) -> JsonObject:
    return {
        "n": one.percent.n,
        "agreed": one.agreed,
        "observed": _value(one.percent),
        "kappa": _value(one.kappa),
        "undefined": _reason(one.kappa),
    }


def _imperative(imperative: Imperative, one: Reliability) -> JsonObject:
    return {"imperative": imperative.name, "question": Question.CODE, **_reliability(one)}


def _reliability(one: Reliability) -> JsonObject:
    found = one.interval
    none = isinstance(found, NoInterval)
    return {
        "coders": [_coder(each) for each in one.coders],
        "excerpts": one.excerpts,
        "n": one.alpha.n,
        "alpha": _value(one.alpha),
        "undefined": _reason(one.alpha),
        "low": None if isinstance(found, NoInterval) else round(found.low, _DIGITS),
        "high": None if isinstance(found, NoInterval) else round(found.high, _DIGITS),
        "resamples": None if isinstance(found, NoInterval) else found.resamples,
        "resamples_undefined": None if isinstance(found, NoInterval) else found.undefined,
        "no_interval": found if none else None,
    }


def _value(found: Coefficient) -> float | None:
    return None if found.number is None else round(found.number, _DIGITS)


def _reason(found: Coefficient) -> str | None:
    return found.value if isinstance(found.value, Undefined) else None


def _coder(name: str) -> str | None:
    """A coder’s name; null for the own coder of sources that name none."""
    return name or None
