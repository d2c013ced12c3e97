"""What reading the transcript of an interview costs, at 45 minutes, 90 minutes, 3 and 6 hours.

The transcripts are invented WebVTT with voices, about 10,000 words an hour. Time is the least of
five runs, peak memory what Python took at once beside the file; each stands beside the ratio to
the shortest interview, which shows whether the cost grows as the interview does.
"""

from __future__ import annotations

import random
import time
import tracemalloc
from collections.abc import Iterator

from tables import Table, mebibytes, show

from gapcheck.importers.interviews.run import read_interview

MINUTES = (45, 90, 180, 360)
SPOKEN = """
    we the board papers vote council came night before meeting asked nobody members sat agenda
    and but then because they told us about money people group partnership really think
"""
WORDS = SPOKEN.split()
VOICES = ("Anna Invented", "Bo Madeup")


def captions(minutes: int) -> Iterator[str]:
    """The captions of an interview of that length, seven words every 2.5 seconds."""
    choose = random.Random(minutes)
    yield "WEBVTT\n"
    voice = 0
    for number in range(minutes * 24):
        tenths = number * 25
        if choose.random() < 0.12:
            voice = 1 - voice
        words = [choose.choice(WORDS) for _ in range(7)]
        if choose.random() < 0.4:
            words[3] += "."
            words[4] = words[4].capitalize()
        if choose.random() < 0.05:
            words[5] = "Anna"
        begin, end = clock(tenths), clock(tenths + 24)
        yield f"{number}-0\n{begin} --> {end}\n<v {VOICES[voice]}>{' '.join(words)}</v>\n"


def clock(tenths: int) -> str:
    """A number of tenths of seconds as WebVTT writes it."""
    seconds = tenths // 10
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{tenths % 10}00"


def measured(minutes: int) -> tuple[int, int, float, int]:
    """How many words and passages there are, the seconds and the bytes that they cost."""
    data = "\n".join(captions(minutes)).encode()
    times = []
    for _ in range(5):
        began = time.process_time()
        found = read_interview("int-01.vtt", data)
        times.append(time.process_time() - began)
    tracemalloc.start()
    read_interview("int-01.vtt", data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    (document,) = found.brought.documents
    return len((document.text or "").split()), len(document.passages), min(times), peak


def tables() -> Iterator[Table]:
    """A row for each length."""
    heads = ("interview", "words", "passages", "CPU", "CPU ratio", "memory", "memory ratio")
    table = Table("Reading the transcript of an interview", heads)
    first: tuple[float, int] | None = None
    for minutes in MINUTES:
        words, passages, seconds, peak = measured(minutes)
        first = first or (seconds, peak)
        ratios = f"{seconds / first[0]:.2f} x", f"{peak / first[1]:.2f} x"
        table.add(
            f"{minutes} minutes",
            f"{words:,}",
            f"{passages:,}",
            f"{seconds:.3f} s",
            ratios[0],
            mebibytes(peak),
            ratios[1],
        )
    yield table


if __name__ == "__main__":
    show(tables())
