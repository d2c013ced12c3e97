"""The plan for one partnership of a study on the disk."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from gapcheck.analysis import chosen, examine, left_out
from gapcheck.assess.planning import plan
from gapcheck.load.repository import commit_of
from gapcheck.model.plan import Plan


def plan_for(root: Path, name: str, *, today: date, as_at: date | None = None) -> Plan:
    """Whom to see next in a partnership, on what, and what they could change."""
    # The whole study is read: how many it is compared with bears on how many to see.
    corpus, found = gathered = examine(root, today=today)
    (lsp,) = chosen(gathered, (name,))
    return plan(
        corpus,
        lsp,
        today=today,
        as_at=as_at,
        diagnostics=found,
        left_out=left_out(found),
        commit=commit_of(root),
    )
