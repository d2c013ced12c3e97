"""How problems reach whoever asked: on the screen, in a format, as a sentence beside it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import typer

from gapcheck.checks.baseline import Sifted
from gapcheck.checks.limits import MOST
from gapcheck.checks.narrowing import Narrowing, lies_in
from gapcheck.checks.unnamed import shown, unnamed_source
from gapcheck.cli.asked import Asked
from gapcheck.cli.output import draw, emit
from gapcheck.cli.refusals import Refused
from gapcheck.diagnostic import Diagnostic, Severity
from gapcheck.load.entries import is_folder
from gapcheck.load.repository import folder_in_repository
from gapcheck.load.root import SETTINGS
from gapcheck.model.checked import Checked
from gapcheck.model.held import Held
from gapcheck.model.quoted import Quoted, tally
from gapcheck.near import did_you_mean
from gapcheck.reports.check_formats import CHECK_EXTENSIONS, CHECK_FORMATS, TERMINAL
from gapcheck.reports.check_quotes import quotes_said
from gapcheck.source.files import Unreadable, at, read_file
from gapcheck.source.text import decode

NAMES = (TERMINAL, *CHECK_FORMATS)
_UNREAD = ("unread-file", "empty-study")
"""Rules on what was not read: a file elsewhere, a folder that holds nothing."""


@dataclass(frozen=True, slots=True)
class Screen:
    """Where to write, how wide, and with which letters."""

    output: Path | None
    width: int | None
    ascii_only: bool


@dataclass(frozen=True, slots=True)
class Run:
    """One run of `check`: what was read, what was found, and what was asked."""

    held: Held
    found: tuple[Diagnostic, ...]
    asked: Asked
    narrowing: Narrowing
    parted: Sifted
    strict: bool

    @property
    def failing(self) -> frozenset[Severity]:
        """The severities that fail the run."""
        return frozenset(Severity) if self.strict else frozenset({Severity.ERROR})

    @property
    def quoted(self) -> tuple[Quoted, ...]:
        """What came of looking for the quotes of the files that were asked for."""
        root, places = self.asked.root, self.asked.places or (self.asked.root,)
        asked = (one for one in self.held.quoted if lies_in(root / one.file, places))
        return tuple(map(unnamed_source, asked))

    @property
    def failed(self) -> bool:
        """Whether anything found fails it."""
        return any(one.severity in self.failing for one in self.found)


def format_of(named: str | None, output: Path | None) -> str:
    """The format asked for, else the one that the output's ending means, else the terminal."""
    if named is not None and named not in NAMES:
        raise typer.BadParameter(f"{named} is no format: {', '.join(NAMES)}")
    ending = output.suffix.lower() if output else ""
    return named or CHECK_EXTENSIONS.get(ending, TERMINAL)


def rules_of(text: str | None) -> frozenset[str]:
    """The rules of a list with commas; Refused at the first that there is not."""
    if text is None:
        return frozenset()
    # Imported late, as below: where all is sound nothing has to be explained or drawn.
    from gapcheck.checks.catalogue import CATALOGUE  # noqa: PLC0415

    names = [name.strip() for name in text.split(",")]
    for name in filter(None, names):
        if name not in CATALOGUE:
            advice = did_you_mean(name, CATALOGUE) or "`gapcheck rules` lists them all."
            raise Refused(f"There is no rule called {name}. {advice}")
    if not any(names):
        raise Refused("Name a rule: `gapcheck rules` lists them all.")
    return frozenset(filter(None, names))


def show(run: Run, chosen: str, screen: Screen, *, quiet: bool) -> None:
    """Write what was found, and beside it what else there is to say."""
    if chosen in CHECK_FORMATS:
        emit(lambda stream: CHECK_FORMATS[chosen](_checked(run), stream), screen.output)
    elif run.found or screen.output:
        from gapcheck.reports import check_terminal  # noqa: PLC0415

        lines = _Lines(run.asked)
        draw(
            lambda console: check_terminal.write(run.found, _sound_files(run), lines, console),
            screen.output,
            width=screen.width,
            ascii_only=screen.ascii_only,
            page=False,
        )
    if not quiet:
        sys.stderr.write(_beside(run))


def _checked(run: Run) -> Checked:
    from gapcheck.checks.catalogue import CATALOGUE  # noqa: PLC0415

    root = run.asked.root
    settings = (SETTINGS,) if at(root / SETTINGS).is_file() else ()
    others = {other.location.path for one in run.found for other in one.related}
    # A transcript that a problem leads to is no file of evidence that could be wrong or sound.
    typed = {path for path in others if path.endswith((".yaml", ".yml"))}
    paths = {*settings, *run.held.files, *typed}
    asked = run.asked.places or (root,)
    return Checked(
        diagnostics=run.found,
        title=run.held.title,
        files=tuple(sorted(shown(path) for path in paths if lies_in(root / path, asked))),
        rules=CATALOGUE,
        failing=run.failing,
        folder=folder_in_repository(root),
        quoted=run.quoted,
    )


def _sound_files(run: Run) -> int | None:
    """How many of the files that were read have no problem; None where not all were shown."""
    if run.narrowing.any or run.parted.known or len(run.found) > MOST:
        return None
    wrong = {one.location.path for one in run.found if one.rule not in _UNREAD}
    # A name too long for the system (once escaped) is that of no folder.
    files = sum(not is_folder(run.asked.root / path) for path in wrong)
    return max(0, run.held.read - files)


def _beside(run: Run) -> str:
    """The sentences on what no list of problems shows."""
    said = "" if run.found else f"No problem {_where(run)}.\n"
    said += quotes_said(tally(run.quoted))
    gone = 0 if run.narrowing.any else run.parted.gone
    if gone:
        are = "problem of the baseline is" if gone == 1 else "problems of the baseline are"
        said += f"{gone:,} {are} mended: --write-baseline takes that in.\n"
    return said


def _where(run: Run) -> str:
    besides = "besides those that are known, " if run.parted.known else ""
    rules = "of these rules " if run.narrowing.select or run.narrowing.ignore else ""
    return f"{besides}{rules}{_among(run)}"


def _among(run: Run) -> str:
    held = run.held
    if run.asked.named:
        return f"in {', '.join(run.asked.named)}"
    return (
        f"in {held.read} files: {held.imperatives} imperatives in {held.policies} policies; "
        f"{held.sources} sources in {held.partnerships} partnerships"
    )


class _Lines:
    """The lines of the study's files, as the terminal shows them."""

    def __init__(self, asked: Asked) -> None:
        self.asked = asked

    def __call__(self, path: str) -> Sequence[str]:
        place = self.asked.root / path
        try:
            given = self.asked.given.get(place)
            text, _ = decode(read_file(place) if given is None else given)
        except Unreadable:
            return ()
        return text.splitlines()
