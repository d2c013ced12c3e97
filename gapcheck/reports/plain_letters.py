"""ASCII in the place of glyphs, quotation marks, dashes and rules."""

from __future__ import annotations

from gapcheck.reports.words import GROUPS, OUTSIDE

_MARKS = {
    **{each.fill: each.ascii_fill for each in GROUPS.values()},
    **{each.glyph: each.ascii_glyph for each in (*GROUPS.values(), OUTSIDE)},
    **dict(zip("“”„‘’‚–—‑─═│┃┐┘■□→·", "\"\"\"'''----=||++#_>.", strict=True)),
    "…": "...",
    "\N{NO-BREAK SPACE}": " ",
}
_TABLE = str.maketrans(_MARKS)


def plain(text: str) -> str:
    """The text with its marks in ASCII; letters of any script stay as they are."""
    if text.isascii():
        return text
    return text.replace(" · ", " | ").translate(_TABLE)
