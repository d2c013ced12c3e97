"""What a comparison looks like: on a terminal, as a comment, for programs; and nobody's words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from . import history
from .conftest import Call
from .repo import commit, git, put

SHOWN = """\
 ILLUSTRATIVE  invented: Aged and Due.

A study with a history
Compared: withdrawn (COMMIT, 1 April 2010) and aged (COMMIT, 1 September
2010).
2 findings changed and 4 are unchanged. Only aged, due and guidance.

Aged ───────────────────────────────────────────────────────────────────────────

guidance/join-up
  ○ Not in practice, moderate confidence  →  ○ Not in practice, low confidence
  Passing of time       the as-at day moved from 12 May 2004 to 1 January 2012:
                        int-council x1 is stale and int-vcs x1 is stale

Due ────────────────────────────────────────────────────────────────────────────

guidance/due-one
  ○ Not in practice, moderate confidence  →  ? Nothing heard
  Edited imperative     guidance/due-one  due: none → 2008
                        policies/guidance.yaml:10

CHANGED NO FINDING ─────────────────────────────────────────────── 3 differences

  Edited imperative     guidance/option  modality: should → may
                        policies/guidance.yaml:16
  Changed setting       survey_cuts: [10, 90] → [20, 80]
  Changed setting       stale_after_years: 3 → 6
"""


def without_commits(text: str, root: Path) -> str:
    for tag in history.TAGS:
        text = text.replace(git(root, "rev-parse", "--short=9", tag), "COMMIT")
    return text


def test_on_a_terminal(call: Call, root: Path) -> None:
    words = ("withdrawn", "aged", "--lsp", "aged", "--lsp", "due", "--policy", "guidance")
    assert without_commits(call("diff", *words).out, root) == SHOWN


def test_plain_letters_and_a_narrow_screen(call: Call, root: Path) -> None:
    done = call("diff", "beginning", "--ascii", "--width", "40")
    assert done.out.isascii()
    assert max(map(len, done.out.splitlines())) <= 40


def test_as_a_comment(call: Call, root: Path) -> None:
    out = root.parent / "comment.md"
    assert call("diff", "added", "due", "-o", out).code == 0
    text = without_commits(out.read_text("utf-8"), root)
    assert text == (
        "> **Illustrative: invented for demonstration: Due, Recoded and Withdrawn.**\n\n"
        "## What changed in the findings: A study with a history\n\n"
        "**3 findings changed and 45 are unchanged.**\n\n"
        "Compared: added (COMMIT, 1 February 2010) and due (COMMIT, 1 May 2010).\n\n"
        "### Due\n\n"
        "- `guidance/due-one`: ○ Not in practice, moderate confidence → ? **Nothing heard** "
        "(worse)\n"
        "  - Edited imperative: `guidance/due-one`, due: none → 2008 "
        "(`policies/guidance.yaml:10`)\n\n"
        "### Recoded\n\n"
        "- `guidance/join-up`: ○ Not in practice, moderate confidence → ≠ **Contested, low "
        "confidence**\n"
        "  - Recoding: `int-vcs x1`, absent → happens (`evidence/recoded/int-vcs.yaml:7`)\n\n"
        "### Withdrawn\n\n"
        "- `guidance/join-up`: ○ Not in practice, moderate confidence → ? **Too little heard** "
        "(worse)\n"
        "  - Withdrawn evidence: `int-vcs`, consent was withdrawn "
        "(`evidence/withdrawn/int-vcs.yaml:1`)\n"
    )
    assert "<ol>" not in MarkdownIt().render(text)


def test_a_comment_stays_below_what_github_takes(call: Call, root: Path) -> None:
    more = {f"evidence/p{n:03}/lsp.yaml": history.lsp(f"p{n:03}") for n in range(500)}
    put(root, more)
    text = call("diff", "scope", "-f", "markdown").out
    assert len(text) < 65_536
    put(root, {f"evidence/removed/int-{n:03}.yaml": history.source(f"int-{n:03}", history.NO)
               for n in range(60)})  # fmt: skip
    assert "There is more" in call("diff", "scope", "-f", "markdown").out


def test_what_a_study_says_does_nothing(call: Call, root: Path) -> None:
    name = '"<b>A</b> | @all #1 \x1b[31m [x](http://evil) \u202e"'
    put(root, {"evidence/recoded/lsp.yaml": history.lsp("recoded").replace("Recoded", name)})
    put(root, {"evidence/recoded/int-vcs.yaml": history.source("int-vcs", history.NO)})
    put(root, {"gapcheck.yaml": history.settings().replace("A study with", "<script> @all")})
    for form in ("terminal", "markdown", "json"):
        out = call("diff", "scope", "-f", form).out
        assert not {"\x1b", "\u202e"} & set(out)
        if form == "markdown":
            html = MarkdownIt("gfm-like").render(out)
            assert "<b>A" not in html
            assert "<script>" not in html
            assert "evil" not in html.replace("http<!-- -->", "").partition("href")[2]


def test_for_programs(call: Call, root: Path) -> None:
    done = call("diff", "added", "recoded", "-f", "json")
    found = done.json
    assert list(found) == [
        *("format", "gapcheck", "study", "old", "new", "only", "illustrative", "unchanged"),
        *("changed", "appeared", "vanished", "idle"),
    ]
    assert found["format"] == "gapcheck-diff/1"
    assert found["old"]["kind"] == "revision"
    assert found["old"]["committed"] == "2010-02-01"
    assert found["changed"] == [
        {
            "lsp": "recoded",
            "imperative": "guidance/join-up",
            "before": {"verdict": "not_translated", "group": "gap", "confidence": "moderate"},
            "after": {"verdict": "contested", "group": "contested", "confidence": "low"},
            "worse": False,
            "causes": [
                {
                    "kind": "recoding",
                    "what": "recoded",
                    "lsp": "recoded",
                    "imperative": "guidance/join-up",
                    "source": "int-vcs",
                    "excerpt": "x1",
                    "file": "evidence/recoded/int-vcs.yaml",
                    "line": 7,
                    "before": "absent",
                    "after": "happens",
                    "touches": [],
                    "alone": True,
                    "needed": True,
                }
            ],
            "enough": [[0]],
            "complete": True,
            "tried": True,
        }
    ]
    assert call("diff", "added", "recoded", "-f", "json").out == done.out
    put(root, {"evidence/there/lsp.yaml": history.lsp("there")})
    appeared = call("diff", "scope", "-f", "json").json["appeared"]
    assert {(one["lsp"], one["because"]) for one in appeared} == {("there", "partnership")}


@pytest.mark.parametrize("form", ["terminal", "markdown", "json"])
def test_nobodys_words_are_told(call: Call, root: Path, form: str) -> None:
    for first, last in (("beginning", "scope"), ("scope", "beginning")):
        out = call("diff", first, last, "-f", form).out
        assert "int-vcs" in out
        assert "PRIVATE" not in out


def test_no_stance_is_told_of_a_speaker_who_withdrew(call: Call, root: Path) -> None:
    group = """\
source: fg
kind: focus-group
date: 2004-05-12
speakers:
  - {id: P1, sector: vcs, role: officer}
  - {id: P2, sector: health, role: officer, consent: {analysis: %s}}
consent: {analysis: true}
excerpts:
  - {id: x1, speaker: P1, text: One., codes: {join-up: absent}}
  - {id: x2, speaker: P2, text: Two., codes: {join-up: %s}}
"""
    put(root, {"evidence/due/fg.yaml": group % ("true", "opposite")})
    commit(root, "group", "2016-01-01")
    put(root, {"evidence/due/fg.yaml": group % ("false", "partly")})
    out = call("diff", "group", "-f", "json", "--lsp", "due").out
    whole = json.loads(out)
    every = [*whole["idle"], *(each for one in whole["changed"] for each in one["causes"])]
    told = [one for one in every if one["kind"] == "recoding"]
    assert [(one["before"], one["after"]) for one in told] == [(None, None)]
    assert "opposite" not in out
