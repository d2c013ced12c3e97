"""What the loss report says of the people in an interview, by their ids alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from gapcheck.importers.interviews.dialogue import Remark
from gapcheck.importers.interviews.people import Cast
from gapcheck.importers.interviews.script import Script
from gapcheck.importers.interviews.transcribing import Transcribed
from gapcheck.model.brought import Fate, Tally

_SHOWN = 10
_NO_KEY = "replaced by ids; the key is kept outside of the study"
_MENTIONS = "replaced in what is said; other names were not looked for"
_SPARED = "it begins a sentence, so that nobody can tell: look at them in the transcript"
_UNSURE = "it was replaced: look at them in the transcript"
_MERGED = "one label is a part of the other, so they were taken for one person"
_ONCE = "taken for somebody who speaks: look whether they are"
_ASKING = (
    "they ask the most questions, and no label says who asks; until somebody does, what they say "
    "is evidence"
)
_NOBODY = "nobody is named before them, so questions are among them too"


def people_told(
    script: Script, cast: Cast, said: Sequence[Remark], made: Transcribed
) -> Iterator[Tally]:
    """Who was given an id, which words to look at, and who may be the interviewer."""
    named = tuple(one.id for one in cast.people if one.names)
    mentions = sum(one.names for one in said)
    once = tuple(dict.fromkeys(cast.ids[label] for label in script.once))
    suggested = tuple(filter(None, [asking_most(cast, said)]))
    nobody = () if script.named else (cast.people[0].id,)
    spared, unsure = _lines(made.spared), _lines(made.unsure)
    yield from _of(Fate.CHANGED, "people with names", named, _NO_KEY)
    if mentions:
        yield Tally(Fate.CHANGED, "mentions of their names", mentions, _MENTIONS)
    yield from _of(Fate.LEFT, "lines with a word that may be a name", spared, _SPARED)
    yield from _of(Fate.CHANGED, "lines with a name that may be a word", unsure, _UNSURE)
    yield from _of(Fate.CHANGED, "people under several labels", cast.merged, _MERGED)
    yield from _of(Fate.TAKEN, "labels that stand but once", once, _ONCE)
    yield from _of(Fate.TAKEN, "people who may be the interviewer", suggested, _ASKING)
    yield from _of(Fate.TAKEN, "voices", nobody, _NOBODY)


def asking_most(cast: Cast, said: Iterable[Remark]) -> str:
    """Who asks more questions than anybody else, where no label says who asks; else empty."""
    if any(one.asks for one in cast.people):
        return ""
    asked = Counter(one.speaker for one in said if "?" in one.words)
    first, second = [*asked.most_common(2), ("", 0), ("", 0)][:2]
    speaking = sum(one.speaks for one in cast.people)
    return first[0] if speaking > 1 and first[1] > second[1] else ""


def _lines(numbers: Iterable[int]) -> tuple[str, ...]:
    return tuple(f"line {number}" for number in numbers)


def _of(fate: Fate, what: str, examples: tuple[str, ...], why: str) -> Iterator[Tally]:
    if examples:
        yield Tally(fate, what, len(examples), why, examples[:_SHOWN])
