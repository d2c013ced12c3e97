"""A labelled row of plain text, in pieces of which some are names or places."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text of a row; `code` for a place in the files, a name or a rule."""

    text: str
    code: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A label and what is said under it."""

    label: str
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """All that is said, in one line."""
        return "".join(piece.text for piece in self.pieces)


Said = str | list[Piece]
"""What a row says: text, or pieces; nothing where it is empty."""


def pieces(said: Said) -> tuple[Piece, ...]:
    """What a row says, in pieces."""
    if isinstance(said, str):
        return (Piece(said),) if said else ()
    return tuple(said)
