"""Files laid into a folder: all of them or none."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from gapcheck.scaffold.refused import AlreadyThere, Refused
from gapcheck.writing import write_whole

Files = Mapping[str, bytes]
"""What each file is to hold, by its path within the folder, with forward slashes."""


@dataclass(frozen=True, slots=True)
class Written:
    """The files that were written, and what the writer should be told about them."""

    files: tuple[Path, ...]
    notes: tuple[str, ...] = ()


def lay(folder: Path, files: Files) -> tuple[Path, ...]:
    """Write `files` into `folder`; Refused, with nothing left behind, where that cannot be."""
    whole = folder.resolve()
    try:
        _refuse_occupied(folder, files)
        if whole.is_dir():
            _into(whole, files)
        else:
            _as_new(whole, files)
    except OSError as error:
        why = error.strerror or str(error)
        raise Refused(f"{folder} could not be written: {why}. Nothing was left behind.") from error
    return tuple(folder / name for name in files)


def taken(path: Path) -> bool:
    """Whether something has this name, a broken link included."""
    return path.is_symlink() or path.exists()


def _refuse_occupied(folder: Path, names: Collection[str]) -> None:
    if taken(folder) and not folder.is_dir():
        raise AlreadyThere(f"{folder} is a file. Nothing was written.")
    for name in names:
        if taken(folder / name):
            raise AlreadyThere(f"{folder / name} is there already. Nothing was written.")
        for above in _folders(folder, folder / name):
            if taken(above) and not above.is_dir():
                raise AlreadyThere(f"{above} is a file, not a folder. Nothing was written.")


def _folders(folder: Path, path: Path) -> Iterator[Path]:
    """The folders between `folder` and `path`, outermost first."""
    yield from reversed([one for one in path.parents if folder in one.parents])


def _as_new(folder: Path, files: Files) -> None:
    """Make everything out of sight, beside where it goes, and give it its name at the end."""
    top = folder
    while not top.parent.exists():
        top = top.parent
    hidden = Path(tempfile.mkdtemp(dir=top.parent, prefix=f".{top.name}.", suffix=".part"))
    try:
        # One level down, because mkdtemp makes a folder that only its owner may open.
        inner = hidden / folder.relative_to(top.parent)
        for name, data in files.items():
            path = inner / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        (hidden / top.name).rename(top)
    finally:
        shutil.rmtree(hidden, ignore_errors=True)


def _into(folder: Path, files: Files) -> None:
    """Write into a folder that is there, and take back what was done where one file fails."""
    made: list[Path] = []
    done: list[Path] = []
    try:
        for name, data in files.items():
            path = folder / name
            for above in _folders(folder, path):
                if not above.is_dir():
                    above.mkdir()
                    made.append(above)
            write_whole(path, data, replace=False)
            done.append(path)
    except BaseException:
        for path in done:
            path.unlink(missing_ok=True)
        for above in reversed(made):
            with contextlib.suppress(OSError):
                above.rmdir()
        raise
