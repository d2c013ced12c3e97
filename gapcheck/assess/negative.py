"""The negative case: what speaks against a verdict."""

from __future__ import annotations

from gapcheck.assess.admissible import DENIALS
from gapcheck.model.choices import Group, Stance, Verdict
from gapcheck.model.finding import Statement

_AFFIRM = frozenset({Stance.HAPPENS})


def negative_case(verdict: Verdict, statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Denials that do not decide a yes, all that affirms a gap, both sides of what is between."""
    admissible = (s for s in statements if s.excluded is None)
    match verdict.group:
        case Group.TRANSLATED:
            return tuple(s for s in admissible if s.stance in DENIALS and not s.deciding)
        case Group.GAP:
            return tuple(s for s in admissible if s.stance in _AFFIRM)
        # Here both sides count, whether or not they decide.
        case Group.PARTLY | Group.CONTESTED:
            return tuple(s for s in admissible if s.stance in DENIALS | _AFFIRM)
        case _:
            return ()
