"""A folder of reports: each partnership's own file, as it would be if it were asked for alone."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from gapcheck.cli.faces import Face, as_file
from gapcheck.cli.output import save
from gapcheck.cli.refusals import CannotWrite
from gapcheck.cli.wanted import Wanted
from gapcheck.model.report import Report
from gapcheck.reports.formats import EXTENSIONS
from gapcheck.reports.phrases import counted

OVERVIEW = "overview"
"""The name of the file for all partnerships; a partnership of that name gets another."""


def is_folder(output: Path | None, names: Sequence[str]) -> bool:
    """Whether an output is a folder, or is to be one: several are named, and it has no ending."""
    if output is None or output.suffix.lower() in EXTENSIONS:
        return False
    return output.is_dir() or (len(names) > 1 and not output.suffix)


def write_folder(folder: Path, face: Face, found: Report, wanted: Wanted) -> None:
    """Write a file for each partnership of a report, and of a whole study its overview.

    All are made before the first is written; each is written whole or not at all.
    """
    files: dict[str, bytes] = {}
    if found.whole_study:
        files[OVERVIEW] = as_file(wanted.shown(found), face)
    for part in found.partnerships:
        own = part.partnership.id
        name = f"{own}-alone" if own == OVERVIEW else own
        files[name] = as_file(wanted.shown(wanted.judged([own])), face)
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        why = error.strerror or str(error)
        raise CannotWrite(f"{folder} could not be made: {why}.") from error
    for name, data in files.items():
        save(folder / f"{name}{face.ending}", data)
    sys.stderr.write(f"{counted(len(files), 'file')} written into {folder}\n")
