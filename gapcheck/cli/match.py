"""`gapcheck match`: which imperatives an unreviewed excerpt may bear on, and why."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from gapcheck.analysis import suggest
from gapcheck.cli.options import (
    AsciiOption,
    OutputOption,
    StudyOption,
    WidthOption,
    format_of,
    root_of,
    today,
)
from gapcheck.cli.output import draw, emit
from gapcheck.cli.progress import counted
from gapcheck.matchers.bands import at_least
from gapcheck.model.suggestion import Band
from gapcheck.reports.match_formats import MATCH_EXTENSIONS, MATCH_FORMATS, TERMINAL
from gapcheck.reports.terminal.matching import write_matching

NAMES = (TERMINAL, *MATCH_FORMATS)
NamesArgument = Annotated[
    list[str] | None,
    typer.Argument(metavar="LSP", help="Partnerships by id or name; none: all."),
]
FormatOption = Annotated[
    str | None,
    typer.Option("--format", "-f", metavar="|".join(NAMES), help="Else by the file's ending."),
]
TopOption = Annotated[
    int, typer.Option("--top", min=0, metavar="N", help="Candidates of each excerpt; 0: all.")
]
BandOption = Annotated[
    Band | None, typer.Option("--min-band", help="Only candidates of this band or a better one.")
]
ModelOption = Annotated[
    Path | None,
    typer.Option(
        "--model",
        metavar="DIR",
        envvar="GAPCHECK_MODEL",
        help="A folder with model.onnx and tokenizer.json, to read for meaning too.",
    ),
]


def match(
    context: typer.Context,
    names: NamesArgument = None,
    top: TopOption = 5,
    min_band: BandOption = None,
    format_: FormatOption = None,
    output: OutputOption = None,
    model: ModelOption = None,
    ascii_only: AsciiOption = False,
    width: WidthOption = None,
    pager: Annotated[bool, typer.Option(help="Page long lists on a terminal.")] = True,
    study: StudyOption = None,
) -> None:
    """Suggest imperatives for excerpts that nobody has reviewed: ranked, with reasons.

    A person decides. On interviews the right imperative is first about one
    time in five, and among the first five about half the time.
    """
    chosen = format_of(format_, output, NAMES, MATCH_EXTENSIONS)
    root = root_of(context, study, far=True)
    with counted("Reading for meaning") as progress:
        found = suggest(root, names or (), today=today(), top=top, model=model, progress=progress)
    if min_band is not None:
        found = at_least(found, min_band)
    if chosen in MATCH_FORMATS:
        emit(lambda stream: MATCH_FORMATS[chosen](found, stream), output)
        return
    draw(
        lambda console: write_matching(found, console),
        output,
        width=width,
        ascii_only=ascii_only,
        study=root,
        page=pager,
    )
