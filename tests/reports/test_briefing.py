"""Two pages on a partnership: what is chosen, by which order, how it is cut, and four faces."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from functools import cache
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gapcheck import __version__
from gapcheck.analysis import analyse
from gapcheck.model.choices import Audience, Confidence, Group, Modality, Position, Shown, Verdict
from gapcheck.model.finding import Finding
from gapcheck.model.report import Report
from gapcheck.reports import briefing as told
from gapcheck.reports.briefing import Briefing, Matter, briefing, cut, shortened_report
from gapcheck.reports.formats import BRIEFS
from gapcheck.reports.ranking import matters, ranked
from gapcheck.reports.terminal.briefing import write_briefing

from .docx.reading import read
from .docx.reading import written as document
from .golden import assert_kept
from .html.reading import read as page
from .html.reports import SHIPPED, TODAY, shipped_northtown, silent
from .html.reports import two as both
from .sample import NORTHTOWN, PAY, finding, imperative, northtown, tiers
from .screens import too_wide, written

LONG = "Include local people, above all from deprived areas and from groups often left out, " * 30


@cache
def public_northtown() -> Report:
    return analyse(SHIPPED, today=TODAY, names=("northtown",), audience=Audience.PUBLIC)


def of(report: Report) -> Briefing:
    return briefing(report.partnerships[0], report)


def text(form: str, report: Report) -> str:
    stream = io.StringIO()
    BRIEFS[form](report, stream)
    return stream.getvalue()


def screen(report: Report, width: int = 80) -> str:
    return written(lambda console: write_briefing(report, console), width)


def gap(modality: Modality, sure: Confidence | None, heard: int) -> Finding:
    known = dict.fromkeys(("strategic", "thematic", "neighbourhood")[:heard], (Position.ABSENT, 1))
    own = replace(PAY, modality=modality)
    verdict = Verdict.NOT_TRANSLATED
    return finding(own, verdict, "absent", "No.", confidence=sure, tiers=tiers(**known))


EVERY = [gap(*each) for each in product(Modality, [*Confidence, None], range(4))]
"""Must before should before may, then the surest, then the most tiers: in the order wanted."""

IN_ORDER = sorted(
    EVERY,
    key=lambda each: (
        ["must", "should", "may"].index(each.imperative.modality),
        ["high", "moderate", "low", "very_low", None].index(each.confidence),
        -sum(view.position is Position.ABSENT for view in each.tiers),
    ),
)


@given(st.permutations(EVERY))
def test_the_order_is_that_of_the_principle_whatever_the_order_of_the_files(
    shuffled: list[Finding],
) -> None:
    assert ranked(shuffled) == IN_ORDER


@given(st.lists(st.sampled_from(EVERY), max_size=20))
def test_what_is_alike_stays_in_the_order_of_the_files(found: list[Finding]) -> None:
    named = [
        replace(each, imperative=replace(each.imperative, id=f"i{at}"))
        for at, each in enumerate(found)
    ]
    for first, second in zip(ranked(named), ranked(named)[1:], strict=False):
        if replace(first, imperative=PAY) == replace(second, imperative=PAY):
            same = first.imperative.modality is second.imperative.modality
            order = [each.imperative.id for each in named]
            if same:
                assert order.index(first.imperative.id) < order.index(second.imperative.id)


def test_gaps_and_contested_findings_alone_matter() -> None:
    found = matters(northtown().findings)
    assert [each.imperative.id for each in found] == [
        "train-and-support",
        "include-excluded",
        "pay-in-advance",
        "bottom-up",
    ]
    assert {each.group for each in found} == {Group.GAP, Group.CONTESTED}


def test_the_three_of_northtown_stand_with_one_quotation_a_side() -> None:
    own = of(shipped_northtown())
    said = [
        (each.finding.imperative.id, [one.excerpt for one in each.voices]) for each in own.matters
    ]
    assert [name for name, _ in said] == [
        "train-and-support",
        "real-engagement",
        "include-excluded",
    ]
    assert [len(voices) for _, voices in said] == [1, 2, 2]
    quoted = [one.quote for each in own.matters for one in each.voices]
    assert len(quoted) == len(set(quoted))
    assert [each.instead for each in own.matters] == [told.NOBODY_ELSE, "", ""]


def test_what_all_say_is_said_to_be_so_only_where_all_is_told() -> None:
    report = northtown()
    alone = next(each for each in report.findings if each.imperative is PAY)
    assert not alone.negative_case
    assert _only(report, alone).instead == told.NOBODY_ELSE
    assert _only(report, replace(alone, shown=Shown.SELECTION)).instead == ""
    bare = replace(alone, statements=(), shown=Shown.NOTHING)
    assert _only(report, bare).instead == "What so few say is not shown."
    assert _only(report, replace(alone, statements=())).instead == "Nothing was said of it."


def _only(report: Report, own: Finding) -> Matter:
    (matter,) = of(replace(report, findings=(own,))).matters
    return matter


def test_where_one_side_is_silent_the_negative_case_speaks() -> None:
    report = northtown()
    own = next(each for each in report.findings if each.negative_case)
    one = replace(own, verdict=Verdict.NOT_TRANSLATED, negative_case=own.negative_case[:1])
    assert one.negative_case[0].excerpt in [each.excerpt for each in _only(report, one).voices]


@given(st.text(st.characters(codec="utf-8"), max_size=400), st.integers(5, 200))
def test_what_is_cut_says_so_and_is_as_short_as_it_was_to_be(words: str, most: int) -> None:
    short = cut(words, most)
    if len(words.strip()) <= most:
        assert short == words.strip()
    else:
        assert short.endswith("[…]")
        assert len(short) <= most + len(" […]")


def swollen() -> Report:
    """A report in which every text is very long, and there is very much of everything."""
    report = northtown()
    base = next(each for each in report.findings if each.verdict is Verdict.CONTESTED)
    many = [
        replace(each, imperative=imperative("keeble-2001", f"i{at}", LONG))
        for at, each in enumerate((*report.findings, *[base] * 20))
    ]
    found = tuple(
        replace(
            each,
            why=LONG,
            concerns=tuple(replace(one, why=LONG) for one in each.concerns),
            statements=tuple(
                replace(one, quote=LONG, role=LONG, translation=one.translation and LONG)
                for one in each.statements or base.statements
            ),
        )
        for each in many
    )
    part = replace(report.partnerships[0], unheard=tuple(report.settings.vocabulary.sectors))
    policies = tuple(replace(each, title=LONG) for each in report.policies)
    left_out = tuple(f"evidence/northtown/int-{at}.yaml: the source." for at in range(40))
    return replace(
        report, findings=found, partnerships=(part,), policies=policies, left_out=left_out
    )


# Seen in LibreOffice: such a report takes two pages of A4, and they are nearly full.
LETTERS = 6_500


def test_no_study_is_too_large_for_two_pages() -> None:
    lines = read(document(swollen(), brief=True)).lines()
    assert 5_000 < sum(len(each.text) for each in lines) < LETTERS
    own = read(document(shipped_northtown(), brief=True)).lines()
    assert sum(len(each.text) for each in own) < LETTERS


def test_lists_say_how_many_more_there_are() -> None:
    own = of(shipped_northtown())
    for listing in own.listings:
        more = re.search(r"and (\d+) more$", listing.names)
        named = len(listing.names.split("; ")) - bool(more)
        assert named + int(more[1] if more else 0) == listing.number
    few = of(swollen())
    assert few.disputed[-1] == (f"{20 + 1 - 3} more", "The whole report has them all.")
    assert shortened_report(swollen()).left_out[-1] == "37 more: the whole report has them all."
    assert shortened_report(northtown()) == northtown()


def test_an_edition_says_nothing_of_whom_to_ask_nor_what_to_do() -> None:
    own = of(public_northtown())
    assert (own.asks, own.actions) == ((), ())
    for form in BRIEFS:
        out = text(form, public_northtown())
        assert "Edition for the public." in out or form == "html"
        assert "What to do" not in out
        assert "Ask " not in out
    assert "WHAT TO DO" not in screen(public_northtown())
    assert "What to do" not in [
        each.text for each in read(document(public_northtown(), brief=True)).lines()
    ]


def test_a_partnership_of_which_nothing_is_known_has_a_briefing() -> None:
    for form in BRIEFS:
        out = text(form, silent())
        assert "No gap was found. No finding is contested." in out
        assert told.NO_DISPUTE in out
        assert told.ALL_HEARD in out
    assert told.NO_DISPUTE in screen(silent())
    assert read(document(silent(), brief=True)).styled("Title") == [f"{NORTHTOWN.name}: in brief"]


def test_two_partnerships_have_one_each() -> None:
    titles = [f"{part.partnership.name}: in brief" for part in both().partnerships]
    for form in BRIEFS:
        assert all(each in text(form, both()) for each in titles)
    assert all(each in screen(both(), 140) for each in titles)
    assert read(document(both(), brief=True)).styled("Title") == titles


def test_a_person_who_decided_otherwise_is_told_of() -> None:
    report = northtown()
    assert "signed off as ◐ Partly in practice" in text("markdown", report)
    assert "signed off as" in text("html", report)
    assert "Signed off as “Partly in practice”." in screen(report)
    shown = [each.text for each in read(document(report, brief=True)).lines()]
    assert any("; signed off as ◐ Partly in practice" in each for each in shown)


def test_the_four_faces_say_the_same() -> None:
    report = shipped_northtown()
    own = of(report)
    lines = " ".join(each.text for each in read(document(report, brief=True)).lines())
    page = re.sub(r"<[^>]+>", "", text("html", report)).replace("&#39;", "'")
    mark = text("markdown", report).replace("\\", "")
    drawn = " ".join(screen(report, 400).split())
    said = [own.summary, *own.unasked, *(name for name, _ in own.disputed)]
    said += [part for each in own.matters for part in (each.name, each.doubts, each.asked)]
    said += [one.quote or "" for each in own.matters for one in each.voices]
    said += [each.names for each in own.listings]
    for face in (lines, page, mark, drawn):
        assert [each for each in said if each not in " ".join(face.split())] == []


def test_the_whole_briefing_is_the_kept_one() -> None:
    out = text("markdown", northtown())
    assert out == text("markdown", northtown())
    assert_kept("brief-northtown.md", out.replace(__version__, "VERSION"))


def test_the_page_is_sound_asks_for_nothing_and_has_one_chief_heading() -> None:
    for make in (northtown, both, silent):
        root = page(text("html", make()))
        assert len(root.all("h1")) == 1
        levels = [int(each.name[1]) for each in root if re.fullmatch("h[1-6]", each.name)]
        assert all(after <= before + 1 for before, after in pairwise(levels))
        assert not [each for each in root if "src" in each.attributes]
        assert len(root.all("section", kind="matter")) in (0, 3, 6)


@pytest.mark.parametrize("width", [60, 80, 140])
def test_the_screen_is_the_kept_one_and_none_too_wide(width: int) -> None:
    out = screen(northtown(), width)
    assert not too_wide(out, width)
    assert_kept(f"brief-northtown-{width}.txt", out)
