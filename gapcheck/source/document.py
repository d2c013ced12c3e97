"""A YAML file as plain values, with the place of every key and value beside them."""

from __future__ import annotations

from dataclasses import dataclass, field

from gapcheck.diagnostic import Location

Step = str | int
Path = tuple[Step, ...]
Span = tuple[int, int, int, int]
"""First line, first column, last line, last column: from 0, the end exclusive."""

START: Span = (0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something wrong at one path of a document, before it is known what is lost with it.

    `fatal` troubles end the reading of the file, so that nothing of it can be used.
    """

    path: Path
    span: Span
    rule: str
    message: str
    help: str = ""
    related: tuple[tuple[Span, str], ...] = ()
    fatal: bool = False
    sensitive: bool = False


@dataclass(slots=True)
class Document:
    """What was read of one file: its value (None where unreadable), places and troubles.

    `values` and `keys` hold the span of the value, and of the key, at each path. Where few places
    were noted, `elsewhere` stands for all others.
    """

    file: str
    value: object = None
    values: dict[Path, Span] = field(default_factory=dict)
    keys: dict[Path, Span] = field(default_factory=dict)
    troubles: list[Trouble] = field(default_factory=list)
    elsewhere: Location | None = None

    def span(self, path: Path) -> Span:
        """The span of the value at `path`, else of the nearest thing around it."""
        while path and path not in self.values:
            path = path[:-1]
        return self.values.get(path, START)

    def key_span(self, path: Path) -> Span:
        """The span of the key at `path`; of its value where it is an item of a list."""
        return self.keys.get(path) or self.span(path)

    def location(self, path: Path) -> Location:
        """The place of the value at `path`, as people count: from 1."""
        if self.elsewhere is not None and path not in self.values:
            return self.elsewhere
        return locate(self.file, self.span(path))


def locate(file: str, span: Span) -> Location:
    """A span of a file as a Location."""
    first, start, last, end = span
    return Location(file, first + 1, start + 1, last + 1, end + 1)
