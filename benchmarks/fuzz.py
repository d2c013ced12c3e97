"""Mutants of sound and of hostile files, in every role, until one of them breaks a promise.

    python benchmarks/fuzz.py --seconds 600            # by its own mutations; the seed decides all
    python benchmarks/fuzz.py --seconds 600 --guided   # by coverage, where atheris is installed

Each mutant takes a place in a small sound study, which is then read, checked and written in every
format of `check`; of some a report is made. What breaks a promise is kept in a folder whose name
is printed, to become a case in tests/hostile.
"""

from __future__ import annotations

import argparse
import importlib
import io
import multiprocessing
import random
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from hostile.promises import TODAY, broken_by  # noqa: E402
from hostile.roles import ROLES, Role, lay  # noqa: E402
from hostile.table import HARMLESS, HOSTILE  # noqa: E402

from gapcheck.analysis import analyse  # noqa: E402
from gapcheck.load.unknown_name import UnknownName  # noqa: E402
from gapcheck.reports.exports import EXPORTS  # noqa: E402
from gapcheck.reports.formats import FORMATS  # noqa: E402

SLOW = 1.0
"""Seconds of CPU that no file may cost."""

HANGS = 20
"""Seconds after which a run is ended from outside."""

LARGEST = 40_000
"""Bytes of a file that mutants are made from: the larger ones are cases already, and slow."""

TOKENS = (
    b"\n", b"  ", b": ", b"- ", b"? ", b"#", b" #", b"&a ", b"*a", b"!a ", b"!!str ", b"<<: ",
    b"---\n", b"...\n", b"%YAML 1.2\n", b"[", b"]", b"{", b"}", b",", b"'", b'"', b"|\n", b">\n",
    b"\t", b"\r", b"\r\n", b"\\", b"\\u202e", b"\\x00", b"\0", b"\x1b[2J", b"\xff", b"\xef\xbb\xbf",
    b"\xe2\x80\xae", b"\xf0\x9f\x98\x80", b"\xcc\x81", b"null", b"~", b"true", b"no", b"0", b"-1",
    b"1e999", b".nan", b"9" * 30, b"2004-13", b"''", b"[]", b"{}", b"a" * 200,
)  # fmt: skip


@dataclass(frozen=True)
class Finding:
    """A file that broke a promise, and which."""

    role: str
    data: bytes
    why: str


def corpus() -> list[tuple[str, bytes]]:
    """Files to begin with, each with the role that it is a file of."""
    found = [(name, role.sound.encode()) for name, role in ROLES.items()] * 20
    found += [(name, make(ROLES[name])) for make in HARMLESS.values() for name in ROLES]
    found += [(name, one.make(ROLES[name])) for one in HOSTILE.values() for name in one.roles]
    shipped = {"settings": "gapcheck.yaml", "policy": "policies/*.yaml"}
    shipped |= {"partnership": "evidence/*/lsp.yaml", "source": "evidence/*/int-*.yaml"}
    for name, pattern in shipped.items():
        found += [(name, path.read_bytes()) for path in sorted(ROOT.glob(pattern))]
    return [(name, data) for name, data in found if len(data) <= LARGEST]


class Mutants:
    """An endless row of files, each made from one or two of the corpus; the seed decides all."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.corpus = corpus()
        self.lines = [line for _, data in self.corpus for line in data.splitlines(keepends=True)]

    def __iter__(self) -> Iterator[tuple[str, bytes]]:
        while True:
            name, data = self.random.choice(self.corpus)
            for _ in range(self.random.randint(1, 6)):
                data = self._changed(data)
            if self.random.random() < 0.1:
                name = self.random.choice(tuple(ROLES))
            yield name, data

    def _changed(self, data: bytes) -> bytes:
        how = self.random.choice((self._bytes, self._token, self._cut, self._line, self._value))
        return how(data)

    def _place(self, data: bytes) -> int:
        return self.random.randint(0, len(data))

    def _bytes(self, data: bytes) -> bytes:
        at = self._place(data)
        new = self.random.randbytes(self.random.randint(0, 2))
        return data[:at] + new + data[at + self.random.randint(0, 2) :]

    def _token(self, data: bytes) -> bytes:
        at = self._place(data)
        return data[:at] + self.random.choice(TOKENS) + data[at:]

    def _cut(self, data: bytes) -> bytes:
        start, end = sorted((self._place(data), self._place(data)))
        part = data[start : min(end, start + 2000)]
        if self.random.random() < 0.5:
            return data[:start] + data[start + len(part) :]
        at = self._place(data)
        return data[:at] + part + data[at:]

    def _line(self, data: bytes) -> bytes:
        """One line gone, given again, indented in another way, or one of another file."""
        lines = data.splitlines(keepends=True) or [b""]
        at = self.random.randrange(len(lines))
        line = lines[at]
        lines[at : at + 1] = self.random.choice(
            ([], [line, line], [b"  " + line], [line[2:]], [line, self.random.choice(self.lines)])
        )
        return b"".join(lines)

    def _value(self, data: bytes) -> bytes:
        """Something else behind one key."""
        lines = data.splitlines(keepends=True) or [b""]
        at = self.random.randrange(len(lines))
        key, colon, _ = lines[at].partition(b": ")
        other = self.random.choice((*TOKENS, *self.random.choices(self.lines, k=5)))
        lines[at] = key + colon + other.partition(b": ")[2].strip(b"\r\n") + other + b"\n"
        return b"".join(lines)


def broken(folder: Path, name: str, data: bytes, *, deep: bool = False) -> str:
    """Which promise a file breaks in a role; empty where none."""
    role = ROLES[name]
    path = lay(folder, role, data)
    before = time.process_time()
    try:
        why = broken_by(folder, role, data)
        spent = time.process_time() - before
        if not why and deep:
            _report(folder)
    except Exception:
        return traceback.format_exc()
    finally:
        _tidy(folder, role, path)
    return why or (f"it took {spent:.2f} s" if spent > SLOW else "")


def _report(folder: Path) -> None:
    try:
        found = analyse(folder, today=TODAY)
    except UnknownName:
        return
    exports = (write for forms in EXPORTS.values() for write in forms.values())
    for write in (*FORMATS.values(), *exports):
        write(found, io.StringIO())


def _tidy(folder: Path, role: Role, path: Path) -> None:
    path.unlink(missing_ok=True)
    for name in role.beside:
        (folder / name).unlink()


def work(seed: int, until: float, folder: Path, keep: Path, runs: Any) -> None:
    """Try mutants until then; a run that hangs is ended by its alarm, and so is this process."""
    for name, data in Mutants(seed):
        if time.time() > until:
            return
        signal.alarm(HANGS)
        (keep / "now").write_bytes(name.encode() + b"\n" + data)
        why = broken(folder, name, data, deep=runs.value % 10 == 0)
        runs.value += 1
        if why:
            save(keep, Finding(name, data, why))


def save(keep: Path, found: Finding) -> None:
    """Keep a file that broke a promise; of those that broke one in the same place, the first."""
    reason = found.why.strip().splitlines()
    place = next((line for line in reversed(reason) if "File " in line), "") + reason[-1]
    with (keep / "places").open("a+", encoding="utf-8") as places:
        places.seek(0)
        if place[:120] in places.read():
            return
        places.write(place[:120] + "\n")
    number = len(list(keep.glob("*.yaml"))) + 1
    (keep / f"{number}-{found.role}.yaml").write_bytes(found.data)
    (keep / f"{number}-{found.role}.txt").write_text(found.why, encoding="utf-8")
    print(f"finding {number} ({found.role}): {reason[-1][:200]}", flush=True)


def by_mutation(seconds: float, seed: int, keep: Path) -> int:
    """Run workers one after the other, since a file may end one; the number of runs."""
    until = time.time() + seconds
    runs = multiprocessing.Value("L", 0, lock=False)
    while time.time() < until:
        with tempfile.TemporaryDirectory() as folder:
            worker = multiprocessing.Process(
                target=work, args=(seed + runs.value, until, Path(folder), keep, runs)
            )
            worker.start()
            worker.join()
        if worker.exitcode:
            name, _, data = (keep / "now").read_bytes().partition(b"\n")
            save(keep, Finding(name.decode(), data, f"ended by signal {-worker.exitcode}"))
    return int(runs.value)


def by_coverage(seconds: float, seed: int, keep: Path) -> None:
    """Let atheris look for bytes that reach more of the program; it ends the process itself."""
    atheris = importlib.import_module("atheris")
    names = tuple(ROLES)
    seeds = keep / "seeds"
    seeds.mkdir()
    for number, (name, data) in enumerate(corpus()):
        (seeds / f"{number}").write_bytes(bytes([names.index(name)]) + data)
    folder = Path(tempfile.mkdtemp())

    def one(data: bytes) -> None:
        name = names[data[0] % len(names)] if data else names[0]
        why = broken(folder, name, data[1:])
        if why:
            save(keep, Finding(name, data[1:], why))

    atheris.instrument_all()
    options = [f"-max_total_time={seconds:.0f}", f"-seed={seed}", f"-timeout={HANGS}"]
    options += [f"-max_len={LARGEST}", "-print_final_stats=1", f"-artifact_prefix={keep}/"]
    atheris.Setup([sys.argv[0], *options, str(seeds)], one)
    atheris.Fuzz()


def main() -> None:
    """Fuzz for as long as was asked, and fail where anything was found."""
    parser = argparse.ArgumentParser(description="Feed gapcheck mutants of files.")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=2004)
    parser.add_argument("--guided", action="store_true", help="by coverage, with atheris")
    asked = parser.parse_args()
    keep = Path(tempfile.mkdtemp(prefix="gapcheck-fuzz-"))
    print(f"findings go to {keep}", flush=True)
    if asked.guided:
        by_coverage(asked.seconds, asked.seed or 1, keep)
        return
    runs = by_mutation(asked.seconds, asked.seed, keep)
    findings = len(list(keep.glob("*.txt")))
    print(f"{runs:,} runs in {asked.seconds:.0f} s, seed {asked.seed}: {findings} findings")
    sys.exit(findings > 0)


if __name__ == "__main__":
    main()
