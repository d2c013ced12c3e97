"""The file that gives a document an organisation's own styles."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class TemplateFile:
    """Its name, for what has to be said of it, and its bytes."""

    name: str
    data: bytes = field(repr=False)
