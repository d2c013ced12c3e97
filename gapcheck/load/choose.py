"""Partnerships and imperatives by the names that people give them on the command line."""

from __future__ import annotations

from collections.abc import Iterable

from gapcheck.load.names import Ambiguous, Imperatives
from gapcheck.model.corpus import Corpus
from gapcheck.model.study import Imperative
from gapcheck.near import nearest


class UnknownName(Exception):
    """There is nothing of that name; the argument is the sentence that says so and offers one."""


def choose(corpus: Corpus, names: Iterable[str]) -> tuple[str, ...]:
    """The ids of the partnerships named, each once; UnknownName at the first unknown."""
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
        raise UnknownName(f"No partnership is called {name}. Did you mean {known[near]}?")
    ids = ", ".join(one.id for one in corpus.partnerships) or "none"
    raise UnknownName(f"No partnership is called {name}. There are: {ids}.")


def choose_imperative(corpus: Corpus, name: str) -> Imperative:
    """The imperative of that name, short or in full; UnknownName where there is not just one."""
    known = Imperatives(one for policy in corpus.policies for one in policy.imperatives)
    try:
        found = known.find(name.strip())
    except Ambiguous as several:
        names = " or ".join(several.args[0])
        raise UnknownName(f"Several imperatives are called {name}: write {names}.") from None
    if found is None:
        near = known.near(name)
        advice = f"Did you mean {near}?" if near else "`gapcheck list imperatives` names them all."
        raise UnknownName(f"No policy has the imperative {name}. {advice}")
    return found
