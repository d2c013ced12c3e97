"""The annex on methods in a browser: read by everybody, on every screen, under attack, on paper."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from pypdf import PdfReader
from reports.coreq.samples import own, team, written
from reports.html.hostile import each_in_turn, poisoned
from reports.html.reports import REPORTS

from gapcheck.model.methods import Topic
from gapcheck.model.report import Report

from .conftest import settled, watch
from .test_looking import DESKTOP, PHONE, violations

ANNEXES: dict[str, Callable[[], Report]] = {
    "northtown": lambda: team(methods=own(**dict.fromkeys(Topic, "As it was."))),
    "public": REPORTS["public"],
    "empty": REPORTS["empty"],
    "hostile": lambda: poisoned(replace(team(), left_out=("a file",)), each_in_turn()),
}


@pytest.fixture
def annex(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Page]]:
    """Opens an annex; nothing may be asked for, said on the console, or go wrong."""
    troubles: list[str] = []
    contexts: list[BrowserContext] = []

    def open_(name: str, **options: Any) -> Page:
        path = tmp_path / f"{name}.html"
        text = written("html", ANNEXES[name]())
        path.write_text(text, encoding="utf-8", errors="surrogateescape")
        contexts.append(browser.new_context(**{"viewport": DESKTOP, **options}))
        page = contexts[-1].new_page()
        watch(page, path.as_uri(), troubles)
        page.goto(path.as_uri())
        return page

    yield open_
    for context in contexts:
        context.close()
    assert not troubles


@pytest.mark.parametrize(
    ("name", "scheme"), [*((name, "light") for name in ANNEXES), ("northtown", "dark")]
)
def test_axe_finds_nothing_to_mend(annex: Callable[..., Page], name: str, scheme: str) -> None:
    assert violations(annex(name, color_scheme=scheme)) == []
    assert violations(annex(name, color_scheme=scheme, viewport=PHONE)) == []


@pytest.mark.parametrize("name", ANNEXES)
@pytest.mark.parametrize("width", [320, 360, 800, 1280])
def test_nothing_runs_out_of_the_window(annex: Callable[..., Page], name: str, width: int) -> None:
    page = annex(name, viewport={"width": width, "height": 740})
    settled(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_all_of_it_is_there_without_scripts(annex: Callable[..., Page]) -> None:
    texts = [
        annex("northtown", java_script_enabled=scripts).inner_text("main")
        for scripts in (True, False)
    ]
    assert texts[0] == texts[1]
    assert "As it was." in texts[0]


def test_it_is_printed_with_its_foot_and_no_sheet_loses_anything(
    annex: Callable[..., Page],
) -> None:
    page = annex("northtown")
    sheets = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    texts = [" ".join(sheet.extract_text().split()) for sheet in sheets]
    assert all("illustrative, invented" in text for text in texts)
    assert all("Team draft, not for publication" in text for text in texts)
    whole = " ".join(texts)
    assert "Checklist of methods" in whole
    assert "Return of transcripts" in whole
    assert "Pay grants ahead of spending wherever possible" in whole
    assert {(round(float(each.mediabox.width)), round(float(each.mediabox.height)))
            for each in sheets} <= {(595, 842), (596, 842), (594, 841), (595, 841)}  # fmt: skip
