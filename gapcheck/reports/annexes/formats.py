"""The annexes that there are, and the formats that one can be written in.

A new annex is a function from a study and its report to an `Annex`, and one line here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import BinaryIO, TextIO

from gapcheck.model.corpus import Corpus
from gapcheck.model.report import Report
from gapcheck.reports.annexes.annex import Annex
from gapcheck.reports.annexes.cerqual import cerqual
from gapcheck.reports.annexes.coreq import coreq
from gapcheck.reports.missing_extra import needing
from gapcheck.reports.template_file import TemplateFile

ANNEXES: Mapping[str, Callable[[Corpus, Report], Annex]] = MappingProxyType(
    {"coreq": coreq, "cerqual": cerqual}
)
"""Each annex by the name that it has on the command line."""


def _markdown(annex: Annex, report: Report, stream: TextIO) -> None:
    from gapcheck.reports.annexes import markdown  # noqa: PLC0415

    markdown.write(annex, report, stream)


def _html(annex: Annex, report: Report, stream: TextIO) -> None:
    from gapcheck.reports.annexes import page  # noqa: PLC0415

    page.write(annex, report, stream)


def _docx(annex: Annex, report: Report, stream: BinaryIO, template: TemplateFile | None) -> None:
    with needing("docx", "docx"):
        from gapcheck.reports.annexes import document  # noqa: PLC0415
    document.write(annex, report, stream, template)


TEXTS: Mapping[str, Callable[[Annex, Report, TextIO], None]] = MappingProxyType(
    {"markdown": _markdown, "html": _html}
)
BINARIES: Mapping[str, Callable[[Annex, Report, BinaryIO, TemplateFile | None], None]] = (
    MappingProxyType({"docx": _docx})
)
ENDINGS: Mapping[str, str] = MappingProxyType({".md": "markdown", ".html": "html", ".docx": "docx"})
"""The format that a file's ending means."""
