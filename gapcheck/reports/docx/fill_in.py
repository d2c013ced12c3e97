"""What a board is left to fill in: what it will do about each gap, and what it decides.

The program judges practice and recommends nothing, so these cells are empty on purpose. An edition
for the public has none of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck.model.choices import Group
from gapcheck.reports import board
from gapcheck.reports.briefing import TO_FILL_IN
from gapcheck.reports.docx.blocks import Block, Table, cell, paragraph, text
from gapcheck.reports.docx.paper import Paper

DECISIONS = (
    "What to do about the gaps in part 8, who leads, and by when",
    "Whom to ask about what is not known, and when this is to be looked at again",
)


def recommendations(paper: Paper) -> Iterator[Block]:
    """Part 8: a row for each gap and each contested matter, to be filled in."""
    yield paragraph("Heading 1", "8 Recommendations (for the board to fill in)")
    matters = (*paper.group(Group.GAP), *paper.group(Group.CONTESTED))
    if not matters:
        yield text("There is no gap and nothing contested to act on.")
        return
    yield Table(
        "Recommendations, to be filled in",
        "Fill In Table",
        (38, 38, 16, 17),
        TO_FILL_IN,
        tuple((cell(board.short_name(each)), cell(), cell(), cell()) for each in matters),
    )


def decision(_: Paper) -> Iterator[Block]:
    """Part 9: what the board is asked, with room for its answers."""
    yield paragraph("Heading 1", "9 Decision asked of the board")
    rows = tuple((cell(each), cell()) for each in DECISIONS)
    head = ("The board is asked to decide", "Decided")
    yield Table("Decision asked of the board", "Fill In Table", (45, 64), head, rows)
