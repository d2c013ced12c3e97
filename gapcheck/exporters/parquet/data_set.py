"""What is written as a data set: known before it is known whether anything can write it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from gapcheck.exporters.selected import Kept
from gapcheck.model.finding import Finding
from gapcheck.model.report import Report
from gapcheck.model.study import Partnership

FORMAT: Final = "gapcheck-parquet/1"
README: Final = "README.md"
"""The page beside the tables."""

Told = Mapping[str, str]
"""What a file tells of itself."""


@dataclass(frozen=True, slots=True)
class Place:
    """A partnership with all that is written of it; its id alone where there is no more of it.

    `judged`: it has findings, or could have. `sources`: None where no excerpts are told.
    """

    lsp: str
    partnership: Partnership | None
    judged: bool
    findings: Sequence[Finding] = ()
    sources: Sequence[Kept] | None = None


@dataclass(frozen=True, slots=True)
class Packed:
    """The files of a partnership, by their paths in the folder, and the rows each table got."""

    files: Mapping[str, bytes]
    rows: Mapping[str, int]


class Tables(Protocol):
    """The tables of a data set while they are written."""

    @property
    def rows(self) -> Mapping[str, int]:
        """How many rows each has so far."""

    def add(self, packed: Packed) -> None:
        """Write all of a partnership, of which nothing is kept."""

    def close(self, report: Report, told: Told) -> None:
        """Write what is told of all partnerships together."""


def places(report: Report, sources: Iterable[Kept] | None) -> Iterator[Place]:
    """The partnerships of a report, in its order, with those of the sources that are theirs."""
    judged: dict[str, list[Finding]] = {}
    for one in report.findings:
        judged.setdefault(one.partnership.id, []).append(one)
    kept = _by_place(sources or ())
    for part in report.partnerships:
        own = part.partnership
        told = None if sources is None else kept.get(own.id, ())
        yield Place(own.id, own, True, judged.get(own.id, ()), told)


def beside(report: Report, sources: Iterable[Kept] | None) -> Iterator[Place]:
    """What is written of no one partnership: the sources that speak of none.

    Where there is no partnership at all, tables without rows keep their columns.
    """
    known = {part.partnership.id for part in report.partnerships}
    for lsp, own in _by_place(sources or ()).items():
        if lsp not in known:
            yield Place(lsp, None, False, (), own)
    if not known:
        yield Place("", None, True, (), None if sources is None else ())


def _by_place(sources: Iterable[Kept]) -> dict[str, list[Kept]]:
    found: dict[str, list[Kept]] = {}
    for one in sources:
        found.setdefault(one.source.lsp, []).append(one)
    return found
