"""The codes that stand in a cell, each as its names from the top of the codebook."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gapcheck.importers.segments.programs import Program

CodePath = tuple[str, ...]

_SIGN = re.compile(r"^[○●◆◇•]\s*")
_COUNTS = re.compile(r"\s*\{\d+-\d+\}$")


def codes_in(cell: str, program: Program) -> tuple[CodePath, ...]:
    """The codes of a cell in their order, each once."""
    sign = next((each for each in program.apart if each in cell), "\n")
    found = (path_of(part, program) for part in cell.split(sign))
    return tuple(dict.fromkeys(path for path in found if path))


def path_of(name: str, program: Program) -> CodePath:
    """The names that lead to one code; none where it has no name."""
    parts = [_bare(part) for part in _parts(_bare(name), program)]
    path = tuple(part for part in parts if part)
    if len(path) > 1 and path[0].casefold() in program.tops:
        return path[1:]
    return path


def _parts(name: str, program: Program) -> Iterator[str]:
    sign = next((each for each in program.below if each in name), None)
    yield from name.split(sign) if sign else (name,)


def _bare(name: str) -> str:
    """A name without the sign before it and the counts behind it that ATLAS.ti shows."""
    return _COUNTS.sub("", _SIGN.sub("", " ".join(name.split()))).strip()
