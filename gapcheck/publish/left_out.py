"""What no verdict rests on because its file has errors, without the names of people's files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from gapcheck.diagnostic import Diagnostic, Location

_EVIDENCE = "evidence/"


def bare(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The problems as mere numbers: which there are is for the team."""
    return tuple(Diagnostic(Location(""), one.severity, one.rule, "") for one in found)


def of_evidence(one: Diagnostic) -> bool:
    """Whether a problem lies in a file of evidence."""
    return one.location.path.startswith(_EVIDENCE)


def by_folder(found: Iterable[Diagnostic]) -> tuple[str, ...]:
    """One sentence a folder of evidence: a file there is often named for whom it holds."""
    files: dict[str, dict[str, int]] = {}
    whole: set[str] = set()
    for one in found:
        if one.left_out and of_evidence(one):
            folder = one.location.path.rpartition("/")[0]
            errors = files.setdefault(folder, {})
            errors[one.location.path] = errors.get(one.location.path, 0) + 1
            if one.left_out.startswith("the whole partnership"):
                whole.add(folder)
    return tuple(_sentence(folder, errors, folder in whole) for folder, errors in files.items())


def _sentence(folder: str, errors: Mapping[str, int], whole: bool) -> str:
    number = sum(errors.values())
    count = f"{number} error{'' if number == 1 else 's'}"
    files = "a file" if len(errors) == 1 else f"{len(errors)} files"
    lost = "the whole partnership" if whole else f"{files}, whole or in part"
    return f"{folder}: {lost} ({count})."
