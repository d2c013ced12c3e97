"""Who is called what: names and the ids that stand for them, in a file outside of the study."""

from __future__ import annotations

import contextlib
import csv
import io
from dataclasses import dataclass, field
from pathlib import Path

from gapcheck.bringing.changes import FileChange
from gapcheck.model.unfit import Unfit
from gapcheck.source.files import Unreadable, read_file

_HEAD = ("id", "name")


@dataclass(slots=True)
class Names:
    """The key's file as it was, and everybody known by now; readers add to `known`."""

    path: Path
    old: bytes | None = field(repr=False)
    known: list[tuple[str, str]] = field(default_factory=list, repr=False)
    before: int = 0

    @property
    def change(self) -> FileChange | None:
        """The file with those who were added; None where nobody was."""
        if len(self.known) == self.before:
            return None
        stream = io.StringIO()
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerows([_HEAD, *self.known])
        return FileChange(self.path, str(self.path), self.old, stream.getvalue().encode())


def kept_close(path: Path) -> None:
    """Let nobody but its owner read the key, where the system knows of owners."""
    with contextlib.suppress(OSError):
        path.chmod(0o600)


def key_of(root: Path, path: Path | None) -> Names:
    """The key of a study: the file named, else the one beside the study's folder.

    Unfit where it would lie within the study, which is shared.
    """
    place = (path or root.parent / f"{root.name}-names.csv").absolute()
    if root in place.resolve().parents:
        raise Unfit(
            f"{place.name} would lie in the study, which others are to see",
            "Who is who is kept elsewhere: name a file outside of it with --key.",
        )
    if not place.exists():
        return Names(place, None)
    try:
        data = read_file(place)
        text = data.decode("utf-8")
    except (Unreadable, UnicodeDecodeError) as error:
        raise Unfit(f"{place.name} cannot be read: {error}") from error
    rows = [tuple(row) for row in csv.reader(io.StringIO(text)) if len(row) == len(_HEAD)]
    known = [(row[0], row[1]) for row in rows if row != _HEAD]
    return Names(place, data, known, len(known))
