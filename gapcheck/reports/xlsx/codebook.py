"""What was looked for: every imperative with its indicators, as a codebook."""

from __future__ import annotations

from gapcheck.model.report import Report
from gapcheck.model.study import Imperative, Policy
from gapcheck.reports import phrases, words
from gapcheck.reports.xlsx.sheet import Cell, Column, Sheet, cell

_COLUMNS = (
    *(Column("Policy", 34), Column("Imperative", 30), Column("Title", 26)),
    *(Column("What is asked", 60), Column("Duty", 44), Column("In force", 26)),
    *(Column("Where it stands", 22), Column("Indicators", 50), Column("Terms", 34)),
    *(Column("Topics", 26), Column("Wording", 30)),
)


def codebook(report: Report) -> Sheet:
    """One row an imperative, in the order of the policies."""
    rows = (_row(one, policy, report) for policy in report.policies for one in policy.imperatives)
    return Sheet("Codebook", _COLUMNS, tuple(rows), 2)


def _row(one: Imperative, policy: Policy, report: Report) -> tuple[Cell, ...]:
    told = (
        f"{policy.title}, {phrases.long_date(policy.published)}",
        one.name,
        one.title,
        one.text.strip(),
        phrases.duty(one, report.settings),
        phrases.period(one.in_force),
        one.locator,
        "\n".join(f"{each.id}: {each.text.strip()}" for each in one.indicators),
        "; ".join(one.terms),
        "; ".join(one.topics),
        words.WORDINGS[one.wording],
    )
    return tuple(cell(text, "name" if text == one.name else "") for text in told)
