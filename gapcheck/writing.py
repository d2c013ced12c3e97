"""Files written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def write_whole(path: Path, data: bytes, *, replace: bool = True) -> None:
    """Write a file so that a reader sees the old one or the whole new one, never a part.

    With `replace` false, a file that is there already raises FileExistsError. Whatever goes
    wrong (OSError), no half-written file stays behind.
    """
    if not replace and (path.exists() or path.is_symlink()):
        raise FileExistsError(f"{path} is there already")
    if path.exists() and not path.is_file() and not path.is_dir():
        # A device or a pipe (/dev/stdout) is written to: a file must never take its place.
        path.write_bytes(data)
        return
    # A link stays a link: what it leads to is replaced.
    path = path.resolve()
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".gapcheck-", suffix=".part")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        # mkstemp makes files that only their owner reads; a report is for others to read.
        temporary.chmod(_mode(path))
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _mode(path: Path) -> int:
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
