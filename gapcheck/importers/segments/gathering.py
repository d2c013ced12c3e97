"""Segments put together: one passage for the same words in the same place, with all its codes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from gapcheck.importers.segments.rows import Segment
from gapcheck.model.brought import Coding, Document, Fields, ForeignCode, Passage, Voice
from gapcheck.schema.parts import ANY_CASE_ID

DocumentKey = tuple[str, str, str]
"""Partnership, group and name of a document."""


@dataclass(slots=True)
class _Open:
    """A passage that may still be given codes."""

    first: Segment
    codings: dict[tuple[str, str], Coding] = field(default_factory=dict)
    memos: list[str] = field(default_factory=list)
    cases: dict[str, None] = field(default_factory=dict)
    speaker: str = ""


@dataclass(slots=True)
class Gathered:
    """All segments of a file, document by document in their order; `repeated` said nothing new."""

    documents: dict[DocumentKey, dict[tuple[str, ...], _Open]] = field(default_factory=dict)
    voices: dict[DocumentKey, dict[str, Voice]] = field(default_factory=dict)
    codes: dict[str, ForeignCode] = field(default_factory=dict)
    repeated: int = 0

    def add(self, segment: Segment) -> None:
        """Take one row in."""
        where = place_of(segment)
        passages = self.documents.setdefault(where, {})
        spoken = " ".join(segment.text.split())
        which = (segment.key,) if segment.key else (spoken, segment.at)
        fresh = which not in passages
        passage = passages.setdefault(which, _Open(segment))
        passage.speaker = passage.speaker or self._speaker(where, segment.speaker)
        if segment.case:
            passage.cases[segment.case] = None
        news = sum([self._coded(passage, path, segment) for path in segment.codes])
        if segment.memo and not segment.codes and segment.memo not in passage.memos:
            passage.memos.append(segment.memo)
            news += 1
        self.repeated += not fresh and not news

    def _coded(self, passage: _Open, path: tuple[str, ...], segment: Segment) -> bool:
        code = ForeignCode(" > ".join(path), path)
        self.codes.setdefault(code.key, code)
        who = (code.key, segment.coder)
        old = passage.codings.get(who)
        memo = segment.memo
        if old is not None:
            if not memo or memo in old.memo.split("\n"):
                return False
            memo = f"{old.memo}\n{memo}".strip()
        passage.codings[who] = Coding(code.key, segment.coder, memo)
        return True

    def _speaker(self, where: DocumentKey, name: str) -> str:
        if not name:
            return ""
        known = self.voices.setdefault(where, {})
        if name not in known:
            known[name] = Voice(_key(name, len(known) + 1), name)
        return known[name].key

    def built(
        self,
        fields: Mapping[DocumentKey, Fields],
        attributes: Mapping[DocumentKey, Mapping[str, str]],
    ) -> Iterator[Document]:
        """The documents, with what else is told of each."""
        for where, passages in self.documents.items():
            lsp, group, name = where
            yield Document(
                key="/".join(part for part in where if part),
                name=name,
                passages=tuple(_passage(each) for each in passages.values()),
                voices=tuple(self.voices.get(where, {}).values()),
                folder=group or lsp,
                cases=tuple(dict.fromkeys(c for each in passages.values() for c in each.cases)),
                attributes=attributes.get(where, {}),
                fields=fields.get(where, {}),
            )


def place_of(segment: Segment) -> DocumentKey:
    """What tells the document of a segment from all others."""
    return segment.lsp, segment.group, segment.document


def _key(name: str, number: int) -> str:
    """A pseudonym stays (`P03`); what may be a name becomes a number."""
    is_pseudonym = re.fullmatch(ANY_CASE_ID, name) and any(sign.isdigit() for sign in name)
    return name if is_pseudonym else f"S{number}"


def _passage(made: _Open) -> Passage:
    return Passage(
        text=made.first.text,
        where=made.first.place,
        at=made.first.at,
        speaker=made.speaker,
        # A passage that nobody coded was not looked at: such a list cannot tell the two apart.
        codings=tuple(made.codings.values()) or None,
        memo="\n".join(made.memos),
        cases=tuple(made.cases),
    )
