"""Notes beside what they are on: people's memos, and gapcheck's own lines."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from gapcheck.exporters.qdpx.guids import guid
from gapcheck.exporters.qdpx.xml import held, made
from gapcheck.interchange.marks import NAME, lines_of
from gapcheck.model.brought import Fields


@dataclass(slots=True)
class Notes:
    """The notes of a project, in the order in which they were written."""

    _made: list[Element] = field(default_factory=list)

    def own(self, on: str, fields: Fields) -> Element | None:
        """A reference to a note with the fields of what has this id; None where it has none."""
        lines = lines_of(fields)
        return self._note(guid("fields", on), NAME, lines) if lines else None

    def memo(self, on: str, text: str | None) -> Element | None:
        """A reference to a memo on what has this id; None where nobody wrote one."""
        said = (text or "").strip()
        return self._note(guid("memo", on), "Memo", said) if said else None

    def element(self) -> Element | None:
        """All notes; None where there is none."""
        return held("Notes", self._made)

    def _note(self, identity: str, name: str, text: str) -> Element:
        self._made.append(made("Note", made("PlainTextContent", text), guid=identity, name=name))
        return made("NoteRef", targetGUID=identity)
