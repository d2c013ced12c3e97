"""Out of a study the excerpts of sources that several people coded, each with all their codes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from gapcheck.assess.matchable import matchables
from gapcheck.assess.statements import stance_of
from gapcheck.model.agreement import NOT_CODED
from gapcheck.model.corpus import Corpus, SecondCoding
from gapcheck.model.settings import Thresholds
from gapcheck.model.study import Code, Excerpt, Source
from gapcheck.model.suggestion import Matchable

Codes = tuple[Code, ...]
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Shared:
    """An excerpt of a source with at least two coders, the source's own and others.

    `codes` holds what each made of it who reviewed it, and `said` the category of each imperative
    that they coded it for. `settled` are the codes in which a disagreement was settled.
    `admitted` is None where consent shuts the words out. `coders` are all who coded in the source.
    """

    source: Source
    excerpt: Excerpt
    admitted: Matchable | None
    coders: tuple[str, ...]
    codes: Mapping[str, Codes]
    said: Mapping[str, Mapping[str, str]]
    settled: Mapping[str, Code]

    def category(self, coder: str, imperative: str) -> str:
        """The stance that a coder gave for an imperative, or that there is no code on it."""
        return self.said[coder].get(imperative, NOT_CODED)

    def on(self, coder: str, imperative: str) -> Codes:
        """The codes of a coder on one imperative."""
        return tuple(code for code in self.codes[coder] if code.imperative == imperative)

    def named(self, coders: Iterable[str]) -> set[str]:
        """The imperatives that any of these coded it for."""
        return {name for coder in coders for name in self.said[coder]}

    @property
    def applies(self) -> frozenset[str]:
        """The imperatives that apply to these words, by full name."""
        return self.admitted.applies if self.admitted else frozenset()


def shared(corpus: Corpus, lsps: Iterable[str], today: date) -> tuple[Shared, ...]:
    """The excerpts of every source that a second person coded, as their files have them."""
    second = _second(corpus, frozenset(lsps))
    if not second:
        return ()
    admitted = {
        (one.source.lsp, one.source.id, one.excerpt.id): one for one in matchables(corpus, today)
    }
    found = []
    for source in corpus.sources:
        others = second.get((source.lsp, source.id), {})
        for excerpt in source.excerpts if others else ():
            key = (source.lsp, source.id, excerpt.id)
            first = {} if excerpt.codes is None else {source.coder or "": excerpt.codes}
            theirs = {
                who: codes[excerpt.id] for who, codes in others.items() if excerpt.id in codes
            }
            coders = (source.coder or "", *others)
            codes = first | theirs
            said = {who: _said(own, corpus.settings.thresholds) for who, own in codes.items()}
            marked = {one.imperative: one for own in codes.values() for one in own if one.agreed_by}
            found.append(Shared(source, excerpt, admitted.get(key), coders, codes, said, marked))
    return tuple(found)


def by_the_same(corpus: Corpus, lsps: Iterable[str]) -> int:
    """How many second files are by the source's own coder: nobody disagrees with themselves."""
    chosen = frozenset(lsps)
    own = {(each.lsp, each.id): each.coder for each in corpus.sources}
    here = (one for one in corpus.second_codings if not chosen or one.lsp in chosen)
    return sum(_is_own(one, own) for one in here)


def _second(corpus: Corpus, lsps: frozenset[str]) -> dict[Key, dict[str, dict[str, Codes]]]:
    """By source, then by coder, the codes of everybody but the source's own coder."""
    own = {(each.lsp, each.id): each.coder for each in corpus.sources}
    found: dict[Key, dict[str, dict[str, Codes]]] = {}
    for one in corpus.second_codings:
        if (not lsps or one.lsp in lsps) and not _is_own(one, own):
            found.setdefault((one.lsp, one.source), {})[one.coder] = dict(one.codes)
    return found


def _is_own(one: SecondCoding, own: Mapping[Key, str | None]) -> bool:
    return own.get((one.lsp, one.source)) == one.coder


def _said(codes: Codes, cuts: Thresholds) -> dict[str, str]:
    """By imperative the category; several codes, on different rungs, are one of their own."""
    found: dict[str, set[str]] = {}
    for code in codes:
        found.setdefault(code.imperative, set()).add(_stance(code, cuts))
    return {name: " and ".join(sorted(stances)) for name, stances in found.items()}


def _stance(code: Code, cuts: Thresholds) -> str:
    # A share is compared as the stance that it comes to, as the verdict takes it.
    return str(code.stance or stance_of(code.share, cuts) or "")
