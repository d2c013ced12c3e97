"""The formats for logs, whole and byte for byte: nothing changes in them unseen."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from gapcheck import __version__
from gapcheck.diagnostic import Diagnostic, Location, Related, Severity
from gapcheck.reports.check_formats import CHECK_FORMATS

from .checked import ERROR, HERE, NAMED, WARNING, checked, problem, written
from .golden import assert_kept


@dataclass(frozen=True)
class Rule:
    """A rule of no catalogue, so that what is kept does not hang on the wording of one."""

    name: str
    severity: Severity
    summary: str
    story: str = ""


RULES = {
    one.name: one
    for one in (
        Rule("unknown-sector", ERROR, "A sector is none.", "Use one\nof the list.\n\nOr add it."),
        Rule("unlisted-speaker", ERROR, "An excerpt names a speaker whom nobody knows."),
        Rule("contradictory-codes", WARNING, "An excerpt affirms and denies one thing."),
    )
}
FOUND = (
    problem("`vsc` is no sector", help_="Did you mean `vcs`?"),
    problem("`vsc` is no sector", line=12, record="x2"),
    NAMED,
    Diagnostic(
        Location("evidence/a b/int, 1.yaml", 12, 9, 14, 3),
        WARNING,
        "contradictory-codes",
        "excerpt x1 both affirms and denies {this} [thing](there) by 100 % & <more>",
        related=(Related(Location(HERE, 11, 9, 11, 10), "the first stands here"),),
    ),
    replace(problem("7 more problems in this file are not listed"), rule="too-many"),
)


@pytest.mark.parametrize(
    ("form", "ending"), [("sarif", "sarif"), ("github", "txt"), ("junit", "xml")]
)
def test_a_run_is_written_like_this(form: str, ending: str) -> None:
    run = checked(*FOUND, rules=RULES, folder="research/", title="A <small> study")
    text = written(CHECK_FORMATS[form], run)
    assert_kept(f"check-{form}.{ending}", text.replace(f'"{__version__}"', '"VERSION"'))
