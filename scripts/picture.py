"""Draw the picture of the README from what the program prints: `make picture`."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

ROOT = Path(__file__).parents[1]
PICTURE = ROOT / "docs" / "report.svg"
WIDTH = 80
COMMAND = ("report", "northtown")
COLOUR_CODE = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;[^\x1b]*\x1b\\")

PAPER = TerminalTheme(
    (255, 255, 255),
    (22, 25, 29),
    [(22, 25, 29), (168, 48, 15), (11, 107, 95), (122, 90, 0), (11, 79, 158), (91, 63, 160)],
)
"""Dark on white: the picture stands on a page, whatever the reader's own colours are."""

FORMAT = """\
<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg" \
role="img" aria-label="The beginning of a report by gapcheck, as it stands in a terminal">
<style>
.{unique_id}-matrix {{ font-family: Menlo, Consolas, "DejaVu Sans Mono", monospace; \
font-size: {char_height}px; line-height: {line_height}px; font-variant-east-asian: full-width; }}
{styles}
</style>
<defs>{lines}</defs>
<rect fill="#ffffff" width="100%" height="100%" rx="8"/>
<g transform="translate(9, 13)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""
"""Fonts that a machine has; nothing is fetched to show the picture."""


def printed() -> str:
    """What the program prints to a terminal of a fixed width, colours and all."""
    coloured = {"FORCE_COLOR": "1", "TERM": "xterm-256color", "COLUMNS": str(WIDTH)}
    kept = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    command = [sys.executable, "-m", "gapcheck", *COMMAND]
    done = subprocess.run(
        command,
        cwd=ROOT,
        check=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        env={**kept, **coloured},
    )
    return done.stdout.decode("utf-8")


def chosen(text: str) -> str:
    """The head of the report with its gaps, and the first finding in full: a page's worth."""
    lines = text.splitlines()
    bare = [COLOUR_CODE.sub("", line) for line in lines]
    unknown = next(number for number, line in enumerate(bare) if re.match(r"\? [A-Z]", line))
    detail = next(number for number, line in enumerate(bare) if line.startswith("FINDING BY"))
    findings = [number for number, line in enumerate(bare) if re.match(r"\S [A-Z ]{6,}  ", line)]
    second = findings[1]
    return "\n".join([*lines[:unknown], "⋮", "", *lines[detail:second]]).rstrip()


def picture(text: str) -> str:
    """A terminal's text as an SVG that needs nothing but itself."""
    console = Console(record=True, width=WIDTH, file=io.StringIO())
    console.print(Text.from_ansi(text), no_wrap=True)
    svg = console.export_svg(theme=PAPER, code_format=FORMAT, unique_id="report")
    return re.sub(r"[ \t]+\n", "\n", svg)


if __name__ == "__main__":
    PICTURE.write_text(picture(chosen(printed())), encoding="utf-8", newline="\n")
    sys.stdout.write(f"{PICTURE.relative_to(ROOT)} is drawn.\n")
