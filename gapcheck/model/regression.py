"""When a finding got worse: one order of verdicts, and what is said of it.

From best to worst: in practice, partly, contested, an option not taken up, a gap, the opposite.
What is not known and what does not apply have no place in it.
"""

from __future__ import annotations

from gapcheck.model.choices import Confidence, Group, Verdict
from gapcheck.model.comparison import Outcome

_RANK = {
    Verdict.TRANSLATED: 5,
    Verdict.PARTLY_TRANSLATED: 4,
    Verdict.CONTESTED: 3,
    Verdict.NOT_TAKEN_UP: 2,
    Verdict.NOT_TRANSLATED: 1,
    Verdict.PAPER_ONLY: 1,
    Verdict.CONTRARY: 0,
}
_BAD = (Group.CONTESTED, Group.GAP)
_GOOD = (Group.TRANSLATED, Group.PARTLY)
_SURE = tuple(Confidence)


def is_worse(before: Outcome, after: Outcome) -> bool:
    """Whether a finding fell in the order, is no longer known, or rests on less.

    A test that was skipped and fails now is a failure: so what was not known and is contested or
    a gap counts too. What did not apply before has not become worse, whatever it is now. Less
    confidence counts where good news rests on it; to be less sure of a gap is none.
    """
    old, new = before.verdict, after.verdict
    if old is new:
        fell = before.confidence and after.confidence
        return bool(fell and old.group in _GOOD and _below(before.confidence, after.confidence))
    if old in _RANK:
        return _RANK[new] < _RANK[old] if new in _RANK else new.group is Group.UNKNOWN
    return old.group is Group.UNKNOWN and new.group in _BAD


def _below(before: Confidence | None, after: Confidence | None) -> bool:
    return bool(before and after and _SURE.index(after) > _SURE.index(before))
