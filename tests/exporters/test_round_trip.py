"""A workbook holds what the study says, whatever is typed in it, and gives it back."""

from __future__ import annotations

import random

from assess.builders import excerpt, source
from hypothesis import given, settings
from hypothesis import strategies as st

from gapcheck.importers.workbook.reading import read_workbook
from gapcheck.model.corpus import Corpus
from gapcheck.model.study import Excerpt, Source

from . import facts
from .studies import corpora, study, written


@given(corpora())
@settings(max_examples=60, deadline=None)
def test_what_was_written_is_read_back(corpus: Corpus) -> None:
    brought = read_workbook("study.xlsx", written(corpus))
    assert brought.mishaps == ()
    assert facts.of_workbook(brought, corpus) == facts.of_study(corpus, lambda *_: True)


@given(corpora(), st.integers(0, 99))
@settings(max_examples=25, deadline=None)
def test_what_is_withheld_keeps_its_id_alone(corpus: Corpus, seed: int) -> None:
    shown = {
        (each.lsp, each.id, one.id): random.Random(f"{seed}{each.id}{one.id}").random() < 0.5
        for each in (*corpus.sources, *corpus.background)
        for one in each.excerpts
    }

    def may_show(source: Source, excerpt: Excerpt) -> bool:
        return shown[source.lsp, source.id, excerpt.id]

    brought = read_workbook("study.xlsx", written(corpus, may_show))
    assert brought.mishaps == ()
    assert facts.of_workbook(brought, corpus) == facts.of_study(corpus, may_show)


def test_texts_longer_than_a_cell_are_put_together_again() -> None:
    long = ("word 🙂 " * 9000).strip()
    corpus = study(
        source("d1", "document", excerpt("x1", text=long, memo="short"), by="council"),
        source("d2", "document", excerpt("x1", text="=" * 40_000), by="council"),
    )
    brought = read_workbook("study.xlsx", written(corpus))
    assert brought.mishaps == ()
    assert [each.passages[0].text for each in brought.documents] == [long, "=" * 40_000]
    assert brought.documents[0].passages[0].memo == "short"
