"""What gets in the way, what helps and what pulls apart, by the number of voices that name it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from operator import attrgetter

from gapcheck.assess.fieldwork import Passage, Voice
from gapcheck.model.finding import Named, RealistNote

_NOWHERE: Mapping[str, str] = {}


def named(
    passages: Iterable[Passage], kind: str, loci: Mapping[str, str] = _NOWHERE
) -> tuple[Named, ...]:
    """The `barriers`, `enablers` or `tensions` of passages, the most named first."""
    names = attrgetter(kind)
    voices: dict[str, set[tuple[str, Voice]]] = {}
    for passage in passages:
        if passage.shut_out is None:
            for name in names(passage.excerpt):
                voices.setdefault(name, set()).add((passage.sector, passage.voice))
    most = sorted(voices.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return tuple(Named(name, len(who), loci.get(name)) for name, who in most)


def realist_notes(passages: Iterable[Passage]) -> tuple[RealistNote, ...]:
    """The context-mechanism-outcome configurations of passages that may be used."""
    return tuple(
        RealistNote(passage.source.id, passage.excerpt.id, passage.excerpt.realist)
        for passage in passages
        if passage.shut_out is None and passage.excerpt.realist is not None
    )
