"""A check of a study: remembered where nothing changed, else done, in as many processes as help."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from gapcheck.cache import Cache, RunRow, cache_folder
from gapcheck.sweep.glance import MARGIN, Glance, glance
from gapcheck.sweep.program import program
from gapcheck.sweep.rows import Known, New, fresh_rows
from gapcheck.sweep.swept import Swept, remembered, written

if TYPE_CHECKING:
    from gapcheck.checks.asking import Asking
    from gapcheck.sweep.study import Hands


def check_study(
    root: Path,
    asking: Asking,
    given: Mapping[Path, bytes],
    *,
    jobs: int | None = None,
    cached: bool = True,
) -> Swept:
    """Everything that is wrong with the study in `root`; every problem is named, without limit.

    `given` are bytes that stand for what is on the disk: with them nothing is remembered.
    """
    if given:
        return _instead(root, asking, given)
    if not cached:
        return _done(root, asking, _hands(jobs))
    cache = Cache(cache_folder(), str(root))
    try:
        return _with_cache(root, asking, jobs, cache)
    finally:
        cache.close()


def _with_cache(root: Path, asking: Asking, jobs: int | None, cache: Cache) -> Swept:
    started = time.time_ns()
    mark = _mark(asking)
    seen = glance(root)
    run = None if seen.odd else cache.run(mark)
    if run and run.stamp == seen.stamp() and seen.newest + MARGIN < run.written:
        return remembered(run.result)
    rows = cache.files()
    known = Known(rows, seen.contents(rows))
    content = seen.content(known.hashes)
    news: dict[str, New] = {}
    if run and run.content == content and not seen.odd:
        found, again = remembered(run.result), replace(run, stamp=seen.stamp(), written=started)
    else:
        found, news = _read(root, asking, jobs, cache, known)
        again = RunRow(mark, seen.stamp(), started, content, "")
        again = replace(again, result=written(found) if _lasting(found, seen, started) else "")
    gone = rows.keys() - seen.stamps.keys()
    facts = [one.facts for one in news.values() if one.facts]
    fresh = fresh_rows(seen, started, known, news), facts
    cache.keep(fresh, gone, again if again.result else None)
    return found


def _read(
    root: Path, asking: Asking, jobs: int | None, cache: Cache, known: Known
) -> tuple[Swept, dict[str, New]]:
    """The study read, as far as it is not known, and what was found out about its files."""
    # Imported late: where nothing changed, nothing that reads files is needed.
    from gapcheck.sweep.memory import Remembering  # noqa: PLC0415

    memory = Remembering(_hands(jobs), cache.facts(), known.hashes)
    return _done(root, asking, memory), memory.news


def _lasting(found: Swept, seen: Glance, started: int) -> bool:
    """Whether a result may be kept: not what may name somebody, nor what was seen in motion."""
    sensitive = any(one.sensitive for one in found[1])
    if sensitive or seen.odd or seen.newest + MARGIN >= started:
        return False
    try:
        # The key list lies outside of what was looked at, and what it holds decides much.
        if b"places" in (seen.root / "gapcheck.yaml").read_bytes():
            return False
    except OSError:
        pass
    return glance(seen.root).stamp() == seen.stamp()


def _instead(root: Path, asking: Asking, given: Mapping[Path, bytes]) -> Swept:
    """The study with other bytes in the place of some of its own: one file that is being typed."""
    from gapcheck.checks.run import check  # noqa: PLC0415
    from gapcheck.inventory import held_of  # noqa: PLC0415
    from gapcheck.load.study import load_study  # noqa: PLC0415

    corpus, said = load_study(root, (), given)
    day = asking.today
    return held_of(corpus), check(corpus, said, audience=asking.audience, today=day, limit=False)


def _hands(jobs: int | None) -> Hands:
    from gapcheck.sweep.hands import Several, default_jobs  # noqa: PLC0415

    return Several(jobs or default_jobs())


def _done(root: Path, asking: Asking, hands: Hands) -> Swept:
    from gapcheck.inventory import held_of  # noqa: PLC0415
    from gapcheck.sweep.study import sweep  # noqa: PLC0415

    corpus, found = sweep(root, asking, hands, limit=False)
    return held_of(corpus), found


def _mark(asking: Asking) -> bytes:
    told = f"{program()}\0{asking.audience}\0{asking.today}"
    return blake2b(told.encode(), digest_size=16).digest()
