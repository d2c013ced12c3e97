"""`gapcheck check`: every rule on every file."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from gapcheck.analysis import examine
from gapcheck.cli.options import (
    AsciiOption,
    OutputOption,
    StudyOption,
    WidthOption,
    before,
    root_of,
)
from gapcheck.cli.output import draw, emit
from gapcheck.cli.refusals import Refused
from gapcheck.diagnostic import Diagnostic, Severity
from gapcheck.inventory import totals
from gapcheck.load.root import find_study
from gapcheck.model.corpus import Corpus
from gapcheck.reports import check_json, check_terminal, check_text
from gapcheck.source.files import Unreadable, read_file
from gapcheck.source.text import decode

_WRITERS = {"text": check_text.write, "json": check_json.write}
FORMATS = ("terminal", *_WRITERS)
_UNREAD = ("unread-file", "empty-study")
"""Rules on what was not read: a file elsewhere, a folder that holds nothing."""

PathsArgument = Annotated[
    list[Path] | None, typer.Argument(metavar="PATH", help="Only report these.")
]


def check(
    context: typer.Context,
    paths: PathsArgument = None,
    format_: Annotated[
        str | None,
        typer.Option("--format", "-f", metavar="|".join(FORMATS), help="How to write it."),
    ] = None,
    output: OutputOption = None,
    strict: Annotated[bool, typer.Option("--strict", help="Fail on warnings too.")] = False,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Say nothing if sound.")] = False,
    ascii_only: AsciiOption = False,
    width: WidthOption = None,
    study: StudyOption = None,
) -> None:
    """Check every file of the study: what is wrong, where, and how to mend it."""
    chosen = _format(format_, output)
    root = root_of(context, study or before(context).study or _study_of(paths))
    asked = [_place(path, root) for path in paths or ()]
    corpus, every = examine(root)
    found = [one for one in every if not asked or _belongs(root / one.location.path, asked)]
    if chosen in _WRITERS:
        emit(lambda stream: _WRITERS[chosen](found, stream), output)
    elif found or output:
        sound = None if asked else _sound_files(corpus, found, root)
        draw(
            lambda console: check_terminal.write(found, sound, _Lines(root), console),
            output,
            width=width,
            ascii_only=ascii_only,
            page=False,
        )
    if not found and not quiet:
        sys.stderr.write(_sound(corpus, paths or ()))
    gate = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    raise typer.Exit(any(one.severity in gate for one in found))


def _format(named: str | None, output: Path | None) -> str:
    """The format asked for, else the one that the output's ending means, else the terminal."""
    if named is not None and named not in FORMATS:
        raise typer.BadParameter(f"{named} is no format: {', '.join(FORMATS)}")
    return named or ("json" if output and output.suffix.lower() == ".json" else "terminal")


def _study_of(paths: Sequence[Path] | None) -> Path | None:
    if not paths:
        return None
    first = paths[0]
    return find_study(first if first.is_dir() else first.parent)


def _place(path: Path, root: Path) -> Path:
    """Where a path that was named lies; Refused where a check of it could find nothing."""
    if not path.exists() and not path.is_symlink():
        raise Refused(f"There is no file or folder {path}.")
    # The file's own link is not followed: it is a problem of its own.
    place = path.resolve() if path.is_dir() else path.parent.resolve() / path.name
    if not _belongs(place, [root]):
        raise Refused(f"{path} lies outside of the study in {root}.")
    return place


def _belongs(place: Path, asked: Sequence[Path]) -> bool:
    return any(place == one or one in place.parents for one in asked)


def _sound_files(corpus: Corpus, found: Sequence[Diagnostic], root: Path) -> int:
    """How many of the files that were read have no problem."""
    wrong = {one.location.path for one in found if one.rule not in _UNREAD}
    return max(0, corpus.files - sum(not (root / path).is_dir() for path in wrong))


def _sound(corpus: Corpus, paths: Sequence[Path]) -> str:
    if paths:
        return f"No problem in {', '.join(map(str, paths))}.\n"
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
