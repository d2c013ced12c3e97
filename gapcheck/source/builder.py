"""Events to a Document: iteratively, within limits, with the place of everything."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import yaml

from gapcheck.source.document import Document, Path, Span, Trouble
from gapcheck.source.events import parser, span_of
from gapcheck.source.frames import Frame, Items, Keys, Root
from gapcheck.source.scalars import resolve
from gapcheck.source.shape import Shape, prose_keys
from gapcheck.source.speech import like_a_key
from gapcheck.source.syntax import advise, explain
from gapcheck.source.text import FORBIDDEN, cut_off, describe

MAX_DEPTH: Final = 16
MAX_NODES: Final = 50_000
MAX_SCALAR: Final = 65_536
MAX_KEY: Final = 128
_QUOTES = ("'", '"')
_NOT_USED = "and those are not used here"


class _Stop(Exception):
    """The file cannot be read any further; the trouble is noted already."""


def build(file: str, text: str, shape: Shape) -> Document:
    """Read the one YAML document in `text`; troubles are noted in it, never raised."""
    builder = _Builder(Document(file), text, shape)
    try:
        builder.run()
    except _Stop:
        builder.document.value = None
    except yaml.MarkedYAMLError as error:
        if "nesting depth" in str(error.problem) and error.problem_mark:
            # From 0.2.6 on libyaml, which reads ahead, counts too, and sees the thousandth level
            # before we see the one that is too many for us: without it, that one is reached.
            return build(file, text[: error.problem_mark.index], shape)
        builder.document.value = None
        builder.document.troubles.append(explain(error, text, prose_keys(shape)))
    return builder.document


class _Builder:
    """The state of one reading: the open containers, and the document that they make up."""

    def __init__(self, document: Document, text: str, shape: Shape) -> None:
        self.document, self.text = document, text
        self.root = Root(shape)
        self.frame: Frame = self.root
        self.outer: list[Frame] = []
        self.nodes = 0
        self.documents = 0

    def run(self) -> None:
        handlers: dict[type, Callable[[Any], None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._mapping,
            yaml.SequenceStartEvent: self._list,
            yaml.MappingEndEvent: self._close,
            yaml.SequenceEndEvent: self._close,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
            yaml.DocumentEndEvent: lambda _: None,
            yaml.StreamStartEvent: lambda _: None,
        }
        get_event = parser(self.text).get_event
        while (event := get_event()).__class__ is not yaml.StreamEndEvent:
            handlers[event.__class__](event)
        self.document.value = self.root.value

    def _document(self, event: Any) -> None:
        self.documents += 1
        if event.version or event.tags:
            message = f"a line beginning with % would be a directive of YAML, {_NOT_USED}"
            self._stop(span_of(event), "yaml-directive", message)
        if self.documents > 1:
            advice = "One file holds one document: delete the line `---`, or split the file."
            message = "a second YAML document begins here"
            self._stop(span_of(event), "second-document", message, advice)

    def _scalar(self, event: Any) -> None:
        span = span_of(event)
        self._count(span)
        frame = self.frame
        if frame.__class__ is Keys and frame.key is None:
            self._extras(event, frame.path, frame.shape)
            self._key(frame, event.value, span)
            return
        path, shape = frame.slot()
        if event.tag is not None or event.anchor is not None:
            self._extras(event, path, shape)
        value = self._value(event, shape, path, span)
        if frame.put(value):
            self.document.values[path] = span

    def _value(self, event: Any, shape: Shape, path: Path, span: Span) -> object:
        text: str = event.value
        if len(text) > MAX_SCALAR:
            message = f"the text has {len(text):,} characters; at most {MAX_SCALAR:,} are read"
            self._note(path, span, "too-long", message, "Split it into several excerpts.")
            return ""
        if not event.style:
            if shape.prose:
                self._cut(event, path)
            return text if shape.text and text else resolve(text)
        if event.style not in _QUOTES:
            return text.strip("\n") if shape.text else text
        if event.style == '"' and (found := FORBIDDEN.search(text)):
            message = f"the text holds {describe(found[0])}, which can hide or fake words"
            self._note(path, span, "forbidden-character", message, "Delete its escape.")
            return ""
        return text

    def _cut(self, event: Any, path: Path) -> None:
        """Note words that libyaml took for a comment and cut from prose without a sound."""
        mark = event.end_mark
        cut = cut_off(self.text, mark, self._column(path, event))
        if cut:
            message = "YAML cuts the words off here: it takes this # for the start of a comment"
            self._note(path, cut, "comment-after-prose", message, advise(path))

    def _column(self, path: Path, event: Any) -> int:
        """The column that a line has to be indented beyond, to go on with the words at `path`."""
        key = self.document.keys.get(path)
        return key[1] if key else event.start_mark.column - 1

    def _mapping(self, event: Any) -> None:
        path, shape = self._opening(event)
        self._open(Keys(path, shape, self.frame.drops), span_of(event))

    def _list(self, event: Any) -> None:
        path, shape = self._opening(event)
        self._open(Items(path, shape, self.frame.drops), span_of(event))

    def _opening(self, event: Any) -> tuple[Path, Shape]:
        span = span_of(event)
        self._count(span)
        if isinstance(self.frame, Keys) and self.frame.key is None:
            self._stop(span, "yaml-key", "a key must be one word or a few")
        if len(self.outer) >= MAX_DEPTH:
            self._stop(span, "too-deep", f"nested deeper than {MAX_DEPTH} levels")
        path, shape = self.frame.slot()
        self._extras(event, path, shape)
        return path, shape

    def _open(self, frame: Items | Keys, span: Span) -> None:
        if self.frame.put(frame.value):
            self.document.values[frame.path] = span
        self.outer.append(self.frame)
        self.frame = frame

    def _close(self, _event: Any) -> None:
        self.frame = self.outer.pop()

    def _alias(self, event: Any) -> None:
        span = span_of(event)
        self._count(span)
        if isinstance(self.frame, Keys) and self.frame.key is None:
            self._stop(span, "yaml-alias", "an alias cannot be a key")
        path, shape = self.frame.slot()
        self._refuse(path, shape, span, "yaml-alias", "a `*` before words would be an alias")
        if self.frame.put(None):
            self.document.values[path] = span

    def _key(self, frame: Keys, key: str, span: Span) -> None:
        path = frame.path if frame.void else (*frame.path, key)
        if len(key) > MAX_KEY:
            self._stop(span, "too-long", f"a key has {len(key):,} characters")
        if found := FORBIDDEN.search(key):
            message = f"a key holds {describe(found[0])}, which can hide or fake words"
            self._stop(span, "forbidden-character", message, "Delete its escape.")
        if key == "<<":
            self._note(path, span, "yaml-merge", "`<<` would merge another mapping in here")
        frame.key = key
        frame.dropped = key in frame.seen
        if not frame.dropped:
            frame.seen[key] = span
            if not frame.drops:
                self.document.keys[path] = span
            return
        advice = "Keep one. Neither is used until then."
        message = f"{_short(key)} is given twice"
        related = ((frame.seen[key], "the first stands here"),)
        self.document.troubles.append(
            Trouble(path, span, "duplicate-key", message, advice, related)
        )

    def _extras(self, event: Any, path: Path, shape: Shape) -> None:
        # A lone `!` before quotation marks says only that they quote; it does no harm.
        harmless = event.tag == "!" and getattr(event, "style", None) in _QUOTES
        span = span_of(event)
        if event.tag is not None and not harmless:
            self._refuse(path, shape, span, "yaml-tag", "a `!` before words would be a tag")
        if event.anchor is not None:
            self._refuse(path, shape, span, "yaml-anchor", "a `&` before words would be an anchor")

    def _refuse(self, path: Path, shape: Shape, span: Span, rule: str, message: str) -> None:
        advice = advise(path) if shape.prose else ""
        self._note(path, span, rule, f"{message} of YAML, {_NOT_USED}", advice)

    def _count(self, span: Span) -> None:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            message = f"the file holds more than {MAX_NODES:,} keys and values"
            self._stop(span, "too-large", message, "Split it into several sources.")

    def _note(self, path: Path, span: Span, rule: str, message: str, advice: str = "") -> None:
        self.document.troubles.append(Trouble(path, span, rule, message, advice))

    def _stop(self, span: Span, rule: str, message: str, advice: str = "") -> None:
        self.document.troubles.append(Trouble((), span, rule, message, advice, fatal=True))
        raise _Stop


def _short(key: str) -> str:
    # What does not look like a key of the format may be a name, or speech that lost its quotes.
    return f"`{key}`" if like_a_key(key) else "this key"
