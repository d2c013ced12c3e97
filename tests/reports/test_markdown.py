"""The board paper and the overview in Markdown: what they say, and what they never do."""

from __future__ import annotations

import io
import re
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest

from gapcheck import __version__
from gapcheck.model.choices import Exclusion, Group, Stance, Verdict, Words
from gapcheck.model.finding import Finding
from gapcheck.model.report import Report
from gapcheck.reports.markdown import writer

from .markdown_page import HOSTILE, assert_inert, render
from .sample import INCLUDE, NORTHTOWN, northtown, statement, study

BLOCKS = (
    *("h1", "h2", "h3", "blockquote", "table", "thead", "tbody", "tr", "th", "td"),
    *("ul", "ol", "li", "strong", "em", "code", "pre", "hr", "a"),
)
"""The elements that the report's own Markdown makes."""


def written(report: Report) -> str:
    stream = io.StringIO()
    writer.write(report, stream)
    return stream.getvalue()


def with_finding(report: Report, changed: Finding) -> Report:
    """The report with this finding in place of the one of the same imperative and place."""
    same = (changed.imperative.name, changed.partnership.id)
    return replace(
        report,
        findings=tuple(
            changed if (each.imperative.name, each.partnership.id) == same else each
            for each in report.findings
        ),
    )


def both() -> Report:
    """Northtown beside a second partnership, both named."""
    whole = study()
    parts = whole.partnerships[:2]
    ids = {part.partnership.id for part in parts}
    found = tuple(each for each in whole.findings if each.partnership.id in ids)
    return replace(whole, partnerships=parts, findings=found, whole_study=False)


REPORTS = {"paper": northtown, "papers": both, "overview": study}


# What files say never comes alive.

FREE = frozenset(
    {
        *("title", "name", "text", "quote", "translation", "role", "why", "reason", "citation"),
        *("locator", "summary", "by", "context", "mechanism", "outcome", "region", "question"),
        *("why_excluded", "published", "language"),
    }
)
"""The fields of the model that hold words from the files."""


def poisoned(value: Any, words: str, name: str = "") -> Any:
    """The value with `words` in every field that holds free text."""
    if isinstance(value, str):
        return words if name in FREE and type(value) is str and value else value
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        return tuple(poisoned(each, words, name) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {
            each.name: poisoned(getattr(value, each.name), words, each.name)
            for each in fields(value)
        }
        return replace(value, **changed)
    return value


@pytest.mark.parametrize("kind", REPORTS)
@pytest.mark.parametrize("words", HOSTILE)
def test_no_words_of_the_files_come_alive(kind: str, words: str) -> None:
    page = render(written(poisoned(REPORTS[kind](), words)))
    assert_inert(page, *BLOCKS)
    assert all(link.startswith("#") for link in page.links)


@pytest.mark.parametrize("words", HOSTILE)
def test_quotes_come_out_as_typed(words: str) -> None:
    page = render(written(poisoned(northtown(), words)))
    assert f"“{' '.join(words.split())}”" in page.text


@pytest.mark.parametrize("kind", REPORTS)
@pytest.mark.parametrize("words", ["a | b", "a \\| b \\", "one\ntwo", "`x | y`"])
def test_every_row_of_a_table_has_as_many_cells_as_its_head(kind: str, words: str) -> None:
    head = 0
    for line in written(poisoned(REPORTS[kind](), words)).splitlines():
        cells = len(re.findall(r"(?<!\\)(?:\\\\)*\|", line)) if line.startswith("|") else 0
        head = head or cells
        assert cells in (0, head)
        head = cells


# Links and anchors


@pytest.mark.parametrize("kind", REPORTS)
def test_every_link_leads_to_one_anchor(kind: str) -> None:
    page = render(written(REPORTS[kind]()))
    assert len(page.anchors) == len(set(page.anchors))
    assert set(page.links) <= {f"#{anchor}" for anchor in page.anchors}


def test_each_imperative_has_a_stable_anchor() -> None:
    text = written(northtown())
    assert '### <a id="northtown-sectors-together"></a>Bring the public' in text
    assert '<a id="northtown-pay-in-advance"></a>' in text


def test_an_anchor_names_the_policy_where_two_would_be_alike() -> None:
    report = northtown()
    other = replace(report.findings[0].imperative, policy="keeble-2001")
    twin = replace(report.findings[0], imperative=other)
    anchors = render(written(replace(report, findings=(*report.findings, twin)))).anchors
    assert "northtown-keeble-2001-pay-in-advance" in anchors
    assert "northtown-funding-code-2000-pay-in-advance" in anchors
    assert "northtown-pay-in-advance" not in anchors
    assert "northtown-sectors-together" in anchors


# Order and parts


def test_the_banner_stands_first_and_what_was_left_out_second() -> None:
    text = written(northtown(left_out=("evidence/northtown/a_b.yaml has errors.",)))
    assert text.startswith("> **Illustrative.")
    assert text.index("Illustrative") < text.index(r"a\_b.yaml has errors") < text.index("# Policy")


def test_a_real_partnership_has_no_banner() -> None:
    report = northtown()
    real = replace(NORTHTOWN, illustrative=False)
    part = replace(report.partnerships[0], partnership=real)
    assert written(replace(report, partnerships=(part,))).startswith("# Policy and practice in")


def test_the_parts_stand_in_their_order() -> None:
    heads = [line for line in written(northtown()).splitlines() if line.startswith("## ")]
    plain = [re.sub(r"<[^>]*>", "", head).removeprefix("## ") for head in heads]
    assert plain == [
        "1 Purpose",
        "2 Summary",
        "3 The verdicts",
        "4 Gaps and their evidence",
        "5 Contested",
        "6 Not known, and whom to ask",
        "7 What gets in the way, what helps",
        "8 Method and limits",
        "Annex A: all statements",
        "Annex B: left out, and why",
    ]


def test_several_papers_stand_one_after_the_other_each_whole() -> None:
    text = written(both())
    assert text.count("## 1 Purpose") == text.count("Annex B: left out, and why") == 2
    assert text.count("\n---\n") == 1
    assert text.count("> **Illustrative.") == 1


def test_gaps_come_first_and_what_does_not_apply_is_no_row() -> None:
    text = written(northtown())
    table = text[text.index("## 3") : text.index("## 4")]
    shown = [line.split(" | ")[1] for line in table.splitlines() if line.startswith("| ")][1:]
    assert shown[0] == "○ **The opposite is done**"
    assert shown[-1] == "– **Not taken up**"
    assert "Does not apply" not in "".join(shown)
    assert "1 imperative does not apply here:" in table
    assert "`strong-safe-prosperous-2008/active-partner`" in table


def test_a_verdict_that_a_person_overrode_shows_both() -> None:
    text = written(northtown())
    assert "○ **Not in practice**; signed off as ◐ Partly in practice" in text
    assert "**The evidence has changed since then.**" in text


def test_contested_shows_both_sides_then_those_between() -> None:
    text = written(northtown())
    part = text[text.index("## 5") : text.index("6 Not known")]
    yes, no = part.index("**Say yes: council**"), part.index("**Say no: residents**")
    assert yes < no < part.index("**Between: voluntary sector**")
    assert yes < part.index("Two of the elected places") < no < part.index("with a flipchart")


# Words


def test_notes_never_stand_in_quotation_marks() -> None:
    text = written(northtown())
    assert "> Notes: Papers reach them the night before" in text
    assert "“Papers reach them" not in text
    report = northtown()
    notes = tuple(
        replace(
            finding,
            statements=tuple(
                replace(each, words=Words.NOTES, share=None) for each in finding.statements
            ),
        )
        for finding in report.findings
    )
    assert not re.search("^> “", written(replace(report, findings=notes)), re.MULTILINE)


def test_a_translation_stands_beside_the_words() -> None:
    text = written(northtown())
    assert "“They came with a flipchart, once. We never saw what was on it again.”" in text
    assert "In English (from cy): “They came with a flip chart one time" in text


def test_words_that_may_not_be_shown_have_a_marker_in_their_place() -> None:
    assert "> (the words are not shown: consent does not cover quoting)" in written(northtown())


@pytest.mark.parametrize("exclusion", Exclusion)
def test_what_is_left_out_is_listed_without_its_words(exclusion: Exclusion) -> None:
    report = northtown()
    planted = statement(
        "int-vcs-01",
        99,
        Stance.ABSENT,
        "the planted words",
        excluded=exclusion,
        why_excluded="planted | reason",
        deciding=False,
    )
    finding = replace(report.findings[0], statements=(planted, planted))
    text = written(with_finding(report, finding))
    assert "planted words" not in text
    assert "| `int-vcs-01` | 2 | Planted \\| reason. |" in text


def test_a_source_left_out_whole_is_named_with_its_reason() -> None:
    report = northtown()
    bare = tuple(replace(each, statements=()) for each in report.findings)
    assert "| `int-health-02` | 0 | Consent withdrawn. |" in written(replace(report, findings=bare))


def test_a_place_in_the_files_stands_beside_each_statement() -> None:
    text = written(northtown())
    for finding in northtown().findings:
        for each in finding.statements:
            assert (f"`{each.location}`" in text) is (each.excluded is None)


def test_a_share_is_shown_with_the_cuts() -> None:
    assert "Share: 36 of 38 (cuts at 10 and 90 %)." in written(northtown())


# Little or nothing to say


def test_a_partnership_of_which_nothing_is_known() -> None:
    report = northtown()
    part = replace(
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
    text = written(replace(report, partnerships=(part,), findings=(), policies=()))
    assert "No national imperative of this study applies here." in text
    assert "No gap was found." in text
    assert "Nothing was left out." in text
    assert_inert(render(text), *BLOCKS)


def test_an_empty_study_has_an_overview() -> None:
    report = replace(study(), partnerships=(), findings=(), across=(), policies=())
    text = written(report)
    assert "The study holds no partnership yet." in text


# The overview


def test_the_matrix_has_a_mark_and_a_word_in_each_cell() -> None:
    text = written(study())
    row = next(line for line in text.splitlines() if line.startswith("| `pay-in-advance`"))
    cells = [cell.strip() for cell in row.strip("|").split("|")][1:]
    assert cells[:4] == ["○ opposite done", "○ opposite done", "○ not practised", "● in practice"]
    assert cells[-2:] == ["5 of 6", "0"]


def test_what_applies_nowhere_has_no_row() -> None:
    text = written(study())
    assert "| `active-partner`" not in text
    assert "no row: `strong-safe-prosperous-2008/active-partner`" in text


def test_survey_populations_stand_apart_and_are_not_counted() -> None:
    text = written(study())
    matrix = text[text.index("## Imperatives by") : text.index("## Systemic")]
    apart = text[text.index("## Survey populations") : text.index("## How to read")]
    assert "England 2005" not in matrix
    assert "England 2005<br>88 places" in apart
    assert "| `pay-in-advance`" not in apart
    assert "6 partnerships · 11 imperatives" in text


def test_gaps_are_systemic_or_local_with_their_denominators() -> None:
    text = written(study())
    systemic = text[text.index("## Systemic") : text.index("## Local")]
    assert "○ `funding-code-2000/pay-in-advance`: gap in 5 of 6 judged." in systemic
    assert "Not a gap in Castlegate Together." in systemic
    local = text[text.index("## Local") : text.index("## Where nobody")]
    assert "○ `lsp-guidance-2001/sectors-together`: Wolden Partnership, of 6 judged." in local


def test_nobody_can_say_lists_the_least_known_first() -> None:
    text = written(study())
    section = text[text.index("## Where nobody") : text.index("## Survey")]
    numbers = [int(number) for number in re.findall(r"not known in (\d+) of", section)]
    assert numbers
    assert numbers == sorted(numbers, reverse=True)


def test_there_are_no_percentages() -> None:
    said = re.findall(r"\d+ ?%", written(study()).replace(INCLUDE.text, ""))
    assert set(said) <= {"10%", "10 %", "90 %"}


def test_the_same_report_gives_the_same_bytes() -> None:
    for kind in REPORTS.values():
        assert written(kind()) == written(kind())


def test_no_gap_is_hidden_by_the_few_that_the_summary_names() -> None:
    report = northtown()
    gaps = tuple(replace(each, verdict=Verdict.CONTRARY) for each in report.findings)
    text = written(replace(report, findings=gaps))
    assert "8 more gaps: part 4 has them all." in text
    assert text.count('### <a id="finding:') == len(gaps)
    assert all(each.group is Group.GAP for each in gaps)


def test_the_commit_of_a_study_stands_beside_the_program_where_it_is_known() -> None:
    assert f"gapcheck {__version__}, study at commit 0123456789ab." in written(
        northtown(commit="0123456789abcdef")
    )
    assert f"gapcheck {__version__}." in written(northtown())
