"""Reading a page: links that were sent, the keyboard, filters, and a browser without scripts."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page
from reports.html.reports import REPORTS

from gapcheck.model.choices import Group
from gapcheck.reports.choosing import applying
from gapcheck.reports.html.marks import GROUP_MARKS
from gapcheck.reports.words import GROUPS

from .conftest import Opener, settled

CONTESTED = "northtown/include-excluded"


def focused(page: Page) -> str:
    """The text of what the keyboard is on, in one line."""
    return " ".join(page.evaluate("document.activeElement.textContent").split())


def shown(page: Page, what: str) -> int:
    return page.locator(f"{what}:visible").count()


def top(page: Page, identifier: str) -> float:
    found: float = page.evaluate(
        "(id) => document.getElementById(id).getBoundingClientRect().top", identifier
    )
    return found


LETTERS = {
    "Verdict": "g",
    "Confidence": "c",
    "Policy": "p",
    "Sector heard": "s",
    "Partnership": "l",
}


def choose(page: Page, label: str) -> Locator:
    """The list of choices with a label."""
    found = page.locator(f"select[name='{LETTERS[label]}']")
    assert found.locator("..").inner_text().startswith(label)
    return found


# Folding


def test_findings_are_folded_and_open_by_click_and_by_key(visit: Opener) -> None:
    page = visit("northtown")
    assert page.locator("details[open]").count() == 0
    line = page.locator(f"[id='{CONTESTED}'] > summary")
    line.click()
    assert page.get_by_text("They came with a flipchart").is_visible()
    line.press("Enter")
    assert page.locator("details[open]").count() == 0
    line.press("Space")
    assert page.locator("details[open]").count() == 1


def test_all_can_be_opened_and_closed_at_once(visit: Opener) -> None:
    page = visit("northtown")
    page.get_by_role("button", name="Open all").click()
    assert page.locator("details:not([open])").count() == 0
    page.get_by_role("button", name="Close all").click()
    assert page.locator("details[open]").count() == 0


# Links that were sent


@pytest.mark.parametrize("name", ["northtown", "two", "study", "many", "shipped"])
def test_a_link_opens_its_finding_and_brings_eye_and_keyboard_there(
    visit: Opener, name: str
) -> None:
    page = visit(name, f"#{CONTESTED}")
    settled(page)
    assert page.locator(f"[id='{CONTESTED}']").is_visible()
    assert page.locator(f"[id='{CONTESTED}'] dt").first.is_visible()
    assert 0 <= top(page, CONTESTED) < 400
    assert focused(page).startswith(("Contested", "Northtown"))


def test_a_link_on_the_page_does_so_each_time_it_is_used(visit: Opener) -> None:
    page = visit("northtown")
    link = page.locator(f"a[href='#{CONTESTED}']").first
    for _ in range(2):
        link.click()
        settled(page)
        finding = page.locator(f"[id='{CONTESTED}']")
        assert finding.get_attribute("open") is not None
        assert 0 <= top(page, CONTESTED) < 400
        finding.locator("> summary").press("Enter")
        assert finding.get_attribute("open") is None
        page.evaluate("scrollTo(0, 0)")


def test_each_finding_has_a_link_that_can_be_sent(visit: Opener) -> None:
    page = visit("northtown", f"#{CONTESTED}")
    page.locator(f"[id='{CONTESTED}']").get_by_text("link to this finding").click()
    assert page.url.endswith(f"northtown.html#{CONTESTED}")


def test_a_link_to_what_a_filter_hides_clears_the_filter(visit: Opener) -> None:
    page = visit("northtown")
    choose(page, "Verdict").select_option(label="Gap")
    assert not page.locator(f"[id='{CONTESTED}']").is_visible()
    page.evaluate("(id) => { location.hash = id }", CONTESTED)
    settled(page)
    assert page.locator(f"[id='{CONTESTED}']").is_visible()
    assert choose(page, "Verdict").input_value() == ""


@pytest.mark.parametrize("hash_", ["#nothing/here", "#", "#%E0%A4%A", "#'\"><img>"])
def test_a_link_to_nothing_opens_the_page_as_it_is(visit: Opener, hash_: str) -> None:
    page = visit("northtown", hash_)
    assert page.locator("details[open]").count() == 0


# Keyboard


def test_the_first_key_leads_past_the_head(visit: Opener) -> None:
    page = visit("shipped")
    page.keyboard.press("Tab")
    assert focused(page) == "Skip to the report"
    assert page.get_by_text("Skip to the report").is_visible()
    page.keyboard.press("Enter")
    settled(page)
    assert page.evaluate("document.activeElement.id") == "main"


@pytest.mark.parametrize("name", ["study", "many"])
def test_a_table_is_one_stop_and_the_arrows_move_within_it(visit: Opener, name: str) -> None:
    page = visit(name)
    table = page.locator(".matrix").first
    assert table.locator("a[tabindex='-1']").count() == table.locator("a").count() - 1
    page.locator(f".matrix a[href='#{CONTESTED}']").first.focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.hash") == "#northgate/include-excluded"
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.hash") == "#northtown/direct-funding"
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Home")
    assert focused(page).startswith("Include local people")
    page.keyboard.press("End")
    assert page.evaluate("document.activeElement.hash").endswith("/include-excluded")
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.tabIndex") == 0
    page.keyboard.press("Enter")
    settled(page)
    assert focused(page).startswith("Northtown Strategic Partnership")
    assert 0 <= top(page, CONTESTED) < 400


def test_arrows_pass_over_what_does_not_apply(visit: Opener) -> None:
    page = visit("study")
    page.locator("a[href='#castlegate/direct-funding']").first.focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.hash") == "#castlegate/direct-funding"


# Filters


@pytest.mark.parametrize("name", ["northtown", "two", "study", "shipped"])
@pytest.mark.parametrize("group", Group)
def test_a_filter_shows_the_findings_of_a_group_and_no_others(
    visit: Opener, name: str, group: Group
) -> None:
    report = REPORTS[name]()
    page = visit(name)
    page.get_by_role("button", name="Open all").click()
    choose(page, "Verdict").select_option(label=GROUPS[group].label)
    number = sum(each.group is group for each in report.findings)
    total = len(applying(report.findings))
    told = page.locator("#count").inner_text()
    told_number, _, told_total = (
        told.removeprefix("Showing ").removesuffix(" findings").partition(" of ")
    )
    if name in ("study", "shipped"):
        chips = page.locator(".r:visible h4").evaluate_all(
            "(all) => all.map((one) => one.firstElementChild.classList[1])"
        )
        assert set(chips) == ({GROUP_MARKS[group]} if int(told_number) else set())
    else:
        assert shown(page, "details.f") == number
    assert (int(told_number), int(told_total)) == (number, total)


def test_filters_narrow_one_another_and_can_be_cleared(visit: Opener) -> None:
    page = visit("northtown")
    count = page.locator("#count")
    choose(page, "Confidence").select_option(label="moderate")
    assert count.inner_text() == "Showing 4 of 10 findings"
    choose(page, "Sector heard").select_option(label="Residents")
    assert count.inner_text() == "Showing 3 of 10 findings"
    page.get_by_label("fragile only").check()
    assert count.inner_text() == "Showing 2 of 10 findings"
    choose(page, "Policy").select_option(index=1)
    assert count.inner_text() == "Showing 0 of 10 findings"
    assert shown(page, "details.f") == 0
    page.get_by_role("button", name="Clear filters").click()
    settled(page)
    assert count.inner_text() == "Showing 10 of 10 findings"
    assert shown(page, "details.f") == 10


def test_in_a_table_rows_and_columns_go_where_nothing_of_them_is_shown(visit: Opener) -> None:
    page = visit("study")
    rows, heads = "#matrix tbody tr", ".matrix:first-of-type thead th"
    assert shown(page, rows) > 10
    choose(page, "Verdict").select_option(label="Contested")
    cells = page.locator(".matrix").first.locator("td[data-f]:not(.off):visible")
    assert set(cells.all_inner_texts()) == {"Contested"}
    names = page.locator(".matrix").first.locator("thead th:visible a").all_inner_texts()
    assert names == ["Northtown Strategic Partnership", "Castlegate Together"]
    assert page.locator(".matrix").first.locator("tbody tr:visible").count() == 1
    # Of the findings below the same are left.
    page.get_by_role("button", name="Open all").click()
    assert shown(page, ".i") == 1
    assert page.locator(".b h5:visible").all_inner_texts() == names
    page.get_by_role("button", name="Clear filters").click()
    settled(page)
    assert shown(page, heads) > 6


def test_a_partnership_alone_can_be_chosen(visit: Opener) -> None:
    page = visit("many")
    choose(page, "Partnership").select_option(label="Wolden Partnership")
    first = page.locator(".matrix").first
    assert first.locator("table").first.locator("thead th:visible").count() == 3
    assert page.locator("#count").inner_text().startswith("Showing 8 of ")


# Without scripts


@pytest.mark.parametrize("name", ["northtown", "two", "study"])
def test_without_scripts_all_is_there_to_be_read(visit: Opener, name: str) -> None:
    page = visit(name, java_script_enabled=False)
    assert page.locator("details").count() == page.locator("details[open]").count() > 0
    for kind in (".f", ".b", ".q", ".i", ".l"):
        assert shown(page, kind) == page.locator(kind).count()
    assert not page.locator("#filter").is_visible()
    assert not page.get_by_text("the arrow keys").is_visible()
    assert page.get_by_text("They came with a flipchart").first.is_visible()


def test_without_scripts_a_link_leads_to_its_finding(visit: Opener) -> None:
    page = visit("northtown", f"#{CONTESTED}", java_script_enabled=False)
    box = page.locator(f"[id='{CONTESTED}']").bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 400
