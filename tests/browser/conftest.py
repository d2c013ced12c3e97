"""A browser for each process that runs tests, and the pages that it opens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, Request, sync_playwright
from reports.html.hostile import each_in_turn, poisoned
from reports.html.reading import written
from reports.html.reports import REPORTS
from reports.sample import northtown, study

from gapcheck.model.report import Report

from .chromium import MISSING, executable, flags

HERE = Path(__file__).parent

PAGES: dict[str, Callable[[], Report]] = {
    **REPORTS,
    "hostile": lambda: poisoned(northtown(), each_in_turn()),
    "hostile-study": lambda: poisoned(study(), each_in_turn()),
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    absent = executable() is None
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)
            if absent:
                item.add_marker(pytest.mark.skip(reason=MISSING))


# Not for the whole session: while Playwright runs, no other test can have a loop of events.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as play:
        found = play.chromium.launch(executable_path=executable(), args=flags())
        yield found
        found.close()


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], str]:
    """The address of a page by its name; each is written once."""
    folder = tmp_path_factory.mktemp("pages")

    def address(name: str) -> str:
        path = folder / f"{name}.html"
        if not path.exists():
            text = written(PAGES[name]())
            path.write_text(text, encoding="utf-8", errors="surrogateescape")
        return path.as_uri()

    return address


Opener = Callable[..., Page]


@pytest.fixture
def visit(browser: Browser, pages: Callable[[str], str]) -> Iterator[Opener]:
    """Opens a page in a window of its own; nothing that it does may go wrong unseen.

    After each test: no error and no warning on the console, no error in the script, no dialog,
    and no request but that for the file itself.
    """
    troubles: list[str] = []
    contexts: list[BrowserContext] = []

    def open_(name: str, hash_: str = "", **options: Any) -> Page:
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        contexts.append(context)
        page = context.new_page()
        own = pages(name)
        watch(page, own, troubles)
        page.goto(own + hash_)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert not troubles


def watch(page: Page, own: str, troubles: list[str]) -> None:
    """Note whatever a page says, asks for, or gets wrong."""

    def dismiss(dialog: Dialog) -> None:
        troubles.append(f"a dialog: {dialog.message}")
        dialog.dismiss()

    def asked(sent: Request) -> None:
        if sent.url.partition("#")[0] != own:
            troubles.append(f"asks for {sent.url}")

    page.on("console", lambda said: troubles.append(f"console: {said.text}"))
    page.on("pageerror", lambda error: troubles.append(f"error: {error}"))
    page.on("dialog", dismiss)
    page.on("request", asked)


def settled(page: Page) -> None:
    """Wait until what was done is drawn."""
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
