"""A check of a study: remembered where nothing changed, else done, in as many processes as help."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from gapcheck.cache import Cache, FactsRow, RunRow, cache_folder
from gapcheck.source.files import is_far
from gapcheck.sweep.glance import MARGIN, Glance, glance
from gapcheck.sweep.program import program
from gapcheck.sweep.rows import Known, fresh_rows
from gapcheck.sweep.swept import Swept, remembered, written

if TYPE_CHECKING:
    from gapcheck.checks.asking import Asking
    from gapcheck.sweep.study import Hands


def check_study(
    root: Path,
    asking: Asking,
    given: Mapping[Path, bytes],
    *,
    hire: Callable[[], Hands] | None = None,
    cached: bool = True,
) -> Swept:
    """Everything that is wrong with the study in `root`; every problem is named, without limit.

    `given` are bytes that stand for what is on the disk: with them nothing is remembered. `hire`
    finds whoever reads, if anything is to be read; else it is as many processes as help. Of a
    study at an address nothing is remembered: nothing of it may lie here.
    """
    hire = hire or _here
    if given:
        return _instead(root, asking, given)
    if not cached or is_far(root):
        return _done(root, asking, hire())
    cache = Cache(cache_folder(), str(root))
    try:
        return _with_cache(root, asking, hire, cache)
    finally:
        cache.close()


def _with_cache(root: Path, asking: Asking, hire: Callable[[], Hands], cache: Cache) -> Swept:
    started = time.time_ns()
    mark = _mark(asking)
    seen = glance(root)
    run = None if seen.odd else cache.run(mark)
    if run and run.beside:
        seen.look_beside(run.beside.split("\0"))
    if run and _stands(run, seen):
        return remembered(run.result)
    rows = cache.files()
    known = Known(rows, seen.contents(rows, seen.own()), seen)
    news: dict[str, bytes] = {}
    if run and _same(run, seen, known):
        found, again = remembered(run.result), replace(run, stamp=seen.stamp(), written=started)
    else:
        found, news = _read(root, asking, hire, cache, known)
        again = _kept(mark, started, found, seen, known)
    gone = rows.keys() - seen.stamps.keys()
    fresh = fresh_rows(seen, started, known, news)
    cache.keep((fresh, ()), gone, again if again.result else None)
    return found


def _stands(run: RunRow, seen: Glance) -> bool:
    """Whether every file has the stamp that it had, and had it long enough."""
    return not seen.odd and run.stamp == seen.stamp() and seen.newest + MARGIN < run.written


def _same(run: RunRow, seen: Glance, known: Known) -> bool:
    """Whether every file has the content that it had, though its stamp may be another."""
    content = seen.content(known.hashes)
    if seen.odd or not run.content.startswith(content):
        return False
    # Only now: where a source has changed, its transcript may be one that nobody opens any more.
    known.hashes.update(seen.contents(known.rows, sorted(seen.beside)))
    return not seen.odd and run.content == content + seen.content_beside(known.hashes)


def _kept(mark: bytes, started: int, found: Swept, seen: Glance, known: Known) -> RunRow:
    """What is to be kept of a run; its result is empty where that would not last."""
    from gapcheck.sweep.beside import named, unsettled  # noqa: PLC0415

    names = list(named(found[0].quoted))
    # Whatever was looked at before, these are the ones that count now.
    seen.forget_beside(seen.beside - set(names))
    seen.look_beside(name for name in names if name not in seen.beside)
    missing = [name for name in names if name not in known.hashes]
    known.hashes.update(seen.contents(known.rows, missing))
    lasting = not unsettled(found[0].quoted) and _lasting(found, seen, started)
    result = written(found) if lasting else ""
    content = seen.content(known.hashes) + seen.content_beside(known.hashes)
    return RunRow(mark, seen.stamp(), started, content, result, "\0".join(names))


def _read(
    root: Path, asking: Asking, hire: Callable[[], Hands], cache: Cache, known: Known
) -> tuple[Swept, dict[str, bytes]]:
    """The study read, as far as it is not known, and the hashes of what was read."""
    # Imported late: where nothing changed, nothing that reads files is needed.
    from gapcheck.sweep.beside import Beside  # noqa: PLC0415
    from gapcheck.sweep.memory import Remembering  # noqa: PLC0415

    beside = Beside(known.seen, known.rows, known.hashes)

    def keep(rows: Sequence[FactsRow]) -> None:
        cache.keep(((), rows), (), None)

    memory = Remembering(hire(), cache.facts(), known.hashes, beside, keep)
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
    later = glance(seen.root)
    later.look_beside(sorted(seen.beside))
    return later.stamp() == seen.stamp()


def _instead(root: Path, asking: Asking, given: Mapping[Path, bytes]) -> Swept:
    """The study with other bytes in the place of some of its own: one file that is being typed."""
    from gapcheck.checks.run import check  # noqa: PLC0415
    from gapcheck.inventory import held_of  # noqa: PLC0415
    from gapcheck.load.quotes import with_quotes  # noqa: PLC0415
    from gapcheck.load.study import load_study  # noqa: PLC0415

    corpus, said = load_study(root, (), given)
    # What is being typed is looked up; what is not keeps nobody waiting.
    corpus = with_quotes(corpus, root, {path.relative_to(root).as_posix() for path in given})
    day = asking.today
    return held_of(corpus), check(corpus, said, audience=asking.audience, today=day, limit=False)


def _here() -> Hands:
    from gapcheck.sweep.hands import Several  # noqa: PLC0415

    return Several.by(None)


def _done(root: Path, asking: Asking, hands: Hands) -> Swept:
    from gapcheck.inventory import held_of  # noqa: PLC0415
    from gapcheck.sweep.study import sweep  # noqa: PLC0415

    corpus, found = sweep(root, asking, hands, limit=False)
    return held_of(corpus), found


def _mark(asking: Asking) -> bytes:
    told = f"{program()}\0{asking.audience}\0{asking.today}"
    return blake2b(told.encode(), digest_size=16).digest()
