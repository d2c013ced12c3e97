"""Codes on imperatives that have changed since: which they are, and that a person confirms them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from gapcheck.coding.finding import find_source
from gapcheck.coding.noting import Coded, note, with_marks
from gapcheck.load.choose import choose, choose_imperative
from gapcheck.load.lock_file import lock_of
from gapcheck.load.study import load_study
from gapcheck.load.unknown_name import UnknownName
from gapcheck.load.walk import walk
from gapcheck.lock import Lock, with_codes
from gapcheck.model.corpus import Corpus
from gapcheck.model.had_before import HadBefore, mark_of, marks_in, marks_of, same_imperative
from gapcheck.model.study import Code, Excerpt, Imperative, Source
from gapcheck.near import did_you_mean


@dataclass(frozen=True, slots=True)
class CodedOne:
    """One code: whose, on which words, and what the lock calls the file that it stands in."""

    file: str
    source: Source
    excerpt: Excerpt
    code: Code
    imperative: Imperative
    coder: str = ""
    noted: tuple[str, ...] = ()

    @property
    def suspect(self) -> bool:
        """Whether the imperative was another when this was coded."""
        return any(one != mark_of(self.imperative) for one in self.noted)


@dataclass(frozen=True, slots=True)
class Codes:
    """All codes of a study, or of those of its partnerships that were named; `whole` if of all."""

    corpus: Corpus
    all: tuple[CodedOne, ...]
    whole: bool

    @property
    def suspect(self) -> tuple[CodedOne, ...]:
        """The suspect ones, in the order of the files; several on one imperative count once."""
        found = {(one.file, one.excerpt.id, one.imperative.name): one for one in self._suspect()}
        return tuple(found.values())

    @property
    def untold(self) -> int:
        """Of how many nothing was noted."""
        return sum(not one.noted for one in self.all)

    def _suspect(self) -> Iterator[CodedOne]:
        return (one for one in self.all if one.suspect)


def codes_of(root: Path, names: Collection[str] = (), coder: str = "") -> Codes:
    """The codes of the partnerships named, or of all; of one `coder` where one is named.

    UnknownName where there is no such partnership.
    """
    corpus, said = load_study(root)
    lost = (one for one in said if one.left_out.startswith("the whole partnership"))
    lsps = choose(corpus, names, {one.location.path.split("/")[1] for one in lost})
    every = tuple(
        one
        for one in _all(corpus)
        if (not lsps or one.source.lsp in lsps) and (not coder or one.coder == coder)
    )
    return Codes(corpus, every, whole=not (lsps or coder))


def confirm(root: Path, codes: Iterable[CodedOne]) -> bool:
    """Note that some codes stand, with the imperatives as they were shown; false if not noted."""
    by_file: dict[str, dict[str, list[Imperative]]] = {}
    for one in codes:
        held = by_file.setdefault(one.file, {}).setdefault(one.excerpt.id, [])
        held.append(one.imperative)

    def change(lock: Lock) -> Lock:
        codes = dict(lock.codes)
        for file, coded in by_file.items():
            held: Coded = coded
            codes |= with_marks(_with_only(lock, file), file, held).codes
        return Lock(lock.transcripts, MappingProxyType(codes), lock.signoffs)

    return note(root, change)


def accept_all(root: Path, codes: Codes) -> bool:
    """Note all codes as they are now: so a study begins to be watched, or begins anew.

    Of the whole study, what was noted of files that are gone is forgotten.
    """
    if not confirm(root, codes.all):
        return False
    return not codes.whole or note(root, _without(_files(root)))


def _with_only(lock: Lock, file: str) -> Lock:
    # A study holds ten thousand files: each change copies the table that it changes.
    return Lock(codes=MappingProxyType({file: lock.codes.get(file, "")}))


def _without(there: frozenset[str]) -> Callable[[Lock], Lock]:
    def change(lock: Lock) -> Lock:
        for file in lock.codes:
            if file not in there:
                lock = with_codes(lock, file, {})
        return lock

    return change


def _files(root: Path) -> frozenset[str]:
    files = walk(root)
    folders = (*files.folders, files.background)
    return frozenset(
        f"{folder.name}/{path.stem}"
        for folder in folders
        for path in (*folder.sources, *folder.codings)
    )


def named(root: Path, codes: Codes, source: str, excerpt: str, imperative: str) -> CodedOne:
    """The code that somebody names; UnknownName where there is none, with the nearest."""
    found = find_source(walk(root), source)
    meant = choose_imperative(codes.corpus, imperative)
    own = [one for one in codes.all if one.source.id == found.path.stem]
    own = [one for one in own if one.source.lsp == found.folder.name]
    here = [one for one in own if one.excerpt.id == excerpt]
    if not here:
        advice = did_you_mean(excerpt, dict.fromkeys(one.excerpt.id for one in own))
        raise UnknownName(f"{found.name} has no coded excerpt {excerpt}. {advice}".strip())
    for one in here:
        if one.imperative.name == meant.name:
            return one
    names = ", ".join(dict.fromkeys(one.imperative.name for one in here))
    raise UnknownName(f"{excerpt} is not coded for {meant.name}, but for {names}.")


def _all(corpus: Corpus) -> Iterator[CodedOne]:
    imperatives = {one.name: one for policy in corpus.policies for one in policy.imperatives}
    reader = _Reader(corpus, imperatives, marks_of(imperatives.values()))
    sources = {(one.lsp, one.id): one for one in (*corpus.sources, *corpus.background)}
    for source in sources.values():
        coded = ((one, one.codes or ()) for one in source.excerpts)
        yield from reader.codes(source, f"{source.lsp}/{source.id}", source.coder or "", coded)
    for coding in corpus.second_codings:
        if found := sources.get((coding.lsp, coding.source)):
            excerpts = {one.id: one for one in found.excerpts}
            pairs = ((excerpts[name], codes) for name, codes in coding.codes if name in excerpts)
            file = f"{coding.lsp}/{coding.source}.{coding.coder}"
            yield from reader.codes(found, file, coding.coder, pairs)


@dataclass(frozen=True, slots=True)
class _Reader:
    corpus: Corpus
    imperatives: dict[str, Imperative]
    now: dict[str, str]

    def codes(
        self,
        source: Source,
        file: str,
        coder: str,
        coded: Iterable[tuple[Excerpt, Collection[Code]]],
    ) -> Iterator[CodedOne]:
        """The codes of one file, each with what was noted of it."""
        had = HadBefore(marks_in(self.corpus.coded_as.get(file, "")), self.now)
        for excerpt, codes in coded:
            marks = had.noted.get(excerpt.id, ())
            for code in codes:
                now = self.now[code.imperative]
                noted = tuple(one for one in marks if same_imperative(one, now))
                imperative = self.imperatives[code.imperative]
                yield CodedOne(file, source, excerpt, code, imperative, coder, noted)


def broken_lock(root: Path) -> str:
    """Why the lock cannot be read, with its place; empty where it can."""
    _, said = lock_of(root)
    return "".join(f"{one.location}: {one.message}. {one.help}" for one in said)
