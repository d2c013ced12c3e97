"""What a named person decided of a finding, as reports show it."""

from __future__ import annotations

from dataclasses import dataclass

from gapcheck.model.choices import Confidence, Verdict


@dataclass(frozen=True, slots=True)
class SignoffView:
    """What a named person decided of this finding; `verdict` is None where they confirmed it.

    `evidence_changed`: since that day evidence came in, or was coded otherwise.
    """

    by: str
    on: str
    reason: str | None
    verdict: Verdict | None = None
    confidence: Confidence | None = None
    summary: str | None = None
    evidence_changed: bool = False
    imperative_changed: bool = False
