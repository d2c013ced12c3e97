"""A report on a terminal: the overview of a whole study, or the partnerships that were named."""

from __future__ import annotations

from rich.console import Console

from gapcheck.model.report import Report


def write_report(report: Report, console: Console) -> None:
    """Draw what the report is of; only that is imported."""
    if report.whole_study:
        from gapcheck.reports.terminal.overview import write_overview  # noqa: PLC0415

        write_overview(report, console)
    else:
        from gapcheck.reports.terminal.partnership import write_partnerships  # noqa: PLC0415

        write_partnerships(report, console)
