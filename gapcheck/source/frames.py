"""The open containers of a document that is being read: where the next value goes, and how.

What stands below a key that is given twice is `void`: it has no path of its own, so that it
cannot be taken for what stands below the first.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from gapcheck.source.document import Path, Span
from gapcheck.source.shape import ANYTHING, Shape


@dataclass(slots=True)
class Root:
    """The document itself, which takes one value."""

    shape: Shape
    value: object = None
    drops: bool = False

    def slot(self) -> tuple[Path, Shape]:
        """The path of the next value, and how it is to be read."""
        return (), self.shape

    def put(self, value: object) -> bool:
        """Take the next value; whether it was kept."""
        self.value = value
        return True


@dataclass(slots=True)
class Items:
    """A list."""

    path: Path
    shape: Shape
    void: bool = False
    value: list[object] = field(default_factory=list)

    def slot(self) -> tuple[Path, Shape]:
        """The path of the next value, and how it is to be read."""
        path = self.path if self.void else (*self.path, len(self.value))
        return path, self.shape.items or ANYTHING

    def put(self, value: object) -> bool:
        """Take the next value; whether it was kept."""
        self.value.append(value)
        return not self.void

    @property
    def drops(self) -> bool:
        """Whether the next value is of no use."""
        return self.void


@dataclass(slots=True)
class Keys:
    """A mapping; `key` waits for its value, and is `dropped` where the mapping has it already."""

    path: Path
    shape: Shape
    void: bool = False
    value: dict[str, object] = field(default_factory=dict)
    seen: dict[str, Span] = field(default_factory=dict)
    key: str | None = None
    dropped: bool = False

    def slot(self) -> tuple[Path, Shape]:
        """The path of the next value, and how it is to be read."""
        key = self.key or ""
        path = self.path if self.void else (*self.path, key)
        return path, ANYTHING if self.dropped else self.shape.at(key)

    def put(self, value: object) -> bool:
        """Take the next value; whether it was kept."""
        key, dropped, self.key, self.dropped = self.key, self.dropped, None, False
        if dropped or key is None:
            return False
        self.value[key] = value
        return not self.void

    @property
    def drops(self) -> bool:
        """Whether the next value is of no use."""
        return self.void or self.dropped


Frame = Root | Items | Keys
