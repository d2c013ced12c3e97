"""Krippendorff's alpha over everybody who coded, for one imperative or for all of them.

A unit is an excerpt with one of the imperatives that concern it. Excerpts are compared that
consent admits and at least two people reviewed; what was settled is left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from gapcheck.assess.agreement.alpha import alpha, joined
from gapcheck.assess.agreement.bootstrap import Group, Groups, interval
from gapcheck.assess.agreement.cells import Said, answers, by_excerpt, by_imperative
from gapcheck.assess.agreement.units import Shared
from gapcheck.model.agreement import Question, Reliability


def overall(
    units: Iterable[Shared], imperatives: Iterable[str], question: Question, asked: Sequence[str]
) -> Reliability:
    """Alpha of one question over all these imperatives; an excerpt's units are drawn together."""
    compared = frozenset(imperatives)
    groups, coders = Counter[Group](), set[str]()
    for one in units:
        who = reviewers(one, asked)
        cells = answers(question, by_excerpt(one, who, compared)) if who else {}
        if any(len(cell) > 1 for cell in cells):
            groups[frozenset(cells.items())] += 1
            coders.update(who)
    return _reliability(groups, coders)


def for_each(
    units: Sequence[Shared], imperatives: Iterable[str], asked: Sequence[str]
) -> dict[str, Reliability]:
    """By imperative, alpha of its codes; those that nobody named have none."""
    said = by_imperative(units, lambda one: reviewers(one, asked))
    coders = _coders(units, asked)
    return {
        name: _reliability(_alone(said[name]), coders[name]) for name in imperatives if name in said
    }


def reviewers(one: Shared, asked: Sequence[str]) -> Said:
    """Who reviewed an excerpt, of those who are asked for; nobody where they are fewer than two."""
    if one.admitted is None or (len(asked) == 1 and asked[0] not in one.codes):
        return ()
    several = len(asked) > 1
    who = sorted(coder for coder in one.codes if not several or coder in asked)
    return tuple(who) if len(who) > 1 else ()


def _alone(said: Mapping[Said, int]) -> Groups:
    """Each excerpt has one unit on an imperative."""
    return {frozenset({(unit, 1)}): times for unit, times in said.items()}


def _coders(units: Iterable[Shared], asked: Sequence[str]) -> dict[str, set[str]]:
    """By imperative everybody who reviewed an excerpt that it concerns."""
    kinds: dict[tuple[frozenset[str], Said], None] = {}
    found: dict[str, set[str]] = {}
    for one in units:
        who = reviewers(one, asked)
        kinds[one.applies, who] = None
        for name in one.named(who):
            found.setdefault(name, set()).update(who)
    for applies, who in kinds:
        for name in found.keys() & applies:
            found[name].update(who)
    return found


def _reliability(groups: Groups, coders: Iterable[str]) -> Reliability:
    found = alpha(joined((dict(group), times) for group, times in groups.items()))
    return Reliability(found, interval(groups), sum(groups.values()), tuple(sorted(coders)))
