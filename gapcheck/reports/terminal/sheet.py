"""The sheet that a report is set on: lines of styled words, clean, wrapped and never too wide.

Quoted words are data here and nowhere markup: they reach the screen as literal segments.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions
from rich.segment import Segment

from gapcheck.diagnostic import Location
from gapcheck.reports.inert import visible
from gapcheck.reports.plain_letters import plain
from gapcheck.reports.screen import Screen, carries, draws_ascii, encoding
from gapcheck.reports.terminal.styles import LINK, link_style, make_styles
from gapcheck.reports.wrapping import Line, Run, line_cells, shorten, wrap


@dataclass(frozen=True, slots=True)
class Sheet:
    """How wide a report is set, and in which letters it can be written."""

    width: int
    ascii_only: bool = False
    encoding: str = "utf-8"

    @classmethod
    def of(cls, console: Console) -> Sheet:
        """A sheet as wide as the console, in the letters that it can draw."""
        return cls(max(console.width, 20), draws_ascii(console), encoding(console))

    @property
    def wide(self) -> bool:
        """Whether there is room for two columns."""
        return self.width >= 120

    def clean(self, text: str) -> str:
        """The text with nothing in it that a terminal obeys or the stream cannot write."""
        text = visible(text).replace("\t", " ")
        if self.ascii_only:
            text = plain(text)
        if text.isascii() or carries(self.encoding, text):
            return text
        return text.encode(self.encoding, "backslashreplace").decode(self.encoding)

    def line(self, *runs: Run) -> Line:
        """One line of short words that need no wrapping."""
        return [(self.clean(text), style) for text, style in runs]

    def wrap(self, runs: str | Sequence[Run], width: int = 0, indent: str = "") -> list[Line]:
        """The words as lines, each behind the same indent, in all at most `width` wide."""
        each = [(runs, "")] if isinstance(runs, str) else runs
        clean = [(self.clean(text), style) for text, style in each]
        lines = wrap(clean, (width or self.width) - len(indent))
        return [[(indent, ""), *line] for line in lines] if indent else lines

    def labelled(self, label: str, runs: str | Sequence[Run], width: int) -> list[Line]:
        """A label in bold and its words beside it, hanging in their own column of the left."""
        lines = self.wrap(runs, width - 10)
        heads = [self.line((f"{label:<10}", "bold"))]
        return columns(heads, lines, 10)

    def item(self, text: str) -> list[Line]:
        """One point of a list behind its dash."""
        return columns([self.line(("- ", ""))], self.wrap(text, self.width - 2), 2)

    def heading(self, title: str, note: str = "") -> list[Line]:
        """A heading, a rule up to the margin, and a note at its end where there is room."""
        room = self.width - len(title) - len(note) - 2
        if note and room < 3:
            return [*self.heading(title)[:2], *self.wrap([(note, "dim")]), []]
        rule = self.line((title, "bold"), (" " + "─" * (room + (not note)), "dim"))
        return [[], rule + (self.line((f" {note}", "dim")) if note else []), []]

    def ends(self, left: Line, right: Line) -> list[Line]:
        """One line with words at both margins; two where they do not fit beside each other."""
        room = self.width - line_cells(left) - line_cells(right)
        if room < 2:
            return [*wrap(left, self.width), *wrap([("  ", ""), *right], self.width)]
        return [[*left, (" " * room, ""), *right]]

    def short(self, text: str, width: int) -> str:
        """The text cut to one line, marked where it is cut."""
        return shorten(self.clean(text), width, "..." if self.ascii_only else "…")


def place(location: Location) -> Run:
    """A place in the files, as a terminal can open it."""
    return str(location), f"{LINK}{location.path}"


def columns(left: list[Line], right: list[Line], start: int, bar: str = "") -> list[Line]:
    """Two blocks beside each other; the right one begins at cell `start`, behind the bar."""
    lines = []
    for row in range(max(len(left), len(right))):
        line = list(left[row]) if row < len(left) else []
        beside = right[row] if row < len(right) else []
        if beside or bar:
            line.append((" " * (start - line_cells(line)) + bar, ""))
        lines.append([*line, *beside])
    return lines


@dataclass(frozen=True, slots=True)
class _Printed:
    lines: Iterable[Line]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Segment]:
        styles = make_styles(console)
        root = console.hyperlinks if isinstance(console, Screen) else None
        for line in self.lines:
            for text, name in line:
                if name.startswith(LINK) and name not in styles:
                    styles[name] = link_style(name.removeprefix(LINK), root, styles["dim"])
                yield Segment(text, styles[name])
            yield Segment.line()


def show(lines: Iterable[Line], console: Console) -> None:
    """Write the lines in one go: no spaces at their ends, and none wider than the console."""
    width = console.width
    fitting = (each for line in lines for each in fitted(_trimmed(line), width))
    if not console.is_terminal and not console.record:
        # Off a terminal there is nothing to style, and rich need not look at every word.
        console.file.writelines("".join(run[0] for run in line) + "\n" for line in fitting)
        return
    console.print(_Printed(fitting), crop=False, no_wrap=True, end="")


def fitted(line: Line, width: int) -> list[Line]:
    """A row of columns that a very narrow screen has no room for is broken like any other."""
    return [line] if line_cells(line) <= width else wrap(line, width)


def _trimmed(line: Line) -> Line:
    while line and not line[-1][0].rstrip(" "):
        line = line[:-1]
    if line:
        text, style = line[-1]
        line = [*line[:-1], (text.rstrip(" "), style)]
    return line
