"""The sheets of excerpts and of codes, without what consent keeps out of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gapcheck.exporters.workbook.rows import MayShow, Row, listed, said
from gapcheck.model.corpus import Corpus
from gapcheck.model.study import Code, Excerpt, Realist, Share, Source
from gapcheck.model.workbook import NOTHING, WITHHELD


def excerpts(corpus: Corpus, may_show: MayShow) -> Iterator[Row]:
    """The rows of all excerpts; of one that is withheld its id alone."""
    for source in (*corpus.sources, *corpus.background):
        for each in source.excerpts:
            if may_show(source, each):
                yield {**_placed(source, each), **_excerpt(each)}
            else:
                yield {**_placed(source, each), "text": WITHHELD}


def _placed(source: Source, excerpt: Excerpt) -> dict[str, str]:
    return {"lsp": source.lsp, "source": source.id, "excerpt": excerpt.id}


def _excerpt(each: Excerpt) -> Row:
    realist = each.realist or Realist()
    return {
        "at": said(each.at),
        "about": said(each.about),
        "speaker": said(each.speaker),
        "text": said(each.text),
        "translation": said(each.translation),
        "themes": listed(each.themes),
        "barriers": listed(each.barriers),
        "enablers": listed(each.enablers),
        "tensions": listed(each.tensions),
        "context": said(realist.context),
        "mechanism": said(realist.mechanism),
        "outcome": said(realist.outcome),
        "memo": said(each.memo),
        "cleared": "yes" if each.cleared else "",
        "reviewed": said(each.codes is not None),
    }


def codes(corpus: Corpus, may_show: MayShow) -> Iterator[Row]:
    """The rows of all codes, those of second coders behind the first one's."""
    second = {
        (one.lsp, one.source, one.coder, name): found
        for one in corpus.second_codings
        for name, found in one.codes
    }
    coders = sorted({(one.lsp, one.source, one.coder) for one in corpus.second_codings})
    for source in (*corpus.sources, *corpus.background):
        others = [coder for lsp, name, coder in coders if (lsp, name) == (source.lsp, source.id)]
        for each in source.excerpts:
            if not may_show(source, each):
                continue
            place = _placed(source, each)
            yield from _codes(place, said(source.coder), each.codes or ())
            for coder in others:
                found = second.get((source.lsp, source.id, coder, each.id))
                if found is not None:
                    yield from _codes(place, coder, found)
                    if not found:
                        yield {**place, "coder": coder, "imperative": NOTHING}


def _codes(place: Row, coder: str, found: Sequence[Code]) -> Iterator[Row]:
    for code in found:
        yield {
            **place,
            "coder": coder,
            "imperative": code.imperative,
            "stance": said(code.stance),
            "share": _share(code.share),
            "basis": said(code.basis),
            "rung": said(code.rung),
            "tier": said(code.tier),
            "indicator": said(code.indicator),
            "memo": said(code.memo),
            "agreed by": said(code.agreed_by),
            "agreed on": said(code.agreed_on),
        }


def _share(share: Share | None) -> str:
    if share is None:
        return ""
    part = said(share.met) if share.percent is None else f"{said(share.percent)}%"
    return part if share.of is None else f"{part} of {share.of}"
