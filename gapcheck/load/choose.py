"""Partnerships by the names that people give them: the id, or the partnership's own name."""

from __future__ import annotations

from collections.abc import Iterable

from gapcheck.model.corpus import Corpus
from gapcheck.near import nearest


class UnknownPartnership(Exception):
    """There is no such partnership; the argument is the sentence that says so and offers one."""


def choose(corpus: Corpus, names: Iterable[str]) -> tuple[str, ...]:
    """The ids of the partnerships named, each once; UnknownPartnership at the first unknown."""
    return tuple(dict.fromkeys(_find(corpus, name) for name in names))


def _find(corpus: Corpus, name: str) -> str:
    wanted = name.strip().rstrip("/").casefold()
    for partnership in corpus.partnerships:
        if wanted in (partnership.id.casefold(), partnership.name.casefold()):
            return partnership.id
    known = {one.id: one.id for one in corpus.partnerships}
    known |= {one.name: one.id for one in corpus.partnerships}
    near = nearest(name, known)
    if near:
        raise UnknownPartnership(f"No partnership is called {name}. Did you mean {known[near]}?")
    ids = ", ".join(one.id for one in corpus.partnerships) or "none"
    raise UnknownPartnership(f"No partnership is called {name}. There are: {ids}.")
