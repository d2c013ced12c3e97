"""How a board paper's verdicts came about, from whose voices, and what they cannot say."""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck import __version__
from gapcheck.model.report import PartnershipReport, Report
from gapcheck.model.settings import Settings
from gapcheck.reports import board, phrases, sentences
from gapcheck.reports.board_tables import heard
from gapcheck.reports.markdown.text import cell, inline, table


def method(report: Report, part: PartnershipReport) -> Iterator[str]:
    """Part 8: the rules, who was heard, the limits and the settings."""
    yield "## 8 Method and limits"
    yield ""
    yield board.METHOD
    yield ""
    yield from _heard(part, report.settings)
    yield from limits(report, part)


def limits(report: Report, part: PartnershipReport | None = None) -> Iterator[str]:
    """What the report cannot say, as a list, with the settings that it was made with."""
    for limit in sentences.limits(report, part):
        yield f"- {inline(limit)}"
    yield f"- {inline(settings_line(report))}"
    yield from (f"- {inline(each)}" for each in board.promises(report.settings.ethics))
    yield ""


def settings_line(report: Report) -> str:
    """The thresholds, the coding, and the program that made the report."""
    lines = report.settings.thresholds
    coding = "excerpts coded by two people" if report.settings.double_coded else "single coding"
    commit = f", study at commit {report.commit[:12]}" if report.commit else ""
    return (
        f"Settings: survey cuts {lines.absent_at:g} and {lines.happens_at:g} %; stale after "
        f"{phrases.counted(int(lines.stale_after_years), 'year')}; small cells below "
        f"{lines.small_cell}; {coding}. gapcheck {__version__}{commit}."
    )


def _heard(part: PartnershipReport, settings: Settings) -> Iterator[str]:
    if said := sentences.heard(part, settings):
        yield said
        yield ""
    grid = heard(part, settings)
    if grid:
        yield board.WHO_WAS_HEARD
        yield ""
        head, *rows = (tuple(map(cell, row)) for row in grid)
        yield from table(head, *rows)
