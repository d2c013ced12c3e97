"""Where results go: a terminal, a pager, a pipe or a file."""

from __future__ import annotations

import io
import os
import pydoc
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TextIO

from gapcheck.cli.refusals import CannotWrite, Refused
from gapcheck.source.files import is_far
from gapcheck.writing import whole_file, write_whole

if TYPE_CHECKING:
    from gapcheck.reports.screen import Screen

    Draw = Callable[[Screen], None]


def encoded(text: str) -> bytes:
    """Text as it is written to files: UTF-8, and names of files with the bytes that they have."""
    return text.encode("utf-8", errors="surrogateescape")


def emit(write: Callable[[TextIO], None], output: Path | None) -> None:
    """Write text in UTF-8 with plain line ends, to a file or to stdout, as it comes.

    However much it is, no more of it is in memory than a few lines.
    """
    if output is not None:
        with _writable(output), whole_file(output) as file, _text(file) as stream:
            write(stream)
        return
    raw = getattr(sys.stdout, "buffer", None)
    with _reader(), nullcontext(sys.stdout) if raw is None else _text(raw) as stream:
        sys.stdout.flush()
        write(stream)


@contextmanager
def _text(raw: BinaryIO) -> Iterator[TextIO]:
    """Text as `encoded` makes bytes of it, on the way into a stream that stays open."""
    stream = io.TextIOWrapper(raw, "utf-8", errors="surrogateescape", newline="\n")
    try:
        yield stream
        stream.flush()
    finally:
        # Else it would close the stream, or try again to write what nobody reads any more.
        with suppress(OSError):
            stream.detach()


def hand_over(data: bytes, output: Path | None, ending: str) -> None:
    """Write bytes to a file or to a pipe; Refused where a terminal would have to show them."""
    if output is not None:
        save(output, data)
        return
    raw = getattr(sys.stdout, "buffer", None)
    if sys.stdout.isatty() or raw is None:
        raise Refused(f"A terminal cannot show this format: say -o FILE{ending}")
    with _reader():
        sys.stdout.flush()
        raw.write(data)
        raw.flush()


def say(text: str) -> None:
    """Write lines to stdout, whatever its encoding can carry."""
    _tolerant()
    with _reader():
        sys.stdout.write(text)
        sys.stdout.flush()


def draw(
    paint: Draw,
    output: Path | None,
    *,
    width: int | None = None,
    ascii_only: bool = False,
    study: Path | None = None,
    page: bool = True,
) -> None:
    """Draw on the terminal (paged where it is long), on a pipe, or plainly into a file."""
    # Imported late: what is written in another format is not drawn.
    from gapcheck.reports.screen import make_console  # noqa: PLC0415

    if output is not None:
        buffer = io.StringIO()
        paint(make_console(buffer, width=width or 80, ascii_only=ascii_only))
        save(output, buffer.getvalue().encode("utf-8", errors="backslashreplace"))
        return
    _tolerant()
    # A terminal opens files of a disk alone.
    links = None if study is None or is_far(study) else study
    console = make_console(sys.stdout, width=width, ascii_only=ascii_only, hyperlinks=links)
    if console.legacy_windows:
        # Such a console draws by calls to the system, not by codes in the text.
        paint(console)
        return
    with console.capture() as captured, _reader():
        paint(console)
    text = captured.get()
    paged = page and console.is_terminal and sys.stdin.isatty() and os.name == "posix"
    if paged and text.count("\n") >= console.height:
        os.environ.setdefault("LESS", "-FRX")
        pydoc.pager(text)
    else:
        say(text)


def save(path: Path, data: bytes) -> None:
    """Write a file whole; CannotWrite says why that was not possible."""
    with _writable(path):
        write_whole(path, data)


@contextmanager
def _writable(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        why = error.strerror or str(error)
        raise CannotWrite(f"{path} could not be written: {why}.") from error


@contextmanager
def _reader() -> Iterator[None]:
    """Fall silent where the reader closes the pipe (`| head`); the exit code stays the run's."""
    try:
        yield
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _tolerant() -> None:
    """Let a pipe that is no UTF-8 show what it cannot carry as an escape, not as a crash."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
