"""Krippendorff's alpha over everybody who coded, for one imperative or for all of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gapcheck.assess.agreement.alpha import Unit, alpha
from gapcheck.assess.agreement.bootstrap import interval
from gapcheck.assess.agreement.pairs import answers
from gapcheck.assess.agreement.units import Shared
from gapcheck.model.agreement import Question, Reliability


def reliability(
    units: Iterable[Shared], imperatives: Sequence[str], question: Question, asked: Sequence[str]
) -> Reliability:
    """Alpha of one question: a unit is an excerpt with one of the imperatives that concern it.

    Excerpts are compared that consent admits and at least two people reviewed; what was settled
    is left out.
    """
    groups: list[list[Unit]] = []
    coders: set[str] = set()
    for one in units:
        who = reviewers(one, asked)
        cells = _cells(one, who, imperatives, question)
        if any(len(cell) > 1 for cell in cells):
            groups.append(cells)
            coders.update(who)
    found = alpha(cell for cells in groups for cell in cells)
    return Reliability(found, interval(groups), len(groups), tuple(sorted(coders)))


def reviewers(one: Shared, asked: Sequence[str]) -> list[str]:
    """Who reviewed an excerpt, of those who are asked for; nobody where they are fewer than two."""
    if one.admitted is None or (len(asked) == 1 and asked[0] not in one.codes):
        return []
    several = len(asked) > 1
    who = sorted(coder for coder in one.codes if not several or coder in asked)
    return who if len(who) > 1 else []


def _cells(
    one: Shared, who: Sequence[str], imperatives: Sequence[str], question: Question
) -> list[Unit]:
    return [
        answers(question, [one.category(coder, name) for coder in who])
        for name in imperatives
        if who and one.concerns(name) and one.settled(name) is None
    ]
