"""How a page looks: to those who cannot see it, on a phone, in the dark, on paper, under attack."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from pypdf import PdfReader
from reports.html.reports import REPORTS

from gapcheck.reports.choosing import applying

from .conftest import Opener, settled

DESKTOP, PHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 740}
SIZES = {"desktop": DESKTOP, "phone": PHONE}


# For those who cannot see it


@pytest.mark.parametrize("name", ["northtown", "study", "two"])
@pytest.mark.parametrize(("size", "scheme"), [("desktop", "light"), ("phone", "dark")])
def test_axe_finds_nothing_to_mend(visit: Opener, name: str, size: str, scheme: str) -> None:
    page = visit(name, viewport=SIZES[size], color_scheme=scheme)
    page.get_by_role("button", name="Open all").click()
    assert violations(page) == []


@pytest.mark.parametrize("name", ["shipped-northtown", "many", "empty", "silent"])
def test_axe_finds_nothing_to_mend_in_other_pages(visit: Opener, name: str) -> None:
    page = visit(name)
    assert violations(page) == []


def test_axe_finds_nothing_to_mend_while_a_filter_is_set(visit: Opener) -> None:
    page = visit("study")
    page.locator("select[name='g']").select_option(index=2)
    assert violations(page) == []


def test_axe_would_find_something(visit: Opener) -> None:
    page = visit("northtown")
    page.evaluate("document.querySelector('h1').setAttribute('role', 'img')")
    assert violations(page)


def violations(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{each['id']}: {each['nodes'][0]['html'][:200]}" for each in found]


def test_a_link_in_the_corner_never_covers_what_the_keyboard_is_on(visit: Opener) -> None:
    page = visit("northtown", viewport=PHONE)
    for _ in range(40):
        page.keyboard.press("Tab")
        hidden = page.evaluate(
            """() => {
                const own = document.activeElement.getBoundingClientRect();
                const corner = document.querySelector(".up").getBoundingClientRect();
                if (document.activeElement.className === "up") return false;
                return own.top >= corner.top && own.bottom <= corner.bottom
                    && own.left >= corner.left && own.right <= corner.right;
            }"""
        )
        assert not hidden


# On small screens and in the dark


@pytest.mark.parametrize("name", [*REPORTS, "hostile", "hostile-study"])
@pytest.mark.parametrize("width", [320, 360, 800, 1280])
def test_nothing_runs_out_of_the_window(visit: Opener, name: str, width: int) -> None:
    page = visit(name, viewport={"width": width, "height": 740})
    if name not in ("shipped", "many"):
        page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    settled(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_table_is_stacked_on_a_phone_and_each_cell_names_its_partnership(visit: Opener) -> None:
    page = visit("study", viewport=PHONE)
    cell = page.locator(".m td[data-f]").first
    box = cell.bounding_box()
    assert box is not None
    assert box["width"] > 250
    said = cell.evaluate("(one) => getComputedStyle(one, '::after').content")
    assert said == '"Northtown Strategic Partnership"'


def test_the_scheme_of_the_reader_is_kept_to(visit: Opener) -> None:
    grounds = {
        scheme: visit("northtown", color_scheme=scheme).evaluate(
            "getComputedStyle(document.body).backgroundColor"
        )
        for scheme in ("light", "dark")
    }
    assert grounds == {"light": "rgb(255, 255, 255)", "dark": "rgb(20, 24, 29)"}


def test_speech_alone_is_set_in_serif(visit: Opener) -> None:
    page = visit("northtown")
    faces = page.locator("body *").evaluate_all(
        """(all) => all.filter((one) => getComputedStyle(one).fontFamily.startsWith("Georgia"))
            .map((one) => one.localName)"""
    )
    assert set(faces) == {"blockquote"}


# On paper


def printed(page: Page) -> list[str]:
    """The text of each page of paper."""
    data = page.pdf(prefer_css_page_size=True)
    return [each.extract_text() for each in PdfReader(io.BytesIO(data)).pages]


def test_each_sheet_says_what_is_invented_for_whom_it_is_and_its_number(visit: Opener) -> None:
    sheets = printed(visit("northtown"))
    assert 5 <= len(sheets) <= 20
    for number, text in enumerate(sheets, 1):
        flat = " ".join(text.split())
        assert "Northtown Strategic Partnership: illustrative, invented" in flat
        assert "Team draft, not for publication" in flat
        assert f"Page {number} of {len(sheets)}" in flat


def test_a_folded_and_filtered_page_is_printed_whole_and_folded_again(visit: Opener) -> None:
    page = visit("northtown")
    page.locator("select[name='g']").select_option(label="Gap")
    assert page.locator("details.f:visible").count() == 3
    text = " ".join(" ".join(printed(page)).split())
    for finding in applying(REPORTS["northtown"]().findings):
        assert finding.imperative.text.split(".")[0] in text
        for each in finding.statements:
            if each.quote and not each.excluded:
                assert each.quote.split(".")[0] in text
    assert page.locator("details[open]").count() == 0
    assert page.locator("details.f:visible").count() == 3


def test_controls_are_not_printed_with_or_without_scripts(visit: Opener) -> None:
    for scripts in (True, False):
        text = " ".join(printed(visit("study", java_script_enabled=scripts)))
        for control in ("Clear filters", "Open all", "Skip to", "To the table", "arrow keys"):
            assert control not in text
        assert "flipchart" in text
        assert "Illustrative." in text


def test_a_table_lies_across_the_sheet_and_one_too_wide_is_not_printed(visit: Opener) -> None:
    shapes = {}
    for name in ("study", "many"):
        data = visit(name).pdf(prefer_css_page_size=True)
        pages = PdfReader(io.BytesIO(data)).pages
        shapes[name] = [each.mediabox.width > each.mediabox.height for each in pages]
        first = next(
            each.extract_text() for each, wide in zip(pages, shapes[name], strict=True) if wide
        )
        wide = "wider than a sheet of paper" in " ".join(first.split())
        assert wide is (name == "many")
    assert shapes["study"].count(True) >= 1
    assert not shapes["study"][0]


def test_what_is_invented_in_part_is_called_so_on_each_sheet(visit: Opener) -> None:
    for sheet in printed(visit("study")):
        assert "in part illustrative, invented" in " ".join(sheet.split())


# Under attack


@pytest.mark.parametrize("name", ["hostile", "hostile-study"])
def test_nothing_of_a_hostile_study_runs(visit: Opener, name: str) -> None:
    page = visit(name)
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
    for each in page.locator("main a").all()[:20]:
        each.dispatch_event("mouseover")
        each.dispatch_event("click")
    for each in page.locator("select").all():
        each.select_option(index=1)
    page.get_by_role("button", name="Clear filters").click()
    settled(page)
    assert page.evaluate("frames.length") == 0
    assert page.locator("script").count() == page.locator("style").count() == 1
    assert page.locator("img, iframe, object, embed, video, base, link").count() == 0
    assert re.match(r"file://\S+\.html(#\S*)?$", page.url)
    assert page.locator("main > section").last.is_visible()


def test_the_policy_stops_what_would_still_get_in(
    browser: Browser, pages: Callable[[str], str]
) -> None:
    page = browser.new_page()
    blocked: list[str] = []
    page.on("console", lambda said: blocked.append(said.text))
    page.goto(pages("northtown"))
    page.evaluate(
        """() => {
            const one = document.createElement("p");
            one.innerHTML = "<b onclick='window.ran = 1' style='color: red'>x</b><img src='x.png'>";
            document.body.append(one);
            one.firstChild.click();
            const two = document.createElement("script");
            two.textContent = "window.ran = 2";
            document.body.append(two);
        }"""
    )
    page.wait_for_timeout(200)
    assert page.evaluate("window.ran") is None
    colour = page.evaluate("getComputedStyle([...document.querySelectorAll('b')].at(-1)).color")
    assert colour != "rgb(255, 0, 0)"
    said = " ".join(blocked)
    assert all(rule in said for rule in ("script-src", "style-src", "default-src"))
    page.close()
