"""`gapcheck export workbook|qdpx|qdc|csv`: the records of a study for other programs."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

from gapcheck.bringing.outgoing import outgoing
from gapcheck.cli.options import today
from gapcheck.cli.output import emit, encoded, hand_over, save
from gapcheck.exporters.kinds import READABLE, RECORDS
from gapcheck.interchange.ledger import Ledger
from gapcheck.reports import brought as words


def export_records(
    root: Path, kind: str, names: Sequence[str], output: Path | None, report: Path | None
) -> list[str]:
    """Write the records of a study, or of some partnerships; the lines of the loss report."""
    ending, write = RECORDS[kind]
    ledger = Ledger()
    study = outgoing(root, names, today(), ledger)
    held = io.BytesIO()
    write(study, held)
    if kind in READABLE:
        text = held.getvalue().decode("utf-8", "surrogateescape")
        emit(lambda stream: print(text, end="", file=stream), output)
    else:
        hand_over(held.getvalue(), output, ending)
    tallies = ledger.tallies()
    if report is not None:
        stream = io.StringIO()
        words.write("export", {"kind": kind, "file": str(output or "")}, tallies, stream)
        save(report, encoded(stream.getvalue()))
    return list(words.told(tallies))
