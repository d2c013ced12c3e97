"""Partnerships and imperatives by the names that people give them on the command line."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from gapcheck.load.names import Ambiguous, Imperatives
from gapcheck.load.unknown_name import UnknownName
from gapcheck.model.corpus import Corpus
from gapcheck.model.study import Imperative
from gapcheck.near import listed, nearest

_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*\Z")


def folders(root: Path, names: Iterable[str]) -> tuple[str, ...]:
    """The folders of the partnerships named, if every name is that of a folder; else none.

    With them a report on one of three hundred partnerships need not open the others.
    """
    held = root / "evidence"
    wanted = [name.strip().rstrip("/") for name in names]
    found = [name for name in wanted if _PLAIN.match(name) and (held / name).is_dir()]
    return tuple(dict.fromkeys(found)) if len(found) == len(wanted) else ()


def choose(corpus: Corpus, names: Iterable[str], spoilt: Collection[str] = ()) -> tuple[str, ...]:
    """The ids of the partnerships named, each once; UnknownName at the first unknown.

    `spoilt` are the folders whose own file has errors, so that they are not called unknown.
    """
    return tuple(dict.fromkeys(_find(corpus, name, spoilt) for name in names))


def _find(corpus: Corpus, name: str, spoilt: Collection[str]) -> str:
    wanted = name.strip().rstrip("/").casefold()
    for partnership in corpus.partnerships:
        if wanted in (partnership.id.casefold(), partnership.name.casefold()):
            return partnership.id
    if wanted in spoilt:
        raise UnknownName(f"{name} cannot be judged: `gapcheck check evidence/{name}` says why.")
    known = {one.id: one.id for one in corpus.partnerships}
    known |= {one.name: one.id for one in corpus.partnerships}
    near = nearest(name, known)
    if near:
        raise UnknownName(f"No partnership is called {name}. Did you mean {known[near]}?")
    ids = ", ".join(one.id for one in corpus.partnerships) or "none"
    raise UnknownName(f"No partnership is called {name}. There are: {ids}.")


def choose_policies(corpus: Corpus, names: Iterable[str]) -> tuple[str, ...]:
    """The ids of the policies named by id or title, each once; UnknownName at the first unknown."""
    known = {each.id.casefold(): each.id for each in corpus.policies}
    known |= {each.title.casefold(): each.id for each in corpus.policies}
    return tuple(dict.fromkeys(_one_of(known, name, "policy", "policies") for name in names))


def choose_topics(corpus: Corpus, names: Iterable[str]) -> tuple[str, ...]:
    """The topics named, each once, as the imperatives spell them; UnknownName at an unknown one."""
    every = (one for policy in corpus.policies for one in policy.imperatives)
    known = {topic.casefold(): topic for one in every for topic in one.topics}
    return tuple(dict.fromkeys(_one_of(known, name, "topic", "topics") for name in names))


def choose_coders(corpus: Corpus, names: Iterable[str]) -> tuple[str, ...]:
    """The coders named, each once, as the files spell them; UnknownName at an unknown one."""
    own = {one.coder for one in corpus.sources if one.coder}
    every = sorted(own.union(one.coder for one in corpus.second_codings))
    # Two may differ by a capital alone: who is named exactly is meant.
    known = {each.casefold(): each for each in every} | {each: each for each in every}
    typed = (name.strip() for name in names)
    return tuple(
        dict.fromkeys(
            name if name in known else _one_of(known, name, "coder", "coders") for name in typed
        )
    )


def _one_of(known: Mapping[str, str], name: str, kind: str, kinds: str) -> str:
    found = known.get(name.strip().casefold())
    if found is not None:
        return found
    if near := nearest(name, known):
        raise UnknownName(f"No {kind} is called {name}. Did you mean {known[near]}?")
    there = listed(sorted(set(known.values()))) or "none"
    raise UnknownName(f"No {kind} is called {name}. The {kinds}: {there}.")


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
