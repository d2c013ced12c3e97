"""How many of people's words there is room for on the page of a whole study.

A file of tens of thousands of findings must stay small enough to be sent and to open at once. So
where the words that decide do not all fit, each is cut after so many letters, as many as do: those
of gaps and contested findings last, and where not even a line of each fits, the others go first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gapcheck.model.choices import Group
from gapcheck.model.finding import Finding, Statement
from gapcheck.reports.choosing import SIDES, applying, chosen, on_side

BYTES = 14_600_000
"""About how many a page of a study may have."""

_PAGE, _PLACE, _CELL, _FINDING, _QUOTATION = 100_000, 4_500, 95, 530, 108
"""About how many bytes go to the page as such, to a partnership, to a cell of the table, to a
finding of which anything was heard, and to a quotation without its words."""

ALL, NONE = 10**9, 0
"""Letters enough for whatever anybody said, and for nothing."""

STEPS = (
    *((most, most) for most in (ALL, 600, 400)),
    *((400, most) for most in (300, 240, 200, 160, 130, 100, 70, NONE)),
    *((most, NONE) for most in (240, 130, 70)),
)
"""Letters of a statement of a gap or a contested finding, and of any other: from the most on."""

_DISPUTED = (Group.GAP, Group.CONTESTED)


Measured = tuple[bool, bool, tuple[int, ...]]
"""A finding: whether anything was heard of it, whether it is disputed, how long its words are."""


@dataclass(frozen=True, slots=True)
class Room:
    """How many letters of a statement are shown: of a disputed finding's, and of any other's."""

    disputed: int = ALL
    others: int = ALL

    @classmethod
    def of(cls, findings: Sequence[Finding]) -> Room:
        """The most that the findings of a report leave room for."""
        places = len({each.partnership.id for each in findings})
        room = BYTES - _PAGE - _PLACE * places - _CELL * len(findings)
        lengths = measured(applying(findings))
        steps = [cls(*step) for step in STEPS]
        return next((step for step in steps if step.size(lengths) <= room), steps[-1])

    def size(self, findings: Sequence[Measured]) -> int:
        """About how many bytes so much of the findings takes."""
        size = 0
        for spoken, disputed, lengths in findings:
            most = self.disputed if disputed else self.others
            size += _FINDING * spoken
            size += sum(min(each, most) + _QUOTATION for each in lengths) if most else 0
        return size

    def most(self, finding: Finding) -> int:
        """How many letters of each of a finding's statements are shown."""
        return self.disputed if finding.group in _DISPUTED else self.others

    def words(self, finding: Finding) -> list[Statement]:
        """The statements of a finding whose words are shown."""
        return deciding(finding) if self.most(finding) else []

    @property
    def said(self) -> str:
        """What a reader must be told of it; nothing where all words are there."""
        if self.others == ALL:
            return ""
        text = "So that this page stays small enough to open, "
        text += f"words are cut after {self.disputed} letters and marked […]"
        if self.others == NONE:
            return f"{text}, and only gaps and contested findings have any here."
        if self.others != self.disputed:
            text += f", and after {self.others} where a finding is no gap and not contested"
        return f"{text}."


def measured(judged: Sequence[Finding]) -> list[Measured]:
    """What has to be known of findings to say how much room they take."""
    return [
        (
            bool(each.statements),
            each.group in _DISPUTED,
            tuple(_length(statement) for statement in deciding(each)),
        )
        for each in judged
    ]


def _length(statement: Statement) -> int:
    return len(statement.quote or "") + len(statement.translation or "")


def deciding(finding: Finding) -> list[Statement]:
    """Of each side the first words that decide; where none does, the first that may be used.

    Those between stand beside both sides of a contested finding, else in a missing side's place.
    """
    sides = [found[0] for which in SIDES if (found := on_side(finding, which))]
    return (sides if finding.group is Group.CONTESTED else sides[:2]) or chosen(finding)[:1]
