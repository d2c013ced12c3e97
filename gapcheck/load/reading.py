"""One file on its way in: its document, what is wrong with it, and what is lost by that."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import Any

from gapcheck.diagnostic import Diagnostic, Location, Related, Severity
from gapcheck.load.walk import Files
from gapcheck.model.settings import Vocabulary
from gapcheck.schema.kinds import schema
from gapcheck.source.builder import build
from gapcheck.source.document import Document, Path, Span, Step, Trouble, locate
from gapcheck.source.files import Unreadable, handed_over, read_file
from gapcheck.source.swift import swift
from gapcheck.source.text import decode
from gapcheck.source.validate import Format

Unit = Callable[[Path], Path]
"""From the path of a trouble to the path of the smallest thing that is left out with it."""


@dataclass(slots=True)
class Reading:
    """A file that was opened; `lost` holds the paths of the units that no verdict may use."""

    document: Document
    unit: Unit
    whole: str
    diagnostics: list[Diagnostic] = field(default_factory=list)
    lost: set[Path] = field(default_factory=set)

    @property
    def value(self) -> Any:
        """The document's value, checked against its schema."""
        return self.document.value

    @property
    def sound(self) -> bool:
        """Whether anything of the file can be used."""
        return () not in self.lost

    def keeps(self, path: Path) -> bool:
        """Whether the thing at `path` can be used, and everything that it is a part of."""
        lost = self.lost
        return not lost or all(path[:end] not in lost for end in range(len(path) + 1))

    def place(self, path: Path) -> Location:
        """The place of the value at `path`."""
        return self.document.location(path)

    def noted(self) -> Reading:
        """The same reading, with what its document is known to have wrong."""
        for trouble in self.document.troubles:
            self.lose(trouble)
        return self

    def lose(self, trouble: Trouble) -> None:
        """Note a trouble and leave out the smallest unit that holds it."""
        read = isinstance(self.value, dict | list)
        unit = self.unit(trouble.path) if read and not trouble.fatal else ()
        self.lost.add(unit)
        private = _of_somebody(trouble.path)
        record = "" if private else self._record(trouble.path)
        found = diagnose(self.document.file, trouble, self._named(unit), record, private)
        self.diagnostics.append(found)

    def error(  # noqa: PLR0913  # a diagnostic has that many parts
        self,
        path: Path,
        rule: str,
        message: str,
        advice: str = "",
        *,
        related: tuple[tuple[Span, str], ...] = (),
        at_key: bool = False,
    ) -> None:
        """Note an error at the value (or the key) at `path`."""
        span = self.document.key_span(path) if at_key else self.document.span(path)
        self.lose(Trouble(path, span, rule, message, advice, related))

    def _named(self, unit: Path) -> str:
        if not unit:
            return f"the whole {self.whole}"
        value: Any = self.document.value
        for step in unit:
            value = _at(value, step)
        name = _id(value)
        noun = {"excerpts": "excerpt", "imperatives": "imperative"}.get(str(unit[0]), "entry")
        if len(unit) > 2 or (unit[0] == "codes" and len(unit) > 1):
            return "this code"
        return f"{noun} {name}" if name else f"this {noun}"

    def _record(self, path: Path) -> str:
        """The ids of all that a path leads through, by which a trouble is known again."""
        found = []
        value: Any = self.document.value
        for step in path:
            value = _at(value, step)
            found.append(_id(value))
        return "/".join(filter(None, found))


class Formats:
    """The format of each kind of file in one study, made ready when the first of it is read."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self._vocabulary = Vocabulary()
        self._ready: dict[str, Format] = {}
        self._opened: set[FilePath] = set()

    @property
    def count(self) -> int:
        """How many files were read."""
        return len(self._opened)

    def adopt(self, vocabulary: Vocabulary) -> None:
        """Take a study's own words into all formats that are made ready from now on."""
        self._vocabulary = vocabulary

    def read(self, path: FilePath, kind: str, unit: Unit, whole: str) -> Reading:
        """Read one file of the study; whatever is wrong with it is noted, never raised."""
        self._opened.add(path)
        given = self._files.entries.given.get(path)
        file = self._files.name(path)
        try:
            data = read_file(path) if given is None else handed_over(given)
        except Unreadable as error:
            return Reading(unreadable(file, error), unit, whole).noted()
        return self.reading(file, data, kind, unit, whole)

    def reading(self, file: str, data: bytes, kind: str, unit: Unit, whole: str) -> Reading:
        """The bytes of one file, with the place of everything; what is wrong is noted."""
        format_ = self._format(kind)
        text, trouble = decode(data)
        if trouble:
            return Reading(Document(file, troubles=[trouble]), unit, whole).noted()
        document = build(file, text, format_.shape)
        document.troubles += format_.troubles(document)
        return Reading(document, unit, whole).noted()

    def swift(self, file: str, data: bytes, kind: str, unit: Unit, whole: str) -> Reading | None:
        """The same without places, where nothing is wrong so far; else None."""
        format_ = self._format(kind)
        text, trouble = decode(data)
        document = None if trouble else swift(file, text, format_.shape)
        if document is None or not format_.admits(document):
            return None
        return Reading(document, unit, whole)

    def _format(self, kind: str) -> Format:
        if kind not in self._ready:
            self._ready[kind] = Format(schema(kind, self._vocabulary))
        return self._ready[kind]


def unreadable(file: str, error: Unreadable) -> Document:
    """A document of which nothing could be read, and why."""
    message = f"the file is {error}"
    fatal = Trouble((), (0, 0, 0, 0), "unreadable-file", message, fatal=True)
    return Document(file, troubles=[fatal])


def _of_somebody(path: Path) -> bool:
    """Whether the value at a path is who somebody is, so that no log should show it."""
    names = [step for step in path if isinstance(step, str)]
    if not names:
        return False
    return names[-1] in _NAMES or (names[0] in ("speaker", "speakers") and names[-1] == "id")


_NAMES = frozenset({"speaker", "speakers", "author", "coder", "by", "role"})


def _at(value: Any, step: Step) -> Any:
    """What stands in a value at a step; None where there is no such thing."""
    try:
        return value[step]
    except (KeyError, IndexError, TypeError):
        return None


def _id(value: Any) -> str:
    """The id of a thing; empty where it has none, or could not be read."""
    return str(value["id"]) if isinstance(value, dict) and "id" in value else ""


def diagnose(file: str, trouble: Trouble, left_out: str, record: str, private: bool) -> Diagnostic:
    """A trouble of one file as a diagnostic of the study."""
    return Diagnostic(
        locate(file, trouble.span),
        Severity.ERROR,
        trouble.rule,
        trouble.message,
        trouble.help,
        tuple(Related(locate(file, span), say) for span, say in trouble.related),
        left_out,
        trouble.sensitive or private,
        record,
    )
