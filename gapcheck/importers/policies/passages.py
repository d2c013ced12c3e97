"""Paragraphs as sentences that stand for themselves: an item of a list with the stem before it.

"Every council must— (a) prepare a plan; (b) consult" is two sentences, each with its own place.
Where the items are cases ("must consult if— (a) ...") they are one sentence with all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from gapcheck.importers.policies.blocks import Block, Kind
from gapcheck.importers.policies.numbering import Label, Manner, Place, Rank, peeled
from gapcheck.importers.policies.sentences import sentences
from gapcheck.importers.policies.triggers import triggers

_DASH: Final = re.compile(r"\s*(?:[—–:-]|:\s*[—–-])$")
_TAIL: Final = re.compile(r"(?:[;,.]?\s*(?P<join>and|or|but)|[;,.])\s*$", re.IGNORECASE)
_CASES: Final = re.compile(
    r"(?:\b(?:if|where|unless|when|who|which|that|whether|whom|whose|because|following\s+"
    r"(?:conditions?|cases?|circumstances|requirements?\s+(?:is|are)\s+met)|"
    r"(?:conditions?|cases?|circumstances)\s+(?:is|are|specified|set\s+out|met)[\w\s]*))$",
    re.IGNORECASE,
)
_AMENDS: Final = re.compile(r"\b(?:insert(?:ed)?|substituted?|add(?:ed)?)$", re.IGNORECASE)
_INLINE: Final = re.compile(r"(?:(?<=[—–:;,])|(?<=\band)|(?<=\bor))\s*\((?P<label>[a-z]{1,2})\)\s+")
_MOST_ITEMS = 400


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence with what it needs to be understood, and where it stands.

    `cases` marks one whose list names conditions, `choice` an item of which one may be chosen.
    """

    text: str
    page: int
    locator: str
    heading: str
    number: int
    stem: str = ""
    cases: bool = False
    choice: bool = False


@dataclass(slots=True)
class _Stem:
    rank: Rank
    text: str
    source: Block
    locator: str
    cases: bool
    items: list[str] = field(default_factory=list)


def passages(blocks: Iterable[Block], manner: Manner) -> Iterator[Passage]:
    """The sentences of a document, in order; headings and quotations are only passed."""
    walk = _Walk(manner)
    rows = list(blocks)
    for number, block in enumerate(rows):
        following = rows[number + 1] if number + 1 < len(rows) else None
        yield from walk.block(block, following)
    yield from walk.close(Rank.TOP)


class _Walk:
    """The way through a document: where one is, and which stems of lists are open."""

    def __init__(self, manner: Manner) -> None:
        self._place = Place(manner)
        self._stems: list[_Stem] = []
        self._count = 0

    def block(self, block: Block, following: Block | None) -> Iterator[Passage]:
        """What one paragraph adds."""
        if block.kind is Kind.QUOTED:
            return
        labels, text = _labelled(block)
        if block.kind is Kind.HEADING:
            yield from self.close(Rank.TOP)
            self._place.under(text or block.text)
            self._place.at(labels)
            return
        self._count += 1
        if not labels and text[:1].islower() and self._stems:
            yield from self._tail(text, block)
            return
        own = self._place.at(labels)
        yield from self.close(own[0].rank if own else self._unlabelled(text))
        rank = own[-1].rank if own else Rank.TOP
        for part, label in _inline(text):
            if label:
                (inner,) = self._place.at((label,))
                yield from self.close(inner.rank)
                yield from self._part(part, block, inner.rank, None)
            else:
                yield from self._part(part, block, rank, following)

    def close(self, rank: Rank) -> Iterator[Passage]:
        """End the stems that stand as deep as `rank` or deeper."""
        while self._stems and self._stems[-1].rank >= rank:
            stem = self._stems.pop()
            if stem.cases and stem.items:
                text = f"{stem.text} {'; '.join(stem.items)}"
                yield self._passage(text, stem.source, cases=True, locator=stem.locator)

    def _unlabelled(self, text: str) -> Rank:
        """A paragraph without a number ends every list; one in small letters is an item."""
        return Rank.BULLET if text[:1].islower() else Rank.TOP

    def _tail(self, text: str, block: Block) -> Iterator[Passage]:
        """What stands full out below a list: "(b) ..., the council must"."""
        stem = self._stems[-1]
        if _DASH.search(stem.text) and not stem.items:
            stem.items.append(text)
        if stem.cases:
            self._stems.pop()
            whole = f"{stem.text} {'; '.join(stem.items)}, {text}"
            yield self._passage(whole, stem.source, cases=True, locator=stem.locator)
            return
        if not stem.items:
            yield from self._part(text, block, Rank.BULLET, None)

    def _part(
        self, text: str, block: Block, rank: Rank, following: Block | None
    ) -> Iterator[Passage]:
        parts = list(sentences(text))
        opens = bool(parts) and self._opens(parts[-1], rank, following)
        for number, part in enumerate(parts):
            whole, stem, choice = self._with_stem(part) if number == 0 else (part, "", False)
            if number == len(parts) - 1 and opens:
                bare = _DASH.sub("", whole)
                cases = bool(_CASES.search(bare)) or not any(triggers(bare)) and _fronted(bare)
                place = self._place.locator()
                if not _AMENDS.search(bare):
                    self._stems.append(_Stem(rank, bare, block, place, cases))
            elif whole:
                yield self._passage(whole, block, stem=stem, choice=choice)

    def _opens(self, text: str, rank: Rank, following: Block | None) -> bool:
        """Whether a sentence is the stem of a list."""
        dashed = bool(_DASH.search(text))
        if following is None:
            return dashed
        if following.kind is not Kind.TEXT:
            return False
        labels, rest = _labelled(following)
        if not labels:
            return dashed and rest[:1].islower()
        deeper = labels[0].rank > rank
        return deeper and (dashed or text[-1] not in ".;?!")

    def _with_stem(self, part: str) -> tuple[str, str, bool]:
        """A sentence behind its stem; the stem; whether it is one of several to choose from."""
        if not self._stems:
            return part, "", False
        stem = self._stems[-1]
        found = _TAIL.search(part)
        bare = part[: found.start()] if found else part
        choice = bool(found and (found["join"] or "").lower() == "or")
        if stem.cases:
            if len(stem.items) < _MOST_ITEMS:
                stem.items.append(bare)
            return "", "", False
        stem.items.append("")
        if _stands_alone(stem.text, part):
            return part, "", False
        own = bare[:1].lower() + bare[1:] if bare[1:2].islower() else bare
        return f"{stem.text} {own}", stem.text, choice

    def _passage(
        self,
        text: str,
        block: Block,
        *,
        stem: str = "",
        cases: bool = False,
        choice: bool = False,
        locator: str = "",
    ) -> Passage:
        place = locator or self._place.locator()
        return Passage(
            text, block.page, place, self._place.heading, self._count, stem, cases, choice
        )


def _labelled(block: Block) -> tuple[tuple[Label, ...], str]:
    text = block.text.lstrip("“\"'‘ ") if block.text[:1] in "“\"'‘" else block.text
    if block.label:
        labels, rest = peeled(f"{block.label} X")
        return (labels, text) if rest == "X" and labels else ((), text)
    labels, rest = peeled(text)
    return (labels, rest) if labels else ((), block.text)


def _inline(text: str) -> Iterator[tuple[str, Label | None]]:
    """A paragraph that holds its list, cut at (a), (b) ...; only where they come in order."""
    marks = []
    for found in _INLINE.finditer(text):
        if found["label"] == chr(ord("a") + len(marks)):
            marks.append(found)
    if len(marks) < 2:
        yield text, None
        return
    yield text[: marks[0].start()], None
    ends = [one.start() for one in marks[1:]] + [len(text)]
    for found, end in zip(marks, ends, strict=True):
        yield text[found.end() : end].strip(), Label(Rank.LETTER, f"({found['label']})")


def _stands_alone(stem: str, part: str) -> bool:
    """Whether an item is a sentence of its own and needs no stem."""
    ends = [one.end for one in triggers(stem)]
    if ends and len(stem[ends[-1] :].split()) <= 2:
        return False
    return part[:1].isupper() and (any(triggers(part)) or not ends)


def _fronted(stem: str) -> bool:
    return bool(
        re.match(r"(?:where|if|unless|when|in\s+any\s+case\s+where)\b", stem, re.IGNORECASE)
    )
