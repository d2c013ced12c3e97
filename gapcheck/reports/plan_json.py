"""A plan as JSON (`gapcheck-plan/1`): keys in a fixed order, no clock, nobody's words."""

from __future__ import annotations

import json
from typing import Any, TextIO

from gapcheck import __version__
from gapcheck.model.plan import Conversation, Matter, Plan, SampleCell
from gapcheck.reports import interview

FORMAT = "gapcheck-plan/1"
JsonObject = dict[str, Any]


def write(plan: Plan, stream: TextIO) -> None:
    """Write the whole plan as one JSON object."""
    part = plan.part
    whole: JsonObject = {
        "format": FORMAT,
        "gapcheck": __version__,
        "study": plan.report.settings.title,
        "lsp": part.partnership.id,
        "name": part.partnership.name,
        "illustrative": part.partnership.illustrative,
        "as_at": str(part.as_at) if part.as_at else None,
        "left_out": list(plan.report.left_out),
        "in_doubt": [
            {
                "imperative": each.imperative.name,
                "verdict": each.verdict,
                "fragile": bool(each.fragile),
            }
            for each in plan.doubtful
        ],
        "conversations": [_conversation(each) for each in plan.conversations],
        "nobody_to_ask": [each.imperative.name for each in plan.nobody],
        "every_conversation": {
            "opening": interview.OPENING,
            "probes": list(interview.PROBES),
            "closing": list(interview.CLOSING),
        },
        "sample": [_cell(each) for each in plan.cells],
        "information_power": [
            {"component": each.component, "leans": each.leans, "why": each.why}
            for each in plan.power
        ],
    }
    # Names may hold marks that a terminal would obey; in pure ASCII they are inert.
    json.dump(whole, stream, ensure_ascii=True, indent=2)
    stream.write("\n")


def _conversation(one: Conversation) -> JsonObject:
    return {
        "sector": one.sector,
        "tier": one.tier,
        "turn": one.turn,
        "matters": [_matter(each) for each in one.matters],
    }


def _matter(one: Matter) -> JsonObject:
    imperative = one.finding.imperative
    return {
        "imperative": imperative.name,
        "topic": interview.topic(one.finding) or None,
        "counted": one.counted,
        "verdict": one.finding.verdict,
        "why": one.why,
        "questions": [interview.opening(imperative), *interview.questions(imperative)],
        "one_more_voice": {each.stance.value: each.verdict for each in one.chances},
    }


def _cell(one: SampleCell) -> JsonObject:
    return {
        "sector": one.sector,
        "tier": one.tier,
        "heard": len(one.heard.sources or ()) if one.heard else 0,
        "left_out": len(one.heard.withheld) if one.heard else 0,
        "hanging": list(one.hanging),
    }
