"""What `gapcheck check` costs beside programs that people use for requirements and for YAML.

The same passages, the same number of them, in one run: for doorstop an item a file, for strictdoc
and sphinx-needs a document for every forty, for the validators the very files that gapcheck reads.
Each program is measured if its command is on the path (`pip install doorstop strictdoc
sphinx-needs yamllint check-jsonschema`, best in an environment of their own), in seconds of the
processor with all children. What they do is not what gapcheck does: the validators look at form
alone, and none of the others knows evidence. `python benchmarks/peers.py 10000` takes some minutes.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import made_study
from check import cost
from startup import compiled

SCHEMA = Path(__file__).parents[1] / "schemas" / "source.json"
ITEMS = 10_000
CONF = "project = 'peers'\nextensions = ['sphinx_needs']\n"
GRAMMAR = "[DOCUMENT]\nTITLE: Document {number}\n"


@dataclass(frozen=True, slots=True)
class Peer:
    """A program: what it is called here, how its files are made, how it is run, and when again."""

    name: str
    make: Callable[[Path, int], None]
    command: Callable[[Path], list[str]]
    again: bool = False


def passages(items: int) -> Iterator[tuple[int, str]]:
    """The number and the words of every item, the same ones in every program."""
    chance = random.Random(1)
    for number in range(1, items + 1):
        yield number, " ".join(made_study.words(chance, 60)).capitalize() + "."


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


def gapcheck(root: Path, *options: str) -> list[str]:
    """The command that checks a study."""
    return [sys.executable, "-m", "gapcheck", "check", "--study", str(root), *options]


PEERS = (
    Peer(
        "gapcheck check, cold, one process", study, lambda r: gapcheck(r, "--jobs", "1"), again=True
    ),
    Peer(
        "yamllint (form alone)", study, lambda r: ["yamllint", "-d", "relaxed", str(r / "evidence")]
    ),
    Peer(
        "check-jsonschema (form alone)",
        study,
        lambda r: ["check-jsonschema", "--schemafile", str(SCHEMA), *sources(r)],
    ),
    Peer("doorstop, read-only validation", doorstop, lambda _: ["doorstop", "-F", "-q"]),
    Peer(
        "doorstop, publishing",
        doorstop,
        lambda r: ["doorstop", "-q", "publish", "EXC", str(r / "out.html")],
    ),
    Peer(
        "strictdoc, export to HTML",
        strictdoc,
        lambda r: ["strictdoc", "export", "--output-dir", str(r / "out"), str(r)],
        again=True,
    ),
    Peer(
        "sphinx-needs, builder needs",
        sphinx_needs,
        lambda r: ["sphinx-build", "-q", "-b", "needs", str(r), str(r / "out")],
        again=True,
    ),
)


def measure(peer: Peer, items: int, unit: float | None) -> float | None:
    """Print what a program costs, cold and (where that differs) again; the cold seconds."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "items"
        root.mkdir()
        peer.make(root, items)
        command = peer.command(root)
        if shutil.which(command[0]) is None:
            print(f"  {peer.name:38} {command[0]} is not installed")
            return None
        cold = cost(command, root, allowed=(0,)).cpu
        times = f"{cold / unit:.1f} x" if unit else ""
        again = f"   again {cost(command, root, allowed=(0,)).cpu:7.2f} s" if peer.again else ""
        print(f"  {peer.name:38} {cold:8.2f} s {times:>9}{again}", flush=True)
        return cold


def main(items: int) -> None:
    """Measure every program that is here."""
    print(f"{items:,} items, seconds of the processor, and how many times gapcheck's")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["GAPCHECK_CACHE_DIR"] = folder
        compiled()
        own = measure(PEERS[0], items, None)
        for peer in PEERS[1:]:
            measure(peer, items, own)


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else ITEMS)
