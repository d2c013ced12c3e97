"""Take the pictures of the HTML report that the pages show: `make screenshots`.

They are of the shipped study: on a desktop, on a phone, on paper, in the dark.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
sys.path.insert(0, str(ROOT / "tests"))

from browser.chromium import MISSING, executable, flags  # noqa: E402  # found only now

# Embargoes hang on the day of the run, and a picture should not.
DAY = "1793491200"


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: of which page and place, how large, in which light."""

    name: str
    report: tuple[str, ...]
    at: str = ""
    width: int = 1280
    height: int = 1000
    dark: bool = False
    paper: bool = False


PICTURES = (
    Picture("report-desktop", ("northtown",)),
    Picture("report-finding", ("northtown",), "northtown/include-excluded", height=1180),
    Picture("report-study", (), "matrix", height=1100),
    Picture("report-phone", ("northtown",), width=360, height=780),
    Picture("report-dark", ("northtown",), "northtown/bottom-up", height=900, dark=True),
    Picture("report-print", ("northtown",), paper=True),
)


def written(folder: Path, names: tuple[str, ...]) -> Path:
    """The page of a report on the shipped study."""
    path = folder / f"{'-'.join(names) or 'study'}.html"
    if not path.exists():
        command = [sys.executable, "-m", "gapcheck", "report", *names, "-o", str(path)]
        environment = {**os.environ, "SOURCE_DATE_EPOCH": DAY}
        subprocess.run(command, cwd=ROOT, check=True, env=environment)
    return path


def take(browser: Browser, picture: Picture, path: Path) -> None:
    """Open a page as a reader would, and keep what is seen of it."""
    context = browser.new_context(
        viewport={"width": picture.width, "height": picture.height},
        color_scheme="dark" if picture.dark else "light",
        device_scale_factor=1,
    )
    page = context.new_page()
    page.goto(path.as_uri() + (f"#{picture.at}" if picture.at else ""))
    if picture.paper:
        _print(page, DOCS / picture.name)
        context.close()
        return
    page.evaluate("document.activeElement.blur()")
    page.wait_for_timeout(200)
    page.screenshot(path=DOCS / f"{picture.name}.png")
    context.close()


def _print(page: Page, path: Path) -> None:
    """The first sheet of paper, foot and all."""
    tool = shutil.which("pdftoppm")
    if tool is None:
        sys.stdout.write("No pdftoppm (poppler-utils) is here to draw the sheet of paper.\n")
        return
    with tempfile.NamedTemporaryFile(suffix=".pdf") as held:
        page.pdf(path=held.name, prefer_css_page_size=True)
        command = [tool, "-png", "-r", "80", "-f", "1", "-singlefile", held.name, str(path)]
        subprocess.run(command, check=True)


def main() -> None:
    """Take them all; say so where there is no browser to do it."""
    found = executable()
    if found is None:
        raise SystemExit(MISSING)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=found, args=flags())
        for picture in PICTURES:
            take(browser, picture, written(Path(folder), picture.report))
            sys.stdout.write(f"docs/{picture.name}.png is taken.\n")
        browser.close()


if __name__ == "__main__":
    main()
