"""Words of an interview with pseudonyms in the place of names."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace
from itertools import accumulate

from gapcheck.importers.interviews.forms import WORD, Form, Forms, folded
from gapcheck.importers.interviews.known_words import PARTICLES
from gapcheck.importers.interviews.turn import Mark

_BETWEEN = re.compile(r"[\s.,'’‐-]{1,3}")
_OPENING = " \t\n\"'“‘([*_–—-"
_CLOSING = (".", "?", "!", "…", ":", "]")


@dataclass(frozen=True, slots=True)
class Replaced:
    """Words in which nobody is named any more, as far as that can be told.

    `spared` are the places of words that may be a name and begin a sentence, so that they were
    left; `unsure` are those that may be none and were replaced.
    """

    words: str = field(repr=False)
    marks: tuple[Mark, ...] = ()
    count: int = 0
    spared: tuple[int, ...] = ()
    unsure: tuple[int, ...] = ()


def replaced(words: str, marks: tuple[Mark, ...], forms: Forms) -> Replaced:
    """The words with pseudonyms for names, and their marks where they now belong."""
    runs = list(WORD.finditer(words))
    edits: list[tuple[int, int, str]] = []
    spared: list[int] = []
    unsure: list[int] = []
    last = -1
    for number, run in enumerate(runs):
        if number <= last:
            continue
        for form in forms.get(folded(run[0]), ()):
            end = _matched(words, runs, number, form)
            if end is None:
                continue
            if form.equivocal and _begins_sentence(words, run.start()):
                spared.append(run.start())
            else:
                if form.equivocal:
                    unsure.append(run.start())
                edits.append((run.start(), end, form.pseudonym))
            last = number + len(form.rest)
            break
    return _edited(words, marks, edits, spared, unsure)


def _matched(words: str, runs: list[re.Match[str]], number: int, form: Form) -> int | None:
    """Where a form ends that begins with this run of letters; None where it is not there."""
    last = number + len(form.rest)
    if last >= len(runs) or not _named(words, runs[number], form):
        return None
    for more, part in enumerate(form.rest, number + 1):
        if folded(runs[more][0]) != part or not _named(words, runs[more], form):
            return None
        if not _BETWEEN.fullmatch(words, runs[more - 1].end(), runs[more].start()):
            return None
    return runs[last].end()


def _named(words: str, run: re.Match[str], form: Form) -> bool:
    """Whether a run of letters is written as names are."""
    capital = not run[0][0].islower() or form.any_case or run[0] in PARTICLES
    return capital and _whole(words, run)


def _whole(words: str, run: re.Match[str]) -> bool:
    """Whether no digit or underscore makes the letters a part of something longer."""
    around = words[max(0, run.start() - 1) : run.start()] + words[run.end() : run.end() + 1]
    return not any(one.isalnum() or one == "_" for one in around)


def _begins_sentence(words: str, place: int) -> bool:
    before = words[max(0, place - 20) : place].rstrip(_OPENING)
    return before.endswith(_CLOSING) or not (before or words[:place].strip(_OPENING))


def _edited(
    words: str,
    marks: tuple[Mark, ...],
    edits: list[tuple[int, int, str]],
    spared: list[int],
    unsure: list[int],
) -> Replaced:
    out: list[str] = []
    at = 0
    for start, end, new in edits:
        out += (words[at:start], new)
        at = end
    out.append(words[at:])
    starts = [start for start, _, _ in edits]
    shifts = [0, *accumulate(len(new) - (end - start) for start, end, new in edits)]

    def moved(place: int) -> int:
        number = bisect_right(starts, place)
        if number and place < edits[number - 1][1]:
            # Within a name: where its pseudonym begins.
            return edits[number - 1][0] + shifts[number - 1]
        return place + shifts[number]

    return Replaced(
        "".join(out),
        tuple(replace(mark, place=moved(mark.place)) for mark in marks),
        len(edits),
        tuple(map(moved, spared)),
        tuple(map(moved, unsure)),
    )


def renamed(file: str, forms: Forms) -> str:
    """The name of a file without the names of people in it, however they are typed there."""
    stem, dot, ending = file.rpartition(".")

    def known(found: re.Match[str]) -> str:
        run = folded(found[0])
        for first, every in forms.items():
            if first == run or (len(first) > 3 and first in run):
                return every[-1].pseudonym
        return found[0]

    return WORD.sub(known, stem if dot else file) + dot + (ending if dot else "")
