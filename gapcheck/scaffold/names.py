"""What a new file is called and where it goes, from what was typed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from gapcheck.near import did_you_mean, listed
from gapcheck.scaffold.laying import taken
from gapcheck.scaffold.refused import AlreadyThere, Refused
from gapcheck.schema.parts import ID

# Names that the study gives another meaning to, or passes over.
_SOURCE_TAKEN: Final = frozenset({"lsp", "signoff", "readme"})
_FOLDER_TAKEN: Final = frozenset({"national"})


@dataclass(frozen=True, slots=True)
class Place:
    """The id of what a new file holds, and the file's path in the study without its ending."""

    id: str
    stem: str


def policy_place(root: Path, typed: str) -> Place:
    """Where a policy of that name goes."""
    name = _id(_trimmed(typed, "policies"), "policy", {"readme"})
    return _free(root, Place(name, f"policies/{name}"))


def partnership_place(root: Path, typed: str) -> Place:
    """Where a partnership of that name goes."""
    name = _id(_trimmed(typed, "evidence").removesuffix("/lsp"), "partnership", _FOLDER_TAKEN)
    return _free(root, Place(name, f"evidence/{name}/lsp"))


def source_place(root: Path, typed: str) -> Place:
    """Where a source goes that is called by its partnership and its own name."""
    folder, slash, name = _trimmed(typed, "evidence").partition("/")
    known = _partnerships(root)
    if not slash:
        example = known[0] if known else "northtown"
        raise Refused(f"Say which partnership it belongs to: {example}/{typed}.")
    if folder not in known and folder != "national":
        there = f"There are: {listed(known)}." if known else "There is none yet."
        raise Refused(
            f"No partnership is called {folder}. {did_you_mean(folder, known)} {there} "
            f"`gapcheck new partnership {folder}` makes one.".replace("  ", " ")
        )
    place = Place(_id(name, "source", _SOURCE_TAKEN), f"evidence/{folder}/{name}")
    # The loader takes `int-01.cd.yaml` beside `int-01.yaml` for a second coder's file.
    first, _, coder = name.rpartition(".")
    if first and _taken(root, f"evidence/{folder}/{first}"):
        raise Refused(
            f"{name} would be read as the codes of a second coder, {coder}, for {first}. "
            "Choose a name without the full stop."
        )
    return _free(root, place)


def _trimmed(typed: str, top: str) -> str:
    """The name without the parts of a path that completion in a shell adds to it."""
    path = PurePosixPath(typed.strip().replace("\\", "/"))
    bare = path.with_suffix("") if path.suffix in (".yaml", ".yml") else path
    return str(bare.relative_to(top)) if bare.is_relative_to(top) else str(bare)


def _id(name: str, noun: str, reserved: frozenset[str] | set[str]) -> str:
    if name in reserved:
        raise Refused(f"`{name}` means something else in a study; give the {noun} another name.")
    if re.fullmatch(ID, name):
        return name
    mended = re.sub(r"[^a-z0-9._-]+", "-", name.lower()).strip("-._")
    hint = f" Did you mean `{mended}`?" if re.fullmatch(ID, mended) else ""
    raise Refused(
        f"`{name}` is no {noun} id: lower-case letters, digits, `-`, `_` and `.` make one.{hint}"
    )


def _partnerships(root: Path) -> list[str]:
    evidence = root / "evidence"
    if not evidence.is_dir():
        return []
    folders = (one.name for one in evidence.iterdir() if one.is_dir())
    return sorted(name for name in folders if name != "national" and re.fullmatch(ID, name))


def _free(root: Path, place: Place) -> Place:
    if found := _taken(root, place.stem):
        raise AlreadyThere(f"{found} is there already. Nothing was written.")
    return place


def _taken(root: Path, stem: str) -> str | None:
    """The file that has this name, with either ending."""
    return next((f"{stem}{end}" for end in (".yaml", ".yml") if taken(root / f"{stem}{end}")), None)
