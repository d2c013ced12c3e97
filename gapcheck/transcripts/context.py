"""A quote amid the lines around it, for somebody who reads the transcript."""

from __future__ import annotations

from dataclasses import dataclass, field

from gapcheck.transcripts.located import Located
from gapcheck.transcripts.transcript import Transcript


@dataclass(frozen=True, slots=True)
class Context:
    """A stretch of a transcript in three parts, which put together are the whole of it.

    The characters are the file's own: who shows them escapes what a terminal would obey.
    """

    before: str = field(repr=False)
    quote: str = field(repr=False)
    after: str = field(repr=False)


def context(transcript: Transcript, located: Located, lines: int = 3) -> Context:
    """The passage that was found (or is nearest) with so many lines before and after it.

    The rest of the lines in which it begins and ends belongs to it too. ValueError where nothing
    was placed.
    """
    if not located.placed:
        raise ValueError("nothing was found that could be shown")
    begins, text = transcript.lines, transcript.text
    first = max(0, located.line - 1 - lines)
    last = min(len(begins), located.end_line + lines)
    end = begins[last] if last < len(begins) else len(text)
    before = text[begins[first] : located.start]
    return Context(before, text[located.start : located.end], text[located.end : end])
