"""Practice beyond policy: what has a theme and fits no imperative; and where policy is silent."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from gapcheck.assess.alike import Stems, alike, holding, shared
from gapcheck.assess.fieldwork import Fieldwork, Passage
from gapcheck.assess.themes import Spelling, spellings
from gapcheck.model.beyond import Beyond, Silence, Theme, Unasked
from gapcheck.model.study import Imperative, Partnership

_LEAST = 3
"""In so many partnerships a theme has to be before policy is said to be silent on it."""


class Themed(NamedTuple):
    """An excerpt with themes; `place` is false for a survey's population."""

    lsp: str
    place: bool
    passage: Passage


def themed_in(work: Fieldwork) -> list[Themed]:
    """The excerpts of a partnership that have themes, each without the rest of its source."""
    place = work.partnership.population is None
    return [
        Themed(work.partnership.id, place, _alone(passage))
        for passage in work.passages
        if passage.shut_out is None and passage.excerpt.themes
    ]


def _alone(passage: Passage) -> Passage:
    # A few excerpts have to keep no whole interviews with them, nor what nobody may be shown.
    excerpt = passage.excerpt
    codes = excerpt.codes and tuple(replace(one, memo=None) for one in excerpt.codes)
    bare = replace(excerpt, memo=None, question=None, realist=None, codes=codes)
    if not passage.quotable:
        bare = replace(bare, text="", translation=None)
    return replace(passage, source=replace(passage.source, excerpts=(), memo=None), excerpt=bare)


def beyond(
    admitted: Sequence[Themed],
    partnerships: Iterable[Partnership],
    imperatives: Sequence[Imperative],
    stems: Stems,
    spoilt: Collection[str],
) -> Beyond | None:
    """The themes of some partnerships that no imperative asks for; None where none was coded.

    `admitted` are the excerpts with themes, in the order of `partnerships`. `spoilt` are the paths
    of files with errors: what lost its codes there is not beyond policy.
    """
    if not admitted:
        return None
    sound = [one for one in admitted if one.passage.source.location.path not in spoilt]
    reviewed = [one for one in sound if one.passage.excerpt.codes is not None]
    named = _by_theme(reviewed)
    themed = {one.lsp for one in reviewed if one.place}
    return Beyond(
        _themes(named, imperatives, stems),
        _silent(named, len(themed), imperatives, stems),
        len(themed),
        sum(one.population is None for one in partnerships),
        len(sound) - len(reviewed),
        len(admitted) - len(sound),
    )


_ByTheme = Mapping[Spelling, Sequence[Themed]]


def _by_theme(every: Iterable[Themed]) -> _ByTheme:
    told = list(every)
    known = spellings(theme for one in told for theme in one.passage.excerpt.themes)
    found: dict[Spelling, list[Themed]] = {}
    for one in told:
        for spelling in dict.fromkeys(known[theme] for theme in one.passage.excerpt.themes):
            found.setdefault(spelling, []).append(one)
    return found


def _themes(named: _ByTheme, imperatives: Sequence[Imperative], stems: Stems) -> tuple[Theme, ...]:
    free = {
        spelling: kept
        for spelling, every in named.items()
        if (kept := [one for one in every if not one.passage.excerpt.codes])
    }
    texts = {spelling.name: _words(every) for spelling, every in free.items()}
    others = alike(texts, stems)
    found = (
        Theme(
            spelling.name,
            spelling.joined,
            tuple(map(_unasked, every)),
            _places(every),
            len({(one.lsp, one.passage.voice) for one in every}),
            shared(texts[spelling.name], spelling.name, stems),
            others.get(spelling.name, ()),
            holding(spelling.name, imperatives, stems),
        )
        for spelling, every in free.items()
    )
    return tuple(sorted(found, key=lambda one: (-len(one.places), -one.voices, one.name)))


def _silent(
    named: _ByTheme, themed: int, imperatives: Sequence[Imperative], stems: Stems
) -> tuple[Silence, ...]:
    found = []
    for spelling, every in named.items():
        places = _places([one for one in every if one.place])
        uncoded = sum(not one.passage.excerpt.codes for one in every)
        most = len(places) >= _LEAST and len(places) * 2 > themed
        if most and uncoded * 2 > len(every) and not holding(spelling.name, imperatives, stems):
            own = Silence(spelling.name, spelling.joined, places, len(every), uncoded)
            found.append(own)
    return tuple(sorted(found, key=lambda one: (-len(one.places), one.name)))


def _places(every: Iterable[Themed]) -> tuple[str, ...]:
    return tuple(sorted({one.lsp for one in every}))


def _words(every: Iterable[Themed]) -> list[str]:
    """The words that may be shown: of the others not even one is told."""
    quotable = (one.passage for one in every if one.passage.quotable)
    return [each.excerpt.translation or each.excerpt.text for each in quotable]


def _unasked(one: Themed) -> Unasked:
    passage = one.passage
    source, excerpt = passage.source, passage.excerpt
    return Unasked(
        one.lsp,
        source.id,
        excerpt.id,
        excerpt.location,
        source.kind,
        passage.sector,
        passage.speaker.role if passage.speaker else None,
        source.population,
        source.date,
        excerpt.about or source.date,
        source.words,
        source.language,
        excerpt.text if passage.quotable else None,
        excerpt.translation if passage.quotable else None,
    )
