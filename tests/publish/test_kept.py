"""The edition for the public of the shipped Northtown, whole, in every format that there is.

Nobody in it exists; it shows what an edition looks like, and every change of one shows here.
"""

from __future__ import annotations

import io
from datetime import date
from functools import cache, partial
from pathlib import Path

import jsonschema_rs
import pytest
from reports.golden import assert_kept
from reports.json_contract import PUBLIC
from reports.screens import too_wide, written

from gapcheck import __version__
from gapcheck.analysis import analyse
from gapcheck.model.choices import Audience
from gapcheck.model.report import Report
from gapcheck.reports import json_report
from gapcheck.reports.formats import FORMATS
from gapcheck.reports.terminal.explain import write_explain
from gapcheck.reports.terminal.overview import write_overview
from gapcheck.reports.terminal.partnership import write_partnerships

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 15)
ENDINGS = {"markdown": "md", "html": "html", "json": "json"}


@cache
def shipped(*names: str, coarsen: bool = False) -> Report:
    return analyse(ROOT, today=TODAY, names=names, audience=Audience.PUBLIC, coarsen=coarsen)


@pytest.mark.parametrize("form", ENDINGS)
def test_the_edition_of_northtown_is_the_kept_one(form: str) -> None:
    stream = io.StringIO()
    FORMATS[form](shipped("northtown"), stream)
    text = stream.getvalue().replace(__version__, "VERSION")
    assert_kept(f"public-northtown.{ENDINGS[form]}", text)


def test_the_screen_of_the_edition_is_the_kept_one() -> None:
    text = written(partial(write_partnerships, shipped("northtown")))
    assert_kept("public-northtown.txt", text)


def test_coarsened_no_role_and_no_tier_of_anybody_is_left() -> None:
    whole = analyse(ROOT, today=TODAY, names=["northtown"])
    roles = {each.role for finding in whole.findings for each in finding.statements if each.role}
    assert len(roles) > 5
    report = shipped("northtown", coarsen=True)
    text = written(partial(write_partnerships, report)).casefold()
    stream = io.StringIO()
    FORMATS["json"](report, stream)
    texts = (" ".join(text.split()), stream.getvalue().casefold())
    # What people say of one another in quoted words is theirs to say.
    said = " ".join(s.quote or "" for f in report.findings for s in f.statements).casefold()
    for role in {each.casefold() for each in roles} - {"resident"}:
        assert role in said or not [shown for shown in texts if role in shown]


def test_the_overview_for_the_public_is_the_kept_one() -> None:
    stream = io.StringIO()
    FORMATS["markdown"](shipped(), stream)
    assert_kept("public-overview.md", stream.getvalue().replace(__version__, "VERSION"))


@pytest.mark.parametrize("name", ["equal-partners", "minority-interests", "real-engagement"])
def test_an_explanation_for_the_public_is_the_kept_one(name: str) -> None:
    report = shipped("northtown")
    finding = next(each for each in report.findings if each.imperative.id == name)
    text = written(partial(write_explain, finding, report))
    assert_kept(f"public-explain-{name}.txt", text)


@pytest.mark.parametrize("width", [48, 80, 140])
@pytest.mark.parametrize("ascii_only", [False, True])
def test_no_line_is_wider_than_the_screen(width: int, ascii_only: bool) -> None:
    for screen in (
        partial(write_partnerships, shipped("northtown", coarsen=True)),
        partial(write_overview, shipped()),
    ):
        text = written(screen, width, ascii_only=ascii_only)
        assert not too_wide(text, width)
        assert not [line for line in text.splitlines() if line != line.rstrip()]


@pytest.mark.parametrize("names", [(), ("northtown",), ("bolsover",), ("millbrook", "woldshire")])
@pytest.mark.parametrize("coarsen", [False, True])
def test_the_json_of_an_edition_has_exactly_its_shape(
    names: tuple[str, ...], coarsen: bool
) -> None:
    found = json_report.as_json(shipped(*names, coarsen=coarsen))
    stream = io.StringIO()
    json_report.write(shipped(*names, coarsen=coarsen), stream)
    validator = jsonschema_rs.validator_for(PUBLIC)
    assert [error.message for error in validator.iter_errors(found)] == []
    assert list(found)[3:5] == ["audience", "edition"]


def test_what_was_published_stays_as_it_was_published() -> None:
    """Real places and surveys of the shipped study rest on published papers alone."""
    whole = analyse(ROOT, today=TODAY)
    told = shipped()
    real = {part.partnership.id for part in whole.partnerships if not part.partnership.pseudonym}
    assert len(real) >= 6
    for before, after in zip(whole.findings, told.findings, strict=True):
        if before.partnership.id in real:
            assert (after.sectors, after.tiers, after.fragile) == (
                before.sectors, before.tiers, before.fragile,
            )  # fmt: skip
            admitted = [each for each in before.statements if each.excluded is None]
            assert [(s.quote, s.share, s.source, s.location) for s in after.statements] == [
                (s.quote, s.share, s.source, s.location) for s in admitted
            ]
            assert (after.barriers, after.concerns) == (before.barriers, before.concerns)
