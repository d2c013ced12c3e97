"""Invented interviews in any layout, from turns of which every word is another."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from textwrap import wrap

from hypothesis import strategies as st

Turns = list[tuple[str, str]]
"""Labels and what is said."""

ENDS = (".", ".", "?", "!", "...", ",", "", " [laughs]", ". [pause 3 seconds]")


def speech(most: int = 60) -> st.SearchStrategy[str]:
    """Sentences of words that are numbered, so that none can be lost or doubled unseen."""
    # To draw every word by itself would take longer than to read them all.
    return st.builds(_spoken, st.integers(1, most), st.integers(0, 1 << 32))


def _spoken(count: int, seed: int) -> str:
    choose = random.Random(seed)
    start = choose.randrange(10**6) * 1_000
    out: list[str] = []
    fresh = True
    for number in range(start, start + count):
        word = f"{'W' if fresh else 'w'}ord{number}"
        end = choose.choice(ENDS) if number % 5 == 0 else ""
        fresh = end[:1] in (".", "?", "!") and end != "..."
        out.append(word + end)
    return " ".join(out)


def dialogues(*labels: str, most: int = 60) -> st.SearchStrategy[Turns]:
    """Turns of a few people, each of whom speaks at least twice."""
    turns = st.lists(st.tuples(st.sampled_from(labels), speech(most)), max_size=8)
    twice = st.tuples(*(speech(most) for _ in range(2 * len(labels))))
    return st.tuples(twice, turns).map(
        lambda made: [*zip([*labels, *labels], made[0], strict=True), *made[1]]
    )


def plain(turns: Turns) -> str:
    """`Label: words`, in lines of 60 letters."""
    return "\n".join("\n".join(wrap(f"{label}: {words}", 60)) for label, words in turns)


def spaced(turns: Turns) -> str:
    """`**Label:** words`, with an empty line between paragraphs and a head above."""
    return "# A talk\n\n" + "\n\n".join(f"**{label}:** {words}" for label, words in turns)


def headed(turns: Turns) -> str:
    """The label with a time on a line of its own."""
    return "\n\n".join(
        f"{label}  {number // 60}:{number % 60:02}\n{words}"
        for number, (label, words) in enumerate(turns)
    )


def closed(turns: Turns) -> str:
    """A time behind each turn."""
    return "\n\n".join(
        f"{label}: {words} #00:{number // 60:02}:{number % 60:02}-0#"
        for number, (label, words) in enumerate(turns)
    )


def voiced(turns: Turns) -> str:
    """WebVTT with voices, a few words in each caption."""
    return "WEBVTT\n\n" + "\n\n".join(
        f"{number}-0\n{begin}\n<v {label}>{words}</v>"
        for number, (begin, label, words) in enumerate(_cues(turns))
    )


def named(turns: Turns) -> str:
    """WebVTT with `Label: words`."""
    cues = _cues(turns)
    return "WEBVTT\n\n" + "\n\n".join(f"{begin}\n{label}: {words}" for begin, label, words in cues)


def subrip(turns: Turns) -> str:
    """SubRip with `Label: words`."""
    return "\n\n".join(
        f"{number}\n{begin.replace('.', ',')}\n{label}: {words}"
        for number, (begin, label, words) in enumerate(_cues(turns), 1)
    )


def _cues(turns: Turns) -> Iterator[tuple[str, str, str]]:
    number = 0
    for label, words in turns:
        for line in wrap(words, 50):
            clock = f"00:{number // 60:02}:{number % 60:02}.000"
            yield f"{clock} --> {clock[:-3]}900", label, line
            number += 1


LAYOUTS: dict[str, Callable[[Turns], str]] = {
    "plain.txt": plain,
    "spaced.md": spaced,
    "headed.txt": headed,
    "closed.txt": closed,
    "voiced.vtt": voiced,
    "named.vtt": named,
    "subrip.srt": subrip,
}
