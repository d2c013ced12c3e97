"""What every page keeps to: its own policy, its links, its order, and those who cannot see it."""

from __future__ import annotations

import base64
import hashlib
import itertools
import re
from collections import Counter

import pytest

from gapcheck.reports.html import page as made
from gapcheck.reports.html.footer import quoted

from .reading import Element, read, written
from .reports import REPORTS

every_page = pytest.mark.parametrize("name", REPORTS)

KNOWN = frozenset(
    {
        *("html", "head", "meta", "title", "style", "script", "body", "header", "main", "footer"),
        *("section", "aside", "nav", "h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "li", "dl"),
        *("dt", "dd", "div", "span", "b", "strong", "small", "code", "a", "q", "blockquote"),
        *("figure", "figcaption", "details", "summary", "table", "caption", "thead", "tbody"),
        *("tfoot", "tr", "th", "td", "form", "label", "select", "option", "input", "button"),
        *("svg", "defs", "pattern", "rect", "path", "line", "circle", "g"),
    }
)
ATTRIBUTES = frozenset(
    {
        *("id", "class", "href", "lang", "dir", "role", "aria-label", "aria-hidden", "tabindex"),
        *("scope", "open", "hidden", "data-f", "data-p", "name", "value", "type", "content"),
        *("charset", "http-equiv", "width", "height", "viewbox", "x", "y", "x1", "x2", "y1", "y2"),
        *("cx", "cy", "r", "d", "fill", "focusable", "patternunits", "patterntransform"),
        "transform",
    }
)
"""All that a page is made of: no `style`, no `on...`, no `src`, no `srcdoc`."""


@pytest.fixture(params=REPORTS)
def root(request: pytest.FixtureRequest) -> Element:
    return read(written(REPORTS[request.param]()))


def test_a_page_is_made_of_these_elements_and_attributes_alone(root: Element) -> None:
    assert {each.name for each in root} - {"#page"} <= KNOWN
    assert {name for each in root for name in each.attributes} <= ATTRIBUTES


def test_the_policy_allows_the_one_style_and_the_one_script_by_their_hashes(root: Element) -> None:
    held = {}
    for name in ("style", "script"):
        text = "".join(str(each) for each in root.one(name).inside)
        digest = hashlib.sha256(text.encode("utf-8")).digest()
        held[name] = f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
    (policy,) = root.all("meta", **{"http-equiv": "Content-Security-Policy"})
    rules = dict(rule.split(" ", 1) for rule in policy.attributes["content"].split("; "))
    assert rules == {
        "default-src": "'none'",
        "style-src": held["style"],
        "script-src": held["script"],
        "base-uri": "'none'",
        "form-action": "'none'",
    }


def test_ids_are_unique_and_every_link_leads_to_one(root: Element) -> None:
    ids = Counter(each.attributes["id"] for each in root if "id" in each.attributes)
    assert not [name for name, number in ids.items() if number > 1]
    links = [each.attributes["href"] for each in root if "href" in each.attributes]
    assert all(link.startswith("#") for link in links)
    assert {link[1:] for link in links} <= ids.keys()
    drawn = re.findall(
        r"url\(#([^)]*)\)", " ".join(each.attributes.get("fill", "") for each in root)
    )
    assert set(drawn) <= ids.keys()


def test_headings_go_down_one_step_at_a_time_from_the_only_title(root: Element) -> None:
    levels = [int(each.name[1]) for each in root if re.fullmatch("h[1-6]", each.name)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_everything_that_is_drawn_has_words(root: Element) -> None:
    for each in root.all("svg"):
        hidden = each.attributes.get("aria-hidden") == "true"
        assert hidden or (each.attributes["role"] == "img" and each.attributes["aria-label"])
    for each in root.all("", kind="strip"):
        assert each.attributes["aria-label"].startswith("By tier: ")


def test_every_table_has_heads_that_say_what_they_are_heads_of(root: Element) -> None:
    for table in root.all("table"):
        heads = table.one("thead").all("th")
        assert heads
        assert all(each.attributes["scope"] == "col" for each in heads)
        for row in table.one("tbody").all("tr"):
            assert row.all("th")[0].attributes["scope"] == "row"
            cells = [each for each in row.inside if isinstance(each, Element)]
            first = table.one("thead").one("tr")
            assert len(cells) == sum(isinstance(each, Element) for each in first.inside)


def test_every_control_has_a_label(root: Element) -> None:
    labelled = [each for label in root.all("label") for each in label]
    for each in (*root.all("select"), *root.all("input")):
        assert each in labelled
    assert all(each.text for each in root.all("button"))
    for each in root.all("", role="region"):
        assert each.attributes["aria-label"]
        assert each.attributes["tabindex"] == "0"


def test_all_is_there_and_open_before_any_script_runs(root: Element) -> None:
    assert all("open" in each.attributes for each in root.all("details"))
    hidden = [each for each in root if "hidden" in each.attributes]
    # Controls are of no use without the script, and nothing else is hidden.
    assert {each.attributes.get("id") or each.attributes["class"] for each in hidden} <= {
        "filter",
        "hint",
    }


@every_page
def test_a_page_asks_for_nothing_and_ends_its_last_line(name: str) -> None:
    text = written(REPORTS[name]())
    # What the study itself quotes as a source is text, and leads nowhere.
    assert not re.search(r"(?:src|href|action|data|poster)=[\"']?\s*(?:https?:|//|data:)", text)
    assert "@import" not in text
    assert "url(" not in re.sub(r"url\(#:[a-z-]+\)", "", text)
    assert text.startswith("<!doctype html>\n")
    assert text.endswith("</html>\n")


def test_style_and_script_end_where_they_seem_to(root: Element) -> None:
    for text in (made.script(), *(each.inside[0] for each in root.all("style"))):
        assert isinstance(text, str)
        assert "</" not in text
        assert "<!--" not in text


def test_the_language_is_said(root: Element) -> None:
    assert root.one("html").attributes["lang"] == "en-GB"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Northtown", '"Northtown"'),
        ("a b", '"a\\20 b"'),
        ('"}</style>\\', '"\\22 \\7d \\3c \\2f style\\3e \\5c "'),
        ("Łódź", '"\\141 \\f3 d\\17a "'),
    ],
)
def test_words_of_the_foot_mean_nothing_in_the_style_sheet(text: str, shown: str) -> None:
    assert quoted(text) == shown
