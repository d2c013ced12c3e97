"""What stands where on a page, and how: words, marks, quotations, languages, charts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gapcheck.model.choices import Audience, Group, Position, Stance, Words
from gapcheck.model.finding import Finding, Named
from gapcheck.model.report import HeardCell, Report
from gapcheck.reports.html import charts, footer
from gapcheck.reports.html.anchors import Anchors
from gapcheck.reports.html.filters import Filters
from gapcheck.reports.html.quotations import language
from gapcheck.reports.whose import whose
from gapcheck.reports.words import HELD_BACK

from ..sample import NORTHTOWN, SETTINGS, northtown, statement, study
from .reading import Element, page, read
from .reports import empty, many, silent, two


def with_first(**changes: object) -> Report:
    """Northtown's report with its first finding changed."""
    report = northtown()
    first = replace(report.findings[0], **changes)  # type: ignore[arg-type]
    return replace(report, findings=(first, *report.findings[1:]))


def with_statement(words: str | None = "Dim byd.", **changes: object) -> Element:
    said = statement("int-vcs-01", 22, Stance.ABSENT, words, **changes)
    root = page(lambda: with_first(statements=(said,)))
    return root.at("northtown/pay-in-advance")


def with_notes() -> Element:
    said = statement("int-vcs-01", 22, Stance.ABSENT, "Dim byd.", words=Words.NOTES)
    return page(lambda: with_first(statements=(said,))).at("northtown/pay-in-advance")


# Quotations


def test_only_speech_is_a_quotation_in_serif() -> None:
    assert with_statement().one("blockquote").text == "“Dim byd.”"
    notes = with_notes()
    assert not notes.all("blockquote")
    assert notes.all("p", kind="told")[0].text == "Notes: Dim byd."
    held = with_statement(None)
    assert not held.all("blockquote")
    assert held.all("p", kind="told")[0].text == HELD_BACK


def test_a_quotation_in_another_language_says_so_and_has_its_translation_beside_it() -> None:
    place = with_statement(language="cy", translation="Nothing.")
    assert place.one("blockquote").attributes == {"lang": "cy", "dir": "auto"}
    assert place.all("p", kind="told")[0].text == "In English (from cy): “Nothing.”"
    assert "lang" not in with_statement(language="en-GB").one("blockquote").attributes


@pytest.mark.parametrize(
    ("tag", "said"),
    [("cy", "cy"), ("pt-BR", "pt-BR"), ("en", ""), ("en-GB", ""), ('x" y', ""), ("", "")],
)
def test_a_language_is_said_where_it_is_one_and_not_english(tag: str, said: str) -> None:
    assert language(tag) == said


def test_what_must_be_said_beside_words_is_said() -> None:
    text = with_statement(stale=True, set_aside=True).text
    assert "Stale: counts, but lowers confidence." in text
    assert "Set aside: others know of it." in text
    survey = page(northtown).at("northtown/direct-funding").text
    assert "Share: 36 of 38 (cuts at 10 and 90 %)." in survey


def test_both_sides_stand_next_to_each_other_and_those_between_below() -> None:
    place = page(northtown).at("northtown/include-excluded")
    heads = [each.all("h4")[0].text for each in place.all("section", kind="side")]
    assert heads == ["Say yes: council", "Say no: residents", "Between: voluntary sector"]
    between = [each for each in place.all("section") if "between" in each.attributes["class"]]
    assert len(between) == 1
    # The head of a side says it for all of them.
    assert not place.all("p", kind="says")


def test_a_stance_that_the_side_does_not_say_stands_beside_the_words() -> None:
    report = northtown()
    contested = next(each for each in report.findings if each.group is Group.CONTESTED)
    said = tuple(
        replace(each, stance=Stance.UNAWARE, practice=Stance.ABSENT)
        if each.source == "fg-residents-01"
        else each
        for each in contested.statements
    )
    changed = replace(contested, statements=said)
    found = tuple(changed if each is contested else each for each in report.findings)
    place = page(lambda: replace(report, findings=found)).at("northtown/include-excluded")
    assert [each.text for each in place.all("p", kind="says")] == ["Asked, knows of nothing"]


def test_what_else_was_said_is_there_too() -> None:
    place = page(northtown).at("northtown/sectors-together")
    rest = place.one("details", kind="rest")
    assert "They tell me that everybody has a seat." in rest.text
    assert "Papers reach them" not in rest.text


def test_national_background_is_shown_and_counts_for_nothing() -> None:
    place = page(northtown).at("northtown/pay-in-advance")
    assert "National, counts for nothing here Advance payment was rare" in place.text


# A finding's line


def test_what_a_person_decided_stands_beside_what_the_rules_gave() -> None:
    place = page(northtown).at("northtown/train-and-support")
    line = place.all("summary")[0]
    chips = [each.text for each in line.all("span", kind="chip")]
    assert chips == ["Not in practice", "Partly in practice"]
    assert "signed off as" in line.text


def test_a_strip_has_a_letter_for_each_tier_and_says_it_in_words() -> None:
    line = page(northtown).at("northtown/sectors-together").all("summary")[0]
    strip = line.one("span", kind="strip")
    assert strip.text == "STND"
    assert [each.attributes["class"] for each in strip.all("span")[1:]] == [
        "gap",
        "tra",
        "sil",
        "sil",
    ]
    assert strip.attributes["aria-label"] == (
        "By tier: strategic no (2 voices); thematic yes (1 voice); neighbourhood nothing heard; "
        "delivery nothing heard"
    )


def test_an_option_and_what_has_ended_say_so() -> None:
    root = page(northtown)
    assert "an option, not a duty" in root.at("northtown/own-body").all("summary")[0].text
    assert "ended 31 March 2005" in root.at("northtown/direct-funding").all("summary")[0].text
    unseen = root.at("northtown/join-up-plans").one("p", kind="id").text
    assert "wording not confirmed" in unseen


def test_findings_stand_gaps_first() -> None:
    marks = [
        each.attributes["class"].split()[1] for each in page(northtown).all("details", kind="f")
    ]
    assert marks == sorted(marks, key=["gap", "con", "unk", "par", "tra", "out"].index)


# Around the findings


def test_the_banner_stands_before_all_else_and_what_was_left_out_after_it() -> None:
    root = page(lambda: northtown(left_out=("a_b.yaml: the whole source (1 error).",)))
    first, second = root.all("aside")
    assert first.text.startswith("Illustrative. Northtown Strategic Partnership is invented.")
    assert "a_b.yaml: the whole source (1 error)." in second.text
    body = [each for each in root.one("body").inside if isinstance(each, Element)]
    assert body.index(first) < body.index(second) < body.index(root.one("header"))


def test_a_real_partnership_has_no_banner() -> None:
    report = northtown()
    real = replace(NORTHTOWN, illustrative=False)
    part = replace(report.partnerships[0], partnership=real)
    root = page(lambda: replace(report, partnerships=(part,)))
    assert not root.all("aside")
    assert "illustrative" not in root.one("title").text


@pytest.mark.parametrize(
    ("cells", "shown"),
    [
        ((HeardCell("vcs", "strategic", ("a", "b"), ("c",)),), ["1 left out", *["nobody"] * 3]),
        ((HeardCell("vcs", "delivery", (), ("c",)),), [*["nobody"] * 3, "left out"]),
        ((HeardCell("vcs", None, ("a",)),), [*["nobody"] * 4, ""]),
    ],
)
def test_an_empty_cell_of_who_was_heard_says_so(
    cells: tuple[HeardCell, ...], shown: list[str]
) -> None:
    report = northtown()
    part = replace(report.partnerships[0], heard=cells, unheard=())
    table = page(lambda: replace(report, partnerships=(part,))).one("table", kind="heard")
    assert [each.text for each in table.one("tbody").all("td")] == shown


def test_barriers_have_a_square_for_each_voice_and_their_place() -> None:
    root = page(northtown)
    rows = [each.text for each in root.at("northtown:barriers").all("li")]
    assert rows[0] == "paid in arrears resource 2 voices"
    first = root.at("northtown:barriers").all("li")[0]
    assert len(first.all("rect")) == 2
    report = northtown()
    few = replace(report.partnerships[0], barriers=(Named("late papers", None),))
    untold = page(lambda: replace(report, partnerships=(few,))).at("northtown:barriers")
    assert untold.all("li")[0].text == "late papers few voices"


def test_what_does_not_apply_is_named_by_its_reason() -> None:
    text = page(northtown).at("northtown:out").text
    assert "Its force began on 9 July 2008, after the as-at day." in text
    assert "strong-safe-prosperous-2008/active-partner" in text


def test_each_question_leads_to_what_it_is_about() -> None:
    table = page(northtown).one("table", kind="ask")
    rows = [each.text for each in table.one("tbody").all("tr")]
    assert rows[0].startswith("Council, strategic It is obliged and was not asked.")
    links = [each.attributes["href"] for each in table.all("a")]
    assert "#northtown/train-and-support" in links


def test_what_is_left_out_has_its_place_and_reason_and_no_words() -> None:
    text = page(northtown).one("table", kind="out").text
    assert "evidence/northtown/int-health-02.yaml:15 train-and-support, sectors-together" in text
    assert "Consent withdrawn." in text
    report = northtown()
    bare = tuple(replace(each, statements=()) for each in report.findings)
    alone = page(lambda: replace(report, findings=bare)).one("table", kind="out")
    assert [each.text for each in alone.one("tbody").all("tr")] == [
        "int-health-02 Consent withdrawn."
    ]


def test_a_study_that_holds_nothing_and_a_partnership_without_findings_have_pages() -> None:
    assert "The study holds no partnership yet." in page(empty).text
    root = page(silent)
    for said in (
        "No national imperative of this study applies here.",
        "Nobody was heard.",
        "No imperative of this study applies here.",
        "Nobody spoke of practice in any tier.",
        "Nothing is coded yet on what gets in the way or helps.",
        "Nothing is unknown, contested or fragile.",
        "Nothing was left out.",
    ):
        assert said in root.text


# Several partnerships


def test_partnerships_that_are_named_stand_under_one_table() -> None:
    root = page(two)
    assert [each.text for each in root.all("h2")][:2] == [
        "Imperatives by partnership",
        "Northtown Strategic Partnership",
    ]
    assert len(root.all("form")) == 1
    assert len(root.all("details", kind="f")) == 20


def test_a_table_of_many_is_cut_into_pieces_that_each_have_a_head() -> None:
    root = page(many)
    first = root.all("div", kind="matrix")[0]
    assert "pieces" in first.attributes["class"]
    tables = first.all("table")
    assert all(len(each.one("thead").all("th")) == 26 for each in tables)
    assert len(tables[-1].all("tfoot")) == 1


def test_what_applies_to_no_partnership_has_no_row_and_is_named() -> None:
    root = page(study)
    text = root.at("matrix").text
    assert "This applies to no partnership and has no row: strong-safe-prosperous-2008/" in text


def test_an_id_names_the_policy_where_two_would_be_alike() -> None:
    report = northtown()
    other = replace(report.findings[0].imperative, policy="keeble-2001")
    twin = replace(report.findings[0], imperative=other)
    again = replace(twin, imperative=replace(other, id="pay in advance", policy="keeble 2001"))
    anchors = Anchors.of(replace(report, findings=(*report.findings, twin, again)))
    assert anchors.finding(report.findings[0]) == "northtown/funding-code-2000/pay-in-advance"
    assert anchors.finding(twin) == "northtown/keeble-2001/pay-in-advance"
    assert anchors.finding(again).startswith("northtown/keeble-2001/pay-in-advance:")
    assert anchors.finding(report.findings[1]) == "northtown/join-up-plans"


# Filters


def filters(report: Report) -> Filters:
    return Filters.of(report, [each for each in report.findings if each.reason is None])


def test_a_finding_has_a_token_of_each_thing_that_it_can_be_chosen_by() -> None:
    report = northtown()
    known = filters(report)
    by = {finding.imperative.id: finding for finding in report.findings}
    tokens = known.all_of(by["sectors-together"]).split()
    labels = {
        token: f"{one.label}: {label}"
        for one in known.known.values()
        for token, label in one.choices
    }
    assert [labels.get(each, each) for each in tokens] == [
        "Policy: Local Strategic Partnerships: Government Guidance, March 2001",
        "Asked of: Every partner",
        "Partnership: Northtown Strategic Partnership",
        "Nation: England",
        "Verdict: Partly in practice",
        "Confidence: moderate",
        "Sector heard: Voluntary sector",
        "Sector heard: Council",
        "Sector heard: Health",
        "Tier heard: Strategic",
        "Tier heard: Thematic",
        "f",
    ]
    outside = labels[known.finding(by["own-body"]).split()[0]]
    assert outside == "Verdict: Outside the totals"
    assert "Confidence: none given" in [
        labels.get(each) for each in known.finding(by["vcs-statement"]).split()
    ]


def test_only_lists_that_leave_a_choice_are_offered() -> None:
    offered = [each.label for each in filters(northtown()).offered]
    assert offered == ["Verdict", "Confidence", "Policy", "Asked of", "Sector heard", "Tier heard"]
    assert "Partnership" in [each.label for each in filters(study()).offered]


def test_topics_and_nations_can_be_chosen_too() -> None:
    report = study()
    welsh = {"harbourside": "wales"}
    changed: list[Finding] = [
        replace(
            each,
            imperative=replace(each.imperative, topics=("money",) if n % 2 else ("plans", "money")),
            partnership=replace(
                each.partnership,
                nation=welsh.get(each.partnership.id, each.partnership.nation),  # type: ignore[arg-type]
            ),
        )
        for n, each in enumerate(report.findings)
    ]
    known = Filters.of(report, changed).known
    assert known["k"].choices == [("k0", "money"), ("k1", "plans")]
    assert [label for _, label in known["n"].choices] == ["England", "Wales"]


# Charts


def test_a_bar_has_a_segment_for_each_group_as_wide_as_its_share() -> None:
    root = read(f"<svg>{charts.bar(northtown().partnerships[0])}</svg>")
    widths = [each.attributes["width"] for each in root.all("rect")]
    assert widths == ["33.333%", "11.111%", "33.333%", "11.111%", "11.111%"]
    assert root.all("svg")[1].attributes["aria-label"] == (
        "9 imperatives by group: Gap 3; Contested 1; Not known 3; Partly in practice 1; "
        "In practice 1"
    )
    assert len(root.all("line")) == 4


@pytest.mark.parametrize(("number", "squares", "text"), [(1, 1, ""), (12, 12, ""), (13, 1, "×13")])
def test_many_marks_are_one_and_a_number(number: int, squares: int, text: str) -> None:
    root = read(str(charts.units(number, "voices")))
    assert len(root.all("rect")) == squares
    assert root.text == text


def test_a_profile_steps_down_and_is_broken_where_it_passes_over_silence() -> None:
    drawn = charts.profile(
        [
            Position.HAPPENS,
            Position.PARTLY,
            Position.UNKNOWN,
            Position.ABSENT,
            None,
            Position.CONTESTED,
        ],
        "words",
    )
    root = read(str(drawn))
    steps = [
        each.attributes["class"]
        for each in root.all("path")
        if "step" in each.attributes.get("class", "")
    ]
    assert steps == ["step", "step far", "step far"]
    assert [each.attributes["class"] for each in root.all("g")] == [
        "i-tra",
        "i-par",
        "i-gap",
        "i-con",
    ]
    # A dot for silence, and nothing at all for what is not told.
    assert [each.attributes["cx"] for each in root.all("circle", **{"class": "sil"})] == ["110"]


# The foot of a printed page


@pytest.mark.parametrize(
    ("illustrative", "said"),
    [
        ((True,), "Northtown: illustrative, invented"),
        ((False,), "Northtown"),
        ((True, True), "A study: illustrative, invented"),
        ((True, False), "A study: in part illustrative, invented"),
    ],
)
def test_the_foot_says_whose_it_is_and_that_it_is_invented(
    illustrative: tuple[bool, ...], said: str
) -> None:
    report = northtown()
    parts = tuple(
        replace(
            report.partnerships[0],
            partnership=replace(NORTHTOWN, name="Northtown", illustrative=each),
        )
        for each in illustrative
    )
    settings = replace(SETTINGS, title="A study")
    assert whose(replace(report, partnerships=parts, settings=settings)) == said


def test_a_long_title_is_cut_and_the_audience_is_said() -> None:
    report = replace(study(), settings=replace(SETTINGS, title="word " * 30))
    assert whose(report).endswith("…: in part illustrative, invented")
    assert footer.quoted("Team draft, not for publication") in footer.style(report)
    public = footer.style(replace(report, audience=Audience.PUBLIC))
    assert footer.quoted("Edition for the public") in public
    untitled = replace(report, settings=replace(SETTINGS, title=""))
    assert whose(untitled) == "In part illustrative, invented"
