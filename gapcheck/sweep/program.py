"""Which program this is: another one may say other things of the same files."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import gapcheck

_PACKAGE = Path(gapcheck.__file__).parent
_SOURCES = (".py", ".toml", ".json")


def program() -> str:
    """The version, and the stamps of the program's own files, since versions are seldom raised."""
    stamps = []
    for folder, _, names in os.walk(_PACKAGE):
        for name in names:
            if name.endswith(_SOURCES):
                path = f"{folder}/{name}"
                status = os.stat(path)  # noqa: PTH116  # a warm check has no time for Path objects
                stamps.append(f"{path} {status.st_size} {status.st_mtime_ns}")
    return "\n".join([gapcheck.__version__, sys.version, *sorted(stamps)])
