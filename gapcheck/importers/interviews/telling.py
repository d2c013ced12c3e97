"""What the loss report says of an interview."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from gapcheck.importers.interviews.decoding import Decoded
from gapcheck.importers.interviews.dialogue import Remark
from gapcheck.importers.interviews.people import Cast
from gapcheck.importers.interviews.script import Script
from gapcheck.importers.interviews.transcribing import Transcribed
from gapcheck.model.brought import Fate, Mishap, Tally

_SHOWN = 10
_MISHAPS = 20


def told(
    script: Script, cast: Cast, said: Sequence[Remark], made: Transcribed, within: int
) -> Iterator[Tally]:
    """A line for each kind of thing in a transcript, those that there are."""
    murmurs = within + sum(one.murmur for one in said)
    questions = sum(one.asks and not (one.murmur or one.wordless) for one in said)
    wordless = sum(one.wordless for one in said)
    yield Tally(Fate.TAKEN, "passages", len(made.passages), "nobody has looked at them yet")
    yield from _if(
        Tally(
            Fate.TAKEN,
            "turns of whoever asks",
            questions,
            "each stands as the question before the passages that follow it",
        ),
        Tally(Fate.CHANGED, "long turns", made.long, "split where sentences end"),
        Tally(
            Fate.CHANGED,
            "passages that end within a sentence",
            made.broken,
            "so few full stops were typed that nobody can tell where sentences end",
        ),
        Tally(
            Fate.LEFT,
            "turns that only say that somebody listens",
            murmurs,
            "they stand in the transcript and are no evidence",
        ),
        Tally(
            Fate.LEFT,
            "turns without a word",
            wordless,
            "they stand in the transcript and are no evidence",
        ),
        Tally(
            Fate.LEFT,
            "lines before the first turn",
            script.head.lines,
            "they are not in the transcript either, since they may name people",
        ),
    )
    yield from _date(script)
    yield from _people(script, cast, said, made)


def decoding_told(text: Decoded) -> Iterator[Tally]:
    """What had to be guessed or left out of the characters of a file."""
    if text.guessed:
        lines = sum(1 for line in text.text.splitlines() if not line.isascii())
        why = f"read as {text.guessed}, which is a guess: look whether they are right"
        yield Tally(Fate.CHANGED, "lines with letters beyond ASCII", lines, why, (text.guessed,))
    if text.removed:
        yield Tally(Fate.LEFT, "characters that nobody sees", text.removed)


def spoiled(file: str, script: Script) -> tuple[Mishap, ...]:
    """A problem for each caption whose times could not be read."""
    first = script.spoiled[:_MISHAPS]
    more = len(script.spoiled) - len(first)
    further = f"; nor could those of {more:,} further ones" if more else ""
    return tuple(
        Mishap(
            file,
            f"line {line}",
            "the times of a caption could not be read" + (further if line == first[-1] else ""),
            "They are typed `00:00:01.000 --> 00:00:04.000`. What it says was taken into the "
            "caption before.",
        )
        for line in first
    )


def _date(script: Script) -> Iterator[Tally]:
    head = script.head
    if head.date:
        why = "the date of the interview, from the lines before the first turn"
        if head.by_days:
            why += "; its first figure was taken for the day"
        yield Tally(Fate.TAKEN, "dates", 1, why, (head.date,))


def _people(
    script: Script, cast: Cast, said: Sequence[Remark], made: Transcribed
) -> Iterator[Tally]:
    named = [one.id for one in cast.people if one.names]
    mentions = sum(one.names for one in said)
    suggested = asking_most(cast, said)
    once = tuple(dict.fromkeys(cast.ids[label] for label in script.once))
    yield from _if(
        Tally(
            Fate.CHANGED,
            "people with names",
            len(named),
            "replaced by ids; the key is kept outside of the study",
            tuple(named[:_SHOWN]),
        ),
        Tally(
            Fate.CHANGED,
            "mentions of their names",
            mentions,
            "replaced in what is said; other names were not looked for",
        ),
        Tally(
            Fate.LEFT,
            "lines with a word that may be a name",
            len(made.spared),
            "it begins a sentence, so that nobody can tell: look at them in the transcript",
            _lines(made.spared),
        ),
        Tally(
            Fate.CHANGED,
            "lines with a name that may be a word",
            len(made.unsure),
            "it was replaced: look at them in the transcript",
            _lines(made.unsure),
        ),
        Tally(
            Fate.CHANGED,
            "people under several labels",
            len(cast.merged),
            "one label is a part of the other, so they were taken for one person",
            cast.merged[:_SHOWN],
        ),
        Tally(
            Fate.TAKEN,
            "labels that stand but once",
            len(once),
            "taken for somebody who speaks: look whether they are",
            once[:_SHOWN],
        ),
        Tally(
            Fate.TAKEN,
            "people who may be the interviewer",
            1 if suggested else 0,
            "they ask the most questions, and no label says who asks; until somebody does, what "
            "they say is evidence",
            (suggested,),
        ),
    )
    if not script.named:
        why = "nobody is named before them, so questions are among them too"
        yield Tally(Fate.TAKEN, "voices", 1, why, (cast.people[0].id,))


def asking_most(cast: Cast, said: Iterable[Remark]) -> str:
    """Who asks more questions than anybody else, where no label says who asks; else empty."""
    if any(one.asks for one in cast.people):
        return ""
    asked = Counter(one.speaker for one in said if "?" in one.words)
    first, second = [*asked.most_common(2), ("", 0), ("", 0)][:2]
    speaking = sum(one.speaks for one in cast.people)
    return first[0] if speaking > 1 and first[1] > second[1] else ""


def _lines(numbers: Sequence[int]) -> tuple[str, ...]:
    return tuple(f"line {number}" for number in numbers[:_SHOWN])


def _if(*tallies: Tally) -> Iterator[Tally]:
    return (one for one in tallies if one.count)
