"""What `gapcheck check` costs beside programs that people use for requirements and for YAML.

The same passages, the same number of them, in one run: for doorstop an item a file, for strictdoc
and sphinx-needs a document for every forty, for the validators the very files that gapcheck reads.
`make bench` installs the programs of peers.txt into `.bench`, where they are looked for, and then
on the path. CPU is that of all processes, the ratio that to gapcheck's; `again` is a second run,
with whatever the first one left behind. What they do is not what gapcheck does: the validators look
at form alone, and none of the others knows evidence. `python benchmarks/peers.py 10000` takes some
minutes.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import made_study
from commands import AGE
from costs import ROOT, Cost, cost, gapcheck, prepared
from tables import Table, mebibytes, progress, seconds, show, tried

SCHEMA = ROOT / "schemas" / "source.json"
INSTALLED = ROOT / ".bench" / "bin"
"""Where `make bench` has the programs."""
PATIENCE = 600.0
"""Seconds after which a run is given up."""
HEADS = ("program", "CPU", "wall", "ratio", "memory", "child", "CPU again", "wall again")
ITEMS = 10_000
CONF = "project = 'peers'\nextensions = ['sphinx_needs']\n"
GRAMMAR = "[DOCUMENT]\nTITLE: Document {number}\n"


@dataclass(frozen=True, slots=True)
class Peer:
    """A program: what it is called here, how its files are made, and how it is run."""

    name: str
    make: Callable[[Path, int], None]
    command: Callable[[Path], list[str]]


def passages(items: int) -> Iterator[tuple[int, str]]:
    """The number and the words of every item, which are those of the study."""
    yield from enumerate(made_study.spoken(items // made_study.EXCERPTS), 1)


def doorstop(root: Path, items: int) -> None:
    """One document of so many items, each a file."""
    subprocess.run(["git", "init", "--quiet", str(root)], check=True)
    folder = root / "exc"
    folder.mkdir()
    settings = "settings:\n  digits: 5\n  itemformat: yaml\n  prefix: EXC\n  sep: ''\n"
    (folder / ".doorstop.yml").write_text(settings, encoding="utf-8")
    for number, words in passages(items):
        text = (
            f"active: true\nderived: false\nheader: ''\nlevel: 1.{number}\nlinks: []\n"
            f"normative: true\nref: ''\nreviewed: null\ntext: |\n  {words}\n"
        )
        (folder / f"EXC{number:05}.yml").write_text(text, encoding="utf-8")


def strictdoc(root: Path, items: int) -> None:
    """Documents of forty requirements each."""
    for number, part in documents(items):
        body = "".join(
            f"\n[REQUIREMENT]\nUID: EXC-{one:05}\nSTATEMENT: >>>\n{words}\n<<<\n"
            for one, words in part
        )
        place = root / f"document-{number}.sdoc"
        place.write_text(GRAMMAR.format(number=number) + body, encoding="utf-8")


def sphinx_needs(root: Path, items: int) -> None:
    """Pages of forty needs each."""
    (root / "conf.py").write_text(CONF, encoding="utf-8")
    pages = []
    for number, part in documents(items):
        pages.append(f"   page-{number}\n")
        body = "".join(
            f"\n.. req:: Item {one}\n   :id: EXC_{one:05}\n\n   {words}\n" for one, words in part
        )
        text = f"Page {number}\n========\n{body}"
        (root / f"page-{number}.rst").write_text(text, encoding="utf-8")
    index = "Index\n=====\n\n.. toctree::\n\n" + "".join(pages)
    (root / "index.rst").write_text(index, encoding="utf-8")


def documents(items: int) -> Iterator[tuple[int, list[tuple[int, str]]]]:
    """The items in parts of as many as a source of the made study has."""
    every = list(passages(items))
    for number, start in enumerate(range(0, items, made_study.EXCERPTS)):
        yield number, every[start : start + made_study.EXCERPTS]


def study(root: Path, items: int) -> None:
    """A study of sources of forty excerpts each."""
    made_study.make(root, items // made_study.EXCERPTS)


def sources(root: Path) -> list[str]:
    """The files of a study's sources, as the validators want them."""
    return sorted(str(path) for path in root.glob("evidence/*/int-*.yaml"))


PEERS = (
    Peer(
        "gapcheck check, one process",
        study,
        lambda root: gapcheck("check", "--jobs", "1", study=root),
    ),
    Peer(
        "yamllint (form alone)",
        study,
        lambda root: ["yamllint", "-d", "relaxed", str(root / "evidence")],
    ),
    Peer(
        "check-jsonschema (form alone)",
        study,
        lambda root: ["check-jsonschema", "--schemafile", str(SCHEMA), *sources(root)],
    ),
    Peer("doorstop, read-only validation", doorstop, lambda _: ["doorstop", "-F", "-q"]),
    Peer(
        "doorstop, publishing",
        doorstop,
        lambda root: ["doorstop", "-q", "publish", "EXC", str(root / "out.html")],
    ),
    Peer(
        "strictdoc, export to HTML",
        strictdoc,
        lambda root: ["strictdoc", "export", "--output-dir", str(root / "out"), str(root)],
    ),
    Peer(
        "sphinx-needs, builder needs",
        sphinx_needs,
        lambda root: ["sphinx-build", "-q", "-b", "needs", str(root), str(root / "out")],
    ),
)


def measure(peer: Peer, items: int, patience: float) -> tuple[Cost, Cost] | None:
    """What a program costs, first and again; None where it is not installed."""
    with tempfile.TemporaryDirectory() as folder:
        first, few = Path(folder) / "items", Path(folder) / "few"
        command = laid(peer, few, made_study.EXCERPTS)
        path = os.pathsep.join((str(INSTALLED), os.environ.get("PATH", "")))
        if shutil.which(command[0], path=path) is None:
            return None
        # Each has places of its own, so that nothing is remembered from another day.
        environment = {**os.environ, "PATH": path, "HOME": folder, "TMPDIR": folder}
        environment |= {"XDG_CACHE_HOME": folder, "GAPCHECK_CACHE_DIR": f"{folder}/cache"}
        if command[0] != sys.executable:
            # The others have nothing to look for in this tree.
            del environment["PYTHONPATH"]

        def run(command: list[str], root: Path) -> Cost:
            found = [shutil.which(command[0], path=path) or command[0], *command[1:]]
            return cost(
                found,
                root,
                allowed=(0,),
                watched=True,
                patience=patience,
                environment=environment,
            )

        # What Python compiles and the disk reads first is no matter of the items.
        run(command, few)
        command = laid(peer, first, items)
        time.sleep(AGE)
        return run(command, first), run(command, first)


def laid(peer: Peer, root: Path, items: int) -> list[str]:
    """The command of a program, for which so many items were laid into a folder."""
    root.mkdir()
    peer.make(root, items)
    return peer.command(root)


def tables(items: int = ITEMS, patience: float = PATIENCE) -> Iterator[Table]:
    """Every program on the same items, rounded up to whole files."""
    items = -(-items // made_study.EXCERPTS) * made_study.EXCERPTS
    table = Table(f"Beside other programs: {items:,} items of the same words", HEADS)
    with tempfile.TemporaryDirectory() as folder:
        prepared(Path(folder))
        units: list[float] = []
        for peer in PEERS:
            progress(peer.name)
            tried(table, (peer.name,), partial(_add, table, peer, items, patience, units))
    yield table


def _add(table: Table, peer: Peer, items: int, patience: float, units: list[float]) -> None:
    """A row; the ratio is to the first program, where that could be measured."""
    found = measure(peer, items, patience)
    if found is None:
        table.missing((peer.name,), "not installed")
        return
    first, again = found
    if peer is PEERS[0]:
        units.append(first.cpu)
    table.add(
        peer.name,
        seconds(first.cpu),
        seconds(first.wall),
        f"{first.cpu / units[0]:.1f} x" if units else "",
        mebibytes(first.first),
        mebibytes(first.child),
        seconds(again.cpu),
        seconds(again.wall),
    )


if __name__ == "__main__":
    show(tables(*map(int, sys.argv[1:2])))
