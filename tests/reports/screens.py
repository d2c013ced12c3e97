"""Reports written to a screen that a test can read."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from functools import partial
from unittest.mock import patch

from rich.cells import cell_len
from rich.console import Console

from gapcheck.model.report import Report
from gapcheck.reports.screen import make_console
from gapcheck.reports.terminal.explain import write_explain
from gapcheck.reports.terminal.explain_across import write_explain_across
from gapcheck.reports.terminal.overview import write_overview
from gapcheck.reports.terminal.partnership import write_partnerships

from . import sample

Writer = Callable[[Console], None]


class FakeTerminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def written(write: Writer, width: int = 80, *, ascii_only: bool = False) -> str:
    """What is written on a pipe."""
    stream = io.StringIO()
    write(make_console(stream, width=width, ascii_only=ascii_only))
    return stream.getvalue()


def coloured(write: Writer, *, no_color: bool = False, term: str = "xterm-256color") -> str:
    """What is written on a terminal."""
    stream = FakeTerminal()
    with patch.dict(os.environ, {"TERM": term, "COLORTERM": ""}):
        os.environ.pop("NO_COLOR", None)
        write(make_console(stream, width=80, no_color=no_color))
    return stream.getvalue()


def encoded(write: Writer, encoding: str) -> str:
    """What arrives in a file of an encoding."""
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding=encoding, newline="\n")
    write(make_console(stream, width=80))
    stream.flush()
    return raw.getvalue().decode(encoding)


def too_wide(text: str, width: int) -> list[str]:
    """The lines that do not fit."""
    return [line for line in text.splitlines() if cell_len(line) > width]


def partnership(report: Report | None = None) -> Writer:
    """The report of a partnership: Northtown's where none is given."""
    return partial(write_partnerships, report or sample.northtown())


def overview(report: Report | None = None) -> Writer:
    """The overview: of the sample study where none is given."""
    return partial(write_overview, report or sample.study())


def explain(name: str, report: Report | None = None) -> Writer:
    """One finding of Northtown in full, by the short name of its imperative."""
    report = report or sample.northtown()
    finding = next(each for each in report.findings if each.imperative.id == name)
    return partial(write_explain, finding, report)


def across(name: str) -> Writer:
    """One imperative over the sample study, by its full name."""
    return partial(write_explain_across, sample.study(), name)


SCREENS: dict[str, Writer] = {
    "partnership": partnership(),
    "overview": overview(),
    "overview-many": overview(sample.study(4)),
    "explain": explain("sectors-together"),
    "explain-outside": explain("active-partner"),
    "explain-nothing": explain("vcs-statement"),
    "across": across("lsp-guidance-2001/sectors-together"),
}
