"""What the cache is to learn of the files that were seen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from gapcheck.cache import FileRow
from gapcheck.sweep.glance import Glance, trusted


@dataclass(frozen=True, slots=True)
class Known:
    """What was known of the files from outside, and their hashes as they are now."""

    rows: Mapping[str, FileRow]
    hashes: dict[str, bytes]
    seen: Glance


def fresh_rows(
    seen: Glance, started: int, known: Known, news: Mapping[str, bytes]
) -> Iterator[FileRow]:
    """The rows that say more than those that are known; `news` are the hashes of what was read."""
    for name, stamp in seen.stamps.items():
        old = known.rows.get(name)
        content = news.get(name, known.hashes.get(name))
        if content is None:
            continue
        same = old is not None and (old.content, old.stamp) == (content, stamp)
        if not (same and old and trusted(stamp, old.written)):
            yield FileRow(name, stamp, started, content)
