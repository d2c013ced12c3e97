"""Whole outputs compared with kept ones; `GAPCHECK_ACCEPT=1 pytest` keeps the new ones."""

from __future__ import annotations

import os
from pathlib import Path

KEPT = Path(__file__).parent / "golden"


def assert_kept(name: str, text: str) -> None:
    """The text is the kept one, byte for byte; it is kept now where that was asked for."""
    path = KEPT / name
    if os.environ.get("GAPCHECK_ACCEPT"):
        path.write_bytes(text.encode())
    assert path.exists(), f"{path} is not kept yet: GAPCHECK_ACCEPT=1 pytest"
    assert text.encode() == path.read_bytes()
