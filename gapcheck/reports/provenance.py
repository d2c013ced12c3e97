"""Where a report comes from: what anybody needs who wants to make the same one again."""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck import __version__
from gapcheck.model.report import Report
from gapcheck.reports import phrases


def provenance(report: Report) -> tuple[tuple[str, str], ...]:
    """Label and words of each thing that decides what stands in a report; no clock is in it."""
    return tuple((label, said) for label, said in _told(report) if said)


def _told(report: Report) -> Iterator[tuple[str, str]]:
    settings, lines = report.settings, report.settings.thresholds
    yield "Study", settings.title
    yield "Study at commit", _commit(report)
    yield "Judged as at", as_at(report)
    yield "Survey cuts", f"no at or below {lines.absent_at:g} %, yes at or above {_yes(report)}"
    yield "Stale after", phrases.counted(int(lines.stale_after_years), "year")
    yield "Small cells", f"below {lines.small_cell}"
    yield "Coding", "excerpts coded by two people" if settings.double_coded else "single coding"
    yield "Made with", f"gapcheck {__version__}"


def _yes(report: Report) -> str:
    return f"{report.settings.thresholds.happens_at:g} %"


def _commit(report: Report) -> str:
    if report.edition:
        return ""
    if not report.commit:
        return "not under git"
    return f"{report.commit}; changes since then that are not committed are not noticed"


def as_at(report: Report) -> str:
    """The day that is judged at; or that each partnership has its own."""
    days = {part.as_at for part in report.partnerships}
    if not days:
        return "no day: there is no partnership"
    if len(days) > 1:
        return "for each partnership the day of its newest source"
    (day,) = days
    if day is None:
        return "no day: nothing is dated"
    said = "as asked for" if report.as_at_given else "the day of the newest source"
    return f"{phrases.long_date(day)}, {said}"
