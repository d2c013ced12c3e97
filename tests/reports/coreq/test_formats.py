"""The annex in its formats: the kept ones, that they agree, and that nothing in them acts."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest

from gapcheck import __version__
from gapcheck.model.methods import Topic
from gapcheck.model.report import Report
from gapcheck.reports.coreq.annex import EMPTY, NO_TALK
from gapcheck.reports.coreq.answers import answered, counts
from gapcheck.reports.coreq.findings import sections
from gapcheck.reports.exports import ENDINGS, EXPORTS
from gapcheck.reports.html import page as made
from gapcheck.reports.inert import visible

from ..golden import assert_kept
from ..html.hostile import HOSTILE, each_in_turn, poisoned
from ..html.reading import Element, read, shape
from ..html.reports import REPORTS
from ..markdown_page import HOSTILE as MARKDOWN
from ..markdown_page import Page, assert_inert, render
from ..sample import study
from ..test_markdown import poisoned as free
from .samples import edition, own, team, written

FORMS = tuple(EXPORTS["coreq"])
TEXTS = own(
    sampling="By seats on the board.\nThen by snowball.",
    sample_size="All whom we asked.",
    interests="None.",
)
SHOWN: dict[str, Callable[[], Report]] = {
    "coreq-northtown": lambda: team(methods=TEXTS),
    "coreq-public": REPORTS["public-northtown"],
}


def html(report: Report) -> Element:
    return read(written("html", report))


def markdown(report: Report) -> Page:
    return render(written("markdown", report))


def rows(root: Element, kind: str) -> list[list[str]]:
    tables = [each for each in root.all("table", kind="coreq") if kind_of(each) == kind]
    bodies = [each.one("tbody") for each in tables]
    return [
        [cell.text for cell in row if cell.name in ("td", "th")]
        for body in bodies
        for row in body.all("tr")
    ]


def kind_of(table: Element) -> str:
    own_kind = table.attributes["class"].split()[1:]
    return own_kind[0] if own_kind else "checklist"


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", SHOWN)
def test_the_whole_annex_is_the_kept_one(name: str, form: str) -> None:
    text = written(form, SHOWN[name]()).replace(__version__, "VERSION")
    if form == "html":
        for element in ("style", "script"):
            text = re.sub(rf"<{element}>.*?</{element}>", f"<{element}></{element}>", text,
                          flags=re.S)  # fmt: skip
        text = re.sub(r"'sha256-[^']*'|&#39;sha256-[^;]*&#39;", "HASH", text)
    assert_kept(f"{name}{dict(zip(ENDINGS.values(), ENDINGS, strict=True))[form]}", text)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", REPORTS)
def test_every_report_has_an_annex_the_same_twice_in_an_open_stream(name: str, form: str) -> None:
    report = REPORTS[name]()
    text = written(form, report)
    assert text == written(form, report)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    stream = io.StringIO()
    EXPORTS["coreq"][form](report, stream)
    assert not stream.closed


@pytest.mark.parametrize("name", ["northtown", "study", "shipped", "public", "public-coarsened"])
def test_both_formats_say_what_the_report_holds(name: str) -> None:
    report = REPORTS[name]()
    page, plain = html(report), " ".join("\n".join(markdown(report).pieces).split())
    summary = counts(answered(report))
    assert page.one("p", kind="lead").text == summary
    assert summary in plain
    answers = [each for part in answered(report) for each in part.answers]
    shown = rows(page, "checklist")
    assert [(row[0], row[3]) for row in shown] == [
        (str(each.item.number), str(each.state)) for each in answers
    ]
    for each, row in zip(answers, shown, strict=True):
        for text in (*each.facts, *filter(None, (each.missing,))):
            assert " ".join(text.split()) in row[2]
            assert " ".join(text.split()) in plain
    lines = [each for section in sections(report) for each in section.lines]
    found = rows(page, "findings")
    assert [row[1].partition(" signed off as ")[0] for row in found] == [
        each.verdict for each in lines
    ]
    assert [row[2] for row in found] == [each.confidence for each in lines]
    assert [" ".join(row[4].split()) for row in found] == [
        "".join(piece.text for piece in each.rests_on) for each in lines
    ]
    for line in lines:
        assert " ".join(line.sentence.split()) in plain
    assert len(rows(page, "codes")) == len(report.policies)
    assert sum(int(row[2]) for row in rows(page, "codes")) == sum(
        len(policy.imperatives) for policy in report.policies
    )


@pytest.mark.parametrize("form", FORMS)
def test_what_is_invented_and_who_reviewed_it_stand_first(form: str) -> None:
    text, head = written(form, team()), {"html": "<h1>", "markdown": "# Methods annex"}[form]
    assert text.index("Northtown Strategic Partnership is invented.") < text.index(head)
    told = written(form, edition())
    assert told.index("Re-identification review") < told.index(head)
    assert "Re-identification review: A. Reader." in told
    assert "Re-identification review" not in text
    for path in ("evidence/northtown", "int-vcs-01"):
        assert path not in written(form, REPORTS["public-northtown"]())


def test_where_a_study_writes_something_it_stands_as_typed() -> None:
    page = html(team(methods=TEXTS))
    texts = [each.text for each in page.all("p", kind="own")]
    assert texts == ["None.", "By seats on the board. Then by snowball.", "All whom we asked."]
    assert "By seats on the board.<br>Then by snowball." in written("markdown", team(methods=TEXTS))


@pytest.mark.parametrize("form", FORMS)
def test_an_empty_study_and_one_without_talk_say_so(form: str) -> None:
    empty = written(form, REPORTS["empty"]())
    assert NO_TALK in empty.replace("&#39;", "'")
    assert NO_TALK not in written(form, team())
    assert EMPTY in written(form, REPORTS["silent"]())


# Injections


@pytest.mark.parametrize("words", HOSTILE)
def test_a_page_keeps_its_shape_whatever_stands_in_its_fields(words: str) -> None:
    root = html(poisoned(full(), lambda: words))
    assert shape(root) == harmless()
    assert all(link.attributes["href"].startswith("#") for link in root if link.name == "a")


def full() -> Report:
    report = team(methods=own(**dict.fromkeys(Topic, "So it was.")))
    return replace(report, partnerships=study().partnerships[:2])


@cache
def harmless() -> list[tuple[str, ...]]:
    return shape(html(poisoned(full(), lambda: " and so on")))


def test_every_id_is_one_and_the_policy_fits_the_page() -> None:
    root = html(poisoned(full(), each_in_turn()))
    ids = [each.attributes["id"] for each in root if "id" in each.attributes]
    assert len(ids) == len(set(ids))
    style = "".join(map(str, root.one("style").inside))
    (policy,) = root.all("meta", **{"http-equiv": "Content-Security-Policy"})
    assert made.policy(style, made.script()) == policy.attributes["content"]
    links = {each.attributes["href"][1:] for each in root if each.name == "a"}
    assert links <= {*ids}


ALLOWED = ("h1", "h2", "h3", "h4", "table", "thead", "tbody", "tr", "th", "td", "strong", "em",
           "code", "blockquote", "ul", "li")  # fmt: skip


@pytest.mark.parametrize("words", [*MARKDOWN, *HOSTILE])
def test_markdown_obeys_nothing_that_a_file_says(words: str) -> None:
    told = free(full(), words)
    methods = own(**dict.fromkeys(Topic, words))
    page = markdown(replace(told, settings=replace(told.settings, methods=methods)))
    assert_inert(page, *ALLOWED)
    assert page.links == []
    assert " ".join(visible(words).split()) in page.text


@pytest.mark.parametrize("words", ["a | b", "a \\| b \\", "one\ntwo", "`x | y`"])
def test_every_row_of_a_table_has_as_many_cells_as_its_head(words: str) -> None:
    told = free(full(), words)
    methods = own(**dict.fromkeys(Topic, words))
    head = 0
    for line in written(
        "markdown", replace(told, settings=replace(told.settings, methods=methods))
    ).splitlines():
        cells = len(re.findall(r"(?<!\\)(?:\\\\)*\|", line)) if line.startswith("|") else 0
        head = head or cells
        assert cells in (0, head)
        head = cells
