"""A study as one coder has coded it: nobody else's codes are seen, or learned from."""

from __future__ import annotations

from dataclasses import replace

from gapcheck.model.corpus import Corpus
from gapcheck.model.study import Code, Excerpt, Source

Codes = dict[tuple[str, str], dict[str, tuple[Code, ...]]]


def coded_by(corpus: Corpus, coder: str) -> Corpus:
    """The study with the codes of this coder alone, in the place of all others.

    Two coders agree or not only if the second has not read the first, in a suggestion neither.
    A source whose own coder this is stays as it is.
    """
    own: Codes = {}
    for one in corpus.second_codings:
        if one.coder == coder:
            own[one.lsp, one.source] = dict(one.codes)
    sources = (each if each.coder == coder else _with(each, own) for each in corpus.sources)
    return replace(corpus, sources=tuple(sources))


def recoded_by(corpus: Corpus, coder: str) -> Corpus:
    """The study with this second coder's codes on every excerpt that they coded, else as it is."""
    second = {
        (one.lsp, one.source): dict(one.codes)
        for one in corpus.second_codings
        if one.coder == coder
    }
    return replace(corpus, sources=tuple(_over(each, second) for each in corpus.sources))


def _over(source: Source, second: Codes) -> Source:
    codes = second.get((source.lsp, source.id))
    if codes is None:
        return source
    excerpts = (
        replace(each, codes=codes[each.id]) if each.id in codes else each
        for each in source.excerpts
    )
    return replace(source, excerpts=tuple(excerpts))


def _with(source: Source, own: Codes) -> Source:
    codes = own.get((source.lsp, source.id), {})
    return replace(source, excerpts=tuple(_coded(each, codes) for each in source.excerpts))


def _coded(excerpt: Excerpt, codes: dict[str, tuple[Code, ...]]) -> Excerpt:
    return replace(excerpt, codes=codes.get(excerpt.id))
