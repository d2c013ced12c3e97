"""`gapcheck export parquet`: findings, statements and excerpts as a folder of tables."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from gapcheck.bringing.outgoing import outgoing
from gapcheck.cli.output import encoded, save
from gapcheck.cli.progress import counted
from gapcheck.cli.refusals import CannotWrite, Refused
from gapcheck.cli.wanted import Wanted
from gapcheck.exporters.kinds import FOLDERS, FolderKind
from gapcheck.exporters.parquet.data_set import FORMAT, README, Tables, beside, places
from gapcheck.interchange.ledger import Ledger
from gapcheck.model.choices import Audience
from gapcheck.model.report import PartnershipReport, Report
from gapcheck.reports import brought as words
from gapcheck.reports.data_set import metadata, readme
from gapcheck.sweep.progress import Steps
from gapcheck.writing import is_vacant, whole_folder

Filling = Callable[[Tables], Report]
"""Writes every partnership into tables, and answers with what is told of all of them."""


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
    left, rows = Ledger(), Ledger()
    with counted(quiet=wanted.how.quiet) as steps:
        if wanted.in_parts(names):
            head, fill = _in_parts(wanted, made, left, steps)
        else:
            head, fill = _at_once(wanted, made, names, left)
        written = _written(made, fill, output)
    for name, count in written.items():
        # What is known of excerpts and their sources stands in the other ledger.
        if name != "excerpts":
            rows.taken(name, count)
    for said in head.left_out:
        left.left("files with errors", "What is wrong in them is in no table.", said)
    tallies = (*rows.tallies(), *left.tallies())
    if report is not None:
        stream = io.StringIO()
        words.write("export", {"kind": kind, "file": str(output)}, tallies, stream)
        save(report, encoded(stream.getvalue()))
    return list(words.told(tallies))


def _in_parts(
    wanted: Wanted, made: FolderKind, left: Ledger, steps: Steps
) -> tuple[Report, Filling]:
    """A whole study, of which each partnership is judged, written and dropped."""
    # Imported late: where all is read at once, nobody is needed among whom to share it out.
    from gapcheck.judging.leaving import leaving_study  # noqa: PLC0415

    study = leaving_study(
        wanted.root,
        today=wanted.today,
        as_at=wanted.as_at,
        crew=wanted.how.crew,
        counted=left,
        steps=steps,
    )

    def fill(tables: Tables) -> Report:
        parts = []
        with closing(study.partnerships(made.name, made.made_by)) as leaving:
            for part, packed in leaving:
                tables.add(packed)
                parts.append(part)
        report = replace(study.head, partnerships=tuple(sorted(parts, key=_id)))
        for place in beside(report, study.background()):
            tables.add(made.pack(place, metadata(report, None), report.settings))
        return report

    return study.head, fill


def _at_once(
    wanted: Wanted, made: FolderKind, names: Sequence[str], left: Ledger
) -> tuple[Report, Filling]:
    """What is judged as a whole: for the team with the sources whose words may leave."""
    report = wanted.judged(names)
    sources = None
    if wanted.audience is Audience.TEAM:
        sources = outgoing(wanted.root, names, wanted.today, left).selected.sources
    else:
        left.left("tables", "An edition for the public holds none of them.", "excerpts")

    def fill(tables: Tables) -> Report:
        for place, part in zip(places(report, sources), report.partnerships, strict=True):
            tables.add(made.pack(place, metadata(report, part), report.settings))
        for place in beside(report, sources):
            tables.add(made.pack(place, metadata(report, None), report.settings))
        return report

    return report, fill


def _id(part: PartnershipReport) -> str:
    return part.partnership.id


def _written(made: FolderKind, fill: Filling, output: Path) -> Mapping[str, int]:
    """Write the tables and the page beside them; how many rows each has."""
    try:
        with whole_folder(output, made.is_own) as folder:
            tables = made.begin(folder)
            report = fill(tables)
            tables.close(report, metadata(report, None))
            page = encoded(readme(report, tables.rows, FORMAT))
            (folder / README).write_bytes(page)
    except OSError as error:
        why = error.strerror or str(error)
        raise CannotWrite(f"{output} could not be written: {why}.") from error
    return tables.rows
