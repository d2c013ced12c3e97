"""`gapcheck match`: which imperatives an unreviewed excerpt may bear on, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gapcheck.analysis import suggest
from gapcheck.cli.options import (
    AsciiOption,
    ClusterOption,
    JobsOption,
    OutputOption,
    QuietOption,
    StudyOption,
    WidthOption,
    crew_of,
    format_of,
    root_of,
    today,
)
from gapcheck.cli.output import draw, emit
from gapcheck.cli.progress import counted
from gapcheck.judging.size import is_large
from gapcheck.matchers.bands import at_least
from gapcheck.model.suggestion import Band, Matching
from gapcheck.reports.match_formats import MATCH_EXTENSIONS, MATCH_FORMATS, TERMINAL
from gapcheck.reports.terminal.matching import write_matching

if TYPE_CHECKING:
    from gapcheck.sweep.crews import Crew
    from gapcheck.sweep.progress import Progress, Steps

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
    quiet: QuietOption = False,
    jobs: JobsOption = None,
    cluster: ClusterOption = None,
    study: StudyOption = None,
) -> None:
    """Suggest imperatives for excerpts that nobody has reviewed: ranked, with reasons.

    A person decides. On interviews the right imperative is first about one
    time in five, and among the first five about half the time.
    """
    chosen = format_of(format_, output, NAMES, MATCH_EXTENSIONS)
    root = root_of(context, study, far=True)
    asked = _Asked(root, names or (), top, min_band, model)
    found = asked.found(crew_of(jobs, cluster), quiet=quiet)
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


@dataclass(frozen=True, slots=True)
class _Asked:
    """What of a study is to be matched, and by what."""

    root: Path
    names: Sequence[str]
    top: int
    least: Band | None
    model: Path | None

    def found(self, crew: Crew | None, *, quiet: bool) -> Matching:
        """The suggestions, by whoever does the work; a small study is matched at once."""
        if crew and self.model:
            raise typer.BadParameter("--jobs and --cluster go without --model, which reads here.")
        with counted(quiet=quiet) as steps:
            if crew or (self.model is None and is_large(self.root)):
                return self._in_parts(crew, steps)
            return self._at_once(steps("Reading for meaning"))

    def _in_parts(self, crew: Crew | None, steps: Steps) -> Matching:
        # Imported late: who matches a small study needs nobody among whom to share it out.
        from gapcheck.matching.run import match_in_parts  # noqa: PLC0415

        return match_in_parts(
            self.root,
            self.names,
            today=today(),
            top=self.top,
            least=self.least,
            crew=crew,
            steps=steps,
        )

    def _at_once(self, progress: Progress) -> Matching:
        found = suggest(
            self.root,
            self.names,
            today=today(),
            top=self.top,
            model=self.model,
            progress=progress,
        )
        return at_least(found, self.least) if self.least else found
