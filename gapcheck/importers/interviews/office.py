"""OpenDocument and rich texts, which the program pandoc turns into paragraphs and tables."""

from __future__ import annotations

import shutil
import subprocess
from html.parser import HTMLParser

from gapcheck.importers.interviews.blocks import Block, Paragraph, Run, Table
from gapcheck.importers.interviews.decoding import LONGEST
from gapcheck.importers.interviews.package import repacked
from gapcheck.model.unfit import Unfit

_SECONDS = 60
_MEMORY = "-M1G"
_RESAVE = "Save it as .docx or as .txt in the program that wrote it."
_BLOCKS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "div", "pre"})


def office_blocks(data: bytes, kind: str) -> list[Block]:
    """What a text of that kind (`odt`, `rtf`) holds; Unfit where it cannot be opened."""
    pandoc = shutil.which("pandoc")
    if pandoc is None:
        raise Unfit(
            f".{kind} files are read through the program pandoc, which is not installed",
            "Install pandoc from your system's packages, or save the file as .docx or .txt.",
        )
    page = _Page()
    page.feed(_converted(pandoc, repacked(data) if kind == "odt" else data, kind))
    page.close()
    return page.blocks


def _converted(pandoc: str, data: bytes, kind: str) -> str:
    # In its sandbox it opens no other file and no address, whatever the text asks for.
    command = [pandoc, "+RTS", _MEMORY, "-RTS", "--sandbox", "-f", kind, "-t", "html"]
    try:
        ended = subprocess.run(
            command, input=data, capture_output=True, timeout=_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        raise Unfit(
            f"pandoc did not come to an end with it in {_SECONDS} seconds", _RESAVE
        ) from None
    except OSError as error:
        raise Unfit(f"pandoc could not be started: {error.strerror or error}", _RESAVE) from None
    if ended.returncode:
        # What pandoc says may hold words of the text.
        raise Unfit(
            f"pandoc could not read it (exit code {ended.returncode})",
            f"{_RESAVE} Pandoc has to be of version 2.15 or later.",
        )
    if len(ended.stdout) > 8 * LONGEST:
        raise Unfit("its text is larger than any transcript", _RESAVE)
    return ended.stdout.decode("utf-8", "replace")


class _Page(HTMLParser):
    """The paragraphs and tables of pandoc's page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self.runs: list[Run] = []
        self.bold = self.tables = 0
        self.rows: list[tuple[str, ...]] = []
        self.cells: list[str] = []

    def handle_starttag(self, tag: str, _: list[tuple[str, str | None]]) -> None:
        """Begin a paragraph, a row, a cell or bold letters."""
        if tag in ("strong", "b"):
            self.bold += 1
        elif tag == "br":
            self.runs.append(("\n", False))
        elif tag == "table":
            self._end_paragraph()
            self.tables += 1
        elif tag == "tr" and self.tables == 1:
            self.cells = []
        elif tag in ("td", "th") and self.tables == 1:
            self.runs = []
        elif tag in _BLOCKS:
            self._end_paragraph()

    def handle_endtag(self, tag: str) -> None:
        """End what was begun."""
        if tag in ("strong", "b"):
            self.bold -= 1
        elif tag == "table" and self.tables:
            self.tables -= 1
            if not self.tables:
                self.blocks.append(Table(tuple(self.rows)))
                self.rows = []
        elif tag == "tr" and self.tables == 1:
            self.rows.append(tuple(self.cells))
        elif tag in ("td", "th") and self.tables == 1:
            self.cells.append("".join(text for text, _ in self.runs).strip())
            self.runs = []
        elif tag in _BLOCKS:
            self._end_paragraph()

    def handle_data(self, data: str) -> None:
        """Text, in which line ends are but blanks."""
        self.runs.append((data.replace("\n", " "), self.bold > 0))

    def _end_paragraph(self) -> None:
        """Put a paragraph behind the others; in a cell it ends a line."""
        if self.tables:
            self.runs.append(("\n", False))
        elif any(text.strip() for text, _ in self.runs):
            self.blocks.append(Paragraph(tuple(self.runs)))
        if not self.tables:
            self.runs = []
