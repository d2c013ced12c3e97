"""Foreign words as a study's files may hold them: what would hide or fake words is taken out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from gapcheck.interchange.ledger import Ledger
from gapcheck.source.text import FORBIDDEN


@dataclass(frozen=True, slots=True)
class Cleaner:
    """Cleans words, and counts the characters that it takes out."""

    ledger: Ledger

    def text(self, words: str) -> str:
        """Words with LF as their line ends and without characters that no file may hold."""
        plain = words.replace("\r\n", "\n").replace("\r", "\n")
        clean, count = FORBIDDEN.subn("", plain.replace("\u2028", "\n").replace("\u2029", "\n"))
        if count:
            why = "Characters that hide or fake words, or are none, were taken out."
            self.ledger.changed("characters", why, count=count)
        return clean

    def prose(self, words: str) -> str:
        """The same without blanks around it."""
        return self.text(words).strip()

    def line(self, words: str) -> str:
        """The same on one line."""
        return " ".join(self.text(words).split())

    def any(self, value: Any) -> Any:
        """A value with all texts in it cleaned."""
        if isinstance(value, str):
            return self.prose(value)
        if isinstance(value, Mapping):
            return {str(key): self.any(one) for key, one in value.items()}
        if isinstance(value, (list, tuple)):
            return [self.any(one) for one in value]
        return value
