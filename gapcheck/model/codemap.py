"""What foreign codes, documents and attributes mean in a study, as `codes.yaml` says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from gapcheck.diagnostic import Location
from gapcheck.model.brought import Fields

FACTS: Final = ("lsp", "kind", "date", "sector", "role", "tier", "partnership", "speaker")
"""What may be told by an attribute, a case, a set or a folder of the foreign file."""

WORDS: Final = ("theme", "barrier", "enabler", "tension")
"""What a code may be that is no imperative."""

FILE: Final = "codes.yaml"
"""Where a study's code map lies, from the study's folder on."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What one foreign code means: an imperative, a stance, both, some words, or nothing.

    `words` are themes, barriers, enablers and tensions by the name of their list. `leave` says
    that it was decided to mean nothing.
    """

    code: str
    location: Location
    imperative: str = ""
    stance: str = ""
    words: Mapping[str, str] = field(default_factory=dict)
    leave: bool = False
    suggested: tuple[str, ...] = ()

    @property
    def decided(self) -> bool:
        """Whether anybody has said what it means."""
        return bool(self.imperative or self.stance or self.words or self.leave)


@dataclass(frozen=True, slots=True)
class Facts:
    """What is said of one foreign document, under the keys of a source."""

    document: str
    location: Location
    fields: Fields = field(default_factory=dict)
    leave: bool = False


@dataclass(frozen=True, slots=True)
class CodeMap:
    """A whole map; `attributes` name what tells a fact, `values` what its values mean."""

    codes: Mapping[str, Meaning] = field(default_factory=dict)
    documents: Mapping[str, Facts] = field(default_factory=dict)
    coders: Mapping[str, str] = field(default_factory=dict)
    attributes: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)
