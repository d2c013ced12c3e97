"""The page that everybody may read: what it says first, and what stands where nothing is told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gapcheck.model.choices import Audience, Group, Position, Shown
from gapcheck.model.edition import Edition
from gapcheck.model.finding import Pending, TierView
from gapcheck.model.report import Report
from gapcheck.reports.edition import edition
from gapcheck.reports.html.tiers import strip

from ..sample import SETTINGS, northtown, study
from .reading import Element, read, written
from .reports import public


def page(report: Report) -> Element:
    return read(written(report))


def section(root: Element, name: str) -> Element:
    (found,) = [each for each in root.all("section") if each.attributes.get("id", "") == name]
    return found


def own(report: Report) -> Report:
    return replace(report, audience=Audience.PUBLIC, edition=Edition(least=3))


@pytest.mark.parametrize("names", [("northtown",), ()])
def test_it_begins_with_who_reviewed_it_and_what_it_does_not_tell(names: tuple[str, ...]) -> None:
    report = public(*names)
    aside = page(report).one("aside", kind="edition")
    said = edition(report)
    assert aside.one("p").text == f"Edition for the public. {said[0]}"
    assert [each.text for each in aside.all("li")] == [" ".join(each.split()) for each in said[1:]]


def test_the_team_reads_of_no_edition() -> None:
    assert not page(northtown()).all("aside", kind="edition")


def test_in_the_place_of_questions_stand_those_who_were_not_heard() -> None:
    report = public("northtown")
    root = page(report)
    part = section(root, "northtown:ask")
    assert part.one("h2").text == "Not known, and who was not heard"
    unknown = [each for each in report.findings if each.group is Group.UNKNOWN]
    rows = part.all("tr")[1:]
    assert len(rows) == len(unknown) == 13
    assert [each.text for each in rows[0].all("td")] == [
        "Claimed, not tested",
        "Voluntary sector · Police · Education · Business · Government office · "
        "Residents · Faith groups",
    ]
    names = [each.text for each in root.one("nav").all("li")]
    assert "Not heard" in names
    assert "Ask next" not in names


def test_where_all_could_be_judged_it_says_so() -> None:
    known = tuple(f for f in northtown().findings if f.group is not Group.UNKNOWN)
    root = page(own(replace(northtown(), findings=known)))
    assert (
        "Every imperative that applies here could be judged." in section(root, "northtown:ask").text
    )


def test_it_does_not_say_that_nothing_was_left_out() -> None:
    out = section(page(public("northtown")), "northtown:out").text
    assert "What consent or its time shuts out is listed in no edition for the public." in out
    assert "Nothing was left out" not in out


def test_numbers_that_are_not_told_stand_nowhere_at_the_top() -> None:
    root = page(public("northtown"))
    every = root.one("header").one("dl", kind="facts").all("div")
    facts = {each.one("dt").text: each.one("dd").text for each in every}
    assert facts["Audience"] == "the public"
    assert facts["From"].startswith("1 set of accounts")
    assert "12 sources" not in facts["From"]


def test_who_was_heard_is_a_sentence_where_neither_tier_nor_number_is_told() -> None:
    heard = section(page(public("northtown")), "northtown:heard")
    assert not heard.all("table")
    assert "Heard: voluntary sector, council, health, police, residents and research." in heard.text
    assert "Nobody was heard" not in heard.text
    assert "nobody" in section(page(northtown()), "northtown:heard").text


def test_a_tier_that_is_not_told_is_no_dot() -> None:
    finding = northtown().findings[0]
    tiers = (
        TierView("strategic", None, None),
        TierView("thematic", Position.ABSENT, None),
        TierView("neighbourhood", Position.UNKNOWN, 0),
    )
    drawn = strip(replace(finding, tiers=tiers), SETTINGS)
    assert [(each.mark, each.words) for each in drawn[:3]] == [
        ("unt", "strategic not told"),
        ("gap", "thematic no"),
        ("sil", "neighbourhood nothing heard"),
    ]


def test_that_no_tier_is_told_stands_in_the_line_of_the_finding() -> None:
    report = northtown()
    untold = tuple(TierView(each, None, None) for each in ("strategic", "delivery"))
    changed = own(replace(report, findings=(replace(report.findings[0], tiers=untold),)))
    assert "tiers not told" in page(changed).one("summary").text
    assert "tiers not told" not in page(report).one("main").text


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        (Shown.NOTHING, "What so few say is not shown."),
        (Shown.SELECTION, "Nothing that may be used was said of it."),
        (Shown.WHOLE, "Nothing was said of it."),
    ],
)
def test_where_no_words_may_be_shown_it_is_said(shown: Shown, said: str) -> None:
    report = northtown()
    bare = replace(report.findings[0], statements=(), negative_case=(), shown=shown)
    assert said in page(own(replace(report, findings=(bare,)))).one("main").text
    assert said not in page(replace(report, findings=(bare,))).one("main").text


def test_a_study_tells_no_folder_and_no_command() -> None:
    text = page(public()).one("main").text
    assert "evidence/" not in text
    assert "gapcheck report" not in text
    assert "evidence/" in page(study()).one("main").text


def test_no_commit_is_told() -> None:
    for report in (public(), public("northtown")):
        assert report.commit == ""
        assert "commit" not in page(report).one("footer").text


def test_the_team_reads_what_waits_to_be_reviewed() -> None:
    report = northtown()
    first = report.findings[0]
    where = first.statements[0].location
    assert where is not None
    waits = Pending("int-vcs-01", "x9", where, 3.2)
    told = page(replace(report, findings=(replace(first, pending=(waits,)),)))
    row = told.one("details", kind="f").one("dl", kind="rows").all("div")[-1]
    assert row.one("dt").text == "Pending"
    assert "int-vcs-01 x9" in row.one("dd").text
