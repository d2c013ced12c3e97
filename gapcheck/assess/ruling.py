"""Try the rules on a case, in their order."""

from __future__ import annotations

from gapcheck.assess.case import Case
from gapcheck.assess.rules import RULES, Rule
from gapcheck.model.finding import RuleTried

_NOT_TRIED = tuple(RuleTried(rule.name, False, "not tried") for rule in RULES)


def ruling(case: Case) -> Rule:
    """The first rule that holds; between them the thirteen leave nothing open."""
    return next(rule for rule in RULES if rule.holds(case))


def trace(case: Case, fired: Rule) -> tuple[RuleTried, ...]:
    """All rules in order: tried up to the one that fired, the others marked as not tried."""
    place = RULES.index(fired)
    tried = (RuleTried(rule.name, rule is fired, rule.note(case)) for rule in RULES[: place + 1])
    return (*tried, *_NOT_TRIED[place + 1 :])
