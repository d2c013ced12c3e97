"""The reports whose pages are tried: one partnership, two, a study, many, a real one, an empty."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import cache, partial
from pathlib import Path

from gapcheck.analysis import analyse
from gapcheck.model.choices import Audience
from gapcheck.model.report import Report

from ..sample import northtown, study

SHIPPED = Path(__file__).parents[3]
TODAY = date(2026, 11, 1)


def two() -> Report:
    """Northtown beside a second partnership, both named."""
    whole = study()
    parts = whole.partnerships[:2]
    ids = {part.partnership.id for part in parts}
    found = tuple(each for each in whole.findings if each.partnership.id in ids)
    return replace(whole, partnerships=parts, findings=found, whole_study=False)


def many() -> Report:
    """So many partnerships that their table is too wide for a sheet of paper."""
    return study(4)


def empty() -> Report:
    """A study that holds nothing yet."""
    return replace(study(), partnerships=(), findings=(), across=(), policies=())


def silent() -> Report:
    """A partnership that was named, and of which nothing is known."""
    report = northtown()
    bare = replace(
        report.partnerships[0],
        as_at=None,
        totals=(),
        not_taken_up=0,
        not_applicable=0,
        sources=(),
        heard=(),
        unheard=(),
        barriers=(),
        enablers=(),
        tensions=(),
    )
    return replace(report, partnerships=(bare,), findings=(), policies=())


@cache
def shipped() -> Report:
    """The study that lies in the repository."""
    return analyse(SHIPPED, today=TODAY)


@cache
def shipped_northtown() -> Report:
    """Its partnership with the most evidence."""
    return analyse(SHIPPED, today=TODAY, names=("northtown",))


@cache
def public(*names: str, coarsen: bool = False) -> Report:
    """The edition for the public of the study in the repository, or of some partnerships."""
    audience = Audience.PUBLIC
    return analyse(SHIPPED, today=TODAY, names=names, audience=audience, coarsen=coarsen)


REPORTS: Mapping[str, Callable[[], Report]] = {
    "northtown": northtown,
    "two": two,
    "study": study,
    "many": many,
    "empty": empty,
    "silent": silent,
    "shipped": shipped,
    "shipped-northtown": shipped_northtown,
    "public": public,
    "public-northtown": partial(public, "northtown"),
    "public-coarsened": partial(public, "northtown", "millbrook", coarsen=True),
}
