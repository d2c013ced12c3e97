"""Try the rules on a case, in their order."""

from __future__ import annotations

from gapcheck.assess.case import Case
from gapcheck.assess.rules import RULES, Rule
from gapcheck.model.finding import RuleTried


def ruling(case: Case) -> Rule:
    """The first rule that holds; between them the thirteen leave nothing open."""
    return next(rule for rule in RULES if rule.holds(case))


def trace(case: Case, fired: Rule) -> tuple[RuleTried, ...]:
    """All rules in order: tried up to the one that fires, the others marked as not tried."""
    place = RULES.index(fired)
    return tuple(
        RuleTried(rule.name, index == place, rule.note(case) if index <= place else "not tried")
        for index, rule in enumerate(RULES)
    )
