"""The sources of a project, each with its text as it lies in the file and what is marked in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from gapcheck.importers.qdpx.package import Package
from gapcheck.importers.qdpx.positions import Mark
from gapcheck.importers.qdpx.sound import Sound, clock, sound_of
from gapcheck.importers.qdpx.texts import raw_text
from gapcheck.importers.qdpx.tree import child, children, guid, local
from gapcheck.interchange.ledger import Ledger

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_AREA: Final = "They mark an area of a picture or page, and no words."
_SOUND: Final = "They mark a stretch of sound, of which there is no transcript with times."
_WHOLE: Final = "A code on a whole source speaks of no passage in it."


@dataclass(frozen=True, slots=True)
class Selection:
    """Something marked in a source: by two positions, or with its own words where it has any."""

    element: Element
    mark: Mark | None = None
    words: str = field(default="", repr=False)
    at: str = ""


@dataclass(frozen=True, slots=True)
class RawSource:
    """A source: `element` holds its memos and values, `raw` its text with its own line ends."""

    key: str
    name: str
    element: Element
    raw: str | None = field(repr=False)
    selections: tuple[Selection, ...] = ()


def sources_of(root: Element, package: Package | None, ledger: Ledger) -> Iterator[RawSource]:
    """Every source of a project that can hold words, in the order of the file."""
    holder = child(root, "Sources")
    for element in () if holder is None else holder:
        read = _KINDS.get(local(element))
        if read is None:
            ledger.left("sources", f"What a {local(element)} is, is not known here.")
            continue
        name = _name(element)
        for each in children(element, "Coding"):
            ledger.left("codings", _WHOLE, name)
            del each
        yield from read(_Around(element, name, package, ledger))


def _name(element: Element) -> str:
    """What people call a source; some programs leave that to the name of its file."""
    given = " ".join(element.get("name", "").split())
    paths = (element.get(each, "") for each in ("plainTextPath", "richTextPath", "path"))
    stems = (PurePosixPath(each.replace("\\", "/")).stem for each in paths)
    return given or next(filter(None, stems), "") or guid(element)


@dataclass(frozen=True, slots=True)
class _Around:
    element: Element
    name: str
    package: Package | None
    ledger: Ledger

    def source(
        self, part: Element, selections: tuple[Selection, ...], suffix: str = ""
    ) -> RawSource:
        """A source whose text is that of one of its parts."""
        text, why = raw_text(part, self.package)
        if text is None:
            self.ledger.left("sources without a text", why, self.name)
        key = guid(self.element) or self.name
        return RawSource(f"{key}{suffix}", f"{self.name}{suffix}", self.element, text, selections)


def _text(around: _Around) -> Iterator[RawSource]:
    yield around.source(around.element, tuple(_marked(around.element)))


def _picture(around: _Around) -> Iterator[RawSource]:
    for each in children(around.element, "PictureSelection"):
        around.ledger.left("selections", _AREA, around.name)
        del each
    described = child(around.element, "TextDescription")
    if described is None:
        around.ledger.left("pictures", "A picture without a text about it.", around.name)
        return
    yield around.source(described, tuple(_marked(described)))


def _pdf(around: _Around) -> Iterator[RawSource]:
    shown = child(around.element, "Representation")
    marked = [] if shown is None else list(_marked(shown))
    done = {guid(each.element) for each in marked}
    for each in children(around.element, "PDFSelection"):
        if guid(each) in done:
            continue
        own = child(each, "Representation")
        words = None if own is None else raw_text(own, around.package)[0]
        if words is None:
            around.ledger.left("selections", _AREA, around.name)
            continue
        page = each.get("page", "")
        marked.append(Selection(each, words=words, at=f"page {page}" if page else ""))
    part = around.element if shown is None else shown
    yield around.source(part, tuple(marked))


def _recording(around: _Around) -> Iterator[RawSource]:
    transcripts = list(children(around.element, "Transcript"))
    heard = list(children(around.element, "AudioSelection", "VideoSelection"))
    sounds = [sound_of(each) for each in transcripts]
    kept: list[list[Selection]] = [
        list(_said(*pair, around)) for pair in zip(transcripts, sounds, strict=True)
    ]
    for each in heard:
        number, found = next(
            ((at, found) for at, one in enumerate(sounds) if (found := one.around(each))), (0, None)
        )
        if found is None:
            around.ledger.left("selections", _SOUND, around.name)
            continue
        why = "A stretch of sound was taken as the words between the time stamps around it."
        around.ledger.changed("selections", why, around.name)
        start, end, begin = found
        kept[number].append(Selection(each, Mark(start, end), at=clock(begin)))
    for number, (transcript, selections) in enumerate(zip(transcripts, kept, strict=True)):
        suffix = f" ({number + 1})" if number else ""
        yield around.source(transcript, tuple(selections), suffix)
    if not transcripts:
        around.ledger.left("recordings", "A recording without a transcript.", around.name)


def _said(transcript: Element, sound: Sound, around: _Around) -> Iterator[Selection]:
    yield from _marked(transcript)
    for each in children(transcript, "TranscriptSelection"):
        found = sound.between(guid(each, "fromSyncPoint"), guid(each, "toSyncPoint"))
        if found is None:
            why = "The time stamps that they name are not in the file."
            around.ledger.left("selections", why, around.name)
            continue
        start, end, begin = found
        mark = Mark(start, end, each.get("name", ""))
        yield Selection(each, mark, at=clock(begin))


def _marked(element: Element) -> Iterator[Selection]:
    for each in children(element, "PlainTextSelection"):
        start, end = _number(each, "startPosition"), _number(each, "endPosition")
        yield Selection(each, Mark(start, end, each.get("name", "")))


def _number(element: Element, name: str) -> int:
    """A position; what is none lies outside of every text."""
    try:
        return int(element.get(name, "").strip())
    except ValueError:
        return -1


_Read = Callable[[_Around], Iterator[RawSource]]

_KINDS: Final[Mapping[str, _Read]] = MappingProxyType(
    {
        "TextSource": _text,
        "PDFSource": _pdf,
        "PictureSource": _picture,
        "AudioSource": _recording,
        "VideoSource": _recording,
    }
)
