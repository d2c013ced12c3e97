"""How large a document may be, and what is said of one that cannot be read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from gapcheck.model.unfit import Unfit

MEBIBYTE: Final = 1024 * 1024
MOST_BYTES: Final = 64 * MEBIBYTE
MOST_PAGES: Final = 5_000
MOST_LETTERS: Final = 40_000_000
"""Characters of text in one document: about twice those of 5,000 full pages."""


def within(letters: int) -> None:
    """Unfit where a document holds more text than anybody writes."""
    if letters > MOST_LETTERS:
        raise Unfit(
            f"it holds more than {MOST_LETTERS:,} characters of text",
            "Import the part of it that matters, as a file of its own.",
        )


@contextmanager
def needing(library: str, extra: str, what: str) -> Iterator[None]:
    """Import what reads a kind of file; Unfit where it is not installed."""
    try:
        yield
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != library:
            raise
        raise Unfit(
            f"{what} are read by a package that is not installed",
            f"Install it: pip install 'gapcheck[{extra}]'.",
        ) from None
