"""The head of a report: what it leaves out, what is invented, who it is, and the sum of it."""

from __future__ import annotations

from collections.abc import Sequence

from gapcheck.diagnostic import Severity
from gapcheck.model.report import PartnershipReport, Report
from gapcheck.model.study import Partnership
from gapcheck.reports import phrases, sentences
from gapcheck.reports.edition import HEAD, edition
from gapcheck.reports.narrowed import narrowed
from gapcheck.reports.terminal.bar import bar
from gapcheck.reports.terminal.sheet import Sheet
from gapcheck.reports.wrapping import Line


def opening(report: Report, sheet: Sheet, shown: Sequence[Partnership] | None = None) -> list[Line]:
    """Said before all else: what had to be left out, and what is invented of what is shown."""
    lines: list[Line] = []
    if report.left_out:
        lines += sheet.wrap([("Left out, because files have errors:", "bold")])
        for each in report.left_out:
            lines += sheet.item(each)
        hint = [("What is wrong, and where:  gapcheck check", "dim")]
        lines += [*(sheet.wrap(hint) if report.edition is None else []), []]
    said = sentences.banner(report) if shown is None else sentences.invented(shown)
    if said:
        lines += [*sheet.wrap([(" ILLUSTRATIVE ", "reverse"), (f" {said}", "")]), []]
    lines += _edition(report, sheet)
    own = narrowed(report)
    return [*lines, *sheet.wrap([(own, "bold")]), []] if own else lines


def _edition(report: Report, sheet: Sheet) -> list[Line]:
    said = edition(report)
    if not said:
        return []
    lines = sheet.wrap([(HEAD, "bold"), (f" {said[0]}", "")])
    return [*lines, *(line for each in said[1:] for line in sheet.item(each)), []]


def partnership_head(part: PartnershipReport, report: Report, sheet: Sheet) -> list[Line]:
    """Name, kind and place, as at when and from what; the summary sentence; the bar."""
    partnership = part.partnership
    lines = sheet.wrap([(partnership.name, "bold")])
    lines += sheet.wrap(phrases.place(partnership, report.settings))
    lines += sheet.wrap(_basis(part, report))
    lines += _warnings(report, sheet, f"evidence/{partnership.id}")
    return [*lines, [], *sheet.wrap([(sentences.summary(part), "bold")]), *bar(part, sheet)]


def _basis(part: PartnershipReport, report: Report) -> str:
    when = f"as at {phrases.long_date(part.as_at)}" if part.as_at else "without a date"
    imperatives = phrases.counted(sentences.judged_against(part), "imperative")
    policies = phrases.counted(len(report.policies), "policy", "policies")
    return f"Judged {when} · {imperatives} in {policies} · {_sources(part)}"


def _sources(part: PartnershipReport) -> str:
    number = sentences.number_of_sources([part])
    used = sum(source.used for source in part.sources)
    return f"{number}, {used} used" if number else sentences.kinds(part.sources)


def _warnings(report: Report, sheet: Sheet, folder: str) -> list[Line]:
    near = [each for each in report.diagnostics if each.location.path.startswith(f"{folder}/")]
    errors = sum(each.severity is Severity.ERROR for each in near)
    counts = ((errors, "error"), (len(near) - errors, "warning"))
    said = [phrases.counted(number, word) for number, word in counts if number]
    if not said:
        return []
    return sheet.wrap([(f"{' and '.join(said)} in the files:  gapcheck check {folder}", "dim")])
