"""A baseline assessment: what is asked, whether it applies and is met, and what is to be done.

Its columns follow the baseline assessment sheets that NICE publishes beside its guidance; what is
to be done, by whom and by when is for people to fill in.
"""

from __future__ import annotations

from gapcheck.model.choices import Group, Verdict
from gapcheck.model.finding import Finding
from gapcheck.model.report import Report
from gapcheck.reports import board, phrases, words
from gapcheck.reports.choosing import findings_of
from gapcheck.reports.xlsx.numbered import Numbered
from gapcheck.reports.xlsx.sheet import Cell, Column, Sheet, cell

_COLUMNS = (
    *(Column("Partnership", 24), Column("Policy", 30), Column("Imperative", 26)),
    *(Column("What is asked", 46), Column("Applies", 9), Column("Current practice", 46)),
    *(Column("Met", 12), Column("Verdict", 20), Column("Confidence", 16), Column("Evidence", 14)),
    *(Column("Action needed", 34, "fill-in"), Column("Lead", 18, "fill-in")),
    Column("Deadline", 14, "fill-in"),
)

MET = {
    Group.TRANSLATED: "Yes",
    Group.PARTLY: "Partly",
    Group.GAP: "No",
    Group.CONTESTED: "Contested",
    Group.UNKNOWN: "Not known",
    None: "Not taken up",
}
"""Whether it is met, in the words of such a sheet."""


def baseline(report: Report, numbers: Numbered) -> Sheet:
    """Every imperative of every partnership, those that do not apply last."""
    titles = {policy.id: policy.title for policy in report.policies}
    rows = (
        _row(finding, titles.get(finding.imperative.policy, ""), numbers)
        for part in report.partnerships
        for finding in findings_of(part, report)
    )
    return Sheet("Baseline", _COLUMNS, tuple(rows), 3)


def _row(finding: Finding, policy: str, numbers: Numbered) -> tuple[Cell, ...]:
    applies = finding.verdict is not Verdict.NOT_APPLICABLE
    style = finding.group or "outside"
    why = phrases.sentence(finding.why if applies else finding.reason or finding.why)
    return (
        cell(phrases.full_name(finding.partnership)),
        cell(policy),
        cell(finding.imperative.name, "name"),
        cell(finding.imperative.text.strip()),
        cell("yes" if applies else "no"),
        cell(why),
        cell(MET[finding.group] if applies else "–", style),
        cell(words.VERDICTS[finding.verdict].screen, style),
        cell(board.level(finding)),
        cell(numbers.numbers(finding)),
        *(cell("", "fill-in") for _ in range(3)),
    )
