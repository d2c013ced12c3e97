"""Where a link leads: one id for each finding, imperative, partnership and section of a page.

A finding is `partnership/imperative`, which stays the same from run to run and can be sent; where
two would be alike in one report it is `partnership/policy/imperative`. What is no finding holds a
colon, which no id of a study can, so that the two kinds never meet.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from gapcheck.model.finding import Finding
from gapcheck.model.report import Report

_OTHER = re.compile(r"[^A-Za-z0-9._-]")


@dataclass(frozen=True, slots=True)
class Anchors:
    """The ids of a report's findings, by partnership and full name of the imperative."""

    known: Mapping[tuple[str, str], str]

    @classmethod
    def of(cls, report: Report) -> Anchors:
        """An id for each finding of a report, unlike all others whatever their names hold."""
        shorts = Counter(map(_short, report.findings))
        known: dict[tuple[str, str], str] = {}
        taken: set[str] = set()
        for finding in report.findings:
            own = _short(finding) if shorts[_short(finding)] == 1 else _long(finding)
            own = own if own not in taken else f"{own}:{len(taken)}"
            taken.add(own)
            known[finding.partnership.id, finding.imperative.name] = own
        return cls(known)

    def finding(self, finding: Finding) -> str:
        """The id of a finding."""
        return self.known[finding.partnership.id, finding.imperative.name]


def imperative(name: str) -> str:
    """The id of the part that tells of one imperative in all partnerships."""
    return f":imperative:{_slug(name)}"


def partnership(lsp: str, section: str = "") -> str:
    """The id of a partnership's part of a page, or of a section in it."""
    return f"{_slug(lsp)}:{section}"


def _short(finding: Finding) -> str:
    return f"{_slug(finding.partnership.id)}/{_slug(finding.imperative.id)}"


def _long(finding: Finding) -> str:
    return "/".join(
        map(_slug, (finding.partnership.id, finding.imperative.policy, finding.imperative.id))
    )


def _slug(text: str) -> str:
    """The text with what may not stand bare in an id or a link replaced."""
    return _OTHER.sub("-", text)
