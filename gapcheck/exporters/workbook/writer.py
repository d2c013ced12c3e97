"""The workbook of a study: what is to be typed, what is looked for, what may be chosen."""

from __future__ import annotations

from typing import BinaryIO

from gapcheck.exporters.workbook.book import Sheet, bind
from gapcheck.exporters.workbook.chosen import CODEBOOK_HEADS, codebook, lists
from gapcheck.exporters.workbook.coded import codes, excerpts
from gapcheck.exporters.workbook.instructions import instructions
from gapcheck.exporters.workbook.rows import MayShow
from gapcheck.exporters.workbook.sources import sources
from gapcheck.model.corpus import Corpus
from gapcheck.model.workbook import CODEBOOK, CODES, EXCERPTS, INSTRUCTIONS, SOURCES, Head

_PAGE = (Head("Instructions", 24), Head("", 100))


def write(corpus: Corpus, stream: BinaryIO, may_show: MayShow) -> None:
    """Write a study as a workbook.

    `may_show` says of each excerpt whether its words may stand there. Of those that may not the
    workbook holds the id alone, and where any of a source's may not, no notes on the source.
    """
    everything = (*corpus.sources, *corpus.background)
    withheld = sum(not may_show(source, each) for source in everything for each in source.excerpts)
    told = tuple(
        {_PAGE[0].name: label, _PAGE[1].name: line}
        for label, line in instructions(corpus, withheld)
    )
    sheets = (
        Sheet("Sources", SOURCES, tuple(sources(corpus, may_show)), 2),
        Sheet("Excerpts", EXCERPTS, tuple(excerpts(corpus, may_show)), 3),
        Sheet("Codes", CODES, tuple(codes(corpus, may_show)), 3),
        Sheet(CODEBOOK, CODEBOOK_HEADS, tuple(codebook(corpus)), 1, typed=False),
    )
    bind(Sheet(INSTRUCTIONS, _PAGE, told, typed=False), sheets, lists(corpus), stream)
