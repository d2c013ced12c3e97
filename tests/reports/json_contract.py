"""The contract of the JSON report, written out by hand: every key, its place and its choices."""

from __future__ import annotations

from copy import deepcopy
from enum import StrEnum
from typing import Any

from gapcheck.model.choices import (
    AcrossPattern,
    Audience,
    Basis,
    Confidence,
    Exclusion,
    Group,
    Position,
    Rung,
    Stance,
    TierPattern,
    Verdict,
)
from gapcheck.model.settings import TIERS

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
COUNT: Schema = {"type": "integer", "minimum": 0}
DAY: Schema = {"type": ["string", "null"], "pattern": r"^\d{4}-\d{2}-\d{2}$"}


def exactly(**keys: Schema) -> Schema:
    """An object with these keys, all of them and no other."""
    return {
        "type": "object",
        "properties": keys,
        "required": list(keys),
        "additionalProperties": False,
    }


def each(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def one_of(choices: type[StrEnum], *others: None) -> Schema:
    return {"enum": [*(choice.value for choice in choices), *others]}


def or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def by_name(values: Schema) -> Schema:
    return {"type": "object", "additionalProperties": values}


TOTALS = dict.fromkeys(("translated", "partly", "gap", "contested", "unknown"), COUNT)
TIER = exactly(position=one_of(Position), voices=COUNT)
STATEMENT = exactly(
    source=TEXT,
    excerpt=TEXT,
    stance=one_of(Stance, None),
    basis=one_of(Basis),
    rung=one_of(Rung),
    tier=or_null(TEXT),
    sector=TEXT,
    stale={"type": "boolean"},
    deciding={"type": "boolean"},
    quote=or_null(TEXT),
    file={"type": "string", "pattern": "^[^/]"},
    line={"type": "integer", "minimum": 1},
    excluded=one_of(Exclusion, None),
)
SIGNOFF = exactly(
    verdict=one_of(Verdict, None),
    confidence=one_of(Confidence, None),
    summary=or_null(TEXT),
    reason=TEXT,
    by=TEXT,
    on=TEXT,
    evidence_changed={"type": "boolean"},
    imperative_changed={"type": "boolean"},
)
FINDING = exactly(
    lsp=TEXT,
    imperative={"type": "string", "pattern": "^[^/]+/[^/]+$"},
    as_at=DAY,
    verdict=one_of(Verdict),
    group=one_of(Group, None),
    rule=TEXT,
    confidence=one_of(Confidence, None),
    concerns=each(
        exactly(
            component={"enum": ["adequacy", "coherence", "relevance", "methods", "cap"]},
            levels=COUNT,
            why=TEXT,
        )
    ),
    reason=or_null(TEXT),
    sectors=by_name(
        exactly(
            position=one_of(Position, None),
            happens=COUNT,
            partly=COUNT,
            absent=COUNT,
            unaware=COUNT,
        )
    ),
    tiers={"type": "object", "required": list(TIERS), "additionalProperties": TIER},
    tier_pattern=one_of(TierPattern),
    rungs=exactly(adopted=one_of(Position), enacted=one_of(Position), effective=one_of(Position)),
    statements=each(STATEMENT),
    fragile=each(exactly(without=TEXT, verdict=one_of(Verdict))),
    negative_case=each(exactly(source=TEXT, excerpt=TEXT)),
    voices=exactly(
        heard=each(TEXT),
        unheard=each(TEXT),
        flags=each({"enum": ["actor-unheard", "beneficiary-unheard", "one-sector"]}),
    ),
    barriers=by_name(COUNT),
    enablers=by_name(COUNT),
    tensions=by_name(COUNT),
    ask_next=each(exactly(sector=TEXT, tier=or_null(TEXT), why=TEXT)),
    signoff=or_null(SIGNOFF),
    suspect=each(exactly(source=TEXT, excerpt=TEXT)),
    rests_on_suspect={"type": "boolean"},
)
REPORT = exactly(
    format={"const": "gapcheck-report/1"},
    gapcheck={"type": "string", "pattern": r"^\d+\.\d+"},
    study=TEXT,
    audience=one_of(Audience),
    diagnostics=exactly(error=COUNT, warning=COUNT),
    partnerships=each(
        exactly(
            lsp=TEXT,
            name=TEXT,
            illustrative={"type": "boolean"},
            as_at=DAY,
            totals=exactly(**TOTALS),
        )
    ),
    findings=each(FINDING),
    across=each(
        exactly(imperative=TEXT, judged=COUNT, **TOTALS, pattern=one_of(AcrossPattern, None))
    ),
)

# In the edition for the public what is not told is null, in these places and in no others.
_NUMBER = or_null(COUNT)
EDITION = exactly(
    reviewed_by=or_null(TEXT),
    reviewed_on=or_null(TEXT),
    coarsened={"type": "boolean"},
    small_cell=COUNT,
    findings_without_counts=COUNT,
    findings_of_one_voice=COUNT,
    passages_of_few=COUNT,
    rare_names_left_out=COUNT,
    citations_left_out=COUNT,
    sectors_pooled=each(TEXT),
    places_unread={"type": "boolean"},
)


def _public() -> Schema:
    """The schema of the edition: that of the team's report, with null where it may stand."""
    report = deepcopy(REPORT)
    report["properties"] |= {"audience": {"const": "public"}, "edition": EDITION}
    report["required"].append("edition")
    finding = report["properties"]["findings"]["items"]["properties"]
    finding["concerns"]["items"]["properties"]["levels"] = _NUMBER
    sectors = finding["sectors"]["additionalProperties"]["properties"]
    sectors |= dict.fromkeys(("happens", "partly", "absent", "unaware"), _NUMBER)
    finding["tiers"]["additionalProperties"] = exactly(
        position=one_of(Position, None), voices=_NUMBER
    )
    finding["tier_pattern"] = one_of(TierPattern, None)
    finding["suspect"] = or_null(finding["suspect"])
    rungs = one_of(Position, None)
    finding["rungs"] = exactly(adopted=rungs, enacted=rungs, effective=rungs)
    statement = finding["statements"]["items"]["properties"]
    statement |= {key: or_null(statement[key]) for key in ("source", "excerpt", "file", "line")}
    statement["excluded"] = {"type": "null"}
    finding["fragile"] = each(exactly(without=or_null(TEXT), verdict=one_of(Verdict, None)))
    finding["negative_case"] = each(exactly(source=or_null(TEXT), excerpt=or_null(TEXT)))
    for names in ("barriers", "enablers", "tensions"):
        finding[names] = by_name(_NUMBER)
    finding["ask_next"] = {"type": "array", "maxItems": 0}
    signoff = finding["signoff"]["anyOf"][0]["properties"]
    signoff["reason"] = {"type": "null"}
    return report


PUBLIC = _public()

# The keys in the order in which the contract's own example shows them.
EXAMPLE: dict[str, str] = {
    "": "format gapcheck study audience diagnostics partnerships findings across",
    "diagnostics": "error warning",
    "partnerships": "lsp name illustrative as_at totals",
    "partnerships.totals": "translated partly gap contested unknown",
    "findings": "lsp imperative as_at verdict group rule confidence concerns reason sectors tiers "
    "tier_pattern rungs statements fragile negative_case voices barriers enablers tensions "
    "ask_next signoff suspect rests_on_suspect",
    "findings.concerns": "component levels why",
    "findings.sectors.*": "position happens partly absent unaware",
    "findings.tiers": "strategic thematic neighbourhood delivery",
    "findings.tiers.*": "position voices",
    "findings.rungs": "adopted enacted effective",
    "findings.statements": "source excerpt stance basis rung tier sector stale deciding quote file "
    "line excluded",
    "findings.fragile": "without verdict",
    "findings.negative_case": "source excerpt",
    "findings.voices": "heard unheard flags",
    "findings.ask_next": "sector tier why",
    "findings.signoff": "verdict confidence summary reason by on evidence_changed "
    "imperative_changed",
    "across": "imperative judged translated partly gap contested unknown pattern",
}
