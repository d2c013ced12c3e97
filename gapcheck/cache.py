"""What an earlier run found out, in one SQLite file that may be deleted, broken or missing.

Nothing here is ever needed, and nothing that goes wrong here is ever an error: whoever asks is
told that nothing is known. It holds hashes, ids, places and messages, and no word of an excerpt.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Final, NamedTuple, TypeVar

FOLDER = "GAPCHECK_CACHE_DIR"
"""The environment variable that moves the cache elsewhere."""

Answer = TypeVar("Answer")
Row = TypeVar("Row")
_FORM: Final = 3
"""Goes up with every change of the tables; a file of another form is made anew."""

_PATIENCE: Final = 1.0
"""Seconds to wait for another process that is writing."""

_LIFE: Final = 90 * 24 * 3600 * 10**9
"""Nanoseconds after which a row goes, so that studies which are gone leave nothing for ever."""

_TABLES: Final = """
CREATE TABLE files (root TEXT, name TEXT, stamp TEXT, written INTEGER, content BLOB, seal BLOB,
    PRIMARY KEY (root, name));
CREATE TABLE facts (root TEXT, name TEXT, written INTEGER, mark BLOB, day TEXT, facts TEXT,
    seal BLOB, PRIMARY KEY (root, name));
CREATE TABLE runs (root TEXT, mark BLOB, stamp BLOB, written INTEGER, content BLOB,
    result TEXT, beside TEXT, seal BLOB, PRIMARY KEY (root, mark));
"""
_PASSING: Final = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_PERM,
    }
)
"""What another process or the system is to blame for; after anything else the file is broken."""


class FileRow(NamedTuple):
    """What is known of one file from outside: its stamp when that was `written`, and its hash."""

    name: str
    stamp: str
    written: int
    content: bytes


class FactsRow(NamedTuple):
    """What one file came to: `mark` says of what content, and on what ground, that holds.

    `day` is empty where it holds on every day.
    """

    name: str
    written: int
    mark: bytes
    day: str
    facts: str


@dataclass(frozen=True, slots=True)
class RunRow:
    """What a whole run came to, for files of these stamps, or of this content.

    `beside` are the paths of the transcripts that were looked at as well, NUL between each two.
    """

    mark: bytes
    stamp: bytes
    written: int
    content: bytes
    result: str
    beside: str = ""


News = tuple[Iterable[FileRow], Iterable[FactsRow]]
"""What a run found out of files, from outside and by reading them."""


@dataclass(slots=True)
class Cache:
    """The cache in a folder; `root` names the study, so that many can share it."""

    folder: Path
    root: str
    _link: sqlite3.Connection | None = field(default=None, init=False)

    @property
    def path(self) -> Path:
        """The one file that it all stands in."""
        return self.folder / "check.sqlite"

    def run(self, mark: bytes) -> RunRow | None:
        """What the run with this mark came to, if that is known."""

        def find(link: sqlite3.Connection) -> RunRow | None:
            query = (
                "SELECT stamp, written, content, result, beside, seal"
                " FROM runs WHERE root=? AND mark=?"
            )
            *row, sealed = link.execute(query, (self.root, mark)).fetchone() or (None,)
            return RunRow(mark, *row) if row and sealed == seal(mark, *row[2:]) else None

        return self._softly(find)

    def files(self) -> dict[str, FileRow]:
        """What is known of the study's files from outside, by name."""
        return self._rows(FileRow, "SELECT name, stamp, written, content, seal FROM files")

    def facts(self) -> dict[str, FactsRow]:
        """What the study's files came to, by name."""
        return self._rows(FactsRow, "SELECT name, written, mark, day, facts, seal FROM facts")

    def _rows(self, kind: Callable[..., Row], query: str) -> dict[str, Row]:
        def find(link: sqlite3.Connection) -> dict[str, Row]:
            rows = link.execute(f"{query} WHERE root=?", (self.root,))
            return {cells[0]: kind(*cells) for *cells, sealed in rows if sealed == seal(*cells)}

        return self._softly(find) or {}

    def keep(self, news: News, gone: Iterable[str], run: RunRow | None) -> None:
        """Note what a run found out, all of it or nothing."""

        def note(link: sqlite3.Connection) -> None:
            link.execute("BEGIN IMMEDIATE")
            for table in ("files", "facts", "runs"):
                link.execute(f"DELETE FROM {table} WHERE written < ?", (time.time_ns() - _LIFE,))
            self._put(link, "INSERT OR REPLACE INTO files VALUES (?,?,?,?,?,?)", news[0])
            self._put(link, "INSERT OR REPLACE INTO facts VALUES (?,?,?,?,?,?,?)", news[1])
            for name in gone:
                for table in ("files", "facts"):
                    link.execute(f"DELETE FROM {table} WHERE root=? AND name=?", (self.root, name))
            if run:
                told = (run.content, run.result, run.beside)
                cells = (run.mark, run.stamp, run.written, *told, seal(run.mark, *told))
                link.execute("DELETE FROM runs WHERE root=?", (self.root,))
                link.execute("INSERT INTO runs VALUES (?,?,?,?,?,?,?,?)", (self.root, *cells))
            link.execute("COMMIT")

        self._softly(note)

    def _put(
        self, link: sqlite3.Connection, command: str, rows: Iterable[FileRow | FactsRow]
    ) -> None:
        link.executemany(command, ((self.root, *one, seal(*one)) for one in rows))

    def close(self) -> None:
        """Let go of the file."""
        if self._link is not None:
            self._link.close()
            self._link = None

    def _softly(self, ask: Callable[[sqlite3.Connection], Answer]) -> Answer | None:
        """What the open file answers; None where anything at all goes wrong with it."""
        try:
            self._link = self._link or self._open()
            return ask(self._link)
        except sqlite3.Error as error:
            self.close()
            if getattr(error, "sqlite_errorcode", 0) & 0xFF not in _PASSING:
                self._discard()
        except (OSError, ValueError, TypeError, OverflowError):
            # A folder that cannot be made, or cells of a kind that nobody wrote.
            self.close()
        return None

    def _open(self) -> sqlite3.Connection:
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        link = sqlite3.connect(self.path, timeout=_PATIENCE, isolation_level=None)
        try:
            (form,) = link.execute("PRAGMA user_version").fetchone()
            if form != _FORM:
                self._lay(link)
        except BaseException:
            link.close()
            raise
        return link

    def _lay(self, link: sqlite3.Connection) -> None:
        """Make the tables, in the place of whatever another version left."""
        self.path.chmod(0o600)
        link.execute("BEGIN IMMEDIATE")
        names = link.execute("SELECT name FROM sqlite_master WHERE type='table'").fetchall()
        for (name,) in names:
            link.execute(f'DROP TABLE "{name}"')
        for statement in filter(str.strip, _TABLES.split(";")):
            link.execute(statement)
        link.execute(f"PRAGMA user_version = {_FORM}")
        link.execute("COMMIT")

    def _discard(self) -> None:
        """Delete a broken file, so that the next run makes a sound one."""
        for name in (self.path.name, f"{self.path.name}-journal"):
            try:
                (self.folder / name).unlink(missing_ok=True)
            except OSError:
                return


def cache_folder() -> Path:
    """Where the cache lies: as the environment tells, else where such things are kept here."""
    told = os.environ.get(FOLDER)
    if told:
        return Path(told)
    # Imported late: who moved the cache has no need of it.
    from platformdirs import user_cache_path  # noqa: PLC0415

    return user_cache_path("gapcheck", appauthor=False)


def seal(*cells: bytes | str | int) -> bytes:
    """A few bytes by which cells are known to be what was written: a disk may err in silence."""
    return blake2b(repr(cells).encode("utf-8", "surrogatepass"), digest_size=8).digest()
