"""Which single sources a verdict hangs on."""

from __future__ import annotations

from collections.abc import Iterator

from gapcheck.assess.case import Case, case
from gapcheck.assess.ruling import ruling
from gapcheck.model.choices import Verdict
from gapcheck.model.finding import Fragility


def fragility(whole: Case, verdict: Verdict) -> tuple[Fragility, ...]:
    """Leave out each source in turn and judge again; scope and as-at day stay as they are."""
    return tuple(
        Fragility(source, other) for source, other in _without_each(whole) if other is not verdict
    )


def _without_each(whole: Case) -> Iterator[tuple[str, Verdict]]:
    # Where practice remains, a source that speaks of neither practice nor adoption moves nothing.
    weighing = {
        statement.passage.source.id
        for statement in whole.admissible
        if statement.practice is not None or statement.adoption
    }
    for source in sorted(weighing):
        rest = tuple(s for s in whole.admissible if s.passage.source.id != source)
        yield source, ruling(case(whole.question, rest)).verdict
