"""The ways of judging otherwise that take one coder's codes in the place of others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from gapcheck.assess.coder_view import coded_by, recoded_by
from gapcheck.assess.fieldwork import Fieldwork, fieldwork
from gapcheck.assess.statements import Said, said
from gapcheck.model.corpus import Corpus
from gapcheck.model.finding import Finding

NOBODY_TWICE = "Nobody coded a source a second time."


@dataclass(frozen=True, slots=True)
class Recoding:
    """The fieldwork of each partnership with other codes, and the sources that were so coded.

    A finding is reached where it rests on such a source, before or after: of the others these
    codes say nothing.
    """

    key: str
    name: str
    works: Mapping[str, Fieldwork]
    sources: Mapping[str, frozenset[str]]
    lacking: str = "No verdict here rests on a source that this person coded."

    def kept(
        self, work: Fieldwork, finding: Finding, _: Callable[[], tuple[Said, ...]]
    ) -> Iterable[Said] | None:
        """What is said of a finding's imperative by these codes; None where they do not reach."""
        own = self.works.get(work.partnership.id)
        if own is None:
            return None
        theirs = said(finding.imperative, own)
        sources = self.sources[work.partnership.id]
        rests_on = {one.source for one in finding.statements}
        rests_on |= {one.passage.source.id for one in theirs}
        return None if sources.isdisjoint(rests_on) else theirs


def recodings(corpus: Corpus, works: Iterable[Fieldwork]) -> tuple[Recoding, ...]:
    """Each coder of a source that was coded twice alone; then each second one's for the first's.

    Where nobody coded a second time no two codings can be compared: there is one that reaches
    nothing, and says why.
    """
    by_lsp = {work.partnership.id: work for work in works}
    local = replace(
        corpus,
        sources=tuple(each for each in corpus.sources if each.lsp in by_lsp),
        second_codings=tuple(each for each in corpus.second_codings if each.lsp in by_lsp),
    )
    if not local.second_codings:
        return (Recoding("coders", "each coder alone", {}, {}, NOBODY_TWICE),)
    return (*_alone(local, by_lsp), *_second(local, by_lsp))


def _alone(corpus: Corpus, works: Mapping[str, Fieldwork]) -> Iterator[Recoding]:
    twice = {(one.lsp, one.source) for one in corpus.second_codings}
    first = {each.coder for each in corpus.sources if each.coder and (each.lsp, each.id) in twice}
    for coder in sorted(first | {one.coder for one in corpus.second_codings}):
        coded = [(each.lsp, each.id) for each in corpus.sources if each.coder == coder]
        coded += _by_second(corpus, coder)
        name = f"coder {coder} alone"
        yield _recoding(f"coder-{coder}", name, coded_by(corpus, coder), coded, works)


def _second(corpus: Corpus, works: Mapping[str, Fieldwork]) -> Iterator[Recoding]:
    for coder in sorted({one.coder for one in corpus.second_codings}):
        coded = _by_second(corpus, coder)
        name = f"second codes of {coder} for the first"
        yield _recoding(f"second-{coder}", name, recoded_by(corpus, coder), coded, works)


def _by_second(corpus: Corpus, coder: str) -> list[tuple[str, str]]:
    return [(one.lsp, one.source) for one in corpus.second_codings if one.coder == coder]


def _recoding(
    key: str,
    name: str,
    corpus: Corpus,
    coded: list[tuple[str, str]],
    works: Mapping[str, Fieldwork],
) -> Recoding:
    lsps = sorted({lsp for lsp, _ in coded})
    return Recoding(
        key,
        name,
        {lsp: _again(works[lsp], corpus) for lsp in lsps},
        {lsp: frozenset(source for where, source in coded if where == lsp) for lsp in lsps},
    )


def _again(work: Fieldwork, corpus: Corpus) -> Fieldwork:
    local = (each for each in corpus.sources if each.lsp == work.partnership.id)
    return fieldwork(work.partnership, local, work.settings, as_at=work.as_at, today=work.today)
