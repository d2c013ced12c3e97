"""Exemptions and severities: what they hide, what they cannot, and when they are needless."""

from __future__ import annotations

from pathlib import Path

import pytest

from .examples import found, places, rules
from .test_source_rules import INT, LONG, SAID, coded, excerpts

TWIN = "# evidence/north/two.yaml\n" + (
    "source: two\nkind: interview\ndate: 2004\nspeaker: {id: P04, sector: vcs, role: a}\n"
    "consent: v2\nexcerpts:\n  - id: x1\n    "
)


def ignoring(rule: str, text: str, codes: str = "{papers: absent}") -> str:
    return coded(text, codes, f"ignore: [{{rule: {rule}, reason: Read twice.}}]")


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("long-quote", LONG),
        ("unfinished-prose", "Never."),
        ("direct-identifier", "Write to us at nobody@example.org in time."),
        ("named-person", "We asked Dr Example for the papers."),
    ],
)
def test_an_excerpt_may_be_exempt_with_a_reason(tmp_path: Path, rule: str, text: str) -> None:
    assert rules(tmp_path, excerpts(coded(text))) == [rule]
    assert rules(tmp_path, excerpts(ignoring(rule, text))) == []


def test_only_that_rule_and_that_excerpt(tmp_path: Path) -> None:
    example = excerpts(ignoring("long-quote", f"TODO {LONG}"), coded(LONG))
    assert places(tmp_path, example, "long-quote") == [
        f"{INT}:12:5 warning excerpt x2 has 151 words, more than 150"
    ]
    assert "unfinished-prose" in rules(tmp_path, example)


@pytest.mark.parametrize(
    "rule", ["long-quote", "withdrawn", "missing-approval", "unknown-imperative", "unused-ignore"]
)
def test_one_that_matches_nothing_is_a_warning(tmp_path: Path, rule: str) -> None:
    assert places(tmp_path, excerpts(ignoring(rule, SAID)), "unused-ignore") == [
        f"{INT}:11:21 warning `{rule}` finds nothing in excerpt x1 that could be ignored"
    ]


def test_what_depends_on_the_day_is_not_called_needless_without_one(tmp_path: Path) -> None:
    example = excerpts(ignoring("date-in-future", SAID))
    assert rules(tmp_path, example, today=None) == []
    assert rules(tmp_path, example) == ["unused-ignore"]


@pytest.mark.parametrize(
    ("name", "help_"),
    [
        ("long-qoute", "Did you mean `long-quote`?"),
        ("zzzz", "`gapcheck rules` lists them all."),
    ],
)
def test_a_rule_that_nobody_knows(tmp_path: Path, name: str, help_: str) -> None:
    (one,) = found(tmp_path, excerpts(ignoring(name, SAID)))
    assert (str(one.location), one.location.column, one.rule) == (f"{INT}:11", 21, "unknown-rule")
    assert (one.message, one.help) == (f"there is no rule `{name}`", help_)


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("{long-qoute: off}", "gapcheck.yaml:9:14"),
        ("[{rule: long-qoute, severity: off}]", "gapcheck.yaml:9:21"),
        ("{long-quote: off}", None),
        ("[{rule: long-quote, severity: error, path: evidence/*}]", None),
    ],
)
def test_a_severity_for_a_rule_that_nobody_knows(
    tmp_path: Path, typed: str, place: str | None
) -> None:
    told = places(tmp_path, f"# gapcheck.yaml\nseverities: {typed}\n", "unknown-rule")
    assert told == ([f"{place} warning there is no rule `long-qoute`"] if place else [])


def test_the_same_words_in_two_files(tmp_path: Path) -> None:
    example = excerpts(coded(SAID)) + TWIN + coded(SAID.upper().replace(",", ""))
    (one,) = found(tmp_path, example)
    assert one.message == "excerpt x1 holds the words of excerpt x1 of int again"
    assert str(one.location) == "evidence/north/two.yaml:7"
    assert [str(more.location) for more in one.related] == [f"{INT}:7"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (coded(SAID), f"text: {SAID}"),
        (coded(SAID), coded(SAID, "[]")),
        (coded("They came late every time."), coded("They came late every time.")),
        (coded(SAID), coded(SAID.replace("papers", "letters and papers"))),
    ],
    ids=["not reviewed", "speaks to nothing", "few words", "other words"],
)
def test_what_does_not_count_twice(tmp_path: Path, first: str, second: str) -> None:
    assert rules(tmp_path, excerpts(first) + TWIN + second) in ([], ["untouched-source"])


def test_two_partnerships_may_say_the_same(tmp_path: Path) -> None:
    south = "# evidence/south/lsp.yaml\nlsp: south\nname: South\nkind: lsp\nnation: england\n"
    south += "members: {vcs: 4}\n"
    example = excerpts(coded(SAID)) + south + (TWIN + coded(SAID)).replace("/north/", "/south/")
    assert rules(tmp_path, example) == []


def test_the_same_words_may_be_meant(tmp_path: Path) -> None:
    exempt = ignoring("duplicate-text", SAID)
    assert rules(tmp_path, excerpts(coded(SAID)) + TWIN + exempt) == []
    assert rules(tmp_path, excerpts(exempt)) == ["unused-ignore"]
