"""Ids that are the same whenever the same study is written."""

from __future__ import annotations

import uuid
from typing import Final

_SPACE: Final = uuid.UUID("6f0e6f3c-6a57-5d0c-9b8a-8f1f8b9f3d10")
"""Drawn once; every id is made from it and from what it is the id of."""


def guid(*parts: str) -> str:
    """The id of what these words name together."""
    return str(uuid.uuid5(_SPACE, "\x1f".join(parts)))
