"""The text that an exported source has: its excerpts in their order, and where each stands.

Transcripts stay where they are: most of their words were never agreed to leave. An excerpt that
is part of a longer one stands within it, as it did in the interview.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gapcheck.model.study import Excerpt, Source

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Composed:
    """A text with LF as its line ends, and the span of each excerpt in code points."""

    text: str
    spans: tuple[Span, ...]


def composed(source: Source, excerpts: Sequence[Excerpt]) -> Composed:
    """The text of a source made of these excerpts."""
    parts = [f"{source.id} · {source.kind} · {source.date}"]
    length = len(parts[0])
    spans: list[Span] = []
    for number, excerpt in enumerate(excerpts):
        words = plain(excerpt.text)
        within = _within(words, number, excerpts, spans)
        if within is not None:
            spans.append((within, within + len(words)))
            continue
        head = _head(excerpt, source)
        start = length + 2 + len(head)
        parts.append(head + words)
        length = start + len(words)
        spans.append((start, length))
    return Composed("\n\n".join(parts) + "\n", tuple(spans))


def plain(text: str) -> str:
    """Words with LF alone at the ends of their lines."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _within(
    words: str, number: int, excerpts: Sequence[Excerpt], spans: Sequence[Span]
) -> int | None:
    """Where these words stand in an excerpt of the same speaker that came before."""
    for at, earlier in enumerate(excerpts[:number]):
        if earlier.speaker == excerpts[number].speaker:
            found = plain(earlier.text).find(words)
            if found >= 0:
                return spans[at][0] + found
    return None


def _head(excerpt: Excerpt, source: Source) -> str:
    """Who speaks and when, before the words."""
    alone = source.speakers[0].id if len(source.speakers) == 1 else ""
    who = excerpt.speaker or alone
    when = f"[{' '.join(excerpt.at.split())}] " if excerpt.at else ""
    return f"{when}{who}: " if who else when
