"""Whether a study is large enough to be judged in parts."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from gapcheck.source.files import at

FEW = 200
"""Files below which judging everything at once is quicker."""


def is_large(root: Path) -> bool:
    """Whether the folders of a study hold so many files that it is judged in parts."""
    return len(list(islice(at(root).glob("evidence/*/*.y*ml"), FEW))) == FEW
