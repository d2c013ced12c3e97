"""A report with what may bear on each of its findings, remembered while no file changes."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from hashlib import blake2b
from pathlib import Path

from gapcheck.analysis import suggest
from gapcheck.cache import Cache, RunRow, cache_folder
from gapcheck.diagnostic import Location
from gapcheck.judging.size import is_large
from gapcheck.model.choices import Audience
from gapcheck.model.finding import Finding, Pending
from gapcheck.model.report import Report
from gapcheck.model.suggestion import Band, Matching
from gapcheck.source.files import is_far
from gapcheck.sweep.glance import MARGIN, Glance, glance
from gapcheck.sweep.program import program
from gapcheck.sweep.progress import Steps, untold

Found = Mapping[tuple[str, str], tuple[Pending, ...]]
"""By the ids of a partnership and an imperative, the excerpts that may bear on it, best first."""


def with_pending(report: Report, root: Path, today: date, steps: Steps = untold) -> Report:
    """The report with its pending excerpts; the same where nothing waits to be reviewed.

    For the public there are none: nobody has looked at these words yet. An overview of the whole
    study has no room for them, and would have to wait. `steps` hears how far a large study is.
    """
    waits = any(source.unreviewed for part in report.partnerships for source in part.sources)
    if not waits or report.whole_study or report.audience is Audience.PUBLIC:
        return report
    found = _found(root, today, steps)
    return replace(report, findings=tuple(_with(one, found) for one in report.findings))


def _with(finding: Finding, found: Found) -> Finding:
    own = found.get((finding.partnership.id, finding.imperative.name), ())
    return replace(finding, pending=own) if own else finding


def _found(root: Path, today: date, steps: Steps) -> Found:
    """What the matcher says of the whole study: from memory, else anew.

    Of a study at an address nothing is remembered.
    """
    if is_far(root):
        return _anew(_matched(root, today, steps))
    started = time.time_ns()
    seen = glance(root)
    # Beside what `check` remembers of the same study, and not in its place.
    cache = Cache(cache_folder(), f"{root}\0pending")
    try:
        mark, stamp = _mark(today), seen.stamp()
        run = None if _moving(seen, started) else cache.run(mark)
        if run and run.stamp == stamp and not _moving(seen, run.written):
            return _heard(run.result)
        found = _anew(_matched(root, today, steps))
        if not _moving(seen, started) and glance(root).stamp() == stamp:
            kept = RunRow(mark, stamp, started, b"", _told(found))
            cache.keep(((), ()), (), kept)
        return found
    finally:
        cache.close()


def _matched(root: Path, today: date, steps: Steps) -> Matching:
    if not is_large(root):
        return suggest(root, today=today)
    # Imported late: a small study is matched at once, which is quicker there.
    from gapcheck.matching.run import match_in_parts  # noqa: PLC0415

    return match_in_parts(root, today=today, least=Band.STRONG, steps=steps)


def _moving(seen: Glance, when: int) -> bool:
    """Whether stamps do not tell for sure that the files are those of that time."""
    return seen.odd or seen.newest + MARGIN >= when


def _anew(matching: Matching) -> Found:
    found: dict[tuple[str, str], list[Pending]] = {}
    for one in matching.suggestions:
        for each in one.candidates:
            if each.band is Band.STRONG:
                waiting = Pending(one.source, one.excerpt, one.location, each.score)
                found.setdefault((one.lsp, each.imperative.name), []).append(waiting)
    return {key: tuple(sorted(every, key=_order)) for key, every in sorted(found.items())}


def _order(one: Pending) -> tuple[float, str, str]:
    return -one.score, one.source, one.excerpt


def _mark(today: date) -> bytes:
    return blake2b(f"{program()}\0{today}".encode(), digest_size=16).digest()


def _told(found: Found) -> str:
    rows = [[*key, [_plain(one) for one in every]] for key, every in found.items()]
    return json.dumps(rows, separators=(",", ":"))


def _plain(one: Pending) -> list[object]:
    at = one.location
    place = [at.path, at.line, at.column, at.end_line, at.end_column]
    return [one.source, one.excerpt, place, one.score]


def _heard(text: str) -> Found:
    return {(lsp, name): tuple(_read(every)) for lsp, name, every in json.loads(text)}


def _read(
    rows: Iterable[tuple[str, str, tuple[str, int, int, int, int], float]],
) -> Iterable[Pending]:
    return (Pending(source, name, Location(*place), score) for source, name, place, score in rows)
