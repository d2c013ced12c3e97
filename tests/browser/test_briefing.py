"""The briefing's page in a browser: two sheets of paper, and nothing that keeps people out."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser
from pypdf import PdfReader
from reports.html.reports import REPORTS
from reports.test_briefing import swollen, text

from gapcheck.model.report import Report

TRIED: dict[str, Callable[[], Report]] = {
    "northtown": REPORTS["northtown"],
    "shipped-northtown": REPORTS["shipped-northtown"],
    "silent": REPORTS["silent"],
    "swollen": swollen,
}


@pytest.mark.parametrize("name", TRIED)
def test_it_is_two_sheets_and_everybody_can_read_it(
    browser: Browser, tmp_path: Path, name: str
) -> None:
    path = tmp_path / "brief.html"
    path.write_text(text("html", TRIED[name]()), encoding="utf-8")
    page = browser.new_page(viewport={"width": 360, "height": 800})
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(path.as_uri())
    found = Axe().run(page)
    assert not found.response["violations"], found.generate_report()
    printed = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    page.close()
    assert said == []
    assert len(printed.pages) <= 2
