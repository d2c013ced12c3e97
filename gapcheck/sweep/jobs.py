"""What is asked of whoever reads one file, and on what ground everybody stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

from gapcheck.checks.asking import Asking
from gapcheck.load.facts import Sketch
from gapcheck.load.names import Imperatives
from gapcheck.model.settings import Settings
from gapcheck.model.study import Partnership, Policy


@dataclass(frozen=True, slots=True)
class Ground:
    """What holds for every file of the study; without `rules` only structure is looked at.

    `noted` is the hash of each transcript that the lock holds, by its path.
    """

    root: Path
    settings: Settings
    policies: tuple[Policy, ...]
    imperatives: Imperatives
    asking: Asking
    rules: bool = True
    noted: Mapping[str, str] = field(default_factory=dict)

    def mark(self) -> bytes:
        """What all this comes to: any change changes it too.

        The day is no part of it, nor is the lock: a file whose rules look at them says so itself.
        """
        settings = self.settings
        # What takes no part in comparing and printing settings is still told in diagnostics.
        hidden = (settings.places, settings.ethics.location)
        levels = [one.location for one in settings.severities]
        told = (settings, hidden, levels, self.imperatives.told(), self.asking.audience, self.rules)
        return digest(repr(told))


@dataclass(frozen=True, slots=True)
class SourceJob:
    """A file among the sources of a partnership; `national` ones belong to none.

    `coded_as` is what the lock notes of its codes.
    """

    path: Path
    file: str
    lsp: str
    partnership: Partnership | None
    national: bool = False
    coded_as: str = ""


@dataclass(frozen=True, slots=True)
class CodesJob:
    """A second coder's file; `beside` is its source, and `typed` are the ids of all excerpts."""

    path: Path
    file: str
    lsp: str
    beside: Sketch | None
    typed: frozenset[str] | None
    coded_as: str = ""


@dataclass(frozen=True, slots=True)
class SignoffJob:
    """A partnership's sign-offs."""

    path: Path
    file: str
    lsp: str


Job = SourceJob | CodesJob | SignoffJob


def digest(text: str) -> bytes:
    """Sixteen bytes that stand for a text."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
