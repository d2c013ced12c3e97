"""What has to be known of a partnership before one of its findings can be told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from gapcheck.model.choices import SourceKind
from gapcheck.model.dates import Day, PartialDate
from gapcheck.model.finding import Finding, Statement
from gapcheck.model.report import PartnershipReport
from gapcheck.model.study import Partnership
from gapcheck.publish.disclosure import Disclosure
from gapcheck.publish.fields import EVERY, NONE, Fields, shared
from gapcheck.publish.names import common
from gapcheck.publish.people import is_spoken
from gapcheck.publish.pooling import Pool, pool
from gapcheck.publish.shares import counts_too_few

Passage = tuple[str, str]
"""A source and an excerpt of it."""


@dataclass(frozen=True, slots=True)
class Ground:
    """A partnership as everybody may know it, and what may be told of its people.

    `least` is the smallest number of people that is told. `kinds` are those of its sources by
    their ids, `few` the passages that count too few people, `together` the sectors that are told
    as one, `lost` whether even all of them together are too few; `common` are the barriers,
    enablers and tensions that enough voices name.
    """

    partnership: Partnership
    as_at: Day | None
    least: int
    kinds: Mapping[str, SourceKind]
    fields: Fields
    few: frozenset[Passage]
    together: Pool
    lost: bool
    coarsened: bool
    common: frozenset[str]

    def named(self, kind: SourceKind) -> bool:
        """Whether a source of some kind may be told by its id, its place and its day.

        One interview is one person, and papers lead from a pseudonym to its place.
        """
        return not (is_spoken(kind) or self.partnership.pseudonym)

    def is_person(self, sources: Iterable[str]) -> bool:
        """Whether a voice in these sources is that of people: whatever is not known to be none."""
        kinds = [self.kinds.get(source) for source in sources]
        return not kinds or any(kind is None or is_spoken(kind) for kind in kinds)


def ground(
    part: PartnershipReport,
    findings: Iterable[Finding],
    least: int,
    disclosure: Disclosure,
    *,
    as_at_given: bool,
) -> Ground:
    """Go through a partnership's part of the team's report, and all findings of it."""
    own = part.partnership
    sizes = disclosure.sizes.get(own.id, {})
    together = pool(sizes, least)
    said = [each for finding in findings for each in finding.statements]
    published = set() if own.pseudonym else {s.id for s in part.sources if s.citation}
    return Ground(
        # Who sits on a board, and what else is noted of a place, is not needed to read a verdict.
        replace(own, bodies=(), members=(), attributes=()),
        part.as_at if as_at_given else _as_at(part),
        least,
        {each.id: each.kind for each in part.sources} | {s.source: s.kind for s in said},
        _fields(own, said, least, coarsen=disclosure.coarsen),
        frozenset(_few(said, published, least)),
        together,
        bool(together) and sum(sizes[each] for each in together) < least,
        disclosure.coarsen,
        common(part, least),
    )


def _as_at(part: PartnershipReport) -> Day | None:
    """The day that is judged at, but no more than its year where somebody was heard on it."""
    if part.as_at is None or isinstance(part.as_at, PartialDate):
        return part.as_at
    papers = (s for s in part.sources if s.used and not is_spoken(s.kind))
    dated = (PartialDate.parse(source.date).last for source in papers)
    if not part.partnership.pseudonym and part.as_at in dated:
        return part.as_at
    return PartialDate.parse(f"{part.as_at.year:04}")


def _fields(own: Partnership, said: Iterable[Statement], least: int, *, coarsen: bool) -> Fields:
    if coarsen:
        return NONE
    if own.illustrative:
        return EVERY
    return shared((s for s in said if s.excluded is None and is_spoken(s.kind)), least)


def _few(said: Iterable[Statement], published: set[str], least: int) -> Iterator[Passage]:
    for each in said:
        if each.source not in published and counts_too_few(each, least):
            yield each.source, each.excerpt
