"""One year of fieldwork in a finding's line through time."""

from __future__ import annotations

from dataclasses import dataclass

from gapcheck.model.choices import Verdict


@dataclass(frozen=True, slots=True)
class Wave:
    """What a finding came to in an earlier year of fieldwork, and at last."""

    year: int
    verdict: Verdict
