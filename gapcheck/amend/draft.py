"""A file's text on its way from what it was to what it is to be, with the layout of both."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from gapcheck.amend.marks import Edit, Marks, edited, marked
from gapcheck.source.document import Path
from gapcheck.source.layout import Layout, Part, layout

_BREAK: Final = re.compile("\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Draft:
    """A text without its byte-order mark; `marks` say what of it is new."""

    text: str
    layout: Layout
    marks: Marks = ()

    def with_edits(self, edits: Iterable[Edit]) -> Draft:
        """The draft after some edits."""
        made = list(edits)
        text = edited(self.text, made)
        return Draft(text, layout(text), marked(self.text, self.marks, made))

    def part(self, path: Path) -> Part | None:
        """What stands at a path; None where nothing does."""
        return self.layout.get(path)

    def held(self, path: Path) -> list[Part]:
        """What the mapping or list at a path holds, in the file's order."""
        return [self.layout[(*path, step)] for step in self.layout[path].steps]

    def first_on_line(self, index: int) -> bool:
        """Whether nothing but blanks stands before a character on its line."""
        return not self.text[self.line_start(index) : index].strip(" \t")

    def line_start(self, index: int) -> int:
        """Where the line of a character begins."""
        return max(self.text.rfind("\n", 0, index), self.text.rfind("\r", 0, index)) + 1

    def line_end(self, index: int) -> int:
        """Where the line of a character ends, before its break."""
        found = _BREAK.search(self.text, index)
        return found.start() if found else len(self.text)

    def below(self, index: int, lines: Sequence[str]) -> Edit:
        """New lines under the line of a character, with the breaks that the file has there."""
        found = _BREAK.search(self.text, index)
        if found:
            return Edit(found.end(), found.end(), "".join(f"{line}{found[0]}" for line in lines))
        # A file without a last break stays one.
        sign, end = line_break(self.text), len(self.text)
        return Edit(end, end, "".join(f"{sign}{line}" for line in lines))


def draft_of(text: str) -> Draft:
    """A text that nothing was done to yet."""
    return Draft(text, layout(text))


def line_break(text: str) -> str:
    """The break that the first line of a text ends with."""
    found = _BREAK.search(text)
    return found[0] if found else "\n"


def value_at(value: Any, path: Path) -> Any:
    """What stands at a path of a value that was read."""
    for step in path:
        value = value[step]
    return value
