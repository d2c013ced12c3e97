"""What a run of a program costs: seconds, and the most memory that each of its processes held."""

from __future__ import annotations

import hashlib
import os
import resource
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from peaks import Peaks

MIB = 1 << 20
ROOT = Path(__file__).parents[1]
TOLD = 300
"""The most letters of what a program said when it failed."""

TYPER_APP = """
import typer

app = typer.Typer()


@app.command()
def hello() -> None:
    print("hello")


app()
"""


class Failed(Exception):
    """A program that could not be measured, and why."""


@dataclass(frozen=True, slots=True)
class Cost:
    """One run: processor time of all its processes, time on the wall, memory, what it put out.

    Memory is in bytes and None where it was not looked at, or where nothing tells of it.
    """

    cpu: float
    wall: float
    first: int | None = None
    child: int | None = None
    output: str = ""


def cost(  # noqa: PLR0913  # each says how one run differs from another
    command: list[str],
    folder: Path | None = None,
    *,
    allowed: tuple[int, ...] = (0, 1),
    watched: bool = False,
    patience: float | None = None,
    environment: Mapping[str, str] | None = None,
) -> Cost:
    """What one run costs; Failed where it ends otherwise than is `allowed`, or takes too long.

    Problems that `gapcheck check` finds are no failure here. Memory is looked at if `watched`.
    """
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as said:
        began = time.perf_counter()
        running = subprocess.Popen(
            command,
            # Python looks for what `-m` names in the folder it is in before anywhere else.
            cwd=folder or ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=said,
            start_new_session=True,
        )
        used, peaks, late = _waited(running, watched, patience)
        wall = time.perf_counter() - began
        said.seek(0)
        _accept(command, running.returncode, said.read(), allowed, patience if late else None)
        first, child = peaks.found() if watched else (None, None)
        if watched and first is None:
            first = used.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
        return Cost(used.ru_utime + used.ru_stime, wall, first, child, _digest(output))


def _waited(
    running: subprocess.Popen[bytes], watched: bool, patience: float | None
) -> tuple[resource.struct_rusage, Peaks, bool]:
    """What a process used until it ended, and whether it had to be ended."""
    late = threading.Event()

    def give_up() -> None:
        late.set()
        _end(running.pid)

    alarm = threading.Timer(patience or 0, give_up)
    peaks = Peaks(running.pid)
    try:
        if patience is not None:
            alarm.start()
        if watched:
            peaks.start()
        _, status, used = os.wait4(running.pid, 0)
    except BaseException:
        _end(running.pid)
        raise
    finally:
        alarm.cancel()
        peaks.stop()
    # Whoever waits in its place has to tell it, or it would ask after a process that is gone.
    running.returncode = os.waitstatus_to_exitcode(status)
    return used, peaks, late.is_set()


def _end(process: int) -> None:
    # A group of its own, so that the workers end with whoever began them.
    try:
        os.killpg(process, signal.SIGKILL)
    except ProcessLookupError:
        return


def _accept(
    command: list[str], code: int, said: bytes, allowed: Iterable[int], late: float | None
) -> None:
    name = " ".join(Path(word).name for word in command[:5])
    if late is not None:
        raise Failed(f"{name} took longer than {late:.0f} s")
    if code not in allowed or b"Traceback" in said:
        told = said.decode("utf-8", "replace").strip()[-TOLD:]
        raise Failed(f"{name} ended with {code}: {told}")


def _digest(stream: IO[bytes]) -> str:
    stream.seek(0)
    return hashlib.file_digest(stream, "sha256").hexdigest()  # type: ignore[arg-type]


def least(run: Callable[[], Cost], times: int) -> Cost:
    """The least of several runs: what else the machine does can only add to a cost."""
    return least_of([run() for _ in range(times)])


def least_of(found: Sequence[Cost]) -> Cost:
    """The least time of several runs, and the most memory."""
    return Cost(
        min(one.cpu for one in found),
        min(one.wall for one in found),
        _most(one.first for one in found),
        _most(one.child for one in found),
        found[0].output,
    )


def _most(found: Iterable[int | None]) -> int | None:
    return max((one for one in found if one is not None), default=None)


def gapcheck(*words: str, study: Path | None = None) -> list[str]:
    """A command of this tree's program."""
    named = () if study is None else ("--study", str(study))
    return [sys.executable, "-m", "gapcheck", *words, *named]


def prepared(cache: Path) -> None:
    """Have programs find this tree, remember below `cache`, and keep what Python compiled.

    They keep it for everybody who does not forbid it. The day is the same in all of a run.
    """
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["GAPCHECK_CACHE_DIR"] = str(cache)
    os.environ["PYTHONPATH"] = str(ROOT)
    os.environ.setdefault("SOURCE_DATE_EPOCH", str(int(time.time())))


def typer_app(folder: Path) -> list[str]:
    """The command of a program of one word, which is what any such program pays."""
    app = folder / "hello.py"
    app.write_text(TYPER_APP, encoding="utf-8")
    return [sys.executable, str(app)]
