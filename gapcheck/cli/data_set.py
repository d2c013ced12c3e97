"""`gapcheck export parquet`: findings, statements and excerpts as a folder of tables."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from pathlib import Path

from gapcheck.bringing.outgoing import outgoing
from gapcheck.cli.output import encoded, save
from gapcheck.cli.refusals import CannotWrite, Refused
from gapcheck.cli.wanted import Wanted
from gapcheck.exporters.kinds import FOLDERS, FolderKind
from gapcheck.exporters.parquet.data_set import FORMAT, README, DataSet
from gapcheck.interchange.ledger import Ledger
from gapcheck.model.choices import Audience
from gapcheck.reports import brought as words
from gapcheck.reports.data_set import metadata, readme
from gapcheck.writing import is_vacant, whole_folder


def export_folder(
    wanted: Wanted, kind: str, names: Sequence[str], output: Path | None, report: Path | None
) -> list[str]:
    """Write a data set of a study, or of some partnerships; the lines of the loss report."""
    if output is None:
        raise Refused(f"{kind} is a folder of files: say -o FOLDER")
    made = FOLDERS[kind]()
    if not is_vacant(output, made.is_own):
        raise Refused(
            f"{output} holds something that no export as {kind} wrote, so it is left as it is. "
            "Name a folder that is new, empty, or such an export."
        )
    left = Ledger()
    data = _data(wanted, names, left)
    rows = Ledger()
    for name, count in _written(made, data, output).items():
        # What is known of excerpts and their sources stands in the other ledger.
        if name != "excerpts":
            rows.taken(name, count)
    tallies = (*rows.tallies(), *left.tallies())
    if report is not None:
        stream = io.StringIO()
        words.write("export", {"kind": kind, "file": str(output)}, tallies, stream)
        save(report, encoded(stream.getvalue()))
    return list(words.told(tallies))


def _data(wanted: Wanted, names: Sequence[str], left: Ledger) -> DataSet:
    """The report, and for the team the sources whose words may leave; the rest is counted."""
    found = wanted.judged(names)
    sources = None
    if wanted.audience is Audience.TEAM:
        sources = outgoing(wanted.root, names, wanted.today, left).selected.sources
    else:
        left.left("tables", "An edition for the public holds none of them.", "excerpts")
    for said in found.left_out:
        left.left("files with errors", "What is wrong in them is in no table.", said)
    return DataSet(found, sources, lambda one: metadata(found, one))


def _written(made: FolderKind, data: DataSet, output: Path) -> Mapping[str, int]:
    """Write the tables and the page beside them; how many rows each has."""
    try:
        with whole_folder(output, made.is_own) as folder:
            rows = made.write(data, folder)
            page = encoded(readme(data.report, rows, FORMAT))
            (folder / README).write_bytes(page)
    except OSError as error:
        why = error.strerror or str(error)
        raise CannotWrite(f"{output} could not be written: {why}.") from error
    return rows
