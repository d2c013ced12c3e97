"""What a data set says of itself: in the metadata of its files, and in the README beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from gapcheck import __version__
from gapcheck.model.choices import Audience
from gapcheck.model.report import PartnershipReport, Report
from gapcheck.reports.edition import HEAD, edition
from gapcheck.reports.markdown.text import inline
from gapcheck.reports.provenance import as_at
from gapcheck.reports.sentences import banner, invented
from gapcheck.reports.whose import FOR

_TABLES = {
    "findings": "every imperative in every partnership with its verdict",
    "statements": "what each finding was judged by, and what was left out of it",
    "excerpts": "passages whose words consent lets out, coded or not",
    "imperatives": "what is asked for, and by which policy",
    "partnerships": "the partnerships with their totals",
}


def metadata(report: Report, of: PartnershipReport | None) -> dict[str, str]:
    """What a file tells of itself by key: one on a partnership, or (None) on all of them."""
    own = edition(report)
    told = {
        "gapcheck.version": __version__,
        "gapcheck.study": report.settings.title,
        "gapcheck.audience": str(report.audience),
        "gapcheck.as_at": str(of.as_at or "") if of else as_at(report),
        "gapcheck.illustrative": (invented([of.partnership]) if of else banner(report)) or "",
        "gapcheck.edition": " ".join((HEAD, *own)) if own else "",
        "gapcheck.left_out": "\n".join(report.left_out),
    }
    return {key: said for key, said in told.items() if said}


def readme(report: Report, rows: Mapping[str, int], form: str) -> str:
    """The page that lies beside the tables: what is invented, for whom they are, what they hold."""
    return "\n".join([*_head(report), *_contents(report, rows), *_origin(report, form)])


def _head(report: Report) -> Iterator[str]:
    if said := banner(report):
        yield from (f"> **Illustrative. {inline(said)}**", "")
    yield from (f"# {inline(report.settings.title) or 'A study'}: data", "")
    yield from (f"{FOR[report.audience]}.", "")
    if own := edition(report):
        yield from (inline(" ".join(own)), "")
    if report.left_out:
        yield from ("Left out because of errors in the study's files:", "")
        yield from (f"- {inline(said)}" for said in report.left_out)
        yield ""


def _contents(report: Report, rows: Mapping[str, int]) -> Iterator[str]:
    yield from ("| table | rows | what a row is |", "|---|---|---|")
    for name, said in _TABLES.items():
        if name in rows:
            yield f"| {name} | {rows[name]} | {said} |"
    yield ""
    if report.audience is Audience.PUBLIC:
        yield from ("An edition for the public holds no excerpts.", "")
    told = "invented partnerships have `illustrative` true in every row"
    yield from (f"Read with DuckDB, pandas, polars, R or Spark: {told}.", "")


def _origin(report: Report, form: str) -> Iterator[str]:
    yield f"Judged as at: {as_at(report)}. Format: `{form}`. Made with gapcheck {__version__}."
    yield ""
