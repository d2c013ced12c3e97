"""`gapcheck.yaml` to Settings: an entry that is wrong gives way to its default."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from gapcheck.load.consents import consent_of
from gapcheck.load.reading import Reading
from gapcheck.model.methods import Topic
from gapcheck.model.settings import (
    KINDS,
    SECTORS,
    TENSIONS,
    TIER_LABELS,
    Ethics,
    Settings,
    SeverityRule,
    Thresholds,
    Vocabulary,
)
from gapcheck.source.document import Path, locate

_IN_PARTS = (("consent_forms",), ("methods",))


def unit(path: Path) -> Path:
    """Of the settings each top-level entry stands for itself, and so do forms and methods.

    The title may be missing.
    """
    return path[:2] if path[:1] in _IN_PARTS else path[:1] or ("study",)


def settings_of(reading: Reading, title: str) -> Settings:
    """The settings of a study; `title` is what it is called where the file does not say."""
    value = _kept(reading)
    cuts = value.get("thresholds", {}).get("survey_cuts")
    if cuts and cuts[0] >= cuts[1]:
        reading.error(
            ("thresholds", "survey_cuts"),
            "impossible-threshold",
            f"the lower cut {cuts[0]:g} is not below the upper cut {cuts[1]:g}",
            "Give the lower first: [10, 90].",
        )
        value = _kept(reading)
    return Settings(
        title=value.get("study", title),
        question=value.get("question", ""),
        region=value.get("region", ""),
        period=value.get("period", ""),
        limits=tuple(value.get("limits", ())),
        thresholds=_thresholds(value.get("thresholds", {})),
        vocabulary=vocabulary_of(value),
        double_coded=value.get("double_coded", False),
        consent_forms=MappingProxyType(
            {
                name: consent_of(form)
                for name, form in sorted(value.get("consent_forms", {}).items())
                if reading.keeps(("consent_forms", name))
            }
        ),
        ethics=_ethics(value.get("ethics", {}), reading),
        methods=MappingProxyType(
            {
                Topic(name): said
                for name, said in value.get("methods", {}).items()
                if reading.keeps(("methods", name))
            }
        ),
        severities=_severities(value.get("severities", ()), reading),
    )


def vocabulary_of(value: Mapping[str, Any]) -> Vocabulary:
    """The words of a study: the known ones, relabelled and added to, in a fixed order."""
    return Vocabulary(
        sectors=_labels(SECTORS, value.get("sectors", {})),
        kinds=_labels(KINDS, value.get("kinds", {})),
        tiers=_labels(TIER_LABELS, value.get("tiers", {})),
        tensions=_labels(TENSIONS, value.get("tensions", {})),
        barriers=MappingProxyType(dict(value.get("barriers", {}))),
    )


def _kept(reading: Reading) -> dict[str, Any]:
    value = reading.value if isinstance(reading.value, dict) else {}
    return {key: part for key, part in value.items() if reading.keeps((key,))}


def _labels(known: Mapping[str, str], own: Mapping[str, str]) -> Mapping[str, str]:
    return MappingProxyType({**known, **own})


def _thresholds(value: Mapping[str, Any]) -> Thresholds:
    default = Thresholds()
    low, high = value.get("survey_cuts", (default.absent_at, default.happens_at))
    return Thresholds(
        absent_at=low,
        happens_at=high,
        stale_after_years=value.get("stale_after_years", default.stale_after_years),
        small_cell=value.get("small_cell", default.small_cell),
    )


def _ethics(value: Mapping[str, Any], reading: Reading) -> Ethics:
    review = value.get("reidentification_review", {})
    return Ethics(
        approval=value.get("approval", ""),
        controller=value.get("controller", ""),
        lawful_basis=value.get("lawful_basis", ""),
        consent_form=value.get("consent_form", ""),
        retention_until=value.get("retention_until", ""),
        reviewed_by=review.get("by", ""),
        reviewed_on=review.get("on", ""),
        location=locate(reading.document.file, reading.document.key_span(("ethics",))),
    )


def _severities(value: Any, reading: Reading) -> tuple[SeverityRule, ...]:
    file, key = reading.document.file, reading.document.key_span
    if isinstance(value, dict):
        return tuple(
            SeverityRule(rule, level, location=locate(file, key(("severities", rule))))
            for rule, level in value.items()
        )
    return tuple(
        SeverityRule(
            one["rule"],
            one["severity"],
            one.get("path", ""),
            reading.place(("severities", number, "rule")),
        )
        for number, one in enumerate(value)
    )
