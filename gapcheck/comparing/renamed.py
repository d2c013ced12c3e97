"""The same source or excerpt under another name: renaming is no change of evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping
from dataclasses import replace

from gapcheck.comparing.settled import Held
from gapcheck.comparing.side import Place
from gapcheck.model.study import Source


def as_named(old: Place, new: Place) -> Place:
    """The old partnership with the new names of what only has another name now."""
    names = _pairs(
        {name: _words(held.raw) for name, held in old.sources.items()},
        {name: _words(held.raw) for name, held in new.sources.items()},
    )
    sources: dict[str, Held] = {}
    pairs: dict[tuple[str, str], tuple[str, str]] = {}
    for before, held in old.sources.items():
        name = names.get(before, before)
        inner = _excerpts(held, new.sources.get(name))
        sources[name] = _called(held, name, inner)
        for excerpt in held.raw.excerpts:
            pairs[before, excerpt.id] = name, inner.get(excerpt.id, excerpt.id)
    speaking = {
        imperative: frozenset(names.get(one, one) for one in held)
        for imperative, held in old.speaking.items()
    }
    twice = frozenset(pairs.get(pair, pair) for pair in old.twice)
    return replace(old, sources=sources, speaking=speaking, twice=twice)


def _pairs(old: Mapping[str, Hashable], new: Mapping[str, Hashable]) -> dict[str, str]:
    """From names that went to names that came, where what they hold is the same and only theirs."""
    came = {name: held for name, held in new.items() if name not in old and held}
    once = Counter(came.values())
    found = {held: name for name, held in came.items() if once[held] == 1}
    went = {name: held for name, held in old.items() if name not in new and held in found}
    twice = Counter(went.values())
    return {name: found[held] for name, held in went.items() if twice[held] == 1}


def _words(source: Source) -> Hashable:
    return tuple(one.text for one in source.excerpts)


def _excerpts(old: Held, new: Held | None) -> dict[str, str]:
    if new is None:
        return {}
    return _pairs(
        {one.id: one.text for one in old.raw.excerpts},
        {one.id: one.text for one in new.raw.excerpts},
    )


def _called(held: Held, name: str, inner: Mapping[str, str]) -> Held:
    if name == held.raw.id and not inner:
        return held

    def called(source: Source) -> Source:
        excerpts = (replace(one, id=inner.get(one.id, one.id)) for one in source.excerpts)
        return replace(source, id=name, excerpts=tuple(excerpts))

    return replace(held, raw=called(held.raw), source=called(held.source))
