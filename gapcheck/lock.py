"""`gapcheck.lock`: what the people who coded had before them, as far as it may change since.

It is written by the commands that write codes and decisions, never by a check, and read so that a
check can tell what changed. An entry stands on a line of its own in the order of names, so that
two people's changes merge; as YAML it is a mapping of sections to mappings. It holds ids and
hashes, and no hash of anybody's words: short ones could be guessed from it for ever.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Final

NAME: Final = "gapcheck.lock"
FORMAT: Final = "gapcheck-lock/1"
LIMIT: Final = 64 << 20
"""Bytes that the file may hold: those of some million codes."""

_HEAD = """\
# Written by gapcheck; keep it under version control. Where a merge leaves two lines for one
# name, keep that of the file that you have; under `codes:` both may stay.
"""
_TRANSCRIPTS, _CODES, _SIGNOFFS = "transcripts", "codes", "signoffs"
_VALUES: Final[Mapping[str, tuple[re.Pattern[str], str]]] = MappingProxyType(
    {
        _TRANSCRIPTS: (re.compile("[0-9a-f]{64}"), "a hash has 64 digits"),
        _CODES: (re.compile("[0-9a-f]{14}(?: [0-9a-f]{14})*"), "a mark of a code has 14 digits"),
        _SIGNOFFS: (
            re.compile("[0-9a-f]{14} [0-9a-f]{16}"),
            "marks of 14 and of 16 digits belong to a sign-off",
        ),
    }
)
_ENTRY = re.compile(r'  (?P<name>"(?:[^"\\]|\\.)+"): (?P<value>[0-9a-f]+(?: [0-9a-f]+)*)')
_MERGING = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")
_Nothing: Mapping[str, str] = MappingProxyType({})


class Broken(Exception):
    """A lock cannot be read: in which line (from 1), and why as a sentence without a full stop."""

    def __init__(self, line: int, why: str) -> None:
        super().__init__(why)
        self.line = line


@dataclass(frozen=True, slots=True)
class Lock:
    """What was noted.

    Of each transcript, by its path in the study, the sha256 of its bytes. Of the codes of each
    file, by `partnership/file`, a line for each excerpt: its id, and marks of the imperatives as
    they were when it was coded. Of each sign-off, by `partnership imperative day`, the mark of
    the imperative and a hash of what was coded on it.
    """

    transcripts: Mapping[str, str] = field(default_factory=lambda: _Nothing)
    codes: Mapping[str, str] = field(default_factory=lambda: _Nothing)
    signoffs: Mapping[str, str] = field(default_factory=lambda: _Nothing)


def noted(lock: Lock, path: str, sha256: str) -> Lock:
    """The lock with one transcript as it is now, for whoever has just coded from it."""
    return replace(lock, transcripts=MappingProxyType({**lock.transcripts, path: sha256}))


def with_codes(lock: Lock, file: str, marks: Mapping[str, Iterable[str]]) -> Lock:
    """The lock with all marks of a file's excerpts; without the file where there are none."""
    lines = [" ".join((name, *sorted({*marks[name]}))) for name in sorted(marks) if marks[name]]
    others = {name: held for name, held in lock.codes.items() if name != file}
    codes = {**others, file: "\n".join(lines)} if lines else others
    return replace(lock, codes=MappingProxyType(codes))


def with_signoff(lock: Lock, name: str, marks: str) -> Lock:
    """The lock with what one decision was made on."""
    return replace(lock, signoffs=MappingProxyType({**lock.signoffs, name: marks}))


def to_text(lock: Lock) -> str:
    """The file that holds a lock: the same bytes for the same lock."""
    lines = [f"{_HEAD}format: {FORMAT}"]
    lines += _section(_TRANSCRIPTS, sorted(lock.transcripts.items()))
    lines += _section(_CODES, _by_excerpt(lock.codes))
    lines += _section(_SIGNOFFS, sorted(lock.signoffs.items()))
    return "".join(f"{line}\n" for line in lines)


def _section(name: str, entries: Iterable[tuple[str, str]]) -> list[str]:
    # In ASCII, since the name of a file may hold bytes that are no text.
    lines = [f"  {json.dumps(key)}: {value}" for key, value in entries]
    return [f"{name}:", *lines] if lines else []


def _by_excerpt(codes: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for file in sorted(codes):
        for line in codes[file].splitlines():
            excerpt, _, marks = line.partition(" ")
            yield f"{file} {excerpt}", marks


def from_text(text: str) -> Lock:
    """The lock that a file holds; Broken says where and why it holds none."""
    section, formats = "", 0
    found = _Found()
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("#") or not line.strip():
            continue
        if line.startswith(_MERGING):
            raise Broken(number, "a merge was left unfinished here")
        entry = _ENTRY.fullmatch(line.rstrip())
        if entry and section:
            found.add(section, _name(entry["name"], number), entry["value"], number)
        elif line.rstrip() == f"format: {FORMAT}" and not formats:
            formats = number
        elif line.rstrip().removesuffix(":") in _VALUES and line.rstrip()[-1] == ":" and formats:
            section = line.rstrip().removesuffix(":")
        else:
            raise Broken(number, _unknown(line, formats))
    if not formats:
        raise Broken(1, f"it does not say that its format is {FORMAT}")
    return found.lock()


@dataclass(slots=True)
class _Found:
    """The entries that were read so far, and the lines on which names stood first."""

    single: dict[str, dict[str, str]] = field(default_factory=dict)
    codes: dict[str, dict[str, set[str]]] = field(default_factory=dict)
    first: dict[tuple[str, str], int] = field(default_factory=dict)

    def add(self, section: str, name: str, value: str, number: int) -> None:
        """Take in one entry; Broken where it contradicts another, or is none."""
        pattern, what = _VALUES[section]
        if section == _CODES:
            file, blank, excerpt = name.rpartition(" ")
            if not blank or not file or not excerpt or name.split() != [file, excerpt]:
                raise Broken(number, "codes are named by their file and their excerpt")
        if not pattern.fullmatch(value):
            raise Broken(number, what)
        if section == _CODES:
            # Both sides of a merge: what was coded on either is what has to be confirmed.
            self.codes.setdefault(file, {}).setdefault(excerpt, set()).update(value.split(" "))
            return
        if self.single.setdefault(section, {}).setdefault(name, value) != value:
            line = self.first[(section, name)]
            raise Broken(number, f"line {line} notes another hash for the same name")
        self.first.setdefault((section, name), number)

    def lock(self) -> Lock:
        """All of it as a lock."""
        tables = (MappingProxyType(self.single.get(one, {})) for one in (_TRANSCRIPTS, _SIGNOFFS))
        transcripts, signoffs = tables
        lock = Lock(transcripts, signoffs=signoffs)
        codes = {
            file: "\n".join(" ".join((name, *sorted(marks[name]))) for name in sorted(marks))
            for file, marks in self.codes.items()
        }
        return replace(lock, codes=MappingProxyType(codes))


def _name(quoted: str, number: int) -> str:
    if "\\" not in quoted:
        return quoted[1:-1]
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
