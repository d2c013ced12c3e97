"""Turns with pseudonyms for names, those that belong together joined."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from gapcheck.importers.interviews.forms import WORD, Forms, forms_of
from gapcheck.importers.interviews.murmurs import is_murmur, spoken
from gapcheck.importers.interviews.people import Cast
from gapcheck.importers.interviews.replacing import replaced
from gapcheck.importers.interviews.script import Script
from gapcheck.importers.interviews.sentences import unfinished
from gapcheck.importers.interviews.turn import Mark, Turn, joined

_BRACKETED = 100
_TAIL = 200


@dataclass(frozen=True, slots=True)
class Remark:
    """A turn of speech with the id of who speaks; `asks` says that they lead the interview.

    `murmur` marks one that says no more than that somebody listens, `wordless` one without a word.
    `names` counts pseudonyms in it; the places of words that may be names and were left, or may be
    none and were replaced, are in `spared` and `unsure`.
    """

    speaker: str
    words: str = field(repr=False)
    marks: tuple[Mark, ...] = ()
    asks: bool = False
    murmur: bool = False
    wordless: bool = False
    names: int = 0
    spared: tuple[int, ...] = ()
    unsure: tuple[int, ...] = ()


def remarks(script: Script, cast: Cast) -> tuple[list[Remark], Forms, int]:
    """What is said in turn, the names replaced in it, and how many murmurs stand within turns."""
    turns, within = _joined_turns(script, cast)
    forms = forms_of(cast.people, _uncapitalised(turns))
    return list(_remarks(turns, cast, forms)), forms, within


def _remarks(turns: Iterable[Turn], cast: Cast, forms: Forms) -> Iterator[Remark]:
    asking = {person.id for person in cast.people if person.asks}
    last = ""
    for turn in turns:
        told = replaced(turn.words, turn.marks, forms)
        yield Remark(
            turn.label,
            told.words,
            told.marks,
            asks=turn.label in asking,
            murmur=is_murmur(told.words, last),
            wordless=not spoken(told.words),
            names=told.count,
            spared=told.spared,
            unsure=told.unsure,
        )
        last = told.words[-_TAIL:]


def _uncapitalised(turns: Iterable[Turn]) -> frozenset[str]:
    return frozenset(
        word for turn in turns for word in WORD.findall(turn.words) if word[0].islower()
    )


def _joined_turns(script: Script, cast: Cast) -> tuple[list[Turn], int]:
    """Turns labelled with ids, halves of sentences joined; how many murmurs stand within them."""
    # Of each what it is made of, and what stands before each part: to join at once is cheap.
    out: list[list[tuple[str, Turn]]] = []
    within = 0
    for turn in script.turns:
        mine = Turn(cast.ids[turn.label], turn.words, turn.marks)
        if script.named and _goes_on(out, mine, script.running):
            out[-1].append((" ", mine))
        elif script.named and (noted := _around_murmur(out, mine)):
            del out[-1]
            out[-1].append((noted, mine))
            within += 1
        else:
            out.append([("", mine)])
    return [joined(parts) for parts in out], within


def _goes_on(out: list[list[tuple[str, Turn]]], turn: Turn, running: bool) -> bool:
    if not out or out[-1][-1][1].label != turn.label:
        return False
    return running or unfinished(out[-1][-1][1].words[-_TAIL:])


def _around_murmur(out: list[list[tuple[str, Turn]]], turn: Turn) -> str:
    """How a murmur is noted between two halves of somebody else's sentence; empty for others."""
    if len(out) < 2 or len(out[-1]) > 1:
        return ""
    before, murmur = out[-2][-1][1], out[-1][0][1]
    if before.label != turn.label or murmur.label == turn.label:
        return ""
    last = before.words[-_TAIL:]
    plain = murmur.words.rstrip(".,!- ")
    if not unfinished(last) or not is_murmur(murmur.words, last):
        return ""
    bracketed = len(plain) <= _BRACKETED and "[" not in plain and "]" not in plain
    return f" [{murmur.label}: {plain}] " if bracketed else ""
