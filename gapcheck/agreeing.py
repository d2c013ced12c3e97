"""How far the coders of a study agree, from its files to the figures."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from pathlib import Path

from gapcheck.analysis import chosen, examine, left_out
from gapcheck.load.choose import choose_coders, choose_policies, choose_topics
from gapcheck.model.agreement import Agreement, Scope


def agree(root: Path, names: Collection[str], asked: Scope, *, today: date) -> Agreement:
    """How far coders agree, in all partnerships or in those named; `asked` names the rest."""
    # Imported late: only this needs it.
    from gapcheck.assess.agreement.run import agreement  # noqa: PLC0415

    gathered = corpus, found = examine(root, today=today)
    policies, topics = choose_policies(corpus, asked.policies), choose_topics(corpus, asked.topics)
    coders = choose_coders(corpus, asked.coders)
    scope = Scope(chosen(gathered, names), coders, policies, topics)
    return replace(agreement(corpus, scope, today), left_out=left_out(found))
