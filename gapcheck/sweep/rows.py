"""What the cache is to learn of the files that were seen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from gapcheck.cache import FileRow
from gapcheck.sweep.glance import Glance, trusted

Rows = Mapping[str, FileRow]


@dataclass(frozen=True, slots=True)
class Known:
    """What was known before, and the hashes of the files as they are now."""

    rows: Rows
    hashes: dict[str, bytes]


def fresh_rows(seen: Glance, started: int, known: Known, news: Rows) -> Iterator[FileRow]:
    """The rows that say more than those that are known; `news` are of files that were read."""
    for name, stamp in seen.stamps.items():
        old, new = known.rows.get(name), news.get(name)
        content = new.content if new else known.hashes.get(name)
        if content is None:
            continue
        same = old is not None and old.content == content
        row = new or (old if same else None) or FileRow(name, "", 0, content, b"", "", "")
        steady = old is not None and old.stamp == stamp and trusted(stamp, old.written)
        if new or not same or not steady:
            yield replace(row, stamp=stamp, written=started)
