"""The parts of lists: numbers before items, lists within a paragraph, items in one row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from gapcheck.importers.policies.blocks import Block
from gapcheck.importers.policies.modality import judged
from gapcheck.importers.policies.numbering import Label, Rank, peeled
from gapcheck.importers.policies.triggers import triggers

_INLINE: Final = re.compile(r"(?:(?<=[—–:;,])|(?<=\band)|(?<=\bor))\s*\((?P<label>[a-z]{1,2})\)\s+")


def labelled(block: Block) -> tuple[tuple[Label, ...], str]:
    """The numbers before a paragraph, in its text or kept beside it, and its words."""
    text = block.text.lstrip("“\"'‘ ") if block.text[:1] in "“\"'‘" else block.text
    if block.label:
        labels, rest = peeled(f"{block.label} X")
        return (labels, text) if rest == "X" and labels else ((), text)
    labels, rest = peeled(text)
    return (labels, rest) if labels else ((), block.text)


def inline(text: str) -> Iterator[tuple[str, Label | None]]:
    """A paragraph that holds its list, cut at (a), (b) ...; only where they come in order."""
    marks: list[re.Match[str]] = []
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


def listed(items: Iterable[str]) -> str:
    """Items in one row; one that ends in "and" or "or" leads over to the next by itself."""
    row = ""
    for item in filter(None, items):
        space = " " if row.endswith((" and", " or", " but")) else ", "
        row = f"{row}{space}{item}" if row else item
    return row


def stands_alone(stem: str, part: str) -> bool:
    """Whether an item is a sentence of its own and needs no stem."""
    if not part[:1].isupper():
        return False
    return bool(judged(part).asked) or not any(triggers(stem))


def fronted(stem: str) -> bool:
    """Whether a stem only names the case in which something follows."""
    return bool(
        re.match(r"(?:where|if|unless|when|in\s+any\s+case\s+where)\b", stem, re.IGNORECASE)
    )
