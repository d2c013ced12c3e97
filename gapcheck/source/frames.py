"""The open containers of a document that is being read: where the next value goes, and how."""

from __future__ import annotations

from dataclasses import dataclass, field

from gapcheck.source.document import Path, Span
from gapcheck.source.shape import ANYTHING, Shape


@dataclass(slots=True)
class Root:
    """The document itself, which takes one value."""

    shape: Shape
    value: object = None

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
    value: list[object] = field(default_factory=list)

    def slot(self) -> tuple[Path, Shape]:
        """The path of the next value, and how it is to be read."""
        return (*self.path, len(self.value)), self.shape.items or ANYTHING

    def put(self, value: object) -> bool:
        """Take the next value; whether it was kept."""
        self.value.append(value)
        return True


@dataclass(slots=True)
class Keys:
    """A mapping; `key` waits for its value, and is `dropped` where the mapping has it already."""

    path: Path
    shape: Shape
    value: dict[str, object] = field(default_factory=dict)
    seen: dict[str, Span] = field(default_factory=dict)
    key: str | None = None
    dropped: bool = False

    def slot(self) -> tuple[Path, Shape]:
        """The path of the next value, and how it is to be read."""
        key = self.key or ""
        return (*self.path, key), ANYTHING if self.dropped else self.shape.at(key)

    def put(self, value: object) -> bool:
        """Take the next value; whether it was kept."""
        key, dropped, self.key, self.dropped = self.key, self.dropped, None, False
        if dropped or key is None:
            return False
        self.value[key] = value
        return True


Frame = Root | Items | Keys
