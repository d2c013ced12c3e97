"""The application: its commands, and how each kind of trouble ends it."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from gapcheck import __version__
from gapcheck.checks.not_fit import NotFit
from gapcheck.cli.commands import Commands
from gapcheck.cli.options import AsAtOption, Before, StudyOption
from gapcheck.cli.refusals import CannotWrite, Refused
from gapcheck.far.unreachable import Unreachable
from gapcheck.load.root import NoStudy
from gapcheck.load.unknown_name import UnknownName
from gapcheck.matchers.no_model import NoModel
from gapcheck.missing_extra import MissingExtra
from gapcheck.model.unfit import Unfit
from gapcheck.reports.no_template import NoTemplate
from gapcheck.revisions.no_revision import NoRevision
from gapcheck.scaffold.refused import Refused as NothingWritten
from gapcheck.sweep.no_cluster import NoCluster

app = typer.Typer(
    name="gapcheck",
    cls=Commands,
    help="Pytest for public policy: what national policy asks of local partnerships, checked "
    "against what people there say is done.",
    no_args_is_help=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(value: bool) -> None:
    if value:
        typer.echo(f"gapcheck {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    study: StudyOption = None,
    as_at: AsAtOption = None,
    version: Annotated[  # noqa: ARG001
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say it and stop.")
    ] = False,
) -> None:
    """Note what stands before the command; alone, say where things are."""
    context.obj = Before(study, as_at)
    if context.invoked_subcommand is None:
        from gapcheck.cli.home import home  # noqa: PLC0415

        home(context)


def run() -> int:
    """Run the command line and return the exit code; no traceback reaches a user."""
    try:
        app()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0
    except (
        NoStudy,
        Unfit,
        UnknownName,
        NoModel,
        NoCluster,
        NoRevision,
        NoTemplate,
        MissingExtra,
        Unreachable,
        CannotWrite,
        Refused,
        NothingWritten,
        NotFit,
    ) as error:
        return _fail(f"{error}{_HELP.get(type(error), '')}")
    except Exception as error:
        if os.environ.get("GAPCHECK_DEBUG"):
            raise
        return _fail(f"gapcheck itself failed: {_last_words(error)}. {_REPORT_IT}")
    return 0


_HELP: dict[type[Exception], str] = {
    NoStudy: "\n`gapcheck init study` begins one; `gapcheck init --example study` brings one along."
}
_REPORT_IT = "That is a fault in gapcheck; GAPCHECK_DEBUG=1 shows where."


def _fail(message: str, status: int = 2) -> int:
    sys.stderr.write(f"{message}\n")
    return status


def _last_words(error: Exception) -> str:
    """What an unforeseen error is, without anything that it may have read from a file."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f" in {Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else ""
    return f"{type(error).__name__}{where}"
