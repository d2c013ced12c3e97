"""Foreign files found where they were named, and each read by whoever knows its kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Final

from gapcheck.importers.closed_formats import steps_for
from gapcheck.model.brought import Brought
from gapcheck.model.unfit import Unfit
from gapcheck.near import offered

LIMIT: Final = 1 << 30
"""Bytes of a foreign file, recordings in it included."""

MOST_FILES: Final = 10_000


@dataclass(slots=True)
class Asked:
    """What readers are told beside the file.

    `columns` say which column of a table is what, `survey` is the file of a map by which one
    becomes shares, `key` who is called what so far; readers add to it whom they gave a name.
    `asking` are the ids of those who ask, where no label says so.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    survey: Path | None = None
    key: list[tuple[str, str]] = field(default_factory=list)
    asking: Sequence[str] = ()


Reader = Callable[[str, Path, Asked], Brought]


def _project(name: str, path: Path, _: Asked) -> Brought:
    from gapcheck.importers.qdpx.run import read_project  # noqa: PLC0415

    with path.open("rb") as stream:
        return read_project(name, stream)


def _table(name: str, path: Path, asked: Asked) -> Brought:
    from gapcheck.importers.segments.reading import read_segments  # noqa: PLC0415
    from gapcheck.importers.workbook.reading import is_workbook, read_workbook  # noqa: PLC0415

    data = path.read_bytes()
    if asked.survey is not None:
        from gapcheck.importers.survey.plan import read_survey_map  # noqa: PLC0415
        from gapcheck.importers.survey.reading import read_survey  # noqa: PLC0415

        return read_survey(
            name, data, read_survey_map(asked.survey.name, asked.survey.read_bytes())
        )
    if is_workbook(data):
        return read_workbook(name, data)
    return read_segments(name, data, asked.columns or None)


def _interview(name: str, path: Path, asked: Asked) -> Brought:
    from gapcheck.importers.interviews.run import read_interview  # noqa: PLC0415

    found = read_interview(
        name, path.read_bytes(), known=tuple(asked.key), asking=tuple(asked.asking)
    )
    asked.key[:] = list(dict.fromkeys((*asked.key, *found.key)))
    return found.brought


IMPORTERS: Final[Mapping[str, Reader]] = MappingProxyType(
    {
        ".qdpx": _project,
        ".qde": _project,
        ".qdc": _project,
        ".xlsx": _table,
        ".csv": _table,
        ".tsv": _table,
        ".docx": _interview,
        ".txt": _interview,
        ".md": _interview,
        ".vtt": _interview,
        ".srt": _interview,
        ".odt": _interview,
        ".rtf": _interview,
    }
)
"""Every kind of file that evidence is read from, by the ending of its name."""


def survey_draft(path: Path) -> str:
    """A map for a table of answers, to be filled in; Unfit where it is no table."""
    from gapcheck.importers.grids.reading import read_grids  # noqa: PLC0415
    from gapcheck.importers.survey.drafting import draft_survey_map  # noqa: PLC0415

    grids = read_grids(path.name, path.read_bytes())
    return draft_survey_map(max(grids, key=lambda one: len(one.rows)))


def found_in(paths: Iterable[Path]) -> tuple[tuple[Path, str], ...]:
    """The files that are named, and those in folders that are, each with its folder's name.

    Unfit where one is not there, or a folder holds none.
    """
    found = tuple(pair for path in paths for pair in _found(path))
    if len(found) > MOST_FILES:
        raise Unfit(f"there are {len(found):,} files, and {MOST_FILES:,} are allowed")
    return found


def read(path: Path, folder: str, asked: Asked) -> Brought:
    """What one file held; Unfit where it cannot be read."""
    ending = path.suffix.lower()
    if steps := steps_for(ending):
        raise Unfit(f"{path.name} can be read by the program alone that wrote it", steps)
    reader = IMPORTERS.get(ending)
    if reader is None:
        message = f"{path.name} is of no kind that is read here"
        raise Unfit(message, offered(ending, IMPORTERS))
    try:
        if path.stat().st_size > LIMIT:
            raise Unfit(f"{path.name} is larger than {LIMIT >> 30} GiB")
        brought = reader(path.name, path, asked)
    except OSError as error:
        raise Unfit(f"{path.name} could not be read: {error.strerror or error}") from error
    except Unfit as error:
        if path.name not in error.message:
            error.message = f"{path.name}: {error.message}"
        raise
    if not folder:
        return brought
    documents = tuple(replace(one, folder=one.folder or folder) for one in brought.documents)
    return replace(brought, documents=documents)


def _found(path: Path) -> Iterator[tuple[Path, str]]:
    if not path.exists():
        raise Unfit(f"there is no file or folder {path}")
    if not path.is_dir():
        yield path, ""
        return
    held = sorted(one for one in path.rglob("*") if one.suffix.lower() in IMPORTERS)
    files = [one for one in held if one.is_file() and not one.name.startswith((".", "~$"))]
    if not files:
        raise Unfit(f"{path} holds nothing that is read here", f"Read are {', '.join(IMPORTERS)}.")
    yield from ((one, one.parent.name) for one in files)
