"""The transcripts of one study, each opened when it is asked for and held until the next is."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from gapcheck.model.choices import Sight
from gapcheck.source.files import Unreadable, at, is_there, read_file
from gapcheck.transcripts.paths import linked, outside, unsuited

if TYPE_CHECKING:
    from gapcheck.transcripts.transcript import Transcript

LIMIT = 16 << 20
"""Bytes that a transcript may hold (16 MiB): more than a week of talk."""

_AS_UTF8 = "Save it again as plain text with the encoding UTF-8."


@dataclass(frozen=True, slots=True)
class Look:
    """What came of looking at one transcript.

    Where it was not seen, `why` ends the sentence "it is ..." and `help` says what to do.
    `sha256` is empty where no byte was read.
    """

    sight: Sight
    why: str = ""
    help: str = ""
    sha256: str = ""
    transcript: Transcript | None = None


@dataclass(slots=True)
class Shelf:
    """The transcripts below a study's folder.

    The sources of a study each name their own, so that only the last one is kept at hand.
    """

    root: Path
    _path: str | None = field(default=None, init=False)
    _look: Look = field(default=Look(Sight.ABSENT), init=False)

    def look(self, path: str) -> Look:
        """The transcript at a path relative to the study, or why it is not to be seen."""
        if path != self._path:
            self._look, self._path = look(self.root, path), path
        return self._look

    def holds(self, path: str) -> bool:
        """Whether anything lies at a path in the study; it is not opened."""
        return not outside(path) and is_there(self.root / path)


def look(root: Path, path: str) -> Look:
    """Open a transcript of the study in `root` and make it ready."""
    return _by_name(path) or _on_disk(root, path)


def _by_name(path: str) -> Look | None:
    """What the path alone decides."""
    if reason := outside(path):
        return Look(Sight.OUTSIDE, reason)
    why, advice = unsuited(path)
    return Look(Sight.UNREADABLE, why, advice) if why else None


def _on_disk(root: Path, path: str) -> Look:
    try:
        if linked(root, path):
            return Look(Sight.OUTSIDE, "leads over a symbolic link")
        size = at(root / path).lstat().st_size
    except (FileNotFoundError, NotADirectoryError):
        return Look(Sight.ABSENT)
    except OSError as error:
        return Look(Sight.UNREADABLE, f"not readable: {error.strerror}", "Mend its path.")
    if size > LIMIT:
        why = f"larger than {LIMIT >> 20} MiB"
        return Look(Sight.UNREADABLE, why, "Keep recordings elsewhere, and one text a source here.")
    return _opened(root / path, path)


def _opened(place: Path, path: str) -> Look:
    # Imported late: most studies name no transcript, and whoever starts pays for every import.
    from gapcheck.transcripts.transcript import digest, prepared  # noqa: PLC0415

    try:
        data = read_file(place, LIMIT)
    except Unreadable as error:
        return Look(
            Sight.UNREADABLE, str(error), "Put a plain file in its place that you may read."
        )
    try:
        found = prepared(path, data)
    except Unreadable as error:
        return Look(Sight.UNREADABLE, str(error), _AS_UTF8, digest(data))
    return Look(Sight.SEEN, sha256=found.sha256, transcript=found)
