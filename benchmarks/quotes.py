"""Whether quotes are found in their transcript, and how long that takes.

A transcript of 150,000 characters; 200 quotes cut from it, as many of them with each share of noise
from none to ten letters in a hundred, some with editors' marks; and 200 quotes of the same words
that nobody said. The time is compared, in the same run, with rapidfuzz's partial_ratio_alignment
of each quote over the whole transcript.
"""

from __future__ import annotations

import random
import statistics
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from string import ascii_lowercase

from made_study import talk
from rapidfuzz import fuzz
from tables import Table, show

from gapcheck.model.choices import Outcome
from gapcheck.transcripts.locate import locate
from gapcheck.transcripts.located import Located
from gapcheck.transcripts.transcript import Transcript, prepared
from gapcheck.transcripts.words import row_of

LETTERS = 150_000
QUOTES = 200
MOST_NOISE = 0.10
WORDS = (8, 120)
TWO_PARTS = 30
"""Words from which on every fourth quote leaves some out."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A quote, and where its words were taken from: no span where nobody said them."""

    text: str
    noise: float = 0.0
    span: tuple[int, int] | None = None


def transcript(chance: random.Random) -> str:
    """An interview of turns, each with a name, some with the time."""
    lines: list[str] = []
    size = 0
    while size < LETTERS:
        name = ("Interviewer", "P03")[len(lines) % 2]
        count = chance.randint(4, 20) if name == "Interviewer" else chance.randint(10, 160)
        clock = f"[{size // 54_000:02}:{size // 900 % 60:02}:{size // 15 % 60:02}] "
        line = f"{clock if chance.random() < 0.3 else ''}{name}: {sentences(chance, count)}"
        lines.append(line)
        size += len(line) + 1
    return "\n".join(lines)[:LETTERS]


def sentences(chance: random.Random, count: int) -> str:
    """So many words in sentences."""
    words = chance.choices(talk(), k=count)
    said: list[str] = []
    while words:
        size = chance.randint(5, 18)
        said.append(" ".join(words[:size]).capitalize() + chance.choice(".....?"))
        del words[:size]
    return " ".join(said)


def true_quotes(chance: random.Random, text: str, most: float = MOST_NOISE) -> list[Sample]:
    """Quotes cut from turns, with more and more noise."""
    turns = [(at, line) for at, line in lines_of(text) if len(line.split()) > WORDS[0] + 4]
    found = []
    for number in range(QUOTES):
        at, line = chance.choice(turns)
        words = [word for word in line.split() if word not in ("P03:", "Interviewer:")]
        words = [word for word in words if not word.startswith("[")]
        count = min(chance.randint(*WORDS), len(words))
        first = chance.randrange(len(words) - count + 1)
        cut = words[first : first + count]
        start = at + line.index(" ".join(cut))
        noise = most * number / (QUOTES - 1)
        if number % 4 == 3 and count >= TWO_PARTS:
            third = count // 3
            parts = (cut[:third], cut[third + 6 :])
            said = " [...] ".join(noisy(chance, " ".join(part), noise) for part in parts)
        else:
            said = noisy(chance, " ".join(cut), noise)
        found.append(Sample(said, noise, (start, start + len(" ".join(cut)))))
    return found


def lines_of(text: str) -> Iterable[tuple[int, str]]:
    """Each line of a text with its place."""
    at = 0
    for line in text.split("\n"):
        yield at, line
        at += len(line) + 1


def noisy(chance: random.Random, text: str, share: float) -> str:
    """A text after so many slips for each letter: one left out, one too many, or another."""
    letters = list(text)
    for place in sorted(chance.sample(range(len(text)), round(len(text) * share)), reverse=True):
        slip, other = chance.randrange(3), chance.choice(ascii_lowercase + " ")
        letters[place : place + 1] = ([], [letters[place], other], [other])[slip]
    return "".join(letters)


def absent_quotes(chance: random.Random) -> list[Sample]:
    """Quotes of the same words and sentences that nobody said."""
    return [Sample(sentences(chance, chance.randint(*WORDS))) for _ in range(QUOTES)]


def timed(work: Callable[[str], object], samples: Iterable[Sample]) -> list[float]:
    """Seconds of the processor for each sample."""
    found = []
    for one in samples:
        began = time.process_time()
        work(one.text)
        found.append(time.process_time() - began)
    return found


def right(sample: Sample, found: Located) -> bool:
    """Whether a quote was found where it was cut from, give or take a word at each end."""
    if sample.span is None or found.outcome is Outcome.MISSING:
        return False
    return all(
        abs(mine - theirs) <= 16
        for mine, theirs in zip((found.start, found.end), sample.span, strict=True)
    )


def add_found(table: Table, name: str, samples: list[Sample], where: Transcript) -> None:
    """A row of what came of some quotes."""
    found = [locate(one.text, where) for one in samples]
    counts = Counter(one.outcome for one in found)
    scores = [one.score for one in found]
    told = [f"{counts[outcome]}" for outcome in Outcome]
    if samples[0].span:
        placed = f"{sum(map(right, samples, found))} of {len(samples)}"
        table.add(name, *told, placed, f"{min(scores):.1f} at least")
        return
    row = where.words.row
    plain = [fuzz.partial_ratio_alignment(row_of(one.text), row) for one in samples]
    highest = max(one.score for one in plain if one)
    table.add(name, *told, "", f"{max(scores):.1f} at most")
    table.notes.append(f"A search through everything gives those {highest:.1f} at most.")


def add_times(table: Table, name: str, samples: list[Sample], where: Transcript) -> None:
    """A row of what a quote costs, and the ratio to a plain search through everything."""
    row = where.words.row
    ours = timed(lambda text: locate(text, where), samples)
    plain = timed(lambda text: fuzz.partial_ratio_alignment(row_of(text), row), samples)
    found = statistics.median(ours), statistics.fmean(ours), max(ours)
    ratio = f"{sum(ours) / sum(plain):.2f} x"
    table.add(name, *(f"{one * 1e3:.2f} ms" for one in found), ratio)


def tables() -> Iterator[Table]:
    """Make the transcript and the quotes: what came of them, and what that took."""
    chance = random.Random(20041)
    text = transcript(chance)
    began = time.process_time()
    where = prepared("transcripts/made.txt", text.encode())
    ready = time.process_time() - began
    true, absent = true_quotes(chance, text), absent_quotes(chance)
    outcomes = tuple(str(outcome) for outcome in Outcome)
    table = Table("Finding quotes", ("quotes", *outcomes, "in the right place", "score"))
    add_found(table, f"{QUOTES} with 0 to 10 % noise", true, where)
    add_found(table, f"{QUOTES} that nobody said", absent, where)
    table.notes.insert(
        0, f"In {len(text):,} characters, which are made ready once, in {ready * 1e3:.0f} ms."
    )
    yield table
    heads = ("quotes", "median", "mean", "longest", "a plain search")
    table = Table("Time to find a quote, of the processor", heads)
    add_times(table, "word for word", true_quotes(chance, text, most=0.0), where)
    add_times(table, "up to 5 % noise", [one for one in true if one.noise <= 0.05], where)
    add_times(table, "0 to 10 % noise", true, where)
    add_times(table, "said by nobody", absent, where)
    yield table


if __name__ == "__main__":
    show(tables())
