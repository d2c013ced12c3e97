"""A study out to a REFI-QDA project and back is the same study, and the project is valid."""

from __future__ import annotations

import io
import tempfile
import zipfile
from functools import cache
from pathlib import Path

import xmlschema
from hypothesis import Phase, given, settings

from gapcheck.exporters.qdpx.writer import write_codebook, write_project
from gapcheck.exporters.selected import Selected, selected
from gapcheck.importers.qdpx.run import read_bytes
from gapcheck.interchange.ledger import Ledger
from gapcheck.model.corpus import Corpus

from .studies import brought_in, corpora, loaded, plain, study_in, without_places

SCHEMAS = Path(__file__).parents[1] / "exporters" / "qdpx"


@cache
def schema(name: str) -> xmlschema.XMLSchema:
    return xmlschema.XMLSchema(SCHEMAS / f"{name}.xsd")


def chosen(corpus: Corpus) -> Selected:
    return selected(corpus, (), lambda source, excerpt: "", Ledger())


def project(corpus: Corpus) -> bytes:
    stream = io.BytesIO()
    write_project(chosen(corpus), stream)
    return stream.getvalue()


def qde(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read("project.qde").decode()


# A study is shrunk so slowly that the first one that fails is told as it is.
_PHASES = (Phase.explicit, Phase.reuse, Phase.generate)


@given(corpora())
@settings(max_examples=30, deadline=None, phases=_PHASES)
def test_a_study_out_to_a_project_and_back_is_the_same(corpus: Corpus) -> None:
    data = project(corpus)
    assert data == project(corpus)
    schema("project").validate(qde(data))
    with tempfile.TemporaryDirectory() as folder:
        root = study_in(Path(folder), place=False)
        outcome = brought_in(read_bytes("study.qdpx", data), root)
        assert outcome.sound, (outcome.mishaps, outcome.refused, outcome.troubles, outcome.needed)
        found = loaded(root)
    assert [without_places(one) for one in found.sources] == [
        without_places(one) for one in corpus.sources
    ]
    assert [plain(one) for one in found.second_codings] == [
        plain(one) for one in corpus.second_codings
    ]
    if corpus.sources:
        assert plain(found.partnerships) == plain(corpus.partnerships)


@given(corpora())
@settings(max_examples=12, deadline=None, phases=_PHASES)
def test_bringing_the_same_project_in_again_changes_nothing(corpus: Corpus) -> None:
    brought = read_bytes("study.qdpx", project(corpus))
    with tempfile.TemporaryDirectory() as folder:
        root = study_in(Path(folder), place=False)
        brought_in(brought, root)
        before = {path: path.read_bytes() for path in root.rglob("*.yaml")}
        again = brought_in(brought, root, update=True)
        assert again.sound, again
        assert not again.changes
        assert not any(
            one.added or one.changed or one.gone or one.differing for one in again.accounts
        )
        assert {path: path.read_bytes() for path in root.rglob("*.yaml")} == before


@given(corpora())
@settings(max_examples=8, deadline=None, phases=_PHASES)
def test_the_codebook_is_valid_and_the_same_each_time(corpus: Corpus) -> None:
    first, second = io.BytesIO(), io.BytesIO()
    write_codebook(chosen(corpus), first)
    write_codebook(chosen(corpus), second)
    assert first.getvalue() == second.getvalue()
    schema("codebook").validate(first.getvalue().decode())
    names = [each.path for each in read_bytes("c.qdc", first.getvalue()).codes]
    assert ("guidance", "guidance/seats", "absent") in names


def test_a_study_without_anything_has_a_valid_codebook_too() -> None:
    stream = io.BytesIO()
    write_codebook(chosen(Corpus()), stream)
    schema("codebook").validate(stream.getvalue().decode())
    schema("project").validate(qde(project(Corpus())))
