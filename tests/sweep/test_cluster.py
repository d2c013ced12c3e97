"""A check by the workers of a cluster says what one process says, whatever becomes of them."""

from __future__ import annotations

import gc
import random
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest
from load.studies import SETTINGS, write

from gapcheck import __version__
from gapcheck.checks.asking import Asking
from gapcheck.load.reading import Formats
from gapcheck.load.study import read_before
from gapcheck.load.walk import walk
from gapcheck.sweep import hands
from gapcheck.sweep.crews import Cluster
from gapcheck.sweep.hands import Portions, Several
from gapcheck.sweep.jobs import Ground, Job
from gapcheck.sweep.no_cluster import NoCluster
from gapcheck.sweep.parts import Unlike, parcel, read_part
from gapcheck.sweep.reader import Read

from .agreement import both
from .dask_cluster import MAY_LEAVE_OPEN, Dask, dask_with
from .test_agreement import broken, copied, shipped_texts

pytestmark = MAY_LEAVE_OPEN

DAY = date(2005, 1, 1)
NOWHERE = "tcp://127.0.0.1:9"


@pytest.fixture(autouse=True)
def swept_up() -> Iterator[None]:
    yield
    gc.collect()


@pytest.fixture(scope="module")
def dask() -> Iterator[Dask]:
    with dask_with(2) as found:
        yield found


@pytest.fixture
def mortal() -> Iterator[Dask]:
    """A cluster that a test may kill."""
    with dask_with(2) as found:
        yield found


@pytest.fixture
def odd(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A study with many files and much wrong in them, of which few are handed out at once."""
    monkeypatch.setattr(hands, "FILES", Portions(1, 3))
    chance = random.Random(7)
    return copied(tmp_path, {path: broken(text, chance) for path, text in shipped_texts()})


@dataclass(frozen=True)
class Interrupted:
    """A crew's hands, and something that happens once the first files were read."""

    hands: Several
    happening: Callable[[], object]

    def read(self, ground: Ground, jobs: Sequence[Job]) -> Iterator[Read]:
        for number, found in enumerate(self.hands.read(ground, jobs)):
            if number == 10:
                self.happening()
            yield found


def test_a_cluster_says_what_one_process_says(dask: Dask, odd: Path) -> None:
    both(odd, Asking(today=DAY), Several(Cluster(dask.address)))


def test_a_worker_that_is_killed_is_made_up_for(mortal: Dask, odd: Path) -> None:
    killing = Interrupted(Several(Cluster(mortal.address)), mortal.workers[0].kill)
    both(odd, Asking(today=DAY), killing)
    assert not killing.hands.lost
    assert mortal.workers[0].wait() != 0


def test_where_the_scheduler_is_lost_the_rest_is_read_here(mortal: Dask, odd: Path) -> None:
    ending = Interrupted(Several(Cluster(mortal.address)), mortal.end)
    both(odd, Asking(today=DAY), ending)
    assert ending.hands.lost


def test_the_command_writes_the_same_bytes(dask: Dask, odd: Path) -> None:
    alone = _check(odd, "--jobs", "1")
    assert alone.stdout.count(b"unknown-imperative")
    found = _check(odd, "--cluster", dask.address)
    assert (found.returncode, found.stdout, found.stderr) == (1, alone.stdout, alone.stderr)


def test_no_scheduler_and_no_workers(odd: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with dask_with(0) as lonely:
        found = _check(odd, "--cluster", lonely.address)
        assert found.stderr.decode() == f"Nobody works for the scheduler at {lonely.address}.\n"
        assert (found.returncode, found.stdout) == (2, b"")
    monkeypatch.setattr("gapcheck.sweep.crews.PATIENCE", 1)
    with pytest.raises(NoCluster, match=f"^No scheduler answers at {NOWHERE}"):
        both(odd, None, Several(Cluster(NOWHERE)))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--cluster", "127.0.0.1:8786"), "is no address of a scheduler: tcp://HOST:PORT"),
        (("--cluster", NOWHERE, "--jobs", "2"), "--jobs goes without --cluster"),
    ],
)
def test_what_cannot_be_asked(words: tuple[str, ...], said: str, tmp_path: Path) -> None:
    found = _check(write(tmp_path), *words)
    assert found.returncode == 2
    assert said in " ".join(found.stderr.decode().replace("│", " ").split())


def test_without_the_extra_it_says_what_to_install(tmp_path: Path) -> None:
    program = (
        "import sys; sys.modules['distributed'] = None\n"
        f"sys.argv = ['gapcheck', 'check', '--study', {str(write(tmp_path))!r}, "
        f"'--no-cache', '--cluster', {NOWHERE!r}]\n"
        "from gapcheck.cli.app import run\nsys.exit(run())"
    )
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert found.returncode == 2
    assert b'pip install "gapcheck[cluster]"' in found.stderr


def test_a_worker_on_other_ground_is_no_help(
    dask: Dask, odd: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def elsewhere(ground: Ground, *, far: bool = False) -> object:
        return replace(parcel(ground, far=far), seen=b"another")

    monkeypatch.setattr(hands, "parcel", elsewhere)
    with pytest.raises(NoCluster, match=r"^A worker cannot help: it sees another study at /"):
        both(odd, None, Several(Cluster(dask.address)))


def test_what_a_worker_looks_at_before_it_reads(tmp_path: Path) -> None:
    root = write(tmp_path)
    files = walk(root)
    before = read_before(files, Formats(files))
    ground = Ground(root, before.settings, before.policies, before.imperatives, Asking())
    assert read_part(parcel(ground, far=True), []) == []
    other = replace(parcel(ground), key=b"1", version="0.0.1")
    with pytest.raises(Unlike, match=f"it has gapcheck {__version__}, and this is 0.0.1"):
        read_part(other, [])
    (root / SETTINGS).write_text("title: Another\n", "utf-8")
    with pytest.raises(Unlike, match="it sees another study"):
        read_part(replace(parcel(ground, far=True), key=b"2", seen=b""), [])
    (root / SETTINGS).unlink()
    assert read_part(replace(parcel(ground, far=True), key=b"3"), []) == []


def _check(root: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    program = [sys.executable, "-m", "gapcheck", "check", "--study", str(root), "-f", "json"]
    return subprocess.run([*program, "--no-cache", *words], capture_output=True, check=False)
