"""`gapcheck.lock`: what the people who coded had before them, as far as it may change since.

It is written by the commands that write codes, never by a check, and read so that a check can
tell what changed. An entry stands on a line of its own in the order of names, so that two people's
changes merge; as YAML it is a mapping of sections to mappings.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Final

NAME: Final = "gapcheck.lock"
FORMAT: Final = "gapcheck-lock/1"
LIMIT: Final = 16 << 20
"""Bytes that the file may hold."""

_HEAD = """\
# Written by gapcheck; keep it under version control. Where a merge leaves two lines for one
# name, keep that of the file that you have.
"""
_TRANSCRIPTS = "transcripts"
_ENTRY = re.compile(r'  (?P<name>"(?:[^"\\]|\\.)+"): (?P<value>[0-9a-f]+)')
_SHA256 = 64
_Nothing: Mapping[str, str] = MappingProxyType({})


class Broken(Exception):
    """A lock cannot be read: in which line (from 1), and why as a sentence without a full stop."""

    def __init__(self, line: int, why: str) -> None:
        super().__init__(why)
        self.line = line


@dataclass(frozen=True, slots=True)
class Lock:
    """What was noted: of each transcript, by its path in the study, the sha256 of its bytes."""

    transcripts: Mapping[str, str] = field(default_factory=lambda: _Nothing)


def noted(lock: Lock, path: str, sha256: str) -> Lock:
    """The lock with one transcript as it is now, for whoever has just coded from it."""
    return replace(lock, transcripts=MappingProxyType({**lock.transcripts, path: sha256}))


def to_text(lock: Lock) -> str:
    """The file that holds a lock: the same bytes for the same lock."""
    lines = [f"{_TRANSCRIPTS}:"] if lock.transcripts else []
    # In ASCII, since the name of a file may hold bytes that are no text.
    lines += [
        f"  {json.dumps(path)}: {lock.transcripts[path]}" for path in sorted(lock.transcripts)
    ]
    return "".join(f"{line}\n" for line in (f"{_HEAD}format: {FORMAT}", *lines))


def from_text(text: str) -> Lock:
    """The lock that a file holds; Broken says where and why it holds none."""
    section, transcripts = "", dict[str, str]()
    first: dict[str, int] = {}
    formats = 0
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("#") or not line.strip():
            continue
        if line.startswith(("<<<<<<<", "=======", ">>>>>>>", "|||||||")):
            raise Broken(number, "a merge was left unfinished here")
        entry = _ENTRY.fullmatch(line.rstrip())
        if entry and section:
            name = _name(entry["name"], number)
            if transcripts.setdefault(name, entry["value"]) != entry["value"]:
                raise Broken(number, f"line {first[name]} notes another hash for the same name")
            if len(entry["value"]) != _SHA256:
                raise Broken(number, f"a hash has {_SHA256} digits")
            first.setdefault(name, number)
        elif line.rstrip() == f"format: {FORMAT}" and not formats:
            formats = number
        elif line.rstrip() == f"{_TRANSCRIPTS}:" and formats:
            section = _TRANSCRIPTS
        else:
            raise Broken(number, _unknown(line, formats))
    if not formats:
        raise Broken(1, f"it does not say that its format is {FORMAT}")
    return Lock(MappingProxyType(transcripts))


def _name(quoted: str, number: int) -> str:
    try:
        return str(json.loads(quoted))
    except ValueError:
        raise Broken(number, "the name is not quoted as it should be") from None


def _unknown(line: str, formats: int) -> str:
    if line.startswith("format:"):
        return "it is of another format: a newer gapcheck may have written it"
    if not formats:
        return f"it does not begin with `format: {FORMAT}`"
    return "this is neither a section nor an entry that this version knows"
