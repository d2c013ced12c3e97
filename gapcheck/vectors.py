"""Vectors of texts that a model worked out before, in one SQLite file that may be deleted.

As with `cache`, nothing here is ever needed, and nothing that goes wrong is ever an error. It
holds no word: a text is known by a hash that only who has both the text and the model can form.
A vector can betray something of its text, so whoever asks keeps from it what must not be kept.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from gapcheck.cache import cache_folder, seal

Vector = npt.NDArray[np.float64]

_FORM: Final = 1
_NAME: Final = "vectors.sqlite"
_BROKEN: Final = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_LIFE: Final = 90 * 24 * 3600
"""Seconds after which a vector goes, so that models and studies that are gone leave nothing."""

_TABLE: Final = "CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, written INTEGER,"
_TABLE_END: Final = " vector BLOB, seal BLOB)"


@dataclass(frozen=True, slots=True)
class Vectors:
    """The vectors that are remembered in a folder; None remembers nothing."""

    folder: Path | None = None

    @classmethod
    def here(cls) -> Vectors:
        """Those in the cache folder of whoever runs the program."""
        return cls(cache_folder())

    def known(self, mark: bytes, texts: Sequence[str]) -> dict[str, Vector]:
        """Of the texts, the vectors that the model with this mark once gave them."""
        found: dict[str, Vector] = {}
        with self._open() as link:
            for text in dict.fromkeys(texts) if link else ():
                key = _key(mark, text)
                query = "SELECT vector, seal FROM vectors WHERE key=?"
                row = link.execute(query, (key,)).fetchone() if link else None
                if row and row[1] == seal(key, row[0]) and len(row[0]) % 8 == 0:
                    found[text] = np.frombuffer(row[0], dtype="<f8").astype(np.float64)
        return found

    def remember(self, mark: bytes, vectors: Mapping[str, Vector]) -> None:
        """Note the vectors of texts, all or none."""
        if not vectors:
            return
        now = int(time.time())
        rows = []
        for text, vector in vectors.items():
            key, data = _key(mark, text), vector.astype("<f8").tobytes()
            rows.append((key, now, data, seal(key, data)))
        with self._open() as link:
            if link:
                link.execute("BEGIN IMMEDIATE")
                link.execute("DELETE FROM vectors WHERE written < ?", (now - _LIFE,))
                link.executemany("INSERT OR REPLACE INTO vectors VALUES (?,?,?,?)", rows)
                link.execute("COMMIT")

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection | None]:
        """The open file, or None; whatever goes wrong with it ends the work in silence."""
        link = None
        try:
            link = self._link()
            yield link
        except (sqlite3.Error, OSError) as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF in _BROKEN and self.folder:
                with suppress(OSError):
                    (self.folder / _NAME).unlink(missing_ok=True)
            if link is None:
                yield None
        finally:
            if link is not None:
                link.close()

    def _link(self) -> sqlite3.Connection | None:
        if self.folder is None:
            return None
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = self.folder / _NAME
        link = sqlite3.connect(path, timeout=1.0, isolation_level=None)
        try:
            path.chmod(0o600)
            if link.execute("PRAGMA user_version").fetchone()[0] != _FORM:
                link.execute("DROP TABLE IF EXISTS vectors")
                link.execute(_TABLE + _TABLE_END)
                link.execute(f"PRAGMA user_version = {_FORM}")
        except BaseException:
            link.close()
            raise
        return link


def _key(mark: bytes, text: str) -> bytes:
    """What a text is known by: a hash keyed with the model's mark."""
    key = blake2b(mark, digest_size=32).digest()
    return blake2b(text.encode("utf-8", "surrogatepass"), key=key, digest_size=20).digest()
