"""A plan as a page: the round, a guide for each conversation, the sample."""

from __future__ import annotations

from typing import TextIO

from gapcheck.model.plan import Plan
from gapcheck.reports import interview, phrases, plan_words
from gapcheck.reports.html.marks import mark
from gapcheck.reports.html.page import STYLES, render
from gapcheck.reports.provenance import provenance


def write(plan: Plan, stream: TextIO) -> None:
    """Write the whole page."""
    settings = plan.report.settings
    labels = settings.vocabulary.sectors
    for piece in render(
        "plan",
        plan.report,
        (*STYLES, "plan"),
        title=plan_words.title(plan),
        plan=plan,
        say=plan_words,
        ask=interview,
        mark=mark,
        summary=plan_words.summary(plan),
        judged=phrases.long_date(plan.part.as_at) if plan.part.as_at else "",
        nobody=plan_words.nobody(plan.nobody),
        whom=tuple(plan_words.whom(one, settings) for one in plan.conversations),
        tiers=tuple(plan_words.tier_name(each, settings) for each in plan_words.tiers(plan)),
        sample=tuple(
            (phrases.label(sector, labels), tuple(plan_words.cell(one) for one in row))
            for sector, row in plan_words.rows(plan)
        ),
        leans={key: phrases.sentence(said) for key, said in plan_words.LEANS.items()},
        provenance=provenance(plan.report),
    ):
        stream.write(piece)
