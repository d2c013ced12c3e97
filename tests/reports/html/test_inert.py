"""Whatever stands in a study's files is shown as it was typed, and nothing in it comes alive."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache, partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gapcheck.model.choices import Stance
from gapcheck.model.report import Report
from gapcheck.reports.html import page as made
from gapcheck.reports.inert import visible

from ..sample import northtown, statement
from .hostile import HOSTILE, each_in_turn, poisoned
from .reading import Element, page, read, shape, written
from .reports import REPORTS

TRIED = ("northtown", "study")
ALL = (*TRIED, "two", "many")


def test_there_are_sixty() -> None:
    assert len(set(HOSTILE)) == len(HOSTILE) == 60


# What differs between the two pages is little: a third of the words will do for the second.
@pytest.mark.parametrize(
    ("name", "words"),
    [*(("northtown", words) for words in HOSTILE), *(("study", words) for words in HOSTILE[::3])],
)
def test_a_page_keeps_its_shape_whatever_stands_in_its_fields(name: str, words: str) -> None:
    root = read(written(poisoned(REPORTS[name](), lambda: words)))
    assert shape(root) == harmless(name)
    links = [each.attributes["href"] for each in root if "href" in each.attributes]
    assert all(link.startswith("#") for link in links)


@cache
def harmless(name: str) -> list[tuple[str, ...]]:
    """The shape of the page with words in all the same places that mean nothing."""
    return shape(page(lambda: poisoned(REPORTS[name](), lambda: " and so on")))


@pytest.mark.parametrize("name", ALL)
def test_a_page_keeps_its_shape_with_all_of_them_at_once(name: str) -> None:
    root = read(written(poisoned(REPORTS[name](), each_in_turn())))
    assert {each.name for each in root} <= {each[0] for each in harmless(name)}
    assert {each for one in shape(root) for each in one} <= {
        each for one in harmless(name) for each in one
    }


@pytest.mark.parametrize("name", TRIED)
def test_every_id_and_link_still_fits(name: str) -> None:
    for words in HOSTILE[::7]:
        root = read(written(poisoned(REPORTS[name](), partial(str, words))))
        ids = [each.attributes["id"] for each in root if "id" in each.attributes]
        assert len(ids) == len(set(ids))
        links = {each.attributes["href"][1:] for each in root if "href" in each.attributes}
        assert links <= set(ids)
        assert all(re.fullmatch(r"[\w./:-]+", each, re.ASCII) for each in ids)


@pytest.mark.parametrize("words", HOSTILE)
def test_words_come_out_as_typed(words: str) -> None:
    root = page(lambda: with_words(words))
    first = root.all("blockquote")[0]
    assert first.text == " ".join(f"“{visible(words).strip()}”".split())


def with_words(words: str) -> Report:
    report = northtown()
    own = statement("int-vcs-01", 22, Stance.ABSENT, words)
    finding = replace(report.findings[0], statements=(own,))
    return replace(report, findings=(finding, *report.findings[1:]))


@pytest.mark.parametrize("name", ALL)
def test_the_policy_still_fits_the_page(name: str) -> None:
    report = poisoned(REPORTS[name](), each_in_turn())
    root = read(written(report))
    style = "".join(map(str, root.one("style").inside))
    (policy,) = root.all("meta", **{"http-equiv": "Content-Security-Policy"})
    assert made.policy(style, made.script()) == policy.attributes["content"]
    # What the foot of a printed page says is the only thing of the study in the style sheet.
    assert style.startswith(made.style(REPORTS["empty"]())[:5_000])


def test_nothing_of_the_study_reaches_the_script() -> None:
    root = page(lambda: poisoned(northtown(), each_in_turn()))
    assert "".join(map(str, root.one("script").inside)) == made.script()


@settings(max_examples=50, deadline=None)
@given(st.text(alphabet="ab1 \n<>&\"'`/={}%#-!\\;:()", max_size=30))
def test_any_mixture_of_marks_shows_as_typed(text: str) -> None:
    root = page(lambda: with_words(text))
    shown: list[Element] = root.all("blockquote")
    assert shown[0].text == " ".join(f"“{text.strip()}”".split())
    assert shape(root) == shape(page(lambda: with_words("x")))


def test_a_label_with_a_comma_is_one_sector() -> None:
    report = northtown()
    labels = {**report.settings.vocabulary.sectors, "council": "Council, districts"}
    vocabulary = replace(report.settings.vocabulary, sectors=labels)
    root = page(lambda: replace(report, settings=replace(report.settings, vocabulary=vocabulary)))
    asked = root.one("table", kind="ask").one("tbody").all("th")
    assert "Council, districts, strategic" in [each.text for each in asked]
