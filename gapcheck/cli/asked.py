"""What `check` was asked to look at: the study, the places in it, and a file from stdin."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import typer

from gapcheck.checks.narrowing import lies_in
from gapcheck.cli.options import before, root_of
from gapcheck.cli.refusals import Refused
from gapcheck.load.root import SETTINGS, find_study
from gapcheck.source.files import LIMIT, is_far

STDIN = Path("-")
_ID = r"[\"']?([A-Za-z0-9][A-Za-z0-9._-]*)"
_CODER = re.compile(r"^coder:", re.MULTILINE)
_FIRST_KEY = re.compile(rf"^(policy|lsp|source|study):[ \t]*(?:{_ID})?", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Asked:
    """The study, the places in it that were named, and bytes that stand for a file's.

    `named` are the places as they were typed.
    """

    root: Path
    places: tuple[Path, ...] = ()
    given: Mapping[Path, bytes] = field(default_factory=dict)
    named: tuple[str, ...] = ()


def asked_of(
    context: typer.Context, paths: Sequence[Path], study: Path | None, filename: Path | None
) -> Asked:
    """What the command line names; Refused where a check of it could find nothing."""
    if filename is not None and STDIN not in paths:
        raise Refused("--stdin-filename says where stdin belongs: give - as the PATH as well.")
    named = study or before(context).study
    if paths and named and is_far(named):
        raise Refused("PATH names files on a disk: a study at an address is checked whole.")
    root = root_of(context, named or _study_of(paths, filename), far=True)
    given = {}
    if STDIN in paths:
        data = sys.stdin.buffer.read(LIMIT + 1) if sys.stdin else b""
        given = {_place_of_stdin(filename or _recognised(data, root), root): data}
    places = [_place(path, root) for path in paths if path != STDIN]
    return Asked(root, (*places, *given), given, tuple(map(str, paths)))


def _study_of(paths: Sequence[Path], filename: Path | None) -> Path | None:
    """The study above the first path; None where the working folder decides."""
    first = filename if paths and paths[0] == STDIN else next(iter(paths), None)
    if first is None:
        return None
    return find_study(first if first.is_dir() else first.parent)


def _place(path: Path, root: Path) -> Path:
    if not path.exists() and not path.is_symlink():
        raise Refused(f"There is no file or folder {path}.")
    # The file's own link is not followed: it is a problem of its own.
    place = path.resolve() if path.is_dir() else path.parent.resolve() / path.name
    return _inside(place, path, root)


def _place_of_stdin(path: Path, root: Path) -> Path:
    if path.is_dir() or not path.parent.is_dir():
        raise Refused(f"{path} is no file in a folder that is there, so stdin cannot stand for it.")
    return _inside(path.parent.resolve() / path.name, path, root)


def _inside(place: Path, path: Path, root: Path) -> Path:
    if not lies_in(place, [root]):
        raise Refused(f"{path} lies outside of the study in {root}.")
    return place


def _recognised(data: bytes, root: Path) -> Path:
    """The file of the study that a text is meant to be, by the id that it gives itself."""
    text = data.decode("utf-8-sig", "replace")
    # A second coder's file names the source that it is about, and is not that.
    found = None if _CODER.search(text) else _FIRST_KEY.search(text)
    kind, name = (found[1], found[2] or "") if found else ("", "")
    if kind == "study":
        return root / SETTINGS
    beginnings = {
        "policy": f"policies/**/{name}",
        "lsp": f"evidence/{name}/lsp",
        "source": f"evidence/*/{name}",
    }
    patterns = [f"{beginnings[kind]}{ending}" for ending in (".yaml", ".yml")] if name else []
    places = [place for pattern in patterns for place in root.glob(pattern)]
    if len(places) != 1:
        raise Refused("Say with --stdin-filename PATH which file of the study stdin stands for.")
    return places[0]
