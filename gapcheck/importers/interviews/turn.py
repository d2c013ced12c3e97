"""A turn of speech as it was found, before anybody is given another name."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in the words of a turn: the time and the line of the file that begin there.

    `ends` says that no sentence goes on over it, as at the end of a paragraph.
    """

    place: int
    time: str = ""
    line: int = 0
    ends: bool = False


@dataclass(frozen=True, slots=True)
class Turn:
    """What somebody says until somebody else does; `label` is what the file calls them."""

    label: str
    words: str = field(repr=False)
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stand together in the file, with the last time before them and their line."""

    words: str = field(repr=False)
    time: str = ""
    line: int = 0
    ends: bool = False


def turn_of(label: str, pieces: list[Piece]) -> Turn:
    """One turn from pieces that follow on each other."""
    marks: list[Mark] = []
    place = 0
    for piece in pieces:
        marks.append(Mark(place, piece.time, piece.line, piece.ends))
        place += len(piece.words) + 1
    return Turn(label, " ".join(piece.words for piece in pieces), tuple(marks))


def joined(parts: list[tuple[str, Turn]]) -> Turn:
    """Turns of the same person as one; with each comes what stands before it."""
    if len(parts) == 1:
        return parts[0][1]
    words: list[str] = []
    marks: list[Mark] = []
    length = 0
    for between, turn in parts:
        shift = length + len(between)
        marks += (Mark(m.place + shift, m.time, m.line, m.ends) for m in turn.marks)
        words += (between, turn.words)
        length = shift + len(turn.words)
    return Turn(parts[0][1].label, "".join(words), tuple(marks))
