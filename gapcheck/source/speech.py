"""Whether what stands where a key should be may be somebody's words, and so must not be shown."""

from __future__ import annotations

import re
from typing import Any

from gapcheck.source.document import Document, Path

_KEY = re.compile(r"[a-z][a-z0-9_./-]{0,39}\Z")


def like_a_key(key: str) -> bool:
    """Whether a key looks as those of the format do: one word in small letters, so no name."""
    return bool(_KEY.match(key))


def maybe_speech(document: Document, path: Path, key: str, node: dict[str, Any]) -> bool:
    """Whether an unknown key of the mapping at `path` may be words of the text before it.

    Within braces any word may be, since a comma in people's words begins the next key there.
    """
    line, column, last, end = document.span(path)
    within_braces = (line, column) != (last, end)
    beside_text = any(_free(part) for part in node.get("properties", {}).values())
    return not like_a_key(key) or (within_braces and beside_text)


def _free(part: dict[str, Any]) -> bool:
    return part.get("type") == "string" and not {"enum", "pattern"} & part.keys()
