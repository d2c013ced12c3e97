"""Paragraphs as sentences that stand for themselves: an item of a list with the stem before it.

"Every council must— (a) prepare a plan; (b) consult" is two sentences, each with its own place.
Where the items are cases ("must consult if— (a) ...") they are one sentence with all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from gapcheck.importers.policies.blocks import Block, Kind
from gapcheck.importers.policies.items import fronted, inline, labelled, listed, stands_alone
from gapcheck.importers.policies.numbering import Label, Manner, Place, Rank
from gapcheck.importers.policies.sentences import sentences
from gapcheck.importers.policies.triggers import triggers

_DASH: Final = re.compile(r"[\s—–:-]*[—–:-]$")
_TAIL: Final = re.compile(r"(?:[;,.]?\s*(?P<join>and|or|but)|[;,.])\s*$", re.IGNORECASE)
_CASES: Final = re.compile(
    r"(?:\b(?:if|where|unless|when|who|which|that|whether|whom|whose|because|than|following\s+"
    r"(?:conditions?|cases?|circumstances|requirements?\s+(?:is|are)\s+met)|"
    r"(?:conditions?|cases?|circumstances)\s+(?:is|are|specified|set\s+out|met)[\w\s]*))$",
    re.IGNORECASE,
)
_AMENDS: Final = re.compile(r"\b(?:insert(?:ed)?|substituted?|add(?:ed)?)$", re.IGNORECASE)


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
    held: list[Passage] = field(default_factory=list)
    of: Rank | None = None
    choice: bool = False


def passages(blocks: Iterable[Block], manner: Manner) -> Iterator[Passage]:
    """The sentences of a document, in order; headings and quotations are only passed."""
    walk = _Walk(manner)
    rows = list(blocks)
    for number, block in enumerate(rows):
        walk.block(block, rows[number + 1] if number + 1 < len(rows) else None)
        yield from walk.done()
    walk.close(Rank.TOP)
    yield from walk.done()


class _Walk:
    """The way through a document: where one is, and which stems of lists are open.

    What items of a list make is held back until the list has ended: words below it that stand
    full out make one sentence of stem, items and themselves.
    """

    def __init__(self, manner: Manner) -> None:
        self._place = Place(manner)
        self._stems: list[_Stem] = []
        self._done: list[Passage] = []
        self._count = 0

    def done(self) -> Iterator[Passage]:
        """What is certain by now, each once."""
        yield from self._done
        self._done = []

    def block(self, block: Block, following: Block | None) -> None:
        """Take in one paragraph."""
        if block.kind is Kind.QUOTED:
            return
        labels, text = labelled(block)
        if block.kind is Kind.HEADING:
            self.close(Rank.TOP)
            self._place.at(labels)
            self._place.under(text or block.text)
            return
        self._count += 1
        if not labels and text[:1].islower() and self._stems and self._stems[-1].items:
            self._tail(text)
            return
        own = self._place.at(labels)
        if not own and not text[:1].islower():
            self._place.unnumbered()
        self.close(own[0].rank if own else Rank.BULLET if text[:1].islower() else Rank.TOP)
        self._other_list(own)
        rank = own[-1].rank if own else Rank.TOP
        for part, label in inline(text):
            if label:
                (inner,) = self._place.at((label,))
                self.close(inner.rank)
                self._part(part, block, inner.rank, None)
            else:
                self._part(part, block, rank, following)

    def close(self, rank: Rank) -> None:
        """End the stems that stand as deep as `rank` or deeper."""
        while self._stems and self._stems[-1].rank >= rank:
            self._end("")

    def _end(self, tail: str) -> None:
        """End the innermost stem, with the words that stand full out below its list."""
        stem = self._stems.pop()
        if not stem.items:
            # A list that never came: nothing is lost, and a person will see what is missing.
            self._give(replace(self._passage(stem.text, stem.source), locator=stem.locator))
        elif stem.cases or tail:
            whole = f"{stem.text} {listed([*stem.items, tail])}"
            own = replace(self._passage(whole, stem.source), locator=stem.locator)
            self._give(replace(own, cases=True))
        else:
            for passage in stem.held:
                self._give(passage)
        if self._stems and self._stems[-1].items and stem.items:
            last = _DASH.sub("", self._stems[-1].items[-1])
            self._stems[-1].items[-1] = f"{last} {listed(stem.items)}"

    def _give(self, passage: Passage) -> None:
        (self._stems[-1].held if self._stems else self._done).append(passage)

    def _tail(self, text: str) -> None:
        outer = self._stems[0]
        if fronted(outer.text) and not any(triggers(outer.text)):
            self.close(Rank(outer.rank + 1))
        self._end(text)

    def _other_list(self, own: tuple[Label, ...]) -> None:
        """End a stem where items of another kind come, which no stem of their own announced."""
        if not self._stems or not own:
            return
        stem = self._stems[-1]
        if stem.of is not None and own[0].rank > stem.of:
            self.close(stem.rank)
        else:
            stem.of = own[0].rank

    def _part(self, text: str, block: Block, rank: Rank, following: Block | None) -> None:
        parts = list(sentences(text))
        opens = bool(parts) and self._opens(parts[-1], rank, following)
        for number, part in enumerate(parts):
            whole, stem, choice = self._with_stem(part) if number == 0 else (part, "", False)
            if number == len(parts) - 1 and opens:
                bare = _DASH.sub("", whole or part)
                cases = bool(_CASES.search(bare)) or (not any(triggers(bare)) and fronted(bare))
                if not _AMENDS.search(bare):
                    place = self._place.locator()
                    self._stems.append(_Stem(rank, bare, block, place, cases))
            elif whole:
                self._give(replace(self._passage(whole, block), stem=stem, choice=choice))

    def _opens(self, text: str, rank: Rank, following: Block | None) -> bool:
        """Whether a sentence is the stem of a list."""
        dashed = bool(_DASH.search(text))
        if following is None:
            return dashed
        if following.kind is not Kind.TEXT:
            return False
        labels, rest = labelled(following)
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
        join = (found["join"] or "").lower() if found else ""
        stem.choice = stem.choice or join == "or"
        stem.items.append(f"{bare} {join}".strip())
        if stem.cases:
            return "", "", False
        if stands_alone(stem.text, part):
            return part, "", False
        own = bare[:1].lower() + bare[1:] if bare[1:2].islower() else bare
        return f"{stem.text} {own}", stem.text, stem.choice

    def _passage(self, text: str, block: Block) -> Passage:
        place, heading = self._place.locator(), self._place.heading
        return Passage(text, block.page, place, heading, self._count)
