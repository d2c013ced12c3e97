"""`gapcheck check`: every rule on every file."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from gapcheck.analysis import examine
from gapcheck.cli.options import AsciiOption, OutputOption, StudyOption, WidthOption, root_of
from gapcheck.cli.output import draw, emit
from gapcheck.diagnostic import Diagnostic, Severity
from gapcheck.inventory import totals
from gapcheck.load.root import find_study
from gapcheck.model.corpus import Corpus
from gapcheck.reports import check_json, check_terminal, check_text
from gapcheck.source.files import Unreadable, read_file
from gapcheck.source.text import decode

_WRITERS = {"text": check_text.write, "json": check_json.write}
FORMATS = ("terminal", *_WRITERS)

PathsArgument = Annotated[
    list[Path] | None, typer.Argument(metavar="PATH", help="Only report these.")
]


def check(
    context: typer.Context,
    paths: PathsArgument = None,
    format_: Annotated[
        str, typer.Option("--format", "-f", metavar="|".join(FORMATS), help="How to write it.")
    ] = "terminal",
    output: OutputOption = None,
    strict: Annotated[bool, typer.Option("--strict", help="Fail on warnings too.")] = False,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Say nothing if sound.")] = False,
    ascii_only: AsciiOption = False,
    width: WidthOption = None,
    study: StudyOption = None,
) -> None:
    """Check every file of the study: what is wrong, where, and how to mend it."""
    root = root_of(context, study or _study_of(paths))
    corpus, every = examine(root)
    found = [one for one in every if _asked(one, root, paths)]
    if format_ in _WRITERS:
        emit(lambda stream: _WRITERS[format_](found, stream), output)
    elif format_ != "terminal":
        raise typer.BadParameter(f"{format_} is no format: {', '.join(FORMATS)}")
    elif found:
        draw(
            lambda console: check_terminal.write(found, corpus.files, _Lines(root), console),
            output,
            width=width,
            ascii_only=ascii_only,
            page=False,
        )
    if not found and not quiet:
        sys.stderr.write(_sound(corpus))
    gate = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    raise typer.Exit(any(one.severity in gate for one in found))


def _study_of(paths: Sequence[Path] | None) -> Path | None:
    if not paths:
        return None
    first = paths[0]
    return find_study(first if first.is_dir() else first.parent)


def _asked(one: Diagnostic, root: Path, paths: Sequence[Path] | None) -> bool:
    """Whether a diagnostic belongs to one of the paths that were named, or none was."""
    if not paths:
        return True
    place = root / one.location.path
    return any(place == path or path in place.parents for path in (p.resolve() for p in paths))


def _sound(corpus: Corpus) -> str:
    held = totals(corpus)
    return (
        f"No problem in {corpus.files} files: {held.imperatives} imperatives in {held.policies} "
        f"policies; {held.sources} sources in {held.partnerships} partnerships.\n"
    )


class _Lines:
    """The lines of the study's files, as the terminal shows them."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def __call__(self, path: str) -> Sequence[str]:
        try:
            text, _ = decode(read_file(self.root / path))
        except Unreadable:
            return ()
        return text.splitlines()
