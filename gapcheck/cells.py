"""Text in the cells of a spreadsheet: what it would calculate, and how much one cell holds."""

from __future__ import annotations

MOST = 32_767
"""Characters that a cell of Excel holds; it counts in UTF-16."""

_ACTIVE = ("=", "+", "-", "@")


def active(text: str) -> bool:
    """Whether a spreadsheet would take a text for a formula, behind blanks of any kind too."""
    return text.lstrip().startswith(_ACTIVE)


def as_text(text: str) -> str:
    """A text as it can be handed to XlsxWriter, which takes `<r>` for the marks of rich text."""
    whole = text.encode("utf-16-le", errors="replace").decode("utf-16-le")
    return f"{whole} " if whole.startswith("<r>") and whole.endswith("</r>") else whole


def fits(text: str) -> bool:
    """Whether one cell holds a text."""
    return len(text) * 2 <= MOST or len(text.encode("utf-16-le", errors="replace")) // 2 <= MOST


def pieces(text: str) -> tuple[str, ...]:
    """A text in as many pieces as it needs cells; none is cut within a character."""
    if fits(as_text(text)):
        return (text,)
    found, start, room = [], 0, 0
    for place, sign in enumerate(text):
        units = 2 if ord(sign) > 0xFFFF else 1
        # One less than there is room for: a blank may have to be put behind a piece.
        if room + units > MOST - 1:
            found.append(text[start:place])
            start, room = place, 0
        room += units
    return (*found, text[start:])
