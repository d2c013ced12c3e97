"""libyaml's events to a Document: iteratively, within limits, with the place of everything."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

import yaml

from gapcheck.source.document import Document, Path, Span, Trouble
from gapcheck.source.scalars import resolve
from gapcheck.source.shape import ANYTHING, Shape, prose_keys
from gapcheck.source.syntax import explain, under
from gapcheck.source.text import FORBIDDEN, describe

MAX_DEPTH: Final = 16
MAX_NODES: Final = 50_000
MAX_SCALAR: Final = 65_536
MAX_KEY: Final = 128
_COMMENT = re.compile(r"[ \t]*#")
_LINE_END = re.compile(r"[^\r\n]*")


class _Stop(Exception):
    """The file cannot be read any further; the trouble is noted already."""


@dataclass(slots=True)
class _Frame:
    """A mapping or list that is being filled."""

    value: dict[str, object] | list[object]
    shape: Shape
    path: Path
    key: str | None = None
    dropped: bool = False
    seen: dict[str, Span] = field(default_factory=dict)


def build(file: str, text: str, shape: Shape) -> Document:
    """Read the one YAML document in `text`; troubles are noted in it, never raised."""
    builder = _Builder(Document(file), text, shape)
    try:
        builder.run()
    except _Stop:
        builder.document.value = None
    except yaml.MarkedYAMLError as error:
        builder.document.value = None
        builder.document.troubles.append(explain(error, text, prose_keys(shape)))
    return builder.document


def _parser(text: str) -> Any:
    # PyYAML without libyaml (no wheel for a platform) reads the same events, only slower.
    if yaml.__with_libyaml__:
        # Imported here, since that is where it may be missing; the stubs leave the name out.
        from yaml.cyaml import CParser  # type: ignore[attr-defined]  # noqa: PLC0415

        return CParser(text)

    class PurePython(yaml.reader.Reader, yaml.scanner.Scanner, yaml.parser.Parser):
        def __init__(self, stream: str) -> None:
            yaml.reader.Reader.__init__(self, stream)
            yaml.scanner.Scanner.__init__(self)
            yaml.parser.Parser.__init__(self)

    return PurePython(text)


class _Builder:
    """The state of one reading: a stack of open containers and where the next value goes."""

    def __init__(self, document: Document, text: str, shape: Shape) -> None:
        self.document, self.text, self.shape = document, text, shape
        self.stack: list[_Frame] = []
        self.nodes = 0
        self.documents = 0
        self.handlers: dict[type, Callable[[Any], None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._open,
            yaml.SequenceStartEvent: self._open,
            yaml.MappingEndEvent: self._close,
            yaml.SequenceEndEvent: self._close,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }

    def run(self) -> None:
        parser = _parser(self.text)
        while True:
            event = parser.get_event()
            if isinstance(event, yaml.StreamEndEvent):
                return
            handler = self.handlers.get(type(event))
            if handler:
                handler(event)

    def _document(self, event: Any) -> None:
        self.documents += 1
        if event.version or event.tags:
            self._stop(_span(event), "yaml-directive", "a line beginning with % is no evidence")
        if self.documents > 1:
            self._stop(
                _span(event),
                "second-document",
                "a second YAML document begins here",
                "One file holds one document: delete the line `---`, or split the file.",
            )

    def _alias(self, event: Any) -> None:
        self._count(event)
        path, _ = self._slot(None)
        if self._wants_key():
            self._stop(_span(event), "yaml-alias", "an alias cannot be a key")
        self._refuse(path, event, "yaml-alias", "a `*` before words would be an alias of YAML")
        self._put(path, _span(event), None)

    def _scalar(self, event: Any) -> None:
        self._count(event)
        span = _span(event)
        if self._wants_key():
            self._key(event.value, span)
            return
        path, shape = self._slot(event)
        value = self._value(event, shape, path, span)
        self._put(path, span, value)

    def _value(self, event: Any, shape: Shape, path: Path, span: Span) -> object:
        self._no_extras(event, path)
        text: str = event.value
        if len(text) > MAX_SCALAR:
            message = f"the text has {len(text):,} characters; at most {MAX_SCALAR:,} are read"
            self._note(path, span, "too-long", message, "Split it into several excerpts.")
            return ""
        if event.style == '"' and (found := FORBIDDEN.search(text)):
            message = f"the text holds {describe(found[0])}, which can hide or fake words"
            self._note(path, span, "forbidden-character", message, "Delete its escape.")
        if event.style is not None and event.style not in ("", "'", '"'):
            return text.strip("\n") if shape.text else text
        if event.style in ("'", '"'):
            return text
        if shape.prose:
            self._cut(event, path)
        return text if shape.text and text else resolve(text)

    def _cut(self, event: Any, path: Path) -> None:
        """Note words that libyaml took for a comment and cut from prose without a sound."""
        rest = _LINE_END.match(self.text, event.end_mark.index)
        if rest and _COMMENT.match(rest[0]):
            mark = event.end_mark
            cut = rest[0].rstrip()
            start = mark.column + len(cut) - len(cut.lstrip())
            span = (mark.line, start, mark.line, mark.column + len(cut))
            message = "YAML cuts the words off here: it takes this # for the start of a comment"
            self._note(path, span, "comment-after-prose", message, _advice(path))

    def _open(self, event: Any) -> None:
        self._count(event)
        if self._wants_key():
            self._stop(_span(event), "yaml-key", "a key must be one word or a few")
        if len(self.stack) >= MAX_DEPTH:
            self._stop(_span(event), "too-deep", f"nested deeper than {MAX_DEPTH} levels")
        path, shape = self._slot(event)
        self._no_extras(event, path)
        mapping = isinstance(event, yaml.MappingStartEvent)
        value: dict[str, object] | list[object] = {} if mapping else []
        self._put(path, _span(event), value)
        self.stack.append(_Frame(value, shape, path))

    def _close(self, _event: Any) -> None:
        self.stack.pop()

    def _wants_key(self) -> bool:
        return (
            bool(self.stack)
            and isinstance(self.stack[-1].value, dict)
            and (self.stack[-1].key is None)
        )

    def _slot(self, _event: Any) -> tuple[Path, Shape]:
        """Where the next value goes and how it is to be read."""
        if not self.stack:
            return (), self.shape
        frame = self.stack[-1]
        if isinstance(frame.value, list):
            return (*frame.path, len(frame.value)), frame.shape.item()
        key = frame.key or ""
        return (*frame.path, key), ANYTHING if frame.dropped else frame.shape.at(key)

    def _put(self, path: Path, span: Span, value: object) -> None:
        if not self.stack:
            self.document.value = value
        else:
            frame = self.stack[-1]
            if isinstance(frame.value, list):
                frame.value.append(value)
            else:
                dropped, key = frame.dropped, frame.key
                frame.key, frame.dropped = None, False
                if dropped or key is None:
                    return
                frame.value[key] = value
        self.document.values[path] = span

    def _key(self, key: str, span: Span) -> None:
        frame = self.stack[-1]
        path = (*frame.path, key)
        if len(key) > MAX_KEY:
            self._stop(span, "too-long", f"a key has {len(key):,} characters")
        if key == "<<":
            self._note(path, span, "yaml-merge", "`<<` would merge another mapping in here")
        frame.key = key
        frame.dropped = key in frame.seen
        if not frame.dropped:
            frame.seen[key] = span
            self.document.keys[path] = span
            return
        self.document.troubles.append(
            Trouble(
                path,
                span,
                "duplicate-key",
                f"`{_short(key)}` is given twice",
                "Keep one. Neither is used until then.",
                ((frame.seen[key], "the first stands here"),),
            )
        )

    def _no_extras(self, event: Any, path: Path) -> None:
        if event.tag is not None and not (
            event.tag == "!" and isinstance(event, yaml.ScalarEvent) and event.style in ("'", '"')
        ):
            self._refuse(path, event, "yaml-tag", "a `!` before words would be a tag of YAML")
        if event.anchor is not None:
            self._refuse(
                path, event, "yaml-anchor", "a `&` before words would be an anchor of YAML"
            )

    def _refuse(self, path: Path, event: Any, rule: str, message: str) -> None:
        advice = _advice(path) if self._slot(event)[1].prose else ""
        self._note(path, _span(event), rule, f"{message}, and those are not used here", advice)

    def _count(self, event: Any) -> None:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            message = f"the file holds more than {MAX_NODES:,} keys and values"
            self._stop(_span(event), "too-large", message, "Split it into several sources.")

    def _note(self, path: Path, span: Span, rule: str, message: str, advice: str = "") -> None:
        self.document.troubles.append(Trouble(path, span, rule, message, advice))

    def _stop(self, span: Span, rule: str, message: str, advice: str = "") -> None:
        self.document.troubles.append(Trouble((), span, rule, message, advice, fatal=True))
        raise _Stop


def _short(key: str) -> str:
    # A key of several words is most likely speech that lost its quotation marks.
    return key if key.isprintable() and len(key.split()) == 1 else "this key"


def _span(event: Any) -> Span:
    start, end = event.start_mark, event.end_mark
    return start.line, start.column, end.line, end.column


def _advice(path: Path) -> str:
    return under(str(path[-1])) if isinstance(path[-1], str) else "Put the words under `- >`."
