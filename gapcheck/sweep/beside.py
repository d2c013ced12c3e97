"""The transcripts that sources name, looked at from outside like the study's own files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from gapcheck.cache import FileRow
from gapcheck.load.facts import Facts
from gapcheck.model.choices import Sight
from gapcheck.model.quoted import Quoted
from gapcheck.sweep.glance import Glance
from gapcheck.transcripts.paths import outside, unsuited


def named(quoted: Iterable[Quoted]) -> Iterator[str]:
    """The paths that a file may lie at which decides what is said of a source, each once."""
    counted = (one for one in quoted if not _by_name(one.transcript) and not _unsettled(one))
    yield from dict.fromkeys(one.transcript for one in counted)


def unsettled(quoted: Iterable[Quoted]) -> bool:
    """Whether anything was found that no hash tells of: it has to be looked at every time."""
    return any(_unsettled(one) for one in quoted)


@dataclass(frozen=True, slots=True)
class Beside:
    """The transcripts of a study as they are now; each is looked at when it is asked for."""

    seen: Glance
    rows: Mapping[str, FileRow]
    hashes: dict[str, bytes]

    def still(self, facts: Facts, noted: Mapping[str, str]) -> bool:
        """Whether what was found out of a source's quotes would be found again."""
        one = facts.quoted
        if one is None:
            return True
        if one.noted != noted.get(one.transcript, "") or _unsettled(one):
            return False
        return _by_name(one.transcript) or self._same(one)

    def _same(self, one: Quoted) -> bool:
        name, seen = one.transcript, self.seen
        if name not in seen.beside:
            seen.look_beside([name])
        if name not in self.hashes:
            self.hashes.update(seen.contents(self.rows, [name]))
        if one.sight is Sight.ABSENT:
            return name not in seen.stamps and name not in seen.closed
        return self.hashes.get(name, b"").hex() == one.sha256


def _by_name(path: str) -> bool:
    """Whether the path alone decides, so that nothing is opened."""
    return bool(outside(path) or unsuited(path)[0])


def _unsettled(one: Quoted) -> bool:
    if _by_name(one.transcript):
        # Of a withdrawn source even a file that nobody would read has to go.
        return one.unopened
    return not one.sha256 and one.sight is not Sight.ABSENT
