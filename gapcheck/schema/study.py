"""The study's own file, `gapcheck.yaml`."""

from __future__ import annotations

from gapcheck.model.methods import Topic
from gapcheck.model.settings import LOCI, Vocabulary
from gapcheck.schema import parts
from gapcheck.schema.evidence import consent

_LEVELS = ("error", "warning", "off")


def study(_vocabulary: Vocabulary) -> parts.Schema:
    """The schema of `gapcheck.yaml`."""
    labels = {
        key: parts.table(parts.text(), f"More {key}, or other words for the known ones.")
        for key in ("sectors", "kinds", "tiers", "tensions")
    }
    return parts.record(
        "the study's settings",
        ("study",),
        {
            "study": parts.prose("Its title."),
            "question": parts.prose(),
            "region": parts.text(),
            "period": parts.text(),
            "limits": parts.listing(parts.prose(), "What the study cannot tell."),
            "thresholds": _thresholds(),
            **labels,
            "barriers": parts.table(parts.choice("locus", LOCI), "Where a barrier lies."),
            "double_coded": parts.yes_or_no("Whether two people were to code everything."),
            "consent_forms": parts.table({**consent(), "type": "object"}),
            "places": parts.text("A file of real place names, kept outside git."),
            "ethics": _ethics(),
            "methods": _methods(),
            "severities": _severities(),
            "import": parts.table({}, "Column maps that `gapcheck import` keeps."),
        },
    )


def _thresholds() -> parts.Schema:
    cut = {"type": "number", "minimum": 0, "maximum": 100, "title": "percentage"}
    cuts = {**parts.listing(cut, "Lower and upper cut."), "minItems": 2, "maxItems": 2}
    properties = {
        "survey_cuts": cuts,
        "stale_after_years": parts.count(),
        "small_cell": parts.count(),
    }
    return parts.record("the thresholds", (), properties)


def _ethics() -> parts.Schema:
    review = {"by": parts.text(), "on": parts.day()}
    properties = {
        "approval": parts.text(),
        "controller": parts.text(),
        "lawful_basis": parts.text(),
        "consent_form": parts.text(),
        "retention_until": parts.date(),
        "reidentification_review": parts.record("a review", ("by", "on"), review),
    }
    return parts.record("the ethics block", (), properties)


def _methods() -> parts.Schema:
    # What is asked for each stands in the checklist that `gapcheck export coreq` fills.
    return parts.record("the methods block", (), {str(topic): parts.prose() for topic in Topic})


def _severities() -> parts.Schema:
    level = parts.choice("severity", _LEVELS)
    one = parts.record(
        "a severity",
        ("rule", "severity"),
        {"rule": parts.text(), "path": parts.text(), "severity": level},
    )
    return {"type": ["object", "array"], "additionalProperties": level, "items": one}
