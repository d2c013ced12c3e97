"""What the loss report says of a file and of what is said in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gapcheck.importers.interviews.decoding import Decoded
from gapcheck.importers.interviews.dialogue import Remark
from gapcheck.importers.interviews.script import Script
from gapcheck.importers.interviews.transcribing import Transcribed
from gapcheck.model.brought import Fate, Mishap, Tally

_UNREVIEWED = "nobody has looked at them yet"
_ASKED = "each stands as the question before the passages that follow it"
_BROKEN = "so few full stops were typed that nobody can tell where sentences end"
_BESIDE = "they stand in the transcript and are no evidence"
_HEAD = "they are not in the transcript either, since they may name people"
_MISHAPS = 20
_TEXT = 65_536


def told(script: Script, said: Sequence[Remark], made: Transcribed, within: int) -> Iterator[Tally]:
    """A line for each kind of thing in a transcript, those that there are."""
    questions = sum(one.asks and not (one.murmur or one.wordless) for one in said)
    murmurs = within + sum(one.murmur for one in said)
    wordless = sum(one.wordless for one in said)
    yield Tally(Fate.TAKEN, "passages", len(made.passages), _UNREVIEWED)
    for fate, what, count, why in (
        (Fate.TAKEN, "turns of whoever asks", questions, _ASKED),
        (Fate.CHANGED, "long turns", made.long, "split where sentences end"),
        (Fate.CHANGED, "passages that end within a sentence", made.broken, _BROKEN),
        (Fate.LEFT, "turns that only say that somebody listens", murmurs, _BESIDE),
        (Fate.LEFT, "turns without a word", wordless, _BESIDE),
        (Fate.LEFT, "lines before the first turn", script.head.lines, _HEAD),
    ):
        if count:
            yield Tally(fate, what, count, why)
    yield from _date(script)


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


def too_long(file: str, made: Transcribed) -> tuple[Mishap, ...]:
    """A problem for each passage that no file of a study can hold."""
    return tuple(
        Mishap(
            file,
            one.where or one.at,
            f"a passage has {len(one.text):,} characters, and a text of a study at most {_TEXT:,}",
            "Its words hardly have blanks or full stops between them: look whether it is speech.",
        )
        for one in made.passages
        if len(one.text) > _TEXT
    )


def _date(script: Script) -> Iterator[Tally]:
    head = script.head
    if head.date:
        why = "the date of the interview, from the lines before the first turn"
        if head.by_days:
            why += "; its first figure was taken for the day"
        yield Tally(Fate.TAKEN, "dates", 1, why, (head.date,))
