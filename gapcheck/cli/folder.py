"""A folder of reports: each partnership's own file, as it would be if it were asked for alone."""

from __future__ import annotations

import io
import sys
from dataclasses import dataclass
from pathlib import Path

from gapcheck.cli.output import encoded, save
from gapcheck.cli.refusals import CannotWrite
from gapcheck.cli.wanted import Wanted
from gapcheck.model.report import Report
from gapcheck.reports.formats import EXTENSIONS, FORMATS
from gapcheck.reports.phrases import counted
from gapcheck.reports.screen import make_console
from gapcheck.reports.terminal.report import write_report

OVERVIEW = "overview"
"""The name of the file for all partnerships; a partnership of that name gets another."""


@dataclass(frozen=True, slots=True)
class Face:
    """How a report is written into a file."""

    format: str
    width: int | None
    ascii_only: bool

    @property
    def ending(self) -> str:
        """The ending that a file of this format has."""
        return next(ending for ending, format_ in EXTENSIONS.items() if format_ == self.format)

    def written(self, report: Report) -> bytes:
        """The whole file."""
        buffer = io.StringIO()
        if self.format in FORMATS:
            FORMATS[self.format](report, buffer)
            return encoded(buffer.getvalue())
        console = make_console(buffer, width=self.width or 80, ascii_only=self.ascii_only)
        write_report(report, console)
        return buffer.getvalue().encode("utf-8", errors="backslashreplace")


def is_folder(output: Path | None, names: list[str]) -> bool:
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
        files[OVERVIEW] = face.written(wanted.shown(found))
    for part in found.partnerships:
        own = part.partnership.id
        name = f"{own}-alone" if own == OVERVIEW else own
        files[name] = face.written(wanted.shown(wanted.judged([own])))
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        why = error.strerror or str(error)
        raise CannotWrite(f"{folder} could not be made: {why}.") from error
    for name, data in files.items():
        save(folder / f"{name}{face.ending}", data)
    sys.stderr.write(f"{counted(len(files), 'file')} written into {folder}\n")
