"""The transcript that a study keeps of an interview, and its passages with their places in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from operator import attrgetter

from gapcheck.importers.interviews.cutting import cut
from gapcheck.importers.interviews.dialogue import Remark
from gapcheck.importers.interviews.turn import Mark
from gapcheck.model.brought import Passage


@dataclass(frozen=True, slots=True)
class Transcribed:
    """A whole text and its passages.

    `long` counts turns that became several passages, `broken` those passages that had to end where
    no sentence does; `spared` and `unsure` are the lines of words that may be names and were left,
    or may be none and were replaced.
    """

    text: str = field(repr=False)
    passages: tuple[Passage, ...] = field(repr=False)
    long: int = 0
    broken: int = 0
    spared: tuple[int, ...] = ()
    unsure: tuple[int, ...] = ()


class _Page:
    """A text that grows line by line, and the passages in it."""

    def __init__(self, *, named: bool, lined: bool) -> None:
        self.named = named
        self.lined = lined
        self.parts: list[str] = []
        self.length = 0
        self.line = 1
        self.time = ""
        self.spared: list[int] = []
        self.unsure: list[int] = []

    def write(self, text: str) -> int:
        """Put text at the end; where it begins."""
        start = self.length
        self.parts.append(text)
        self.length += len(text)
        return start

    def end_line(self) -> None:
        """Begin a new line."""
        self.write("\n")
        self.line += 1

    def remark(self, remark: Remark, spans: list[tuple[int, int]]) -> Iterator[Passage]:
        """Write what somebody says, a line for each of its passages."""
        for number, (first, last) in enumerate(spans):
            mark = _mark(remark.marks, first)
            if mark.time and mark.time != self.time:
                self.write(f"[{mark.time}] ")
                self.time = mark.time
            if self.named and not number:
                self.write(f"{remark.speaker}: ")
            words = remark.words[first:last]
            start = self.write(words)
            at = mark.time or f"line {self.line}"
            where = f"line {mark.line}" if self.lined and mark.line else ""
            yield Passage(words, where, start, self.length, at, remark.speaker)
            self.spared += [self.line for place in remark.spared if first <= place < last]
            self.unsure += [self.line for place in remark.unsure if first <= place < last]
            self.end_line()
        if not self.named:
            self.end_line()


def transcribed(said: Iterable[Remark], *, named: bool, lined: bool = True) -> Transcribed:
    """The transcript of remarks, in which no line is shared by two of them.

    `lined` says whether the file has lines, by which places in it can be told.
    """
    page = _Page(named=named, lined=lined)
    found: list[Passage] = []
    asked: list[str] = []
    answered = False
    long = broken = 0
    for remark in said:
        if remark.asks or remark.murmur or remark.wordless:
            list(page.remark(remark, [(0, len(remark.words))]))
            if remark.asks and not (remark.murmur or remark.wordless):
                asked = [remark.words] if answered else [*asked, remark.words]
                answered = False
            continue
        spans, odd = cut(remark.words, remark.marks)
        question = " ".join(asked)
        found += (replace(one, asked=question) for one in page.remark(remark, spans))
        long, broken, answered = long + (len(spans) > 1), broken + odd, True
    text = "".join(page.parts).rstrip("\n") + "\n"
    once = (tuple(dict.fromkeys(one)) for one in (page.spared, page.unsure))
    return Transcribed(text, tuple(found), long, broken, *once)


def _mark(marks: tuple[Mark, ...], place: int) -> Mark:
    """The last mark at or before a place."""
    number = bisect_right(marks, place, key=attrgetter("place"))
    return marks[number - 1] if number else Mark(0)
