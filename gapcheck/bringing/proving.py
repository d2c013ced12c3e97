"""What an import would write, read as `gapcheck check` would read it, before it is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from gapcheck.bringing.changes import FileChange
from gapcheck.bringing.desk import Desk
from gapcheck.diagnostic import Diagnostic, Severity
from gapcheck.load.study import load_study


def wrong_with(desk: Desk, changes: Sequence[FileChange]) -> list[Diagnostic]:
    """The errors that the files would have and do not have now, each in its place in them."""
    yaml = [each for each in changes if each.file.endswith(".yaml")]
    only = {each.file.split("/")[1] for each in yaml if each.file.startswith("evidence/")}
    if not only:
        return []
    given = {each.path: each.new for each in yaml}
    touched = {each.file for each in yaml}
    before = {_told(each) for each in _errors(desk, only, {}) if each.location.path in touched}
    after = [each for each in _errors(desk, only, given) if each.location.path in touched]
    return [each for each in after if _told(each) not in before]


def _errors(desk: Desk, only: set[str], given: Mapping[Path, bytes]) -> list[Diagnostic]:
    _, found = load_study(desk.root, tuple(sorted(only)), given)
    return [each for each in found if each.severity is Severity.ERROR]


def _told(one: Diagnostic) -> tuple[str, str, str, str]:
    """What makes an error the same after lines have moved."""
    return one.location.path, one.rule, one.message, one.record
