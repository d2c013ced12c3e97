"""What each format of a report costs, and how large it is, beside the JSON of the same report.

The study is made for it: 300 partnerships by 80 imperatives, unless other numbers are given
(`python benchmarks/reports.py 60 80`). Time is processor time of one run in one process, reading
and judging left out; the JSON is 1. Where Chromium is installed the page is opened too, and how
long that takes on the wall is set beside the opening of an empty page: it has to stay within two
seconds, on a machine that does nothing else.
"""

from __future__ import annotations

import io
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import made_report

from gapcheck.analysis import analyse
from gapcheck.model.report import Report
from gapcheck.reports.exports import EXPORTS
from gapcheck.reports.formats import BINARY, FORMATS

TODAY = date(2026, 1, 1)
WRITERS = {
    **FORMATS,
    **{f"{kind}.{form}": one for kind, forms in EXPORTS.items() for form, one in forms.items()},
}
MOST = {"html": 15.0}
"""The most MB that a format may need for 300 partnerships by 80 imperatives."""

OPENS = 2.0
"""The seconds within which a page has to be there to be read."""


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


def show(written: dict[str, Written]) -> None:
    """Print time and size of each format as ratios to the JSON's."""
    json = written["json"]
    print(f"{'':16} {'CPU':>8} {'/ JSON':>8} {'size':>11} {'/ JSON':>8}")
    for form, one in written.items():
        size = len(one.data) / 1e6
        said = ""
        if form in MOST:
            met = "met" if size <= MOST[form] else "MISSED"
            said = f"   at most {MOST[form]:.0f} MB: {met}"
        print(
            f"{form:16} {one.seconds:6.2f} s {one.seconds / json.seconds:8.2f} "
            f"{size:8.2f} MB {len(one.data) / len(json.data):8.3f}{said}"
        )


def opened(data: bytes, folder: Path) -> None:
    """Open a page in Chromium, and print when it can be read and how long its filters take."""
    sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
    from browser.chromium import (  # type: ignore[import-not-found]
        MISSING,
        executable,
        flags,
    )
    from playwright.sync_api import Browser, sync_playwright

    if executable() is None:
        print(f"\nThe page was not opened: {MISSING}.")
        return

    def there(browser: Browser, path: Path, act: str = "") -> float:
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        began = time.perf_counter()
        page.goto(path.as_uri())
        if act:
            began = time.perf_counter()
            page.evaluate(act)
        page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
        seconds = time.perf_counter() - began
        page.close()
        return seconds

    empty, page = folder / "empty.html", folder / "report.html"
    empty.write_text("<!doctype html><title>empty</title>", encoding="utf-8")
    page.write_bytes(data)
    choose = """() => {
        const list = document.querySelector("select[name=g]");
        list.selectedIndex = 2;
        list.dispatchEvent(new Event("change", {bubbles: true}));
    }"""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=executable(), args=flags())
        nothing = min(there(browser, empty) for _ in range(3))
        whole = min(there(browser, page) for _ in range(3))
        narrowed = there(browser, page, f"({choose})()")
        browser.close()
    met = "met" if whole <= OPENS else "MISSED"
    print(f"\nthe page opens in {whole:.2f} s, an empty one in {nothing:.2f} s", end="")
    print(f"   at most {OPENS:.0f} s: {met}")
    print(f"the first filter takes {narrowed:.2f} s")


def main(partnerships: int, imperatives: int) -> None:
    """Make the study, judge it, write it in every format, and print what that took."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "study"
        made_report.make(root, partnerships, imperatives)
        report = analyse(root, today=TODAY)
        verdicts = Counter(str(each.verdict) for each in report.findings)
        print(f"{partnerships} partnerships, {imperatives} imperatives, ", end="")
        print(f"{len(report.findings):,} findings: ", end="")
        print(", ".join(f"{number:,} {verdict}" for verdict, number in verdicts.most_common()))
        print()
        order = ("json", *(form for form in (*WRITERS, *BINARY) if form != "json"))
        written = {form: write(form, report) for form in order}
        show(written)
        opened(written["html"].data, Path(folder))


if __name__ == "__main__":
    given = [int(one) for one in sys.argv[1:]]
    main(*(given or (300, 80)))
