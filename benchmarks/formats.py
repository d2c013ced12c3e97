"""Every format of a report: what it costs to write, how large it is, how its page opens."""

from __future__ import annotations

import io
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import made_report
from tables import Table, progress, seconds, tried, wanted

from gapcheck.analysis import analyse
from gapcheck.model.report import Report
from gapcheck.reports.exports import EXPORTS
from gapcheck.reports.formats import BINARY, FORMATS

if TYPE_CHECKING:
    from playwright.sync_api import Browser

TODAY = date(2026, 1, 1)
WRITERS = {
    **FORMATS,
    **{f"{kind}.{form}": one for kind, forms in EXPORTS.items() for form, one in forms.items()},
}
MOST = {"html": 15.0}
"""The most MB that a format may need for 300 partnerships by 80 imperatives."""

OPENS = 2.0
"""The seconds within which a page has to be there to be read."""

CHOOSE = """() => {
    const list = document.querySelector("select[name=g]");
    list.selectedIndex = 2;
    list.dispatchEvent(new Event("change", {bubbles: true}));
}"""


@dataclass(frozen=True, slots=True)
class Written:
    """A report in one format: processor seconds and what was written."""

    seconds: float
    data: bytes


def write(form: str, report: Report) -> Written:
    """Write a report in one format, and see what it takes."""
    text, held = io.StringIO(), io.BytesIO()
    began = time.process_time()
    if form in BINARY:
        BINARY[form](report, held, None)
    else:
        WRITERS[form](report, text)
    seconds = time.process_time() - began
    return Written(seconds, held.getvalue() or text.getvalue().encode("utf-8"))


def pages(data: bytes, folder: Path) -> Table:
    """What it takes to open a page in Chromium beside an empty one, and to filter it."""
    sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
    chromium = import_module("browser.chromium")
    table = Table("Opening the page of that report", ("what", "wall", "target", "outcome"))
    if chromium.executable() is None:
        table.notes.append(f"The page was not opened: {chromium.MISSING}.")
        return table
    empty, page = folder / "empty.html", folder / "report.html"
    empty.write_text("<!doctype html><title>empty</title>", encoding="utf-8")
    page.write_bytes(data)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium.executable(), args=chromium.flags())
        nothing = min(opened(browser, empty) for _ in range(3))
        whole = min(opened(browser, page) for _ in range(3))
        narrowed = opened(browser, page, f"({CHOOSE})()")
        browser.close()
    table.add("an empty page", seconds(nothing))
    table.add("the page", seconds(whole), *wanted(whole, OPENS, "s"))
    table.add("its first filter", seconds(narrowed))
    return table


def opened(browser: Browser, path: Path, act: str = "") -> float:
    """Seconds on the wall until a page can be read, or until something was done on it."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    began = time.perf_counter()
    page.goto(path.as_uri())
    if act:
        began = time.perf_counter()
        page.evaluate(act)
    page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
    took = time.perf_counter() - began
    page.close()
    return took


def tables(partnerships: int, imperatives: int) -> Iterator[Table]:
    """Make the study, judge it, and write it in every format."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "study"
        made_report.make(root, partnerships, imperatives)
        report = analyse(root, today=TODAY)
        order = ("json", *(form for form in (*WRITERS, *BINARY) if form != "json"))
        table = Table(
            f"Writing a report on {partnerships} partnerships and {imperatives} imperatives",
            ("format", "CPU", "beside JSON", "size", "beside JSON ", "target", "outcome"),
        )
        written: dict[str, Written] = {}
        for form in order:
            progress(f"report: {form}")
            tried(table, (form,), partial(_add, table, written, form, report))
        table.notes.append(_told(report))
        yield table
        if "html" in written:
            yield pages(written["html"].data, Path(folder))


def _add(table: Table, written: dict[str, Written], form: str, report: Report) -> None:
    """A row of time and size, and their ratios to the JSON's."""
    one = written[form] = write(form, report)
    json, size = written["json"], len(one.data)
    table.add(
        form,
        seconds(one.seconds),
        f"{one.seconds / json.seconds:.2f} x",
        f"{size / 1e6:,.2f} MB",
        f"{size / len(json.data):.3f} x",
        *wanted(size / 1e6, MOST.get(form), "MB"),
    )


def _told(report: Report) -> str:
    verdicts = Counter(str(each.verdict) for each in report.findings)
    told = ", ".join(f"{number:,} {verdict}" for verdict, number in verdicts.most_common())
    return f"{len(report.findings):,} findings: {told}."
