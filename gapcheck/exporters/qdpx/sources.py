"""A source as an element: its excerpts as selections, their codes as codings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final
from xml.etree.ElementTree import Element

from gapcheck.exporters import fields
from gapcheck.exporters.qdpx.cases import of_excerpt, of_source
from gapcheck.exporters.qdpx.codebook import of_code, of_word
from gapcheck.exporters.qdpx.guids import guid
from gapcheck.exporters.qdpx.notes import Notes
from gapcheck.exporters.qdpx.text import Span
from gapcheck.exporters.qdpx.xml import made
from gapcheck.exporters.selected import Kept
from gapcheck.interchange.marks import GROUPS
from gapcheck.model.brought import Fields
from gapcheck.model.study import Code, Excerpt

_TOLD_BY_CODE: Final = ("imperative", "stance")


def coder_id(name: str) -> str:
    """The id of a user; empty where nobody is named."""
    return guid("coder", name) if name else ""


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes the sources of a project, and the notes on them."""

    notes: Notes

    def source(self, kept: Kept, spans: Iterable[Span]) -> Element:
        """The element of one source; `spans` are those of its excerpts in its text."""
        source = kept.source
        identity = of_source(source)
        speakers = [fields.of_speaker(each, source) for each in kept.speakers]
        own = {**fields.of_source(source), "voices": speakers}
        if not kept.noted:
            own.pop("citation", None)
        pairs = list(zip(kept.excerpts, spans, strict=True))
        return made(
            "TextSource",
            *(self._selection(kept, excerpt, span) for excerpt, span in pairs),
            self.notes.own(identity, own),
            self.notes.memo(identity, source.memo if kept.noted else None),
            guid=identity,
            name=f"{source.lsp}/{source.id}",
            plainTextPath=f"internal://{identity}.txt",
        )

    def _selection(self, kept: Kept, excerpt: Excerpt, span: Span) -> Element:
        identity = of_excerpt(kept.source, excerpt.id)
        seconds = [
            (coder, codes[excerpt.id]) for coder, codes in kept.seconds if excerpt.id in codes
        ]
        own = dict(fields.of_excerpt(excerpt))
        if excerpt.codes == ():
            own["reviewed"] = True
        if nothing := [coder for coder, codes in seconds if not codes]:
            own["reviewed_by"] = nothing
        return made(
            "PlainTextSelection",
            *self._codings(identity, kept.source.coder or "", excerpt.codes or ()),
            *(part for coder, codes in seconds for part in self._codings(identity, coder, codes)),
            *_words(identity, excerpt),
            self.notes.own(identity, own),
            self.notes.memo(identity, excerpt.memo),
            guid=identity,
            name=excerpt.id,
            startPosition=str(span[0]),
            endPosition=str(span[1]),
            creatingUser=coder_id(kept.source.coder or ""),
        )

    def _codings(self, on: str, coder: str, codes: Iterable[Code]) -> Iterator[Element]:
        for number, code in enumerate(codes):
            identity = guid("coding", on, coder, str(number))
            yield made(
                "Coding",
                made("CodeRef", targetGUID=of_code(code)),
                self.notes.own(identity, _rest(fields.of_code(code))),
                self.notes.memo(identity, code.memo),
                guid=identity,
                creatingUser=coder_id(coder),
            )


def _words(on: str, excerpt: Excerpt) -> Iterator[Element]:
    for key in GROUPS:
        for number, word in enumerate(getattr(excerpt, key)):
            yield made(
                "Coding",
                made("CodeRef", targetGUID=of_word(key, word)),
                guid=guid("coding", on, key, str(number)),
            )


def _rest(code: Fields) -> Fields:
    """What the code's own name does not tell."""
    return {key: value for key, value in code.items() if key not in _TOLD_BY_CODE}
