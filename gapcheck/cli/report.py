"""`gapcheck report`: what is practised, what is not, what nobody knows, and whose words say so."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from gapcheck.cli.faces import NAMES, Face, fitting, only_with, show, view_of
from gapcheck.cli.folder import is_folder, write_folder
from gapcheck.cli.gate import gate_of, tripped
from gapcheck.cli.options import (
    AsAtOption,
    AsciiOption,
    AudienceOption,
    ClusterOption,
    CoarsenOption,
    JobsOption,
    OutputOption,
    QuietOption,
    StudyOption,
    WidthOption,
    as_at_of,
    coarsened,
    crew_of,
    format_of,
    root_of,
    today,
)
from gapcheck.cli.regression import kept, regressed
from gapcheck.cli.wanted import How, Part, Wanted
from gapcheck.comparing.pinned import Pinned
from gapcheck.model.choices import Audience
from gapcheck.model.report import Report
from gapcheck.reports.formats import EXTENSIONS, ROWS, TERMINAL

NamesArgument = Annotated[
    list[str] | None,
    typer.Argument(metavar="LSP", help="Partnerships by id or name; none: the overview."),
]
FormatOption = Annotated[
    str | None,
    typer.Option("--format", "-f", metavar="|".join(NAMES), help="Else by the file's ending."),
]
RowsOption = Annotated[
    str | None,
    typer.Option("--rows", metavar="|".join(ROWS), help="What a row of csv is."),
]
TransposeOption = Annotated[bool, typer.Option("--transpose", help="xlsx: imperatives in rows.")]
PolicyOption = Annotated[
    list[str] | None,
    typer.Option("--policy", metavar="POLICY", help="Only its imperatives; may be repeated."),
]
TopicOption = Annotated[
    list[str] | None,
    typer.Option("--topic", metavar="TOPIC", help="Only imperatives on it; may be repeated."),
]
OnlyOption = Annotated[
    str | None,
    typer.Option("--only", metavar="VERDICTS", help="Only these verdicts or groups."),
]
FailOnOption = Annotated[
    str | None,
    typer.Option("--fail-on", metavar="VERDICTS", help="Exit 1 on these verdicts or groups."),
]
RegressionOption = Annotated[
    bool, typer.Option("--fail-on-regression", help="Exit 1 where a finding got worse.")
]
AgainstOption = Annotated[
    Path | None,
    typer.Option("--against", metavar="FILE", help="Than in this report, kept as JSON."),
]
BriefOption = Annotated[
    bool, typer.Option("--brief", help="Two pages on a partnership instead of the whole.")
]
SensitivityOption = Annotated[
    bool, typer.Option("--sensitivity", help="What other settings would change, instead.")
]
BeyondOption = Annotated[
    bool, typer.Option("--beyond-policy", help="What no policy asks for, instead.")
]
TemplateOption = Annotated[
    Path | None,
    typer.Option("--template", metavar="FILE", help="A .docx or .dotx whose styles to use."),
]


def report(
    context: typer.Context,
    names: NamesArgument = None,
    format_: FormatOption = None,
    output: OutputOption = None,
    brief: BriefOption = False,
    sensitivity: SensitivityOption = False,
    beyond_policy: BeyondOption = False,
    template: TemplateOption = None,
    rows: RowsOption = None,
    transpose: TransposeOption = False,
    policy: PolicyOption = None,
    topic: TopicOption = None,
    only: OnlyOption = None,
    fail_on: FailOnOption = None,
    fail_on_regression: RegressionOption = False,
    against: AgainstOption = None,
    audience: AudienceOption = Audience.TEAM,
    coarsen: CoarsenOption = False,
    ascii_only: AsciiOption = False,
    width: WidthOption = None,
    pager: Annotated[bool, typer.Option(help="Page long reports on a terminal.")] = True,
    quiet: QuietOption = False,
    jobs: JobsOption = None,
    cluster: ClusterOption = None,
    study: StudyOption = None,
    as_at: AsAtOption = None,
) -> None:
    """Report on partnerships, or without a name on all of them side by side."""
    gates = _Gates(gate_of(fail_on), kept(against, asked=fail_on_regression))
    chosen = _format_of(format_, output, names or ())
    dress = fitting(chosen, template, brief=brief, whole=not names)
    kind = only_with(chosen, rows=rows, transposed=transpose)
    view = view_of(chosen, audience, brief, sensitivity=sensitivity, beyond_policy=beyond_policy)
    day, part = as_at_of(context, as_at), Part.of(policy, topic, only)
    how = How(crew_of(jobs, cluster), quiet=quiet, slim=chosen == TERMINAL)
    root, coarse = root_of(context, study, far=True), coarsened(audience, coarsen)
    wanted = Wanted(root, today(), day, audience, coarse, part, view, how)
    face = Face(chosen, output, brief, dress, width, ascii_only, pager, kind, transpose, view)
    _answer(wanted, names or (), face, gates)


def _format_of(named: str | None, output: Path | None, names: Sequence[str]) -> str:
    """The format of the one file; in a folder it is that of each."""
    file = None if is_folder(output, names) else output
    return format_of(named, file, NAMES, EXTENSIONS)


@dataclass(frozen=True, slots=True)
class _Gates:
    """What makes a run fail: some verdicts, or any that is worse than `before`."""

    verdicts: frozenset[str]
    before: Pinned | None

    def shut(self, found: Report) -> list[str]:
        """Why the run fails, a sentence each."""
        return [*tripped(found, self.verdicts), *regressed(found, self.before)]


def _answer(wanted: Wanted, names: Sequence[str], face: Face, gates: _Gates) -> NoReturn:
    """Show the report, or write the files of a folder; end with 1 where a gate is shut."""
    found = wanted.judged(names)
    if face.output is not None and is_folder(face.output, names):
        write_folder(face.output, face, found, wanted)
    else:
        show(wanted.shown(found), face, wanted.root)
    # What a gate looks at does not hang on what is shown.
    reasons = gates.shut(found)
    sys.stderr.writelines(f"{reason}\n" for reason in reasons)
    raise typer.Exit(bool(reasons))
