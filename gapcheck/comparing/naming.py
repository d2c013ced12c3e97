"""What two words on the command line mean: two states, or the two ends of a range."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

from gapcheck.comparing.reading import Asked, parted, read, revision, working_tree
from gapcheck.comparing.side import Read
from gapcheck.load.root import is_study

_RANGE = re.compile(r"(?P<old>[^/].*?|)(?P<dots>\.\.\.?)(?P<new>[^/.].*|)")
_HERE = "HEAD"

Days = tuple[date | None, date | None]


def states(old: str | None, new: str | None, days: Days, asked: Asked) -> tuple[Read, Read]:
    """The two states; without any name both are the working tree, and only the days differ."""
    if old is None:
        here = working_tree(asked)
        found = here, here
    else:
        found = _named(old, new, asked)
    first, second = (
        replace(one, state=replace(one.state, as_at=day))
        for one, day in zip(found, days, strict=True)
    )
    return first, second


def _named(old: str, new: str | None, asked: Asked) -> tuple[Read, Read]:
    range_ = None if new is not None or is_study(Path(old)) else _RANGE.fullmatch(old)
    if range_ is None:
        return read(old, asked), working_tree(asked) if new is None else read(new, asked)
    first, second = range_["old"] or _HERE, range_["new"] or _HERE
    if range_["dots"] == "...":
        return parted(first, second, asked), revision(second, asked)
    return revision(first, asked), revision(second, asked)
