"""What a matcher may look at: excerpts that consent admits, with the imperatives that can apply."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

from gapcheck.assess.as_at import as_at, newest_days
from gapcheck.assess.fieldwork import Fieldwork, fieldwork
from gapcheck.assess.left_out import BY_CONSENT
from gapcheck.assess.scope import out_of_scope
from gapcheck.model.corpus import Corpus
from gapcheck.model.dates import PartialDate
from gapcheck.model.study import Imperative, Source
from gapcheck.model.suggestion import Matchable


def matchables(corpus: Corpus, today: date, newest: date | None = None) -> tuple[Matchable, ...]:
    """Every excerpt of the partnerships' own sources whose words may be analysed today.

    Of the imperatives that apply to its partnership, those stand in `applies` that were in force
    at the time it speaks of: a code on another would be no evidence. `newest` is the last day
    of any source of the study where the corpus is a part of it.
    """
    days = newest_days(corpus.sources, today)
    imperatives = tuple(one for policy in corpus.policies for one in policy.imperatives)
    sources: dict[str, list[Source]] = {}
    for source in corpus.sources:
        sources.setdefault(source.lsp, []).append(source)
    works = (
        fieldwork(
            partnership,
            sources.get(partnership.id, ()),
            corpus.settings,
            as_at=as_at(partnership.id, days, None) or newest,
            today=today,
        )
        for partnership in corpus.partnerships
    )
    return tuple(each for work in works for each in _of(work, imperatives))


def _of(work: Fieldwork, imperatives: Iterable[Imperative]) -> Iterator[Matchable]:
    binding = tuple(one for one in imperatives if out_of_scope(one, work) is None)

    @cache
    def in_force(about: PartialDate) -> frozenset[str]:
        return frozenset(one.name for one in binding if not one.in_force.outside(about))

    for passage in work.passages:
        if passage.shut_out not in BY_CONSENT:
            speaker = passage.speaker
            yield Matchable(
                passage.source,
                passage.excerpt,
                passage.sector,
                speaker.role if speaker else None,
                passage.quotable,
                in_force(passage.excerpt.about or passage.source.date),
            )
